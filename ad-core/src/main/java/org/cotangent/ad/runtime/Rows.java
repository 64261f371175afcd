package org.cotangent.ad.runtime;

import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/**
 * An array of rank 2 that calls reuse. Its user may swap rows or put others in their place: the rows
 * themselves are kept apart, and laid out anew at each use.
 *
 * @param <R> the type of a row
 */
final class Rows<R> {

    private final IntFunction<R> row;
    private final ToIntFunction<R> length;
    private final IntFunction<R[]> spine;
    private R[] kept;
    private R[] given;

    /**
     * An array without rows.
     *
     * @param row makes a row of a length
     * @param length of a row
     * @param spine makes an array for so many rows
     */
    Rows(IntFunction<R> row, ToIntFunction<R> length, IntFunction<R[]> spine) {
        this.row = row;
        this.length = length;
        this.spine = spine;
        this.kept = spine.apply(0);
        this.given = kept;
    }

    static Rows<double[]> ofDoubles() {
        return new Rows<>(double[]::new, row -> row.length, double[][]::new);
    }

    static Rows<float[]> ofFloats() {
        return new Rows<>(float[]::new, row -> row.length, float[][]::new);
    }

    /** An array of a shape that holds whatever its last user left in its rows. */
    R[] get(int rows, int columns) {
        resize(rows);
        for (int i = 0; i < rows; i++) {
            fit(i, columns);
        }
        return given;
    }

    /** An array of the shape of another. */
    R[] like(R[] model) {
        resize(model.length);
        for (int i = 0; i < model.length; i++) {
            fit(i, length.applyAsInt(model[i]));
        }
        return given;
    }

    private void resize(int rows) {
        if (kept.length == rows) {
            return;
        }
        R[] resized = spine.apply(rows);
        System.arraycopy(kept, 0, resized, 0, Math.min(rows, kept.length));
        for (int i = kept.length; i < rows; i++) {
            resized[i] = row.apply(0);
        }
        kept = resized;
        given = spine.apply(rows);
    }

    private void fit(int i, int columns) {
        if (length.applyAsInt(kept[i]) != columns) {
            kept[i] = row.apply(columns);
        }
        given[i] = kept[i];
    }

    long size() {
        long size = 0;
        for (R each : kept) {
            size += length.applyAsInt(each);
        }
        return size;
    }
}
