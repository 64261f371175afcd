package org.cotangent.ad.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.cotangent.ad.runtime.Special;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * First and second partials of every differentiable row against complex steps: of the operation
 * itself, and of the first partial as an expression. What complex values are computed from never
 * looks at a partial.
 */
class OpComplexStepTest {

    /** Relative step; its square is far below an ulp even at 2^-53 from a singularity. */
    private static final double STEP = 0x1p-100;

    private static final double TOLERANCE = 1e-13;

    /** An operation at a point inside its domain, away from kinks. */
    record Point(Op op, double[] x) {
        @Override
        public String toString() {
            return op + Arrays.toString(x);
        }
    }

    /** Rows that compute their first operand's derivative only: the others are functions of it. */
    private static final Map<Op, Integer> FREE_OPERANDS =
            Map.of(Op.TANH_SLOPE, 1, Op.SIGMOID_SLOPE, 1, Op.DIRECTION, 2, Op.POLYGAMMA_INCREMENT, 2);

    private static final Set<Op> LOGARITHMS_OF_GAMMA =
            Set.of(Op.BETA, Op.LOG_BETA, Op.POLYGAMMA_INCREMENT, Op.GAMMA_DENSITY, Op.BETA_DENSITY);

    private static final Set<Op> PERIODIC = Set.of(Op.SIN, Op.COS, Op.TAN);
    private static final Set<Op> EXPONENTIAL = Set.of(Op.EXP, Op.EXPM1, Op.SINH, Op.COSH);
    private static final Set<Op> POSITIVE = Set.of(Op.SQRT, Op.LOG, Op.LOG10);
    private static final Set<Op> UNIT = Set.of(Op.ASIN, Op.ACOS, Op.ATANH);

    private static List<Op> rows() {
        return Arrays.stream(Op.values())
                .filter(op -> op.isDifferentiable() && op.hasComplexValue())
                .toList();
    }

    private static Arbitrary<Double> wide(int exponent) {
        return Combinators.combine(
                        Arbitraries.integers().between(-exponent, exponent),
                        Arbitraries.doubles().between(1, 2),
                        Arbitraries.of(1, -1))
                .as((e, m, sign) -> sign * Math.scalb(m, e));
    }

    private static Arbitrary<Double> ordinary() {
        return Arbitraries.doubles().between(-12, 12).ofScale(9);
    }

    /** Numbers of magnitude below 1, some closer to 1 than 2^-50. */
    private static Arbitrary<Double> unit() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 53),
                        Arbitraries.doubles().between(1, 2),
                        Arbitraries.of(1, -1))
                .as((e, m, sign) -> sign * (1 - Math.scalb(1, -e)) / (e < 40 ? m : 1));
    }

    private static DoublePredicate domain(Op op) {
        if (UNIT.contains(op)) {
            return x -> Math.abs(x) < 1;
        } else if (POSITIVE.contains(op)) {
            return x -> x > 0;
        } else if (EXPONENTIAL.contains(op)) {
            return x -> Math.abs(x) < 700;
        } else if (PERIODIC.contains(op)) {
            return x -> Math.abs(x) < 0x1p40;
        }
        return switch (op) {
            case ACOSH -> x -> x > 1;
            case LOG1P -> x -> x > -1;
            case FLOOR, CEIL, RINT -> x -> Math.abs(x - 0.5 - Math.floor(x)) != 0.5 && x != Math.rint(x);
            default -> x -> x != 0;
        };
    }

    @Provide
    Arbitrary<Point> points() {
        return Arbitraries.of(rows())
                .flatMap(op -> {
                    if (SpecialOperands.has(op)) {
                        return SpecialOperands.of(op).map(x -> new Point(op, consistent(op, x)));
                    }
                    Arbitrary<Double> any = Arbitraries.oneOf(ordinary(), wide(70), unit(), unit().map(x -> 1 / x))
                            .filter(x -> domain(op).test(x));
                    return any.array(double[].class).ofSize(op.arity()).map(x -> new Point(op, consistent(op, x)));
                })
                .filter(OpComplexStepTest::isSmooth);
    }

    /** Operands that another one determines get its value. */
    private static double[] consistent(Op op, double[] x) {
        switch (op) {
            case TANH_SLOPE -> x[1] = Math.tanh(x[0]);
            case SIGMOID_SLOPE -> x[1] = Special.sigmoid(x[0]);
            case DIRECTION -> x[2] = Math.hypot(x[0], x[1]);
            case SCALB -> x[1] = Math.rint(Math.min(Math.abs(x[1]), 100));
            case POW -> x[0] = Math.abs(x[0]);
            default -> {}
        }
        return x;
    }

    private static boolean isSmooth(Point point) {
        double[] x = point.x();
        return switch (point.op()) {
            case MAX, MIN, SHARE -> x[0] != x[1];
            case POW -> Math.abs(x[1] * Math.log(x[0])) < 300;
            case REMAINDER, IEEE_REMAINDER -> {
                double q = x[0] / x[1];
                yield Math.abs(q) < 1e6 && Math.abs(2 * q - Math.rint(2 * q)) > 1e-6;
            }
            case TAN -> Math.abs(Math.cos(x[0])) > 1e-6;
            default -> true;
        };
    }

    private static double step(double x) {
        return x == 0 ? STEP * STEP : Math.abs(x) * STEP;
    }

    /** The partial of an expression by one operand, by a complex step. */
    private static double byStep(Expr e, Variable[] x, double[] at, int index) {
        Map<Variable, Complex> values = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            values.put(x[i], new Complex(at[i], i == index ? step(at[i]) : 0));
        }
        return ComplexEvaluation.of(e, values).im() / step(at[index]);
    }

    /** The largest magnitude of a reference near a point. */
    private static double scale(Point point, Expr e, Variable[] x, int index) {
        double largest = 0;
        for (int i = 0; i < x.length; i++) {
            for (double factor : new double[] {0.5, 1, 2}) {
                double[] near = point.x().clone();
                near[i] *= factor;
                boolean inside = domain(point.op()).test(near[i]);
                double there = inside ? Math.abs(byStep(e, x, near, index)) : 0;
                largest = Double.isFinite(there) ? Math.max(largest, there) : largest;
            }
        }
        return largest;
    }

    private static Variable[] variables(Op op) {
        Variable[] x = new Variable[op.arity()];
        Arrays.setAll(x, i -> Variable.of("x" + i, op.parameterTypes().get(i)));
        return x;
    }

    private static int free(Op op) {
        return FREE_OPERANDS.getOrDefault(op, op.kernel() instanceof Kernel.RealInteger ? 1 : op.arity());
    }

    private static int[] differentiable(Op op) {
        return IntStream.range(0, free(op)).filter(op::hasPartial).toArray();
    }

    private static Map<Variable, Object> bind(Variable[] x, double[] at) {
        Map<Variable, Object> values = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            values.put(x[i], x[i].type().isReal() ? (Object) at[i] : (Object) (long) at[i]);
        }
        return values;
    }

    private static void check(Point point, Expr differentiated, Expr derivative, Variable[] x, int index) {
        double expected = byStep(differentiated, x, point.x(), index);
        double found = Evaluation.real(derivative, bind(x, point.x()));
        double scale = scale(point, differentiated, x, index);
        double tolerance =
                TOLERANCE * Math.abs(expected) + 4 * Math.ulp(scale) + noise(point, differentiated, x, scale);
        assertThat(Math.abs(found - expected))
                .as("d/dx%d of %s at %s: found %s, expected %s", index, differentiated, point, found, expected)
                .isLessThanOrEqualTo(tolerance);
    }

    /**
     * What is left of cancelling terms: of logarithms of Γ in the complex form of some, in the value and in the derivative;
     * of powers xʸ⁻¹, for which y − 1 is rounded.
     */
    private static double noise(Point point, Expr differentiated, Variable[] x, double scale) {
        if (point.op() == Op.POW) {
            return Math.abs(Math.log(point.x()[0])) * Math.ulp(1.0) * scale;
        }
        return LOGARITHMS_OF_GAMMA.contains(point.op())
                ? 4e-15 * Math.abs(Evaluation.real(differentiated, bind(x, point.x()))) + 1e-14 * scale
                : 0;
    }

    /** The result as a function of the operands that are free: y of TANH_SLOPE(x, y) is tanh x. */
    private static Expr[] operands(Point point, Variable[] x) {
        Op op = point.op();
        Expr[] operands = Arrays.copyOf(x, x.length, Expr[].class);
        if (op == Op.TANH_SLOPE) {
            operands[1] = x[0].tanh();
        } else if (op == Op.SIGMOID_SLOPE) {
            operands[1] = x[0].sigmoid();
        } else if (op == Op.POLYGAMMA_INCREMENT) {
            operands[2] = Expr.constant(point.x()[2]);
        } else if (op.kernel() instanceof Kernel.RealInteger && op != Op.SCALB) {
            operands[1] = Expr.constant((int) point.x()[1]);
        } else if (op == Op.DIRECTION) {
            operands[2] = x[0].hypot(x[1]);
        }
        return operands;
    }

    @Property(tries = 20_000, shrinking = ShrinkingMode.OFF)
    void firstPartialsAgreeWithComplexSteps(@ForAll("points") Point point) {
        Variable[] x = variables(point.op());
        Expr[] operands = operands(point, x);
        Expr y = Expr.apply(point.op(), operands);
        for (int i : differentiable(point.op())) {
            check(point, y, point.op().partial(operands, y, i), x, i);
        }
    }

    @Property(tries = 20_000, shrinking = ShrinkingMode.OFF)
    void secondPartialsAgreeWithComplexSteps(@ForAll("points") Point point) {
        Variable[] x = variables(point.op());
        Expr[] operands = operands(point, x);
        Expr y = Expr.apply(point.op(), operands);
        for (int i : differentiable(point.op())) {
            Expr partial = point.op().partial(operands, y, i);
            for (int j = 0; j < free(point.op()); j++) {
                check(point, partial, ChainRule.derivative(partial, x[j]), x, j);
            }
        }
    }

    /** Here two terms of the second partial, each some hundred times as large, almost cancel. */
    @Test
    void secondPartialOfABetaDensityAgreesWhereItsTermsCancel() {
        secondPartialsAgreeWithComplexSteps(
                new Point(Op.BETA_DENSITY, new double[] {0.072933974595642, 0.500000000032122, 16.74208332888578}));
    }

    /** Here y log x is −1.0086, which the derivative of xʸ log x adds to 1. */
    @Test
    void secondPartialOfAPowerAgreesWhereItsTermsCancel() {
        secondPartialsAgreeWithComplexSteps(new Point(Op.POW, new double[] {6.161737786669619E-17, 0.02703125}));
    }

    /** Where the terms of the slope, seven times as large, need all digits of the complex value. */
    @ParameterizedTest
    @ValueSource(doubles = {0.6, 1.1, 1.4, 1.47, 1.49, 1.51})
    void partialsOfTheScaledErrorFunctionAgreeInItsMiddle(double x) {
        firstPartialsAgreeWithComplexSteps(new Point(Op.ERFCX, new double[] {x}));
        secondPartialsAgreeWithComplexSteps(new Point(Op.ERFCX, new double[] {x}));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void powerOfANegativeBaseHasIntegerPowersOnly(
            @ForAll @DoubleRange(min = -9, max = -0.01) double base, @ForAll @IntRange(min = -20, max = 20) int n) {
        Variable x = Graph.scalar("x");
        Expr power = x.pow((double) n);
        Point point = new Point(Op.POW, new double[] {base});
        Variable[] free = {x};
        Expr slope = ChainRule.derivative(power, x);
        double expected = byStep(power, free, point.x(), 0);
        assertThat(Evaluation.real(slope, Map.of(x, base))).isCloseTo(expected, within(1e-13 * Math.abs(expected)));
        assertThat(Evaluation.real(ChainRule.derivative(slope, x), Map.of(x, base)))
                .isCloseTo(byStep(slope, free, point.x(), 0), within(2e-13 * Math.abs(n * expected / base)));
    }

    @Property(tries = 20_000, shrinking = ShrinkingMode.OFF)
    void complexValueOnTheRealAxisIsTheValue(@ForAll("points") Point point) {
        Variable[] x = variables(point.op());
        Expr y = Expr.apply(point.op(), x);
        Map<Variable, Complex> values = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            values.put(x[i], Complex.real(point.x()[i]));
        }
        Complex found = ComplexEvaluation.of(y, values);
        double expected = Evaluation.real(y, bind(x, point.x()));
        // The digamma function has a root near 1.46, where only the real one keeps its relative accuracy.
        double floor = point.op() == Op.POLYGAMMA ? 4 * Math.ulp(1.0) : Double.MIN_VALUE;
        assertThat(found.im()).as("imaginary part of %s", point).isZero();
        assertThat(Math.abs(found.re() - expected))
                .as("%s: found %s, expected %s", point, found.re(), expected)
                .isLessThanOrEqualTo(1e-13 * Math.abs(expected) + floor);
    }

    @Test
    void arcTangentOfInfinityIsARightAngle() {
        for (double x : new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY}) {
            Complex angle = Op.ATAN.complexValue(new Complex(x, STEP));
            assertThat(angle.re()).isEqualTo(Math.atan(x));
            assertThat(angle.im()).isZero();
        }
    }

    @Test
    void everyDifferentiableRowIsCovered() {
        List<Op> rows = new ArrayList<>(rows());
        assertThat(rows).contains(Op.ADD, Op.FMA, Op.POW, Op.TANH_SLOPE, Op.TO_FLOAT, Op.SCALB, Op.BESSEL_J1);
        assertThat(Arrays.stream(Op.values()).filter(Op::isDifferentiable).filter(op -> !op.hasComplexValue()))
                .containsExactly(Op.REGULARIZED_BETA);
        assertThat(Arrays.stream(Op.values()).filter(op -> !op.isDifferentiable()))
                .allMatch(op -> !op.notation().template().startsWith("Math.")
                        || !op.resultType(op.parameterTypes().toArray(Type[]::new))
                                .isReal());
    }
}
