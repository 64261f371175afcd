package org.cotangent.ad.eval;

import org.cotangent.ad.expr.Kernel;
import org.cotangent.ad.expr.Op;

/**
 * The kernels of the operation table by number of the operation, so that an instruction finds its
 * kernel by one indexed load. Places of operations of another kind stay empty.
 */
final class Kernels {

    private static final Op[] OPS = Op.values();

    static final int COUNT = OPS.length;

    static final Kernel.Unary[] REAL1 = new Kernel.Unary[OPS.length];
    static final Kernel.Binary[] REAL2 = new Kernel.Binary[OPS.length];
    static final Kernel.Ternary[] REAL3 = new Kernel.Ternary[OPS.length];
    static final Kernel.Mixed[] REAL_INTEGER = new Kernel.Mixed[OPS.length];
    static final Kernel.ToReal[] WIDEN = new Kernel.ToReal[OPS.length];
    static final Kernel.ToInteger[] TRUNCATE = new Kernel.ToInteger[OPS.length];
    static final Kernel.Relation[] COMPARE = new Kernel.Relation[OPS.length];
    static final Kernel.IntegerUnary[] INTEGER1 = new Kernel.IntegerUnary[OPS.length];
    static final Kernel.IntegerBinary[] INTEGER2 = new Kernel.IntegerBinary[OPS.length];

    static {
        for (Op op : OPS) {
            enter(number(op), op.kernel());
        }
    }

    private Kernels() {}

    /** The number of an operation in register code, which lives no longer than the program that runs. */
    @SuppressWarnings("EnumOrdinal") // never stored
    static int number(Op op) {
        return op.ordinal();
    }

    static Op op(int number) {
        return OPS[number];
    }

    private static void enter(int number, Kernel kernel) {
        if (kernel instanceof Kernel.Real1 k) {
            REAL1[number] = k.value();
        } else if (kernel instanceof Kernel.Real2 k) {
            REAL2[number] = k.value();
        } else if (kernel instanceof Kernel.Real3 k) {
            REAL3[number] = k.value();
        } else if (kernel instanceof Kernel.RealInteger k) {
            REAL_INTEGER[number] = k.value();
        } else if (kernel instanceof Kernel.Widening k) {
            WIDEN[number] = k.value();
        } else if (kernel instanceof Kernel.Truncation k) {
            TRUNCATE[number] = k.value();
        } else if (kernel instanceof Kernel.Comparison k) {
            COMPARE[number] = k.value();
        } else if (kernel instanceof Kernel.Integer1 k) {
            INTEGER1[number] = k.value();
        } else if (kernel instanceof Kernel.Integer2 k) {
            INTEGER2[number] = k.value();
        }
    }
}
