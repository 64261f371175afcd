package org.cotangent.ad.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotangent.ad.ir.Position;

/** Appends instructions to the code of one procedure. */
final class Assembler {

    private static final int NONE = -1;

    private final Ints code = new Ints();
    private final Ints positions = new Ints();
    private final List<Object> sources = new ArrayList<>();
    private final boolean counting;
    private final List<Optional<Position>> places = new ArrayList<>();
    private Optional<Position> here = Optional.empty();
    private int counter = NONE;

    /**
     * @param counting whether the code counts its real operations, a block at a time
     */
    Assembler(boolean counting) {
        this.counting = counting;
    }

    /** What is emitted next comes from a place in a source file. */
    void from(Optional<Position> source) {
        here = source;
    }

    void emit(int... instruction) {
        for (int word : instruction) {
            code.add(word);
        }
    }

    /** An instruction that may throw; the source is for the message. */
    void emitFrom(Object source, int... instruction) {
        positions.add(code.size());
        sources.add(source);
        places.add(here);
        emit(instruction);
    }

    /** A jump; its last operand becomes the position of the label. */
    void jump(Label label, int... instruction) {
        emit(instruction);
        code.add(label.targetOf(code.size()));
        counter = NONE;
    }

    void bind(Label label) {
        label.bind(code);
        counter = NONE;
    }

    /** Notes that the code emitted next does real operations. */
    void count(int operations) {
        if (!counting) {
            return;
        }
        if (counter == NONE) {
            emit(Code.COUNT, 0);
            counter = code.size() - 1;
        }
        code.set(counter, code.get(counter) + operations);
    }

    int[] code() {
        return code.toArray();
    }

    Origins origins() {
        return new Origins(positions.toArray(), sources, places);
    }
}
