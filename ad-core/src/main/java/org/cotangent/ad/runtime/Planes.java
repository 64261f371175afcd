package org.cotangent.ad.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * An array of rank 3 that calls reuse, as {@link Rows} is one of rank 2.
 *
 * @param <R> the type of a row
 */
final class Planes<R> {

    private final Supplier<Rows<R>> plane;
    private final IntFunction<R[][]> spine;
    private final List<Rows<R>> kept = new ArrayList<>();
    private R[][] given;

    private Planes(Supplier<Rows<R>> plane, IntFunction<R[][]> spine) {
        this.plane = plane;
        this.spine = spine;
        this.given = spine.apply(0);
    }

    static Planes<double[]> ofDoubles() {
        return new Planes<>(Rows::ofDoubles, double[][][]::new);
    }

    static Planes<float[]> ofFloats() {
        return new Planes<>(Rows::ofFloats, float[][][]::new);
    }

    /** An array of a shape that holds whatever its last user left in its rows. */
    R[][] get(int planes, int rows, int columns) {
        resize(planes);
        for (int i = 0; i < planes; i++) {
            given[i] = kept.get(i).get(rows, columns);
        }
        return given;
    }

    /** An array of the shape of another. */
    R[][] like(R[][] model) {
        resize(model.length);
        for (int i = 0; i < model.length; i++) {
            given[i] = kept.get(i).like(model[i]);
        }
        return given;
    }

    private void resize(int planes) {
        if (given.length == planes) {
            return;
        }
        while (kept.size() > planes) {
            kept.remove(kept.size() - 1);
        }
        while (kept.size() < planes) {
            kept.add(plane.get());
        }
        given = spine.apply(planes);
    }

    long size() {
        long size = 0;
        for (Rows<R> rows : kept) {
            size += rows.size();
        }
        return size;
    }
}
