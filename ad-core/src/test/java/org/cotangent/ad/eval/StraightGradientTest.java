package org.cotangent.ad.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Kernel;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.transform.Derivatives;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StraightGradientTest {

    private static final Variable X = Variable.of("x", Type.DOUBLES);
    private static final Variable S = Variable.of("s", Type.DOUBLE);
    private static final Variable DATA = Variable.of("data", Type.DOUBLES);
    private static final Variable RESULT = Variable.of("result", Type.DOUBLE);
    private static final List<Variable> WRT = List.of(X, S);
    private static final int LENGTH = 4;

    /** Operations whose partials choose between formulas, which takes a jump. */
    private static final List<Op> JUMPING =
            List.of(Op.DIRECTION, Op.ERFC_INVERSE, Op.LOG_NORMAL_CDF, Op.NORMAL_QUANTILE, Op.GAMMA_DENSITY);

    /** Value, gradient by x, gradient by s. */
    private record Found(double value, double[] byX, double byS) {}

    private static Program program(List<Statement> statements) {
        return Program.of(new Procedure("f", List.of(X, S, DATA), List.of(RESULT), Statement.Block.of(statements)));
    }

    private static Found run(Machine machine, double[] x, double s, double[] data) {
        double[] byX = new double[x.length];
        Arrays.fill(byX, 7);
        machine.setArray(0, x);
        machine.setArray(1, byX);
        machine.setReal(2, s);
        machine.setArray(3, data);
        machine.run();
        return new Found(machine.real(0), byX, machine.real(1));
    }

    private static Optional<Machine> straight(Program program) {
        return StraightGradient.of(program, WRT, 0)
                .map(found -> found.interpreter().machine());
    }

    private static void requireSame(Program program, double[] x, double s, double[] data) {
        Machine derived =
                Interpreter.of(Derivatives.gradient(program, WRT).program()).machine();
        Found expected = run(derived, x, s, data);
        Found found = run(straight(program).orElseThrow(), x, s, data);
        assertThat(found.value()).isEqualTo(Double.valueOf(expected.value()));
        double scale = 1
                + DoubleStream.concat(Arrays.stream(expected.byX()), DoubleStream.of(expected.byS()))
                        .map(Math::abs)
                        .filter(Double::isFinite)
                        .sum();
        for (int i = 0; i < x.length; i++) {
            requireClose(found.byX()[i], expected.byX()[i], scale);
        }
        requireClose(found.byS(), expected.byS(), scale);
    }

    private static void requireClose(double found, double expected, double scale) {
        if (Double.isFinite(expected)) {
            assertThat(found).isCloseTo(expected, within(1e-11 * scale));
        } else {
            assertThat(found).isEqualTo(Double.valueOf(expected));
        }
    }

    private static double[] random(Random random, int length) {
        return random.doubles(length, -2, 2).toArray();
    }

    /**
     * Random operations on leaves and earlier values, small trees among them; no signs copied, as NaN has either sign,
     * depending on who compiled what.
     */
    @Property(tries = 300)
    void gradientsOfRandomCodeAreThoseOfTheTransform(@ForAll long seed) {
        Random random = new Random(seed);
        List<Expr> values = new ArrayList<>();
        values.add(S);
        for (int i = 0; i < LENGTH; i++) {
            values.add(X.at(i));
        }
        values.add(DATA.at(1));
        values.add(Expr.constant(0.75));
        List<Statement> statements = new ArrayList<>();
        Expr last = S;
        for (int k = 0; k < 30; k++) {
            Variable target = k == 29 ? RESULT : Variable.of("t" + k, Type.DOUBLE);
            last = tame(operation(random, values).plus(k == 29 ? last : operation(random, values)));
            statements.add(new Statement.Assign(target, last));
            values.add(target);
            last = target;
        }
        requireSame(program(statements), random(random, LENGTH), random.nextDouble(), random(random, LENGTH));
    }

    /** Bounded, so that no value overflows. */
    private static Expr tame(Expr expression) {
        return expression.sin();
    }

    private static Expr operation(Random random, List<Expr> values) {
        List<Op> ops = Arrays.stream(Op.values())
                .filter(op -> isReal(op) && op != Op.COPY_SIGN && !JUMPING.contains(op))
                .toList();
        Op op = ops.get(random.nextInt(ops.size()));
        Expr[] operands = new Expr[op.arity()];
        Arrays.setAll(operands, i -> values.get(random.nextInt(values.size())));
        return Expr.apply(op, operands);
    }

    private static boolean isReal(Op op) {
        boolean kernel = op.kernel() instanceof Kernel.Real1
                || op.kernel() instanceof Kernel.Real2
                || op.kernel() instanceof Kernel.Real3;
        boolean all = true;
        for (int i = 0; kernel && i < op.arity(); i++) {
            all &= op.hasPartial(i);
        }
        return kernel && op.isDifferentiable() && all;
    }

    /** Each operation alone, its operands different, the same, and constant. */
    @ParameterizedTest
    @EnumSource
    void everyOperationIsSwept(Op op) {
        if (!isReal(op)) {
            return;
        }
        Expr[] leaves = {X.at(0), S, X.at(2)};
        Expr[] different = Arrays.copyOf(leaves, op.arity());
        Expr[] same = new Expr[op.arity()];
        Arrays.fill(same, S);
        List<Expr[]> all = new ArrayList<>(List.of(different, same));
        for (int i = 0; i < op.arity() && op.arity() > 1; i++) {
            Expr[] constant = different.clone();
            constant[i] = Expr.constant(2.0);
            all.add(constant);
        }
        for (Expr[] operands : all) {
            Program program = program(List.of(new Statement.Assign(RESULT, Expr.apply(op, operands))));
            if (straight(program).isPresent()) {
                requireSame(program, new double[] {0.3, 0, 0.6, 0}, 0.4, new double[2]);
                requireSame(program, new double[] {0, 0, 0, 0}, 0, new double[2]);
            } else {
                assertThat(op).as("swept only by transforms").isIn(JUMPING);
            }
        }
    }

    @Test
    void closedFormIsMet() {
        Variable t = Variable.of("t", Type.DOUBLE);
        Program program = program(List.of(
                new Statement.Assign(t, X.at(0).times(X.at(0)).plus(S.exp().times(DATA.at(1)))),
                new Statement.Assign(RESULT, t.minus(X.at(3).dividedBy(S)).times(t))));
        double[] x = {1.5, 2, 3, 0.5};
        Found found = run(straight(program).orElseThrow(), x, 0.25, new double[] {9, 2});
        double value = 1.5 * 1.5 + 2 * Math.exp(0.25);
        assertThat(found.value()).isEqualTo((value - 2) * value);
        double byValue = 2 * value - 2;
        assertThat(found.byX()).containsExactly(new double[] {3 * byValue, 0, 0, -value / 0.25}, within(1e-13));
        assertThat(found.byS()).isCloseTo(byValue * 2 * Math.exp(0.25) + value * 0.5 / 0.0625, within(1e-12));
    }

    @Test
    void whatIsReturnedUnchangedHasGradientOne() {
        Found found = run(
                straight(program(List.of(new Statement.Assign(RESULT, S)))).orElseThrow(),
                new double[LENGTH],
                0.5,
                new double[2]);
        assertThat(found.byS()).isEqualTo(1);
        assertThat(found.byX()).containsOnly(0);
    }

    @Test
    void whatIsTakenFromItselfReceivesNothing() {
        Variable t = Variable.of("t", Type.DOUBLE);
        Variable u = Variable.of("u", Type.DOUBLE);
        Program program = program(List.of(
                new Statement.Assign(t, X.at(0).sqrt()),
                new Statement.Assign(u, t.plus(t)),
                new Statement.Assign(RESULT, Expr.apply(Op.SUBTRACT, u, u).plus(S.log()))));
        Found found = run(straight(program).orElseThrow(), new double[] {-1, 0, 0, 0}, 0.5, new double[2]);
        assertThat(found.byX()).containsOnly(0);
        assertThat(found.byS()).isEqualTo(2);
    }

    @Test
    void dataHaveNoAdjoint() {
        Found found = run(
                straight(program(List.of(new Statement.Assign(RESULT, DATA.at(0).exp()))))
                        .orElseThrow(),
                new double[LENGTH],
                0.5,
                new double[] {1});
        assertThat(found.value()).isEqualTo(Math.E);
        assertThat(found.byS()).isZero();
        assertThat(found.byX()).containsOnly(0);
    }

    @Test
    void codeOfAnotherKindIsLeftToTransforms() {
        Variable t = Variable.of("t", Type.DOUBLE);
        Statement twice = new Statement.Assign(t, S.sin());
        Statement end = new Statement.Assign(RESULT, t.times(2));
        assertThat(straight(program(List.of(twice, twice, end)))).isEmpty();
        assertThat(straight(program(List.of(new Statement.Assign(S, S.sin()), new Statement.Assign(RESULT, S)))))
                .isEmpty();
        assertThat(straight(program(List.of(new Statement.Assign(t, S.sin(), true), end))))
                .isEmpty();
        Statement loop = new Statement.For(
                "loop", Variable.of("i", Type.INT), Expr.constant(0), X.length(), 1, Statement.Block.of(twice));
        assertThat(straight(program(List.of(loop, end)))).isEmpty();
        assertThat(straight(program(List.of(new Statement.Store(X, Expr.constant(0), S), end))))
                .isEmpty();
        Expr choice = Expr.apply(Op.CONDITIONAL, Expr.apply(Op.LESS, S, X.at(0)), S.sin(), S.cos());
        assertThat(straight(program(List.of(new Statement.Assign(RESULT, choice)))))
                .isEmpty();
        assertThat(StraightGradient.of(program(List.of(twice, end)), WRT, 3)).isEmpty();
    }
}
