package org.cotangent.codegen.emit;

/**
 * How large generated code may become.
 *
 * @param methodBytes bytecode of a method before it is split. HotSpot never compiles methods over
 *     8,000 bytes
 * @param partBytes bytecode of the methods that split code is put into; small ones lose speed, as
 *     fewer values stay in locals
 * @param constants entries of the class's constant pool; the class file format ends at 65,535
 * @param classBytes bytecode of the whole class; what is larger compiles slowly and runs no faster
 *     than the interpreter
 * @param loopBytes bytecode of a loop inside a loop that becomes a method of its own, in methods of at least
 *     five times as much. HotSpot puts hot methods of up to 325 bytes back where they were
 */
public record Budget(int methodBytes, int partBytes, int constants, long classBytes, int loopBytes) {

    private static final int METHOD_BYTES = 6_000;
    private static final int PART_BYTES = 5_000;
    private static final int CONSTANTS = 60_000;
    private static final long CLASS_BYTES = 16_000_000;
    private static final int LOOP_BYTES = 200;
    static final int HOTSPOT_LIMIT = 8_000;

    public Budget {
        if (partBytes < 1 || partBytes > methodBytes || methodBytes > HOTSPOT_LIMIT) {
            throw new IllegalArgumentException("method budget is " + methodBytes + " bytes in parts of " + partBytes
                    + ", expected 1 <= part <= method <= " + HOTSPOT_LIMIT
                    + ", above which HotSpot interprets a method for ever");
        }
    }

    /** Limits for whole methods and the class. */
    public Budget(int methodBytes, int partBytes, int constants, long classBytes) {
        this(methodBytes, partBytes, constants, classBytes, LOOP_BYTES);
    }

    /** What suits HotSpot. */
    public static Budget standard() {
        return new Budget(METHOD_BYTES, PART_BYTES, CONSTANTS, CLASS_BYTES);
    }

    public Budget withClassBytes(long bytes) {
        return new Budget(methodBytes, partBytes, constants, bytes, loopBytes);
    }

    Budget withLoopBytes(int bytes) {
        return new Budget(methodBytes, partBytes, constants, classBytes, bytes);
    }
}
