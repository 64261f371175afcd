package org.cotangent.ad.check;

/**
 * Looks again at a derivative that seems wrong. Computed functions are not smooth on all scales:
 * where large terms cancel, or an iteration stops, values go in stairs whose treads have a slope of
 * their own, and the shortest steps see only one tread. And a function may change within less than
 * the shortest step, or little more, so that only few steps are short enough. None of this makes a
 * derivative wrong.
 */
record Appeal(Part part, double[] x, Direction direction, int row, Measurement measured, Scales scales) {

    /** A function that changes within so many of the shortest steps may have been overlooked. */
    private static final double OVERLOOKED = 4096;

    Judgement judge(Judgement first, double claimed, double noise, Demands demands) {
        if (measured.flat()) {
            Measurement longer = scales.coarser().get(0)[row];
            return longer.flat() ? first : Judgement.of(claimed, noise, longer, 0, demands);
        }
        double distance = measured.variation() / Math.abs(claimed);
        double shortest = Steps.along(direction).shortest();
        if (distance < OVERLOOKED * shortest) {
            return within(distance, first, claimed, noise, demands);
        }
        Measurement finer = finer(shortest);
        if (Judgement.supports(finer, claimed, noise, measured)) {
            return Judgement.of(claimed, noise, finer, 0, demands);
        }
        return scales.coarser().stream()
                .map(rows -> rows[row])
                .filter(longer -> Judgement.supports(longer, claimed, noise, measured))
                .findFirst()
                .map(longer -> first.undecidable("the claimed derivative agrees with the slope over steps of "
                        + Text.few(longer.step()) + " and more, but over shorter ones the slope is "
                        + Text.of(measured.value())
                        + ": computed values go in stairs, or a term with a short period is left out"))
                .orElse(first);
    }

    /** If the claim is right the value changes within less than the steps tried. */
    private Judgement within(double distance, Judgement first, double claimed, double noise, Demands demands) {
        Measurement finer = finer(distance);
        Judgement second = Judgement.of(claimed, noise, finer, 0, demands);
        if (second.verdict() == Verdict.WRONG || Judgement.supports(finer, claimed, noise, measured)) {
            return second;
        }
        return first.undecidable("if the claimed derivative is right, the function changes within "
                + Text.few(distance) + ", less than steps that can be taken here; check it with x scaled, or at"
                + " another point");
    }

    private Measurement finer(double distance) {
        double power = Math.scalb(1.0, Math.getExponent(distance));
        return Differences.along(scales.line(), Steps.within(power, direction, x))[row];
    }
}
