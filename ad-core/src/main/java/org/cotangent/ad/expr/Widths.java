package org.cotangent.ad.expr;

/** Finds the operation on integers or booleans that has the name of one on reals. */
final class Widths {

    private Widths() {}

    /** The operation to use for a first operand of the given type; {@code real} where there is no other. */
    static Op of(Op real, Type type) {
        if (type.equals(Type.BOOLEAN) && real == Op.EQUAL) {
            return Op.BOOLEAN_EQUAL;
        }
        if (!type.isInteger()) {
            return real;
        }
        boolean isInt = type.equals(Type.INT);
        return switch (real) {
            case ADD -> isInt ? Op.INT_ADD : Op.LONG_ADD;
            case SUBTRACT -> isInt ? Op.INT_SUBTRACT : Op.LONG_SUBTRACT;
            case MULTIPLY -> isInt ? Op.INT_MULTIPLY : Op.LONG_MULTIPLY;
            case DIVIDE -> isInt ? Op.INT_DIVIDE : Op.LONG_DIVIDE;
            case REMAINDER -> isInt ? Op.INT_REMAINDER : Op.LONG_REMAINDER;
            case NEGATE -> isInt ? Op.INT_NEGATE : Op.LONG_NEGATE;
            case ABS -> isInt ? Op.INT_ABS : Op.LONG_ABS;
            case MAX -> isInt ? Op.INT_MAX : Op.LONG_MAX;
            case MIN -> isInt ? Op.INT_MIN : Op.LONG_MIN;
            case LESS -> Op.INTEGER_LESS;
            case LESS_OR_EQUAL -> Op.INTEGER_LESS_OR_EQUAL;
            case GREATER -> Op.INTEGER_GREATER;
            case GREATER_OR_EQUAL -> Op.INTEGER_GREATER_OR_EQUAL;
            case EQUAL -> Op.INTEGER_EQUAL;
            case NOT_EQUAL -> Op.INTEGER_NOT_EQUAL;
            default -> real;
        };
    }
}
