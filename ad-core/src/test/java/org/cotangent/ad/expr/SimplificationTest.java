package org.cotangent.ad.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What building may change: on values nothing, not a bit; in derivative code only what is listed. */
class SimplificationTest {

    private static final double[] SPECIAL = {
        0.0, -0.0, 1, -1, 2, 0.5, 3.7, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300, 1e-310
    };
    private static final long[] WHOLE = {0, 1, -1, 2, 7, Integer.MAX_VALUE, Integer.MIN_VALUE};

    private static final Variable A = Graph.scalar("a");
    private static final Variable B = Graph.scalar("b");
    private static final Variable I = Graph.integer("i");
    private static final Variable J = Graph.integer("j");
    private static final Variable P = Variable.of("p", Type.BOOLEAN);

    /** What was asked for: an operation on parts, or a leaf. */
    record Term(Op op, List<Term> parts, Expr leaf) {

        Expr built() {
            return parts.isEmpty()
                    ? leaf
                    : Expr.apply(op, parts.stream().map(Term::built).toArray(Expr[]::new));
        }

        /** The value without any rewrite; lazy operations only evaluate what they need. */
        Object value(Map<Variable, Object> values) {
            if (parts.isEmpty()) {
                return Evaluation.of(leaf, values);
            }
            return switch (op) {
                case CONDITIONAL ->
                    parts.get((boolean) parts.get(0).value(values) ? 1 : 2).value(values);
                case AND_ALSO ->
                    (boolean) parts.get(0).value(values)
                            && (boolean) parts.get(1).value(values);
                case OR_ELSE ->
                    (boolean) parts.get(0).value(values)
                            || (boolean) parts.get(1).value(values);
                default ->
                    Evaluation.compute(
                            op, parts.stream().map(p -> p.value(values)).toArray());
            };
        }

        @Override
        public String toString() {
            return parts.isEmpty() ? leaf.toString() : op + parts.toString();
        }
    }

    private static final List<Op> REAL = Arrays.stream(Op.values())
            .filter(op -> op.isDifferentiable() && !(op.kernel() instanceof Kernel.RealInteger))
            .toList();
    private static final List<Op> INT = List.of(
            Op.INT_ADD, Op.INT_SUBTRACT, Op.INT_MULTIPLY, Op.INT_NEGATE, Op.INT_MIN, Op.INT_SHIFT_LEFT, Op.INT_XOR);
    private static final List<Op> ARITHMETIC =
            List.of(Op.ADD, Op.SUBTRACT, Op.MULTIPLY, Op.DIVIDE, Op.NEGATE, Op.POW, Op.STRONG_TIMES);
    private static final List<Op> PRODUCTS = List.of(Op.MULTIPLY, Op.DIVIDE, Op.NEGATE, Op.STRONG_TIMES);
    private static final List<Op> LOGICAL = List.of(Op.NOT, Op.AND_ALSO, Op.OR_ELSE, Op.BOTH, Op.EXCLUSIVE_OR);
    private static final List<Op> COMPARISON =
            List.of(Op.LESS, Op.LESS_OR_EQUAL, Op.GREATER, Op.GREATER_OR_EQUAL, Op.EQUAL, Op.NOT_EQUAL);

    private static Term leaf(Expr leaf) {
        return new Term(Op.ADD, List.of(), leaf);
    }

    /** Draws terms by hand: nested jqwik arbitraries take seconds for a term of this depth. */
    private record Draw(Random random) {

        private <T> T of(List<T> choices) {
            return choices.get(random.nextInt(choices.size()));
        }

        /** Signs are copied from leaves: that of a computed NaN depends on who compiled what. */
        private Term operation(Op op, Supplier<Term> operand) {
            if (op == Op.COPY_SIGN) {
                return new Term(op, List.of(operand.get(), real(0)), A);
            }
            return new Term(op, Stream.generate(operand).limit(op.arity()).toList(), A);
        }

        Term real(int depth) {
            int kind = depth == 0 ? random.nextInt(2) : random.nextInt(10);
            return switch (kind) {
                case 0 -> leaf(of(List.of(A, B)));
                case 1 -> leaf(Expr.constant(SPECIAL[random.nextInt(SPECIAL.length)]));
                case 2 -> new Term(Op.CONDITIONAL, List.of(condition(depth - 1), real(depth - 1), real(depth - 1)), A);
                case 3, 4, 5 -> operation(of(REAL), () -> real(depth - 1));
                default -> operation(of(ARITHMETIC), () -> real(depth - 1));
            };
        }

        Term integer(int depth) {
            int kind = depth == 0 ? random.nextInt(2) : random.nextInt(8);
            return switch (kind) {
                case 0 -> leaf(of(List.of(I, J)));
                case 1 -> leaf(Expr.constant((int) WHOLE[random.nextInt(WHOLE.length)]));
                default -> operation(of(INT), () -> integer(depth - 1));
            };
        }

        Term condition(int depth) {
            int kind = depth <= 0 ? 0 : random.nextInt(3);
            return switch (kind) {
                case 0 -> leaf(of(List.of(P, Expr.constant(true), Expr.constant(false))));
                case 1 -> operation(of(COMPARISON), () -> real(depth - 1));
                default -> operation(of(LOGICAL), () -> condition(depth - 1));
            };
        }

        Map<Variable, Object> values() {
            return Map.of(
                    A, SPECIAL[random.nextInt(SPECIAL.length)],
                    B, SPECIAL[random.nextInt(SPECIAL.length)],
                    I, WHOLE[random.nextInt(WHOLE.length)],
                    J, WHOLE[random.nextInt(WHOLE.length)],
                    P, random.nextBoolean());
        }
    }

    @Property(tries = 20_000)
    void buildingKeepsEveryBitOfTheValue(@ForAll long seed) {
        Draw draw = new Draw(new Random(seed));
        Term term = draw.real(4);
        Map<Variable, Object> values = draw.values();
        double built = (double) Evaluation.of(term.built(), values);
        // All NaN are one: Java does not promise which bits arithmetic gives.
        assertThat(Double.doubleToLongBits(built))
                .as("%s built as %s is %s", term, term.built(), built)
                .isEqualTo(Double.doubleToLongBits((double) term.value(values)));
    }

    @Property(tries = 10_000)
    void buildingIntegersKeepsTheirOverflow(@ForAll long seed) {
        Draw draw = new Draw(new Random(seed));
        Term term = draw.integer(5);
        Map<Variable, Object> values = draw.values();
        assertThat(Evaluation.of(term.built(), values))
                .as("%s built as %s", term, term.built())
                .isEqualTo(term.value(values));
    }

    @Test
    void exactRewritesAreMade() {
        assertThat(A.plus(-0.0)).isSameAs(A);
        assertThat(A.minus(0.0)).isSameAs(A);
        assertThat(A.times(1)).isSameAs(A);
        assertThat(A.dividedBy(1)).isSameAs(A);
        assertThat(A.negate().negate()).isSameAs(A);
        assertThat(A.pow(1.0)).isSameAs(A);
        assertThat(A.pow(0.0)).isEqualTo(Expr.constant(1.0));
        assertThat(I.plus(1).minus(1)).isSameAs(I);
        assertThat(Expr.constant(true).select(A, B)).isSameAs(A);
        assertThat(P.select(A, A)).isSameAs(A);
        assertThat(Expr.constant(2.0).sqrt()).isEqualTo(Expr.constant(Math.sqrt(2)));
    }

    @Test
    void inexactRewritesAreNotMadeOnValues() {
        assertThat(A.plus(0.0)).isNotSameAs(A);
        assertThat(A.times(0.0)).isInstanceOf(Apply.class);
        assertThat(A.minus(A)).isInstanceOf(Apply.class);
        assertThat(A.dividedBy(A)).isInstanceOf(Apply.class);
    }

    @Test
    void divisionOfIntegersByZeroIsLeftToThrowWhenRun() {
        assertThat(Expr.constant(1).dividedBy(Expr.constant(0))).isInstanceOf(Apply.class);
    }

    @Test
    void listedRewritesOfDerivativeCodeAreMade() {
        Expr zero = Expr.constant(0.0);
        assertThat(Simplification.product(zero, A)).isEqualTo(zero);
        assertThat(Simplification.strongProduct(A, zero)).isEqualTo(zero);
        assertThat(Simplification.sum(A, zero)).isSameAs(A);
        assertThat(Simplification.derivative(Op.DIVIDE, zero, A)).isEqualTo(zero);
        assertThat(Simplification.product(A, B.reciprocal())).isSameAs(A.dividedBy(B));
        assertThat(Simplification.sum(A, B.negate())).isSameAs(A.minus(B));
        assertThat(Simplification.product(A, Expr.constant(2.0)))
                .isSameAs(Expr.constant(2.0).times(A));
        assertThat(Simplification.product(A.negate(), B)).isSameAs(A.times(B).negate());
        assertThat(Simplification.product(Expr.constant(3.0), Expr.constant(2.0).times(A)))
                .isSameAs(Expr.constant(6.0).times(A));
    }

    @Test
    void productsOfUnknownsStayStrong() {
        assertThat(Simplification.strongProduct(A, B)).isSameAs(Expr.apply(Op.STRONG_TIMES, A, B));
        assertThat(Simplification.strongProduct(Expr.constant(Double.POSITIVE_INFINITY), B))
                .isInstanceOfSatisfying(
                        Apply.class, apply -> assertThat(apply.op()).isEqualTo(Op.STRONG_TIMES));
    }

    /** Their product overflows, or keeps few digits, though a third factor brings the whole back. */
    @Test
    void constantsThatLeaveTheRangeTogetherAreNotMultiplied() {
        Map<Variable, Object> tiny = Map.of(A, 3e-200);
        Map<Variable, Object> huge = Map.of(A, 3e200);
        Expr large = Simplification.product(
                Expr.constant(1e200), Expr.constant(-1e200).times(A));
        Expr small = Simplification.product(
                Expr.constant(1e-160), Expr.constant(1e-160).times(A));
        assertThat(Evaluation.real(large, tiny)).isEqualTo(1e200 * (-1e200 * 3e-200));
        assertThat(Evaluation.real(small, huge)).isEqualTo(1e-160 * (1e-160 * 3e200));
    }

    /**
     * Rounds as often as the original, so a few ulp, and what the original has lost in subnormal
     * factors; only zeros, infinities and NaN may differ by more.
     */
    @Property(tries = 5_000)
    void derivativeRewritesKeepFiniteValues(@ForAll long seed) {
        derivativeRewritesAreClose(seed);
    }

    /** One of two constants in a row brought a·a to eighteen bits. */
    @Test
    void digitsLostInSubnormalFactorsAreNoErrorOfTheRewrite() {
        derivativeRewritesAreClose(-78802);
    }

    private static void derivativeRewritesAreClose(long seed) {
        Draw draw = new Draw(new Random(seed));
        Map<Variable, Object> point = Map.of(A, 0.7, B, -1.9, I, 3L, J, -4L, P, true);
        Expr a = draw.real(3).built();
        Expr b = draw.real(3).built();
        double lost = lost(a, point) + lost(b, point);
        for (Op op : List.of(Op.ADD, Op.SUBTRACT, Op.MULTIPLY, Op.DIVIDE, Op.STRONG_TIMES)) {
            double plain = Evaluation.real(Expr.apply(op, a, b), point);
            double rewritten = Evaluation.real(Simplification.derivative(op, a, b), point);
            double inputs = Math.abs(Evaluation.real(a, point)) + Math.abs(Evaluation.real(b, point));
            if (Double.isFinite(plain) && Double.isFinite(inputs) && Math.abs(plain) > 1e-290) {
                assertThat(Math.abs(rewritten - plain))
                        .as("%s of %s and %s", op, a, b)
                        .isLessThanOrEqualTo(4 * Math.ulp(plain) + lost * Math.abs(plain));
            }
        }
    }

    /** The relative error of a product, as far as rewrites take it apart, from subnormal results within. */
    private static double lost(Expr e, Map<Variable, Object> point) {
        if (!(e instanceof Apply apply) || !PRODUCTS.contains(apply.op())) {
            return 0;
        }
        double value = Math.abs(Evaluation.real(e, point));
        double own = value > 0 && value < Double.MIN_NORMAL ? Double.MIN_VALUE / value : 0;
        return own
                + apply.operands().stream()
                        .mapToDouble(part -> lost(part, point))
                        .sum();
    }
}
