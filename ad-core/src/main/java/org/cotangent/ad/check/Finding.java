package org.cotangent.ad.check;

import java.util.List;

/**
 * One derivative that was checked.
 *
 * @param test what was tested, such as {@code gradient}
 * @param entry which derivative, such as {@code df/dx[1]}
 * @param point where, length n
 * @param claimed what the code under test says
 * @param measured what differences of the function (or a complex step, or the other side of an
 *     identity) say
 * @param bound by how much the two may differ though both are right: the error of the measurement
 *     and the rounding error of the code under test
 * @param scale what the difference is compared with to call it small
 * @param verdict what follows
 * @param explanation in words: how it was measured, or why nothing can be said
 */
public record Finding(
        String test,
        String entry,
        List<Double> point,
        double claimed,
        double measured,
        double bound,
        double scale,
        Verdict verdict,
        String explanation) {

    public Finding {
        point = List.copyOf(point);
    }

    /** |claimed − measured|. */
    public double error() {
        return Math.abs(claimed - measured);
    }

    /** The error relative to the larger of the two; if that is nothing beside the scale, to the scale. */
    public double relativeError() {
        return error() == 0 ? 0 : error() / scale;
    }

    /** The relative error on the customary scale. */
    public Agreement agreement() {
        return Agreement.of(relativeError());
    }
}
