package org.cotangent.ad.check;

import java.util.ArrayList;
import java.util.List;

/** Measurements along a line by longer steps only, made when they are first asked for; used once. */
final class Scales {

    /** How many of the shortest steps are left out. */
    private static final int[] LEVELS = {4, 8, 12};

    private final Line line;
    private final List<Measurement[]> measured = new ArrayList<>();

    Scales(Line line) {
        this.line = line;
    }

    Line line() {
        return line;
    }

    /** From more steps to fewer. */
    List<Measurement[]> coarser() {
        if (measured.isEmpty()) {
            for (int level : LEVELS) {
                measured.add(
                        Differences.along(line, Steps.along(line.direction()).from(level)));
            }
        }
        return measured;
    }
}
