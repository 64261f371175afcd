package org.cotangent.ad.check;

/**
 * Which steps to try along a direction.
 *
 * @param shortest step
 * @param usual steps up to here are always tried
 * @param longest steps up to here are tried if the shorter ones leave something to be wished for
 * @param persistent whether they are tried too as long as the value does not change at all
 * @param spacing of the points that show the rounding error
 * @param widest spacing to try if the points are too close for that
 */
record Steps(double shortest, double usual, double longest, boolean persistent, double spacing, double widest) {

    /** The shortest step, in units of the direction: 4⁻¹⁷ = 6e-11. */
    private static final double SHORTEST = 0x1p-34;

    private static final double USUAL = 0x1p-4;
    private static final double LONGEST = 4;

    /** Not a power of two, so that points have rounded coordinates as most points have. */
    private static final double IRREGULAR = 1.37;

    private static final double SPACING = IRREGULAR * 0x1p-40;

    private static final double WIDEST = IRREGULAR * 0x1p-10;

    /** So many steps at least. */
    private static final int LEVELS = 8;

    /** Coordinates are rounded to 2⁻⁵²; a step should be more than that. */
    private static final double FINEST = 0x1p-49;

    static Steps along(Direction direction) {
        double unit = direction.unit();
        return new Steps(
                unit * SHORTEST, unit * USUAL, direction.reach() * LONGEST, false, unit * SPACING, unit * WIDEST);
    }

    /** The noise of what is called a claim, by a hair beside the point. */
    static double spacing(Direction direction) {
        return direction.unit() * SPACING;
    }

    static double widest(Direction direction) {
        return direction.unit() * WIDEST;
    }

    /** The longer ones of these, that see as rounding what shorter ones could tell apart. */
    Steps from(int level) {
        double first = shortest * Math.pow(Sequence.RATIO, level);
        return new Steps(first, Sequence.RATIO * usual, longest, true, first * IRREGULAR / 16, widest);
    }

    /** Steps for a function that changes within a distance much shorter than the size of the point. */
    static Steps within(double distance, Direction direction, double[] x) {
        double finest = 0;
        for (int i = 0; i < x.length; i++) {
            if (direction.components()[i] != 0) {
                finest = Math.max(finest, FINEST * Math.abs(x[i] / direction.components()[i]));
            }
        }
        finest = Math.max(finest, Double.MIN_NORMAL);
        double shortest = Math.max(distance * SHORTEST, finest);
        double usual = Math.max(distance * USUAL, shortest * Math.pow(Sequence.RATIO, LEVELS));
        double spacing = Math.max(distance * SPACING, IRREGULAR * finest);
        return new Steps(shortest, usual, usual, false, spacing, Math.max(distance * WIDEST, spacing));
    }
}
