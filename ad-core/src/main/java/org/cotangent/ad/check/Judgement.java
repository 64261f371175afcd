package org.cotangent.ad.check;

/**
 * What a measurement says about a claimed derivative.
 *
 * @param verdict what follows
 * @param bound by how much the two may differ though both are right
 * @param scale what the difference is relative to
 * @param explanation in words
 */
record Judgement(Verdict verdict, double bound, double scale, String explanation) {

    /** Bounds of both errors are estimates; nothing is called wrong before it exceeds them so often. */
    private static final double SAFETY = 3;

    /** Nobody is told that a derivative is wrong when it agrees to seven digits. */
    private static final double TOLERANCE = 1e-7;

    /**
     * Judges one derivative.
     *
     * @param noise bound of the rounding error of the claim
     * @param neighbours a size below which the derivative does not matter beside those by other
     *     variables
     * @param resolution the relative error that must be seen for the verdict RIGHT
     */
    static Judgement of(double claimed, double noise, Measurement measured, double neighbours, double resolution) {
        double size = Math.max(Math.abs(claimed), Math.abs(measured.value()));
        double bound = SAFETY * (measured.bound() + noise) + Math.abs(measured.jump());
        double scale = Math.max(Math.max(size, measured.steepness()), neighbours);
        if (!Double.isFinite(measured.value()) || !Double.isFinite(measured.bound())) {
            return new Judgement(Verdict.UNDECIDABLE, bound, scale, "no difference could be taken here");
        }
        if (!Double.isFinite(claimed)) {
            return notFinite(claimed, measured, resolution);
        }
        if (measured.flat() && claimed == 0) {
            return new Judgement(Verdict.RIGHT, bound, scale, "the value does not change at all");
        }
        if (measured.jump() != 0 && bound > resolution * scale) {
            return new Judgement(Verdict.UNDECIDABLE, bound, scale, kink(claimed, measured));
        }
        double error = Math.abs(claimed - measured.value());
        if (error > bound && error > TOLERANCE * size) {
            return new Judgement(Verdict.WRONG, bound, size, how(measured));
        }
        return bound <= resolution * scale || error <= Math.min(TOLERANCE, resolution) * size && bound <= size
                ? new Judgement(Verdict.RIGHT, bound, scale, how(measured))
                : new Judgement(Verdict.UNDECIDABLE, bound, scale, tooCoarse(measured, noise));
    }

    private static Judgement notFinite(double claimed, Measurement measured, double resolution) {
        double size = Math.max(Math.abs(measured.value()), measured.steepness());
        boolean exists = measured.jump() == 0 && measured.bound() <= resolution * size;
        return new Judgement(
                exists ? Verdict.WRONG : Verdict.UNDECIDABLE,
                measured.bound(),
                size,
                exists ? how(measured) : "the slope may well be unbounded here, and " + claimed + " is claimed");
    }

    private static String how(Measurement measured) {
        return measured.method().text()
                + (measured.step() > 0 ? ", shortest step " + Text.few(measured.step()) : "")
                + "; rounding error of the value about " + Text.few(measured.noise());
    }

    private static String kink(double claimed, Measurement measured) {
        double left = measured.value() - measured.jump() / 2;
        double right = measured.value() + measured.jump() / 2;
        boolean between = Math.min(left, right) - measured.bound() <= claimed
                && claimed <= Math.max(left, right) + measured.bound();
        return "kink: the slope is " + Text.of(left) + " to the left and " + Text.of(right)
                + " to the right; the claimed derivative lies "
                + (between ? "between them, which is defensible" : "outside of them, which is not; try points beside");
    }

    private static String tooCoarse(Measurement measured, double noise) {
        return noise > measured.bound()
                ? "the derivative itself carries a rounding error of about " + Text.few(noise)
                : "the measurement is good to " + Text.few(measured.bound())
                        + " only: the value carries a rounding error of about " + Text.few(measured.noise())
                        + ", or changes abruptly";
    }
}
