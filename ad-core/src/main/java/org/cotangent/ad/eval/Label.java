package org.cotangent.ad.eval;

/** A code position that jumps may name before it is known. */
final class Label {

    private static final int UNKNOWN = -1;

    private int position = UNKNOWN;
    private final Ints pending = new Ints();

    /** Called by a jump whose target is written at {@code operand}. */
    int targetOf(int operand) {
        if (position == UNKNOWN) {
            pending.add(operand);
        }
        return position;
    }

    void bind(Ints code) {
        position = code.size();
        for (int i = 0; i < pending.size(); i++) {
            code.set(pending.get(i), position);
        }
    }
}
