package org.cotangent.ad.expr;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The table of scalar operations, one row each: types, Java text, value, complex value, partial
 * derivatives. Interpreter, transforms and generator all read it; there is no second table. What the
 * rows say is written in one file for each family of operations.
 *
 * <p>A row is {@link #isStrong() strong} where a partial is infinite although the value is finite:
 * there the chain rule multiplies by {@link #STRONG_TIMES}, in which an exact zero wins.
 */
public enum Op {
    ADD(ArithmeticRows.ADD),
    SUBTRACT(ArithmeticRows.SUBTRACT),
    MULTIPLY(ArithmeticRows.MULTIPLY),
    DIVIDE(ArithmeticRows.DIVIDE),
    NEGATE(ArithmeticRows.NEGATE),
    STRONG_TIMES(ArithmeticRows.STRONG_TIMES),
    FMA(ArithmeticRows.FMA),
    REMAINDER(ArithmeticRows.REMAINDER),
    IEEE_REMAINDER(ArithmeticRows.IEEE_REMAINDER),
    SQRT(ArithmeticRows.SQRT),
    CBRT(ArithmeticRows.CBRT),
    HYPOT(ArithmeticRows.HYPOT),
    DIRECTION(ArithmeticRows.DIRECTION),
    POW(ArithmeticRows.POW),

    EXP(ElementaryRows.EXP),
    EXPM1(ElementaryRows.EXPM1),
    LOG(ElementaryRows.LOG),
    LOG10(ElementaryRows.LOG10),
    LOG1P(ElementaryRows.LOG1P),
    SIN(ElementaryRows.SIN),
    COS(ElementaryRows.COS),
    TAN(ElementaryRows.TAN),
    ASIN(ElementaryRows.ASIN),
    ACOS(ElementaryRows.ACOS),
    ATAN(ElementaryRows.ATAN),
    ATAN2(ElementaryRows.ATAN2),
    SINH(ElementaryRows.SINH),
    COSH(ElementaryRows.COSH),
    TANH(ElementaryRows.TANH),
    TANH_SLOPE(ElementaryRows.TANH_SLOPE),
    ASINH(ElementaryRows.ASINH),
    ACOSH(ElementaryRows.ACOSH),
    ATANH(ElementaryRows.ATANH),
    TO_RADIANS(ElementaryRows.TO_RADIANS),
    TO_DEGREES(ElementaryRows.TO_DEGREES),

    ABS(PiecewiseRows.ABS),
    MAX(PiecewiseRows.MAX),
    MIN(PiecewiseRows.MIN),
    SHARE(PiecewiseRows.SHARE),
    SIGNUM(PiecewiseRows.SIGNUM),
    COPY_SIGN(PiecewiseRows.COPY_SIGN),
    FLOOR(PiecewiseRows.FLOOR),
    CEIL(PiecewiseRows.CEIL),
    RINT(PiecewiseRows.RINT),
    STOP_GRADIENT(PiecewiseRows.STOP_GRADIENT),
    TO_FLOAT(PiecewiseRows.TO_FLOAT),
    SCALB(PiecewiseRows.SCALB),

    SIGMOID(ProbabilityRows.SIGMOID),
    SIGMOID_SLOPE(ProbabilityRows.SIGMOID_SLOPE),
    SOFTPLUS(ProbabilityRows.SOFTPLUS),
    ERF(ProbabilityRows.ERF),
    ERFC(ProbabilityRows.ERFC),
    ERFCX(ProbabilityRows.ERFCX),
    ERFCX_INTEGRAL(ProbabilityRows.ERFCX_INTEGRAL),
    ERF_INVERSE(ProbabilityRows.ERF_INVERSE),
    ERFC_INVERSE(ProbabilityRows.ERFC_INVERSE),
    GAUSSIAN(ProbabilityRows.GAUSSIAN),
    NORMAL_DENSITY(ProbabilityRows.NORMAL_DENSITY),
    NORMAL_CDF(ProbabilityRows.NORMAL_CDF),
    LOG_NORMAL_CDF(ProbabilityRows.LOG_NORMAL_CDF),
    NORMAL_QUANTILE(ProbabilityRows.NORMAL_QUANTILE),

    LOG_GAMMA(GammaRows.LOG_GAMMA),
    DIGAMMA(GammaRows.DIGAMMA),
    TRIGAMMA(GammaRows.TRIGAMMA),
    POLYGAMMA(GammaRows.POLYGAMMA),
    POLYGAMMA_INCREMENT(GammaRows.POLYGAMMA_INCREMENT),
    BETA(GammaRows.BETA),
    LOG_BETA(GammaRows.LOG_BETA),
    REGULARIZED_GAMMA_P(GammaRows.REGULARIZED_GAMMA_P),
    REGULARIZED_GAMMA_Q(GammaRows.REGULARIZED_GAMMA_Q),
    GAMMA_DENSITY(GammaRows.GAMMA_DENSITY),
    REGULARIZED_BETA(GammaRows.REGULARIZED_BETA),
    BETA_DENSITY(GammaRows.BETA_DENSITY),

    BESSEL_J0(BesselRows.BESSEL_J0),
    BESSEL_J1(BesselRows.BESSEL_J1),
    BESSEL_J(BesselRows.BESSEL_J),

    LESS(DiscreteRows.LESS),
    LESS_OR_EQUAL(DiscreteRows.LESS_OR_EQUAL),
    GREATER(DiscreteRows.GREATER),
    GREATER_OR_EQUAL(DiscreteRows.GREATER_OR_EQUAL),
    EQUAL(DiscreteRows.EQUAL),
    NOT_EQUAL(DiscreteRows.NOT_EQUAL),
    INTEGER_LESS(DiscreteRows.INTEGER_LESS),
    INTEGER_LESS_OR_EQUAL(DiscreteRows.INTEGER_LESS_OR_EQUAL),
    INTEGER_GREATER(DiscreteRows.INTEGER_GREATER),
    INTEGER_GREATER_OR_EQUAL(DiscreteRows.INTEGER_GREATER_OR_EQUAL),
    INTEGER_EQUAL(DiscreteRows.INTEGER_EQUAL),
    INTEGER_NOT_EQUAL(DiscreteRows.INTEGER_NOT_EQUAL),
    INT_ADD(DiscreteRows.INT_ADD),
    INT_SUBTRACT(DiscreteRows.INT_SUBTRACT),
    INT_MULTIPLY(DiscreteRows.INT_MULTIPLY),
    INT_DIVIDE(DiscreteRows.INT_DIVIDE),
    INT_REMAINDER(DiscreteRows.INT_REMAINDER),
    INT_NEGATE(DiscreteRows.INT_NEGATE),
    INT_ABS(DiscreteRows.INT_ABS),
    INT_MIN(DiscreteRows.INT_MIN),
    INT_MAX(DiscreteRows.INT_MAX),
    INT_FLOOR_DIVIDE(DiscreteRows.INT_FLOOR_DIVIDE),
    INT_FLOOR_REMAINDER(DiscreteRows.INT_FLOOR_REMAINDER),
    INT_AND(DiscreteRows.INT_AND),
    INT_XOR(DiscreteRows.INT_XOR),
    INT_OR(DiscreteRows.INT_OR),
    INT_COMPLEMENT(DiscreteRows.INT_COMPLEMENT),
    INT_SHIFT_LEFT(DiscreteRows.INT_SHIFT_LEFT),
    INT_SHIFT_RIGHT(DiscreteRows.INT_SHIFT_RIGHT),
    INT_SHIFT_RIGHT_UNSIGNED(DiscreteRows.INT_SHIFT_RIGHT_UNSIGNED),
    LONG_ADD(DiscreteRows.LONG_ADD),
    LONG_SUBTRACT(DiscreteRows.LONG_SUBTRACT),
    LONG_MULTIPLY(DiscreteRows.LONG_MULTIPLY),
    LONG_DIVIDE(DiscreteRows.LONG_DIVIDE),
    LONG_REMAINDER(DiscreteRows.LONG_REMAINDER),
    LONG_NEGATE(DiscreteRows.LONG_NEGATE),
    LONG_ABS(DiscreteRows.LONG_ABS),
    LONG_MIN(DiscreteRows.LONG_MIN),
    LONG_MAX(DiscreteRows.LONG_MAX),
    LONG_FLOOR_DIVIDE(DiscreteRows.LONG_FLOOR_DIVIDE),
    LONG_FLOOR_REMAINDER(DiscreteRows.LONG_FLOOR_REMAINDER),
    LONG_AND(DiscreteRows.LONG_AND),
    LONG_XOR(DiscreteRows.LONG_XOR),
    LONG_OR(DiscreteRows.LONG_OR),
    LONG_COMPLEMENT(DiscreteRows.LONG_COMPLEMENT),
    LONG_SHIFT_LEFT(DiscreteRows.LONG_SHIFT_LEFT),
    LONG_SHIFT_RIGHT(DiscreteRows.LONG_SHIFT_RIGHT),
    LONG_SHIFT_RIGHT_UNSIGNED(DiscreteRows.LONG_SHIFT_RIGHT_UNSIGNED),
    INT_TO_LONG(DiscreteRows.INT_TO_LONG),
    LONG_TO_INT(DiscreteRows.LONG_TO_INT),
    INT_TO_DOUBLE(DiscreteRows.INT_TO_DOUBLE),
    LONG_TO_DOUBLE(DiscreteRows.LONG_TO_DOUBLE),
    DOUBLE_TO_INT(DiscreteRows.DOUBLE_TO_INT),
    DOUBLE_TO_LONG(DiscreteRows.DOUBLE_TO_LONG),
    ROUND(DiscreteRows.ROUND),
    GET_EXPONENT(DiscreteRows.GET_EXPONENT),
    NOT(DiscreteRows.NOT),
    BOOLEAN_EQUAL(DiscreteRows.BOOLEAN_EQUAL),
    EXCLUSIVE_OR(DiscreteRows.EXCLUSIVE_OR),
    BOTH(DiscreteRows.BOTH),
    EITHER(DiscreteRows.EITHER),
    AND_ALSO(DiscreteRows.AND_ALSO),
    OR_ELSE(DiscreteRows.OR_ELSE),
    CONDITIONAL(DiscreteRows.CONDITIONAL);

    private final Row row;

    Op(Row row) {
        this.row = row;
    }

    public Kernel kernel() {
        return row.kernel();
    }

    public Notation notation() {
        return row.notation();
    }

    public int arity() {
        return row.kernel().arity();
    }

    /** Whether its result is a real that depends smoothly on real operands, so that partials exist. */
    public boolean isDifferentiable() {
        return row.smoothness() != Row.Smoothness.DISCRETE;
    }

    /** Whether a partial can be infinite where the value is finite; see the class comment. */
    public boolean isStrong() {
        return row.smoothness() == Row.Smoothness.STRONG;
    }

    /** Whether evaluating it again costs about as much as loading a kept result. */
    public boolean isCheap() {
        return notation().isOperator() && this != DIVIDE && this != REMAINDER;
    }

    /**
     * The type of the result.
     *
     * @throws IllegalArgumentException if number or types of operands do not fit
     */
    public Type resultType(Expr... operands) {
        return row.signature().resultType(this, operands);
    }

    /** The types of operands that its Java text is declared with; empty if any type will do. */
    List<Type> parameterTypes() {
        return row.signature().parameterTypes(arity());
    }

    /** The type of the result for operands of given types. */
    Type resultType(Type... operands) {
        return row.signature().resultType(this, operands);
    }

    /** Whether the partial derivative by an operand is 0 wherever it exists, as that of a rounding is. */
    public boolean isFlat(int index) {
        return Flat.OPERANDS.get(ordinal()).get(index);
    }

    /** Whether a partial is computed from the result, at operands that are not constant. */
    boolean hasPartialOfResult() {
        return FromResult.OPERATIONS.get(ordinal());
    }

    /** Whether a partial at some operands is computed from the result. */
    boolean hasPartialOfResult(Expr[] operands) {
        Variable result = Variable.of("result", Type.DOUBLE);
        for (int i = 0; i < operands.length; i++) {
            if (hasPartial(i)
                    && Traversal.postOrder(List.of(partial(operands, result, i)))
                            .contains(result)) {
                return true;
            }
        }
        return false;
    }

    private Expr[] variables() {
        return parameterTypes().stream()
                .map(type -> Variable.of("operand", type))
                .toArray(Expr[]::new);
    }

    /** The operations that have a partial computed from the result. */
    private static final class FromResult {
        private static final BitSet OPERATIONS = new BitSet();

        static {
            for (Op op : values()) {
                OPERATIONS.set(op.ordinal(), op.hasPartialOfResult(op.variables()));
            }
        }
    }

    /** The flat operands of every operation, found by its partials at variables. */
    private static final class Flat {
        private static final List<BitSet> OPERANDS =
                Arrays.stream(values()).map(Flat::of).toList();

        private static BitSet of(Op op) {
            Expr[] operands = op.variables();
            BitSet flat = new BitSet();
            for (int i = 0; i < operands.length; i++) {
                flat.set(i, op.hasPartial(i) && isZero(op.partial(operands, Variable.of("result", Type.DOUBLE), i)));
            }
            return flat;
        }

        private static boolean isZero(Expr partial) {
            return partial instanceof Constant constant && constant.is(0.0);
        }
    }

    /** Whether a complex value is known; without one, complex steps cannot check derivatives. */
    public boolean hasComplexValue() {
        return row.complex().isPresent();
    }

    /** Whether there is a partial derivative by an operand, be it 0. */
    public boolean hasPartial(int index) {
        return !row.refused().contains(index);
    }

    /**
     * The partial derivative by an operand; 0.0 for operands that carry no derivative.
     *
     * @param operands the operands
     * @param result the result, as an expression that has its value
     * @param index which operand
     * @throws UnsupportedOperationException if this operation is not differentiated by that operand
     */
    public Expr partial(Expr[] operands, Expr result, int index) {
        if (!hasPartial(index)) {
            throw new UnsupportedOperationException(text((Object[]) operands) + " is not differentiated by its operand "
                    + operands[index] + " (number " + (index + 1) + " of " + arity()
                    + "): no formula for that is accurate enough; keep that operand constant, or data, or give the"
                    + " derivative of the whole function yourself");
        }
        return row.rule().partial(operands, result, index);
    }

    /**
     * The complex value near the real axis.
     *
     * @throws UnsupportedOperationException if this operation has no complex form
     */
    public Complex complexValue(Complex... operands) {
        return row.complex()
                .orElseThrow(() -> new UnsupportedOperationException(
                        this + " has no complex form; use differences to verify expressions that contain it"))
                .apply(operands);
    }

    /** The Java text of this operation on operand texts, without parentheses around operands. */
    public String text(Object... operands) {
        return row.notation().text(operands);
    }
}
