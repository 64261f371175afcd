package org.cotangent.ad.eval;

import org.cotangent.ad.expr.Op;

/**
 * The jump that decides a comparison. Comparisons with NaN are false, so the negation of "less" is
 * not "greater or equal": each comparison jumps when it holds or when it does not.
 *
 * @param whenTrue instruction that jumps if the comparison holds
 * @param whenFalse instruction that jumps if it does not
 * @param swapped whether the instruction takes the operands in reverse
 */
record Conditions(int whenTrue, int whenFalse, boolean swapped) {

    private static final Conditions NONE = new Conditions(0, 0, false);

    /** The jump of an operation; {@link #exists()} is false if it is no comparison. */
    static Conditions of(Op op) {
        return switch (op) {
            case LESS -> new Conditions(Code.JUMP_LESS, Code.JUMP_NOT_LESS, false);
            case GREATER -> new Conditions(Code.JUMP_LESS, Code.JUMP_NOT_LESS, true);
            case LESS_OR_EQUAL -> new Conditions(Code.JUMP_LESS_OR_EQUAL, Code.JUMP_NOT_LESS_OR_EQUAL, false);
            case GREATER_OR_EQUAL -> new Conditions(Code.JUMP_LESS_OR_EQUAL, Code.JUMP_NOT_LESS_OR_EQUAL, true);
            case EQUAL -> new Conditions(Code.JUMP_EQUAL, Code.JUMP_NOT_EQUAL, false);
            case NOT_EQUAL -> new Conditions(Code.JUMP_NOT_EQUAL, Code.JUMP_EQUAL, false);
            case INTEGER_LESS -> new Conditions(Code.JUMP_INTEGER_LESS, Code.JUMP_INTEGER_NOT_LESS, false);
            case INTEGER_GREATER -> new Conditions(Code.JUMP_INTEGER_LESS, Code.JUMP_INTEGER_NOT_LESS, true);
            case INTEGER_LESS_OR_EQUAL -> new Conditions(Code.JUMP_INTEGER_NOT_LESS, Code.JUMP_INTEGER_LESS, true);
            case INTEGER_GREATER_OR_EQUAL -> new Conditions(Code.JUMP_INTEGER_NOT_LESS, Code.JUMP_INTEGER_LESS, false);
            case INTEGER_EQUAL, BOOLEAN_EQUAL ->
                new Conditions(Code.JUMP_INTEGER_EQUAL, Code.JUMP_INTEGER_NOT_EQUAL, false);
            case INTEGER_NOT_EQUAL, EXCLUSIVE_OR ->
                new Conditions(Code.JUMP_INTEGER_NOT_EQUAL, Code.JUMP_INTEGER_EQUAL, false);
            default -> NONE;
        };
    }

    boolean exists() {
        return this != NONE;
    }

    int jump(boolean sense) {
        return sense ? whenTrue : whenFalse;
    }
}
