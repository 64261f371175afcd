package org.cotangent.ad.eval;

/**
 * The instructions of the register machine. An instruction is its number followed by its operands,
 * each an int: d, l and r stand for real, integer and reference registers, the target first.
 *
 * <p>Instructions below {@link #FIRST_RARE} are executed by the main loop itself. Numbers are
 * dense, so that the loop is one indexed jump.
 */
final class Code {

    static final int RETURN = 0;
    /** d = d. */
    static final int MOVE = 1;
    /** d = −d. */
    static final int NEGATE = 2;
    /** d = d + d, and so on. */
    static final int ADD = 3;

    static final int SUBTRACT = 4;
    static final int MULTIPLY = 5;
    static final int DIVIDE = 6;
    /** d0 = d1 + d2·d3, rounded twice. */
    static final int MULTIPLY_ADD = 7;
    /** d0 = d1 − d2·d3, rounded twice. */
    static final int MULTIPLY_SUBTRACT = 8;
    /** d = r[l]. */
    static final int LOAD = 9;
    /** r[l] = d. */
    static final int STORE = 10;
    /** r[l] = r[l] + d. */
    static final int ACCUMULATE = 11;
    /** r[l] = r[l] + d·d. */
    static final int ACCUMULATE_PRODUCT = 12;
    /** r = r[l]. */
    static final int LOAD_REFERENCE = 13;
    /** l = l. */
    static final int MOVE_INTEGER = 14;
    /** l = (int) (l + l), and so on. */
    static final int INT_ADD = 15;

    static final int INT_SUBTRACT = 16;
    static final int INT_MULTIPLY = 17;
    /** To code position. */
    static final int JUMP = 18;
    /** If l is true, or false, to code position. */
    static final int JUMP_TRUE = 19;

    static final int JUMP_FALSE = 20;
    /** If l &lt; l holds, or does not, to code position; and so on. */
    static final int JUMP_INTEGER_LESS = 21;

    static final int JUMP_INTEGER_NOT_LESS = 22;
    static final int JUMP_INTEGER_EQUAL = 23;
    static final int JUMP_INTEGER_NOT_EQUAL = 24;
    /** If d &lt; d holds, or does not (because of NaN perhaps), to code position; and so on. */
    static final int JUMP_LESS = 25;

    static final int JUMP_NOT_LESS = 26;
    static final int JUMP_LESS_OR_EQUAL = 27;
    static final int JUMP_NOT_LESS_OR_EQUAL = 28;
    static final int JUMP_EQUAL = 29;
    static final int JUMP_NOT_EQUAL = 30;
    /** l += immediate; if l &lt; l, to code position. */
    static final int NEXT_UP = 31;
    /** l += immediate; if l &gt; l, to code position. */
    static final int NEXT_DOWN = 32;
    /** Pushes d on the tape. */
    static final int SAVE = 33;
    /** Pops d from the tape. */
    static final int RESTORE = 34;
    /** d = op(d). */
    static final int REAL1 = 35;

    static final int FIRST_RARE = 36;
    /** d = op(d, d). */
    static final int REAL2 = 36;
    /** d = op(d, d, d). */
    static final int REAL3 = 37;
    /** d = op(d, l). */
    static final int REAL_INTEGER = 38;
    /** d = op(l). */
    static final int WIDEN = 39;
    /** l = op(d). */
    static final int TRUNCATE = 40;
    /** l = op(d, d). */
    static final int COMPARE = 41;
    /** l = op(l). */
    static final int INTEGER1 = 42;
    /** l = op(l, l). */
    static final int INTEGER2 = 43;
    /** l = length of r. */
    static final int LENGTH = 44;

    static final int MOVE_REFERENCE = 45;
    static final int LOAD_FLOAT = 46;
    static final int LOAD_INT = 47;
    static final int LOAD_LONG = 48;
    static final int LOAD_BOOLEAN = 49;
    static final int STORE_FLOAT = 50;
    static final int STORE_INT = 51;
    static final int STORE_LONG = 52;
    static final int STORE_BOOLEAN = 53;
    static final int STORE_REFERENCE = 54;
    static final int SAVE_INTEGER = 55;
    static final int RESTORE_INTEGER = 56;
    static final int SAVE_REFERENCE = 57;
    static final int RESTORE_REFERENCE = 58;
    /** Length of the instruction, procedure, arguments, results. */
    static final int CALL = 59;
    /** Length of the instruction, r, type, lengths (l). */
    static final int ALLOCATE = 60;
    /** Length of the instruction, failure, values its message tells. */
    static final int THROW = 61;
    /** Adds an immediate to the operation counter. */
    static final int COUNT = 62;

    /** Instruction, number of times, operation if it needs one, operands of each; see {@link Scheduling}. */
    static final int RUN = 63;

    static final int NOTHING = 64;

    /** Length of the instruction, external routine, arguments, results. */
    static final int EXTERNAL = 65;

    /** All elements of r become d. */
    static final int FILL = 66;

    /** The number of different instructions. */
    static final int KINDS = 67;

    /** Ints each instruction takes; 0 where its second int says. */
    private static final int[] LENGTHS = {
        1, 3, 3, 4, 4, 4, 4, 5, 5, 4, 4, 4, 5, 4, 3, 4, 4, 4, 2, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 3, 3, 4, 5,
        6, 5, 4, 4, 5, 4, 5, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 0, 0, 0, 2, 0, 1, 0, 3
    };

    private Code() {}

    /** The ints the instruction at a position takes,. */
    static int length(int[] code, int position) {
        if (code[position] == RUN) {
            return runLength(code[position + 1], code[position + 2]);
        }
        int length = LENGTHS[code[position]];
        return length == 0 ? code[position + 1] : length;
    }

    private static int runLength(int instruction, int count) {
        return instruction == REAL1 ? 4 + 2 * count : 3 + (LENGTHS[instruction] - 1) * count;
    }

    /** By position, whether some instruction jumps there. */
    static boolean[] entries(int[] code) {
        boolean[] entered = new boolean[code.length];
        for (int p = 0; p < code.length; p += length(code, p)) {
            if (code[p] >= JUMP && code[p] <= NEXT_DOWN) {
                entered[code[p + length(code, p) - 1]] = true;
            }
        }
        return entered;
    }
}
