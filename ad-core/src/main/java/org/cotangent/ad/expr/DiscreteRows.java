package org.cotangent.ad.expr;

import static org.cotangent.ad.expr.Row.infix;
import static org.cotangent.ad.expr.Row.math;

/** The rows without derivatives: comparisons, integers, conversions, logic. */
final class DiscreteRows {

    static final Row LESS = Row.discrete(new Kernel.Comparison((a, b) -> a < b), infix("<", 9));
    static final Row LESS_OR_EQUAL = Row.discrete(new Kernel.Comparison((a, b) -> a <= b), infix("<=", 9));
    static final Row GREATER = Row.discrete(new Kernel.Comparison((a, b) -> a > b), infix(">", 9));
    static final Row GREATER_OR_EQUAL = Row.discrete(new Kernel.Comparison((a, b) -> a >= b), infix(">=", 9));
    static final Row EQUAL = Row.discrete(new Kernel.Comparison((a, b) -> a == b), infix("==", 8));
    static final Row NOT_EQUAL = Row.discrete(new Kernel.Comparison((a, b) -> a != b), infix("!=", 8));
    static final Row INTEGER_LESS =
            Row.discrete(relation((a, b) -> a < b), infix("<", 9), Signature.INTEGERS_TO_BOOLEAN);
    static final Row INTEGER_LESS_OR_EQUAL =
            Row.discrete(relation((a, b) -> a <= b), infix("<=", 9), Signature.INTEGERS_TO_BOOLEAN);
    static final Row INTEGER_GREATER =
            Row.discrete(relation((a, b) -> a > b), infix(">", 9), Signature.INTEGERS_TO_BOOLEAN);
    static final Row INTEGER_GREATER_OR_EQUAL =
            Row.discrete(relation((a, b) -> a >= b), infix(">=", 9), Signature.INTEGERS_TO_BOOLEAN);
    static final Row INTEGER_EQUAL =
            Row.discrete(relation((a, b) -> a == b), infix("==", 8), Signature.INTEGERS_TO_BOOLEAN);
    static final Row INTEGER_NOT_EQUAL =
            Row.discrete(relation((a, b) -> a != b), infix("!=", 8), Signature.INTEGERS_TO_BOOLEAN);
    static final Row INT_ADD = Row.discrete(integer2((a, b) -> (int) (a + b)), infix("+", 11), Signature.INTS);
    static final Row INT_SUBTRACT = Row.discrete(integer2((a, b) -> (int) (a - b)), infix("-", 11), Signature.INTS);
    static final Row INT_MULTIPLY = Row.discrete(integer2((a, b) -> (int) (a * b)), infix("*", 12), Signature.INTS);
    static final Row INT_DIVIDE = Row.discrete(integer2((a, b) -> (int) (a / b)), infix("/", 12), Signature.INTS);
    static final Row INT_REMAINDER = Row.discrete(integer2((a, b) -> (int) (a % b)), infix("%", 12), Signature.INTS);
    static final Row INT_NEGATE = Row.discrete(integer1(a -> (int) -a), Notation.prefix("-"), Signature.INTS);
    static final Row INT_ABS = Row.discrete(integer1(a -> Math.abs((int) a)), math("abs"), Signature.INTS);
    static final Row INT_MIN = Row.discrete(integer2(Math::min), math("min"), Signature.INTS);
    static final Row INT_MAX = Row.discrete(integer2(Math::max), math("max"), Signature.INTS);
    static final Row INT_FLOOR_DIVIDE =
            Row.discrete(integer2((a, b) -> (int) Math.floorDiv(a, b)), math("floorDiv"), Signature.INTS);
    static final Row INT_FLOOR_REMAINDER =
            Row.discrete(integer2((a, b) -> (int) Math.floorMod(a, b)), math("floorMod"), Signature.INTS);
    static final Row INT_AND = Row.discrete(integer2((a, b) -> a & b), infix("&", 7), Signature.INTS);
    static final Row INT_XOR = Row.discrete(integer2((a, b) -> a ^ b), infix("^", 6), Signature.INTS);
    static final Row INT_OR = Row.discrete(integer2((a, b) -> a | b), infix("|", 5), Signature.INTS);
    static final Row INT_COMPLEMENT = Row.discrete(integer1(a -> ~a), Notation.prefix("~"), Signature.INTS);
    static final Row INT_SHIFT_LEFT =
            Row.discrete(integer2((a, b) -> (int) a << (int) b), infix("<<", 10), Signature.INTS);
    static final Row INT_SHIFT_RIGHT =
            Row.discrete(integer2((a, b) -> (int) a >> (int) b), infix(">>", 10), Signature.INTS);
    static final Row INT_SHIFT_RIGHT_UNSIGNED =
            Row.discrete(integer2((a, b) -> (int) a >>> (int) b), infix(">>>", 10), Signature.INTS);
    static final Row LONG_ADD = Row.discrete(integer2((a, b) -> a + b), infix("+", 11), Signature.LONGS);
    static final Row LONG_SUBTRACT = Row.discrete(integer2((a, b) -> a - b), infix("-", 11), Signature.LONGS);
    static final Row LONG_MULTIPLY = Row.discrete(integer2((a, b) -> a * b), infix("*", 12), Signature.LONGS);
    static final Row LONG_DIVIDE = Row.discrete(integer2((a, b) -> a / b), infix("/", 12), Signature.LONGS);
    static final Row LONG_REMAINDER = Row.discrete(integer2((a, b) -> a % b), infix("%", 12), Signature.LONGS);
    static final Row LONG_NEGATE = Row.discrete(integer1(a -> -a), Notation.prefix("-"), Signature.LONGS);
    static final Row LONG_ABS = Row.discrete(integer1(Math::abs), math("abs"), Signature.LONGS);
    static final Row LONG_MIN = Row.discrete(integer2(Math::min), math("min"), Signature.LONGS);
    static final Row LONG_MAX = Row.discrete(integer2(Math::max), math("max"), Signature.LONGS);
    static final Row LONG_FLOOR_DIVIDE = Row.discrete(integer2(Math::floorDiv), math("floorDiv"), Signature.LONGS);
    static final Row LONG_FLOOR_REMAINDER = Row.discrete(integer2(Math::floorMod), math("floorMod"), Signature.LONGS);
    static final Row LONG_AND = Row.discrete(integer2((a, b) -> a & b), infix("&", 7), Signature.LONGS);
    static final Row LONG_XOR = Row.discrete(integer2((a, b) -> a ^ b), infix("^", 6), Signature.LONGS);
    static final Row LONG_OR = Row.discrete(integer2((a, b) -> a | b), infix("|", 5), Signature.LONGS);
    static final Row LONG_COMPLEMENT = Row.discrete(integer1(a -> ~a), Notation.prefix("~"), Signature.LONGS);
    static final Row LONG_SHIFT_LEFT = Row.discrete(integer2((a, b) -> a << b), infix("<<", 10), Signature.LONGS);
    static final Row LONG_SHIFT_RIGHT = Row.discrete(integer2((a, b) -> a >> b), infix(">>", 10), Signature.LONGS);
    static final Row LONG_SHIFT_RIGHT_UNSIGNED =
            Row.discrete(integer2((a, b) -> a >>> b), infix(">>>", 10), Signature.LONGS);
    static final Row INT_TO_LONG = Row.discrete(integer1(a -> a), Notation.prefix("(long) "), Signature.INT_TO_LONG);
    static final Row LONG_TO_INT =
            Row.discrete(integer1(a -> (int) a), Notation.prefix("(int) "), Signature.LONG_TO_INT);
    static final Row INT_TO_DOUBLE =
            Row.discrete(new Kernel.Widening(a -> a), Notation.prefix("(double) "), Signature.INT_TO_DOUBLE);
    static final Row LONG_TO_DOUBLE =
            Row.discrete(new Kernel.Widening(a -> a), Notation.prefix("(double) "), Signature.LONG_TO_DOUBLE);
    static final Row DOUBLE_TO_INT =
            Row.discrete(new Kernel.Truncation(a -> (int) a), Notation.prefix("(int) "), Signature.DOUBLE_TO_INT);
    static final Row DOUBLE_TO_LONG =
            Row.discrete(new Kernel.Truncation(a -> (long) a), Notation.prefix("(long) "), Signature.DOUBLE_TO_LONG);
    static final Row ROUND = Row.discrete(new Kernel.Truncation(Math::round), math("round"), Signature.DOUBLE_TO_LONG);
    static final Row GET_EXPONENT =
            Row.discrete(new Kernel.Truncation(Math::getExponent), math("getExponent"), Signature.DOUBLE_TO_INT);
    static final Row NOT = Row.discrete(integer1(a -> a ^ 1), Notation.prefix("!"), Signature.BOOLEANS);
    static final Row BOOLEAN_EQUAL = Row.discrete(relation((a, b) -> a == b), infix("==", 8), Signature.BOOLEANS);
    static final Row EXCLUSIVE_OR = Row.discrete(relation((a, b) -> a != b), infix("^", 6), Signature.BOOLEANS);
    static final Row BOTH = Row.discrete(integer2((a, b) -> a & b), infix("&", 7), Signature.BOOLEANS);
    static final Row EITHER = Row.discrete(integer2((a, b) -> a | b), infix("|", 5), Signature.BOOLEANS);
    static final Row AND_ALSO = Row.discrete(new Kernel.Lazy(2), infix("&&", 4), Signature.BOOLEANS);
    static final Row OR_ELSE = Row.discrete(new Kernel.Lazy(2), infix("||", 3), Signature.BOOLEANS);
    static final Row CONDITIONAL = Row.discrete(new Kernel.Lazy(3), Notation.conditional(), Signature.CONDITIONAL);

    private DiscreteRows() {}

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
}
