package org.cotangent.ad.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each instruction that may throw was compiled from. */
final class Origins {

    private final int[] positions;
    private final List<Object> sources;

    /**
     * @param positions of instructions, increasing
     * @param sources an expression, a variable or a site each
     */
    Origins(int[] positions, List<Object> sources) {
        this.positions = positions;
        this.sources = new ArrayList<>(sources);
    }

    /** What the instruction at a position of plain code comes from, or null if it cannot throw. */
    @Nullable
    Object at(int position) {
        int index = Arrays.binarySearch(positions, position);
        return index < 0 ? null : sources.get(index);
    }
}
