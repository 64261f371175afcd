package org.cotangent.optim.run;

import java.util.function.ToDoubleFunction;

/**
 * Holds a slope against differences of values over wide steps, where the value rises over short ones though its
 * gradient promises a fall: if they agree it is rounding that rises, if they do not the gradient is wrong.
 *
 * @param stated the slope by the gradient, per unit of length
 * @param measured the slope by differences of values
 * @param uncertainty how far the latter may be off; infinite where no two differences were finite
 * @param jump by how much the slope jumps at the point, 0 if it does not
 * @param ends whether the domain ends on the way: the shortest step down the slope finds no finite value
 */
public record SlopeCheck(double stated, double measured, double uncertainty, double jump, boolean ends) {

    /** Steps relative to the point, from where rounding leaves a third of the digits to where few functions are cubic. */
    private static final double[] WIDTHS = {1e-6, 1e-5, 1e-4, 1e-3, 1e-2};

    /** A part of the slope that no wrong entry of a gradient is worth mentioning for. */
    private static final double AGREEMENT = 0.1;

    /** A jump comes out the same over every width to this part of it. */
    private static final double ALIKE = 0.1;

    /**
     * Measures by central differences over five widths, eleven values; of neighbours the two count that agree best.
     *
     * @param value f at a point, which it does not keep
     * @param direction length n, not 0
     * @param slope ∇fᵀd by the gradient
     * @throws StopSignal if the budget ends on the way, where the value is counted
     */
    public static SlopeCheck along(ToDoubleFunction<double[]> value, double[] point, double[] direction, double slope) {
        double[] unit = direction.clone();
        double length = Vectors.norm(direction);
        Vectors.scale(1 / length, unit);
        double norm = Vectors.norm(point);
        double size = norm > 0 ? norm : 1;
        double here = value.applyAsDouble(point.clone());
        double[] above = slopes(value, here, point, unit, size);
        double[] below = slopes(value, here, point, unit, -size);
        double best = Double.NaN;
        double spread = Double.POSITIVE_INFINITY;
        for (int k = 1; k < WIDTHS.length; k++) {
            double narrower = above[k - 1] / 2 + below[k - 1] / 2;
            double change = Math.abs(above[k] / 2 + below[k] / 2 - narrower);
            if (change < spread) {
                spread = change;
                best = narrower;
            }
        }
        double down = slope < 0 ? above[0] : below[0];
        return new SlopeCheck(slope / length, best, spread, jump(above, below), !Double.isFinite(down));
    }

    private static double[] slopes(
            ToDoubleFunction<double[]> value, double here, double[] x, double[] unit, double size) {
        double[] slopes = new double[WIDTHS.length];
        double[] near = new double[x.length];
        for (int k = 0; k < slopes.length; k++) {
            double t = WIDTHS[k] * size;
            Vectors.sum(x, t, unit, near);
            slopes[k] = (value.applyAsDouble(near) - here) / t;
        }
        return slopes;
    }

    /** The slopes to both sides differ by as much over three neighbouring widths; else by less with each, or by noise. */
    private static double jump(double[] above, double[] below) {
        for (int k = 2; k < WIDTHS.length; k++) {
            double jump = above[k] - below[k];
            if (isAlike(jump, above[k - 1] - below[k - 1]) && isAlike(jump, above[k - 2] - below[k - 2])) {
                return jump;
            }
        }
        return 0;
    }

    private static boolean isAlike(double jump, double other) {
        return Math.abs(jump - other) <= ALIKE * Math.abs(jump);
    }

    /** A slope that nothing was held against. */
    public static SlopeCheck unmeasured(double slope) {
        return new SlopeCheck(slope, Double.NaN, Double.POSITIVE_INFINITY, 0, false);
    }

    /** Whether the differences are exact enough to tell; not where the value is level. */
    public boolean decides() {
        boolean level = measured == 0 && uncertainty == 0;
        return !level && isExact();
    }

    private boolean isExact() {
        return uncertainty <= AGREEMENT * Math.max(Math.abs(stated), Math.abs(measured));
    }

    /** Whether the slope jumps by a part of itself that matters. */
    public boolean jumps() {
        return Math.abs(jump) > AGREEMENT * Math.abs(stated);
    }

    /** Whether both slopes are the same as far as the differences tell. */
    public boolean agrees() {
        return Math.abs(measured - stated) <= Math.max(AGREEMENT * Math.abs(stated), uncertainty);
    }

    /** "slope -2.1e-3 by the gradient, 4.2e-3 by differences of values over wide steps, give or take 1e-8". */
    public String text() {
        String stating = "slope " + Text.of(stated) + " by the gradient, ";
        return Double.isFinite(measured)
                ? stating + Text.of(measured) + " by differences of values over wide steps, give or take "
                        + Text.of(uncertainty)
                : stating + "none by differences of values, for which the budget or the domain ended";
    }
}
