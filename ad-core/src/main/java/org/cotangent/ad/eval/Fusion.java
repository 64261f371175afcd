package org.cotangent.ad.eval;

/**
 * Fuses neighbouring arithmetic instructions, which halves the number of dispatches of
 * straight-line code. Only the number of the first instruction of a pair is replaced; the second
 * stays where it is, so that positions, and jumps even to the second, remain valid.
 */
final class Fusion {

    private static final int KINDS = 4;
    private static final int NOT_FUSIBLE = -1;

    private Fusion() {}

    static int[] fuse(int[] code) {
        int[] fused = code.clone();
        int position = 0;
        while (position < code.length) {
            int next = position + Code.length(code, position);
            int first = kind(code[position]);
            int second = next < code.length ? kind(code[next]) : NOT_FUSIBLE;
            if (first != NOT_FUSIBLE && second != NOT_FUSIBLE) {
                fused[position] = Code.FIRST_PAIR + KINDS * first + second;
                position = next + Code.length(code, next);
            } else {
                position = next;
            }
        }
        return fused;
    }

    private static int kind(int instruction) {
        return switch (instruction) {
            case Code.ADD -> 0;
            case Code.SUBTRACT -> 1;
            case Code.MULTIPLY -> 2;
            case Code.MULTIPLY_ADD -> 3;
            default -> NOT_FUSIBLE;
        };
    }
}
