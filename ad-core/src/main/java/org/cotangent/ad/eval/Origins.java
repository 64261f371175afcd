package org.cotangent.ad.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cotangent.ad.ir.Position;
import org.jspecify.annotations.Nullable;

/** What each instruction that may throw was compiled from. */
final class Origins {

    private final int[] positions;
    private final List<Object> sources;
    private final List<Optional<Position>> places;

    /**
     * @param positions of instructions, increasing
     * @param sources an expression, a variable or a site each
     * @param places where the statements stand that they belong to
     */
    Origins(int[] positions, List<Object> sources, List<Optional<Position>> places) {
        this.places = new ArrayList<>(places);
        this.positions = positions;
        this.sources = new ArrayList<>(sources);
    }

    /** What the instruction at a position of plain code comes from, or null if it cannot throw. */
    @Nullable
    Object at(int position) {
        int index = Arrays.binarySearch(positions, position);
        return index < 0 ? null : sources.get(index);
    }

    /** Where the statement stands that an instruction comes from, for messages; empty if that is not known. */
    String place(int position) {
        int index = Arrays.binarySearch(positions, position);
        return index < 0 ? "" : places.get(index).map(p -> " at " + p).orElse("");
    }
}
