package org.cotangent.ad.expr;

import static org.cotangent.ad.expr.Expr.apply;
import static org.cotangent.ad.expr.Expr.constant;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cotangent.ad.runtime.Primitives;

/**
 * The table of scalar operations, one row each: types, Java text, value, complex value, partial
 * derivatives. Interpreter, transforms and generator all read it; there is no second table.
 *
 * <p>A row is {@link #isStrong() strong} where a partial is infinite although the value is finite:
 * there the chain rule multiplies by {@link #STRONG_TIMES}, in which an exact zero wins.
 */
public enum Op {
    ADD(
            real2((a, b) -> a + b),
            infix("+", 11),
            Complexes.two(Complex::plus),
            Rule.of((a, b, y) -> one(), (a, b, y) -> one())),
    SUBTRACT(
            real2((a, b) -> a - b),
            infix("-", 11),
            Complexes.two(Complex::minus),
            Rule.of((a, b, y) -> one(), (a, b, y) -> constant(-1.0))),
    MULTIPLY(
            real2((a, b) -> a * b),
            infix("*", 12),
            Complexes.two(Complex::times),
            Rule.of((a, b, y) -> b, (a, b, y) -> a)),
    DIVIDE(
            real2((a, b) -> a / b),
            infix("/", 12),
            Complexes.two(Complex::dividedBy),
            Rule.of((a, b, y) -> one().dividedBy(b), (a, b, y) -> y.dividedBy(b).negate())),
    NEGATE(real1(a -> -a), Notation.prefix("-"), Complexes.one(Complex::negate), Rule.of((x, y) -> constant(-1.0))),
    STRONG_TIMES(
            real2(Primitives::strongTimes),
            primitive("strongTimes"),
            Complexes.two(ComplexFunctions::strongTimes),
            Rule.of((a, b, y) -> b, (a, b, y) -> a),
            true),
    FMA(
            new Kernel.Real3(Math::fma),
            math("fma"),
            Complexes.three(ComplexFunctions::fma),
            (x, y, i) -> i == 0 ? x[1] : i == 1 ? x[0] : one()),
    REMAINDER(
            real2((a, b) -> a % b),
            infix("%", 12),
            Complexes.remainder((a, b) -> a % b),
            Rule.of((a, b, y) -> one(), Op::minusQuotient)),
    IEEE_REMAINDER(
            real2(Math::IEEEremainder),
            math("IEEEremainder"),
            Complexes.remainder(Math::IEEEremainder),
            Rule.of((a, b, y) -> one(), Op::minusQuotient)),

    SQRT(
            real1(Math::sqrt),
            math("sqrt"),
            Complexes.one(ComplexFunctions::sqrt),
            Rule.of((x, y) -> constant(0.5).dividedBy(y)),
            true),
    CBRT(
            real1(Math::cbrt),
            math("cbrt"),
            Complexes.one(ComplexFunctions::cbrt),
            Rule.of((x, y) -> one().dividedBy(y.square().times(3))),
            true),
    HYPOT(
            real2(Math::hypot),
            math("hypot"),
            Complexes.two(ComplexFunctions::hypot),
            Rule.of((a, b, y) -> direction(a, b, y), (a, b, y) -> direction(b, a, y))),
    /** a / r from a, b and r = hypot(a, b); 0 at the origin. All of its derivative is by a and b. */
    DIRECTION(
            new Kernel.Real3(Primitives::direction),
            primitive("direction"),
            Complexes.three((a, b, r) -> ComplexFunctions.direction(a, b)),
            (x, y, i) -> i == 2 ? zero() : turning(x[0], x[1], x[2], i)),
    POW(
            real2(Math::pow),
            math("pow"),
            Complexes.two(ComplexFunctions::pow),
            Rule.of((x, p, y) -> powSlope(x, p), (x, p, y) -> apply(STRONG_TIMES, y, x.log())),
            true),

    EXP(real1(Math::exp), math("exp"), Complexes.one(ComplexFunctions::exp), Rule.of((x, y) -> y)),
    EXPM1(real1(Math::expm1), math("expm1"), Complexes.one(ComplexFunctions::expm1), Rule.of((x, y) -> x.exp())),
    LOG(real1(Math::log), math("log"), Complexes.one(ComplexFunctions::log), Rule.of((x, y) -> one().dividedBy(x))),
    LOG10(
            real1(Math::log10),
            math("log10"),
            Complexes.one(ComplexFunctions::log10),
            Rule.of((x, y) -> constant(1 / Math.log(10)).dividedBy(x))),
    LOG1P(
            real1(Math::log1p),
            math("log1p"),
            Complexes.one(ComplexFunctions::log1p),
            Rule.of((x, y) -> one().dividedBy(x.plus(1)))),

    SIN(real1(Math::sin), math("sin"), Complexes.one(ComplexFunctions::sin), Rule.of((x, y) -> x.cos())),
    COS(
            real1(Math::cos),
            math("cos"),
            Complexes.one(ComplexFunctions::cos),
            Rule.of((x, y) -> x.sin().negate())),
    TAN(
            real1(Math::tan),
            math("tan"),
            Complexes.one(ComplexFunctions::tan),
            Rule.of((x, y) -> y.square().plus(1))),
    ASIN(
            real1(Math::asin),
            math("asin"),
            Complexes.one(ComplexFunctions::asin),
            Rule.of((x, y) -> one().dividedBy(oneMinusSquare(x).sqrt())),
            true),
    ACOS(
            real1(Math::acos),
            math("acos"),
            Complexes.one(ComplexFunctions::acos),
            Rule.of((x, y) -> constant(-1.0).dividedBy(oneMinusSquare(x).sqrt())),
            true),
    ATAN(
            real1(Math::atan),
            math("atan"),
            Complexes.one(ComplexFunctions::atan),
            Rule.of((x, y) -> one().dividedBy(x.square().plus(1)))),
    ATAN2(
            real2(Math::atan2),
            math("atan2"),
            Complexes.two(ComplexFunctions::atan2),
            Rule.of((a, b, y) -> overRadius(b, a), (a, b, y) -> overRadius(a, b).negate()),
            true),
    SINH(real1(Math::sinh), math("sinh"), Complexes.one(ComplexFunctions::sinh), Rule.of((x, y) -> x.cosh())),
    COSH(real1(Math::cosh), math("cosh"), Complexes.one(ComplexFunctions::cosh), Rule.of((x, y) -> x.sinh())),
    TANH(real1(Math::tanh), math("tanh"), Complexes.one(ComplexFunctions::tanh), Rule.of((x, y) -> tanhSlope(x, y))),
    /** tanh' from x and y = tanh x; all of its derivative is by x. */
    TANH_SLOPE(
            real2(Primitives::tanhSlope),
            primitive("tanhSlope"),
            Complexes.two((x, y) -> ComplexFunctions.tanhSlope(x)),
            Rule.of((x, y, s) -> y.times(s).times(-2), (x, y, s) -> zero())),
    ASINH(
            real1(Primitives::asinh),
            primitive("asinh"),
            Complexes.one(ComplexFunctions::asinh),
            Rule.of((x, y) -> one().dividedBy(apply(HYPOT, one(), x)))),
    ACOSH(
            real1(Primitives::acosh),
            primitive("acosh"),
            Complexes.one(ComplexFunctions::acosh),
            Rule.of((x, y) -> one().dividedBy(x.minus(1).sqrt().times(x.plus(1).sqrt()))),
            true),
    ATANH(
            real1(Primitives::atanh),
            primitive("atanh"),
            Complexes.one(ComplexFunctions::atanh),
            Rule.of((x, y) -> one().dividedBy(oneMinusSquare(x)))),
    TO_RADIANS(
            real1(Math::toRadians),
            math("toRadians"),
            Complexes.one(z -> z.times(Math.toRadians(1))),
            Rule.of((x, y) -> constant(Math.toRadians(1)))),
    TO_DEGREES(
            real1(Math::toDegrees),
            math("toDegrees"),
            Complexes.one(z -> z.times(Math.toDegrees(1))),
            Rule.of((x, y) -> constant(Math.toDegrees(1)))),

    ABS(real1(Math::abs), math("abs"), Complexes.one(ComplexFunctions::abs), Rule.of((x, y) -> sign(x))),
    MAX(
            real2(Math::max),
            math("max"),
            Complexes.two(ComplexFunctions::max),
            Rule.of((a, b, y) -> share(a, b), (a, b, y) -> share(b, a))),
    MIN(
            real2(Math::min),
            math("min"),
            Complexes.two(ComplexFunctions::min),
            Rule.of((a, b, y) -> share(b, a), (a, b, y) -> share(a, b))),
    SHARE(real2(Primitives::share), primitive("share"), Complexes.step2(Primitives::share), Rule.zero()),
    SIGNUM(real1(Math::signum), math("signum"), Complexes.step(Math::signum), Rule.zero()),
    COPY_SIGN(
            real2(Math::copySign),
            math("copySign"),
            Complexes.two(ComplexFunctions::copySign),
            Rule.of((a, b, y) -> sign(a).times(signOf(b)), (a, b, y) -> zero())),
    FLOOR(real1(Math::floor), math("floor"), Complexes.step(Math::floor), Rule.zero()),
    CEIL(real1(Math::ceil), math("ceil"), Complexes.step(Math::ceil), Rule.zero()),
    RINT(real1(Math::rint), math("rint"), Complexes.step(Math::rint), Rule.zero()),
    /** The value itself, whose derivative is taken as 0. */
    STOP_GRADIENT(real1(a -> a), Notation.prefix(""), Complexes.step(a -> a), Rule.zero()),
    /** Rounding to float and back; its derivative is taken as 1. */
    TO_FLOAT(
            real1(a -> (float) a),
            Notation.prefix("(float) "),
            Complexes.one(z -> new Complex((float) z.re(), z.im())),
            Rule.of((x, y) -> one())),
    SCALB(
            new Kernel.RealInteger((a, k) -> Math.scalb(a, (int) k)),
            math("scalb"),
            Complexes.scaled(),
            (x, y, i) -> i == 0 ? powerOfTwo(x[1]) : zero()),

    LESS(new Kernel.Comparison((a, b) -> a < b), infix("<", 9)),
    LESS_OR_EQUAL(new Kernel.Comparison((a, b) -> a <= b), infix("<=", 9)),
    GREATER(new Kernel.Comparison((a, b) -> a > b), infix(">", 9)),
    GREATER_OR_EQUAL(new Kernel.Comparison((a, b) -> a >= b), infix(">=", 9)),
    EQUAL(new Kernel.Comparison((a, b) -> a == b), infix("==", 8)),
    NOT_EQUAL(new Kernel.Comparison((a, b) -> a != b), infix("!=", 8)),

    INTEGER_LESS(relation((a, b) -> a < b), infix("<", 9), Signature.INTEGERS_TO_BOOLEAN),
    INTEGER_LESS_OR_EQUAL(relation((a, b) -> a <= b), infix("<=", 9), Signature.INTEGERS_TO_BOOLEAN),
    INTEGER_GREATER(relation((a, b) -> a > b), infix(">", 9), Signature.INTEGERS_TO_BOOLEAN),
    INTEGER_GREATER_OR_EQUAL(relation((a, b) -> a >= b), infix(">=", 9), Signature.INTEGERS_TO_BOOLEAN),
    INTEGER_EQUAL(relation((a, b) -> a == b), infix("==", 8), Signature.INTEGERS_TO_BOOLEAN),
    INTEGER_NOT_EQUAL(relation((a, b) -> a != b), infix("!=", 8), Signature.INTEGERS_TO_BOOLEAN),

    INT_ADD(integer2((a, b) -> (int) (a + b)), infix("+", 11), Signature.INTS),
    INT_SUBTRACT(integer2((a, b) -> (int) (a - b)), infix("-", 11), Signature.INTS),
    INT_MULTIPLY(integer2((a, b) -> (int) (a * b)), infix("*", 12), Signature.INTS),
    INT_DIVIDE(integer2((a, b) -> (int) (a / b)), infix("/", 12), Signature.INTS),
    INT_REMAINDER(integer2((a, b) -> (int) (a % b)), infix("%", 12), Signature.INTS),
    INT_NEGATE(integer1(a -> (int) -a), Notation.prefix("-"), Signature.INTS),
    INT_ABS(integer1(a -> Math.abs((int) a)), math("abs"), Signature.INTS),
    INT_MIN(integer2(Math::min), math("min"), Signature.INTS),
    INT_MAX(integer2(Math::max), math("max"), Signature.INTS),
    INT_FLOOR_DIVIDE(integer2((a, b) -> (int) Math.floorDiv(a, b)), math("floorDiv"), Signature.INTS),
    INT_FLOOR_REMAINDER(integer2((a, b) -> (int) Math.floorMod(a, b)), math("floorMod"), Signature.INTS),
    INT_AND(integer2((a, b) -> a & b), infix("&", 7), Signature.INTS),
    INT_XOR(integer2((a, b) -> a ^ b), infix("^", 6), Signature.INTS),
    INT_OR(integer2((a, b) -> a | b), infix("|", 5), Signature.INTS),
    INT_COMPLEMENT(integer1(a -> ~a), Notation.prefix("~"), Signature.INTS),
    INT_SHIFT_LEFT(integer2((a, b) -> (int) a << (int) b), infix("<<", 10), Signature.INTS),
    INT_SHIFT_RIGHT(integer2((a, b) -> (int) a >> (int) b), infix(">>", 10), Signature.INTS),
    INT_SHIFT_RIGHT_UNSIGNED(integer2((a, b) -> (int) a >>> (int) b), infix(">>>", 10), Signature.INTS),

    LONG_ADD(integer2((a, b) -> a + b), infix("+", 11), Signature.LONGS),
    LONG_SUBTRACT(integer2((a, b) -> a - b), infix("-", 11), Signature.LONGS),
    LONG_MULTIPLY(integer2((a, b) -> a * b), infix("*", 12), Signature.LONGS),
    LONG_DIVIDE(integer2((a, b) -> a / b), infix("/", 12), Signature.LONGS),
    LONG_REMAINDER(integer2((a, b) -> a % b), infix("%", 12), Signature.LONGS),
    LONG_NEGATE(integer1(a -> -a), Notation.prefix("-"), Signature.LONGS),
    LONG_ABS(integer1(Math::abs), math("abs"), Signature.LONGS),
    LONG_MIN(integer2(Math::min), math("min"), Signature.LONGS),
    LONG_MAX(integer2(Math::max), math("max"), Signature.LONGS),
    LONG_FLOOR_DIVIDE(integer2(Math::floorDiv), math("floorDiv"), Signature.LONGS),
    LONG_FLOOR_REMAINDER(integer2(Math::floorMod), math("floorMod"), Signature.LONGS),
    LONG_AND(integer2((a, b) -> a & b), infix("&", 7), Signature.LONGS),
    LONG_XOR(integer2((a, b) -> a ^ b), infix("^", 6), Signature.LONGS),
    LONG_OR(integer2((a, b) -> a | b), infix("|", 5), Signature.LONGS),
    LONG_COMPLEMENT(integer1(a -> ~a), Notation.prefix("~"), Signature.LONGS),
    LONG_SHIFT_LEFT(integer2((a, b) -> a << b), infix("<<", 10), Signature.LONGS),
    LONG_SHIFT_RIGHT(integer2((a, b) -> a >> b), infix(">>", 10), Signature.LONGS),
    LONG_SHIFT_RIGHT_UNSIGNED(integer2((a, b) -> a >>> b), infix(">>>", 10), Signature.LONGS),

    INT_TO_LONG(integer1(a -> a), Notation.prefix("(long) "), Signature.INT_TO_LONG),
    LONG_TO_INT(integer1(a -> (int) a), Notation.prefix("(int) "), Signature.LONG_TO_INT),
    INT_TO_DOUBLE(new Kernel.Widening(a -> a), Notation.prefix("(double) "), Signature.INT_TO_DOUBLE),
    LONG_TO_DOUBLE(new Kernel.Widening(a -> a), Notation.prefix("(double) "), Signature.LONG_TO_DOUBLE),
    DOUBLE_TO_INT(new Kernel.Truncation(a -> (int) a), Notation.prefix("(int) "), Signature.DOUBLE_TO_INT),
    DOUBLE_TO_LONG(new Kernel.Truncation(a -> (long) a), Notation.prefix("(long) "), Signature.DOUBLE_TO_LONG),
    ROUND(new Kernel.Truncation(Math::round), math("round"), Signature.DOUBLE_TO_LONG),
    GET_EXPONENT(new Kernel.Truncation(Math::getExponent), math("getExponent"), Signature.DOUBLE_TO_INT),

    NOT(integer1(a -> a ^ 1), Notation.prefix("!"), Signature.BOOLEANS),
    BOOLEAN_EQUAL(relation((a, b) -> a == b), infix("==", 8), Signature.BOOLEANS),
    EXCLUSIVE_OR(relation((a, b) -> a != b), infix("^", 6), Signature.BOOLEANS),
    BOTH(integer2((a, b) -> a & b), infix("&", 7), Signature.BOOLEANS),
    EITHER(integer2((a, b) -> a | b), infix("|", 5), Signature.BOOLEANS),
    AND_ALSO(new Kernel.Lazy(2), infix("&&", 4), Signature.BOOLEANS),
    OR_ELSE(new Kernel.Lazy(2), infix("||", 3), Signature.BOOLEANS),
    CONDITIONAL(new Kernel.Lazy(3), Notation.conditional(), Signature.CONDITIONAL);

    private final Kernel kernel;
    private final Notation notation;
    private final Signature signature;
    private final Optional<Function<Complex[], Complex>> complex;
    private final Rule rule;
    private final boolean strong;

    Op(Kernel kernel, Notation notation, Function<Complex[], Complex> complex, Rule rule, boolean strong) {
        this.kernel = kernel;
        this.notation = notation;
        this.signature = kernel instanceof Kernel.RealInteger ? Signature.REAL_AND_INTEGER : Signature.REALS;
        this.complex = Optional.of(complex);
        this.rule = rule;
        this.strong = strong;
    }

    Op(Kernel kernel, Notation notation, Function<Complex[], Complex> complex, Rule rule) {
        this(kernel, notation, complex, rule, false);
    }

    Op(Kernel kernel, Notation notation, Signature signature) {
        this.kernel = kernel;
        this.notation = notation;
        this.signature = signature;
        this.complex = Optional.empty();
        this.rule = Rule.zero();
        this.strong = false;
    }

    Op(Kernel.Comparison kernel, Notation notation) {
        this(kernel, notation, Signature.REALS_TO_BOOLEAN);
    }

    public Kernel kernel() {
        return kernel;
    }

    public Notation notation() {
        return notation;
    }

    public int arity() {
        return kernel.arity();
    }

    /** Whether its result is a real that depends smoothly on real operands, so that partials exist. */
    public boolean isDifferentiable() {
        return complex.isPresent();
    }

    /** Whether a partial can be infinite where the value is finite; see the class comment. */
    public boolean isStrong() {
        return strong;
    }

    /** Whether evaluating it again costs about as much as loading a kept result. */
    public boolean isCheap() {
        return notation.isOperator() && this != DIVIDE && this != REMAINDER;
    }

    /**
     * The type of the result.
     *
     * @throws IllegalArgumentException if number or types of operands do not fit
     */
    public Type resultType(Expr... operands) {
        Type[] types = new Type[operands.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = operands[i].type();
        }
        return resultType(types);
    }

    /** The types of operands that its Java text is declared with; empty if any type will do. */
    List<Type> parameterTypes() {
        return signature.parameterTypes(arity());
    }

    /** The type of the result for operands of given types. */
    Type resultType(Type... operands) {
        return signature.resultType(this, operands);
    }

    /** Whether the partial derivative by an operand is 0 wherever it exists, as that of a rounding is. */
    public boolean isFlat(int index) {
        return Flat.OPERANDS.get(this).get(index);
    }

    /** The flat operands of every operation, found by its partials at variables. */
    private static final class Flat {
        private static final Map<Op, BitSet> OPERANDS = new EnumMap<>(Op.class);

        static {
            for (Op op : values()) {
                OPERANDS.put(op, of(op));
            }
        }

        private static BitSet of(Op op) {
            Expr[] operands = op.parameterTypes().stream()
                    .map(type -> Variable.of("operand", type))
                    .toArray(Expr[]::new);
            BitSet flat = new BitSet();
            for (int i = 0; i < operands.length; i++) {
                Expr partial = op.partial(operands, Variable.of("result", Type.DOUBLE), i);
                flat.set(i, partial instanceof Constant constant && constant.is(0.0));
            }
            return flat;
        }
    }

    /**
     * The partial derivative by an operand; 0.0 for operands that carry no derivative.
     *
     * @param operands the operands
     * @param result the result, as an expression that has its value
     * @param index which operand
     */
    public Expr partial(Expr[] operands, Expr result, int index) {
        return rule.partial(operands, result, index);
    }

    /**
     * The complex value near the real axis.
     *
     * @throws UnsupportedOperationException if this operation has no complex form
     */
    public Complex complexValue(Complex... operands) {
        return complex.orElseThrow(() -> new UnsupportedOperationException(
                        this + " has no complex form; use differences to verify expressions that contain it"))
                .apply(operands);
    }

    /** The Java text of this operation on operand texts, without parentheses around operands. */
    public String text(Object... operands) {
        return notation.text(operands);
    }

    private static Expr one() {
        return constant(1.0);
    }

    private static Expr zero() {
        return constant(0.0);
    }

    private static Expr tanhSlope(Expr x, Expr y) {
        return apply(TANH_SLOPE, x, y);
    }

    private static Expr sign(Expr x) {
        return apply(SIGNUM, x);
    }

    private static Expr signOf(Expr x) {
        return apply(COPY_SIGN, one(), x);
    }

    private static Expr share(Expr a, Expr b) {
        return apply(SHARE, a, b);
    }

    private static Expr powerOfTwo(Expr exponent) {
        return apply(SCALB, one(), exponent);
    }

    private static Expr direction(Expr a, Expr b, Expr r) {
        return apply(DIRECTION, a, b, r);
    }

    /** The partials of a / hypot(a, b), written so that the smaller component keeps its digits; 0 at the origin. */
    private static Expr turning(Expr a, Expr b, Expr r, int index) {
        Expr across = direction(b, a, r);
        Expr slope = index == 0
                ? across.square().dividedBy(r)
                : across.times(direction(a, b, r)).dividedBy(r).negate();
        return r.equalTo(0).select(zero(), slope);
    }

    /** a / (a² + b²) without overflow. */
    private static Expr overRadius(Expr a, Expr b) {
        Expr r = apply(HYPOT, a, b);
        return direction(a, b, r).dividedBy(r);
    }

    /** 1 − x², rounded once, so that neither it near ±1 nor its derivative near 0 cancels. */
    private static Expr oneMinusSquare(Expr x) {
        return apply(FMA, x.negate(), x, one());
    }

    /** p·x^(p−1), and 0 for p = 0 even at x = 0. */
    private static Expr powSlope(Expr x, Expr p) {
        return Simplification.strongProduct(p, x.pow(p.minus(1)));
    }

    /** Minus the integer quotient that a remainder y = a − q·b has left out. */
    private static Expr minusQuotient(Expr a, Expr b, Expr y) {
        return apply(RINT, a.minus(y).dividedBy(b)).negate();
    }

    private static Kernel real1(Kernel.Unary value) {
        return new Kernel.Real1(value);
    }

    private static Kernel real2(Kernel.Binary value) {
        return new Kernel.Real2(value);
    }

    private static Kernel integer1(Kernel.IntegerUnary value) {
        return new Kernel.Integer1(value);
    }

    private static Kernel integer2(Kernel.IntegerBinary value) {
        return new Kernel.Integer2(value);
    }

    /** A comparison of integers. */
    private interface Order {
        boolean of(long a, long b);
    }

    private static Kernel relation(Order order) {
        return new Kernel.Integer2((a, b) -> order.of(a, b) ? 1 : 0);
    }

    private static Notation infix(String symbol, int precedence) {
        return Notation.infix(symbol, precedence);
    }

    private static Notation math(String name) {
        return Notation.call("Math", name);
    }

    private static Notation primitive(String name) {
        return Notation.call("Primitives", name);
    }
}
