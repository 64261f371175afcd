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

    /** A measurement that may be off by more than this share of itself proves nothing. */
    private static final double COARSEST = 0.1;

    /**
     * Judges one derivative.
     *
     * @param noise bound of the rounding error of the claim
     * @param neighbours a size below which the derivative does not matter beside those by other
     *     variables
     */
    static Judgement of(double claimed, double noise, Measurement measured, double neighbours, Demands demands) {
        double size = Math.max(Math.abs(claimed), Math.abs(measured.value()));
        double bound = SAFETY * (measured.bound() + noise) + Math.abs(measured.jump());
        double scale = Math.max(Math.max(size, measured.steepness()), neighbours);
        if (!Double.isFinite(measured.value()) || !Double.isFinite(measured.bound())) {
            return new Judgement(Verdict.UNDECIDABLE, bound, scale, "no difference could be taken here");
        }
        if (!Double.isFinite(claimed)) {
            return notFinite(claimed, measured, demands);
        }
        if (measured.flat() && claimed == 0) {
            return new Judgement(Verdict.RIGHT, bound, scale, "the value does not change at all");
        }
        if (measured.jump() != 0 && bound > demands.resolution() * scale) {
            return new Judgement(Verdict.UNDECIDABLE, bound, scale, kink(claimed, measured));
        }
        double error = Math.abs(claimed - measured.value());
        if (error > bound && error > demands.tolerance() * size && bound <= COARSEST * size) {
            return new Judgement(Verdict.WRONG, bound, size, how(measured));
        }
        boolean agrees = error <= Math.max(bound, demands.tolerance() * size);
        return agrees && bound <= demands.resolution() * scale || error <= demands.agreement() * size && bound <= size
                ? new Judgement(Verdict.RIGHT, bound, scale, how(measured))
                : new Judgement(Verdict.UNDECIDABLE, bound, scale, tooCoarse(measured, noise));
    }

    private static Judgement notFinite(double claimed, Measurement measured, Demands demands) {
        double size = Math.max(Math.abs(measured.value()), measured.steepness());
        boolean exists = measured.jump() == 0 && measured.bound() <= demands.resolution() * size;
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

    /** The same, but nothing is proved. */
    Judgement undecidable(String reason) {
        return new Judgement(Verdict.UNDECIDABLE, bound, scale, reason);
    }

    /** Whether a measurement by other steps clearly takes the side of the claim against this one. */
    static boolean supports(Measurement other, double claimed, double noise, Measurement measured) {
        double bound = SAFETY * (other.bound() + noise);
        return Math.abs(claimed - other.value()) <= bound && SAFETY * bound <= Math.abs(claimed - measured.value());
    }
}
