package org.cotangent.ad.eval;

import org.cotangent.ad.expr.Kernel;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Type;

/** Which instruction does what an operation of the table, or an access to an array, asks for. */
final class Instructions {

    private Instructions() {}

    /** Whether the operation has an instruction of its own, which needs no number of the operation. */
    static boolean isDirect(Op op) {
        return of(op) < Code.REAL1;
    }

    static int of(Op op) {
        return switch (op) {
            case ADD -> Code.ADD;
            case SUBTRACT -> Code.SUBTRACT;
            case MULTIPLY -> Code.MULTIPLY;
            case DIVIDE -> Code.DIVIDE;
            case NEGATE -> Code.NEGATE;
            case INT_ADD -> Code.INT_ADD;
            case INT_SUBTRACT -> Code.INT_SUBTRACT;
            case INT_MULTIPLY -> Code.INT_MULTIPLY;
            case INT_TO_LONG -> Code.MOVE_INTEGER;
            default -> of(op.kernel());
        };
    }

    private static int of(Kernel kernel) {
        if (kernel instanceof Kernel.Real1) {
            return Code.REAL1;
        } else if (kernel instanceof Kernel.Real2) {
            return Code.REAL2;
        } else if (kernel instanceof Kernel.Real3) {
            return Code.REAL3;
        } else if (kernel instanceof Kernel.RealInteger) {
            return Code.REAL_INTEGER;
        } else if (kernel instanceof Kernel.Widening) {
            return Code.WIDEN;
        } else if (kernel instanceof Kernel.Truncation) {
            return Code.TRUNCATE;
        } else if (kernel instanceof Kernel.Comparison) {
            return Code.COMPARE;
        } else if (kernel instanceof Kernel.Integer1) {
            return Code.INTEGER1;
        } else if (kernel instanceof Kernel.Integer2) {
            return Code.INTEGER2;
        }
        throw new IllegalStateException("lazy operations are compiled to jumps");
    }

    /** Whether the operation may throw: integer division by zero. */
    static boolean mayThrow(Op op) {
        return switch (op) {
            case INT_DIVIDE,
                    INT_REMAINDER,
                    INT_FLOOR_DIVIDE,
                    INT_FLOOR_REMAINDER,
                    LONG_DIVIDE,
                    LONG_REMAINDER,
                    LONG_FLOOR_DIVIDE,
                    LONG_FLOOR_REMAINDER -> true;
            default -> false;
        };
    }

    /** Reading an element of an array of that type. */
    static int load(Type array) {
        if (array.rank() > 1) {
            return Code.LOAD_REFERENCE;
        }
        return switch (array.kind()) {
            case DOUBLE -> Code.LOAD;
            case FLOAT -> Code.LOAD_FLOAT;
            case INT -> Code.LOAD_INT;
            case LONG -> Code.LOAD_LONG;
            case BOOLEAN -> Code.LOAD_BOOLEAN;
        };
    }

    /** Writing an element of an array of that type. */
    static int store(Type array) {
        if (array.rank() > 1) {
            return Code.STORE_REFERENCE;
        }
        return switch (array.kind()) {
            case DOUBLE -> Code.STORE;
            case FLOAT -> Code.STORE_FLOAT;
            case INT -> Code.STORE_INT;
            case LONG -> Code.STORE_LONG;
            case BOOLEAN -> Code.STORE_BOOLEAN;
        };
    }

    static int move(Bank bank) {
        return switch (bank) {
            case REAL -> Code.MOVE;
            case INTEGER -> Code.MOVE_INTEGER;
            case REFERENCE -> Code.MOVE_REFERENCE;
        };
    }

    static int save(Bank bank) {
        return switch (bank) {
            case REAL -> Code.SAVE;
            case INTEGER -> Code.SAVE_INTEGER;
            case REFERENCE -> Code.SAVE_REFERENCE;
        };
    }

    static int restore(Bank bank) {
        return switch (bank) {
            case REAL -> Code.RESTORE;
            case INTEGER -> Code.RESTORE_INTEGER;
            case REFERENCE -> Code.RESTORE_REFERENCE;
        };
    }
}
