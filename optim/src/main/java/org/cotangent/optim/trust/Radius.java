package org.cotangent.optim.trust;

import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Stateful;

/**
 * The trust-region radius and how it follows the ratio of actual to predicted decrease: Moré
 * (1978), The Levenberg-Marquardt algorithm: implementation and theory, LNM 630, algorithm 7.1 and
 * section 4; between a poor and a good ratio, where that paper keeps the radius, it is drawn towards
 * a ratio of one half by the cubic of Nielsen (1999), Damping parameter in Marquardt's method,
 * IMM-REP-1999-05, which ends some zigzags.
 */
final class Radius implements Stateful {

    /** Constants of the paper. */
    private static final double POOR = 0.25;

    private static final double GOOD = 0.75;
    private static final double LEAST_SHRINK = 0.5;
    private static final double MOST_SHRINK = 0.1;

    private final RadiusPolicy policy;
    private double radius;
    private boolean first = true;

    /** A first radius by the scaled norm of the start. */
    Radius(RadiusPolicy policy, double scaledNorm) {
        this.policy = policy;
        radius = scaledNorm > 0 ? policy.factor() * scaledNorm : policy.factor();
    }

    double value() {
        return radius;
    }

    /** Makes it at least as large. */
    void widen(double least) {
        radius = Math.max(radius, least);
    }

    /**
     * Follows a trial; {@code decrease} is not finite where the value was not.
     *
     * @param noise added to both decreases, so that their ratio is 1 where both are rounding (Conn, Gould,
     *     Toint 2000, section 17.4.2)
     */
    void follow(TrustStep step, double decrease, double noise) {
        if (first) {
            radius = Math.min(radius, step.scaledNorm());
        }
        double ratio = (decrease + noise) / (step.predicted() + noise);
        if (!(ratio > POOR)) {
            radius = shrink(step, decrease) * Math.min(radius, step.scaledNorm() / MOST_SHRINK);
        } else if (ratio >= GOOD || !step.isRestricted()) {
            radius = policy.growth() * step.scaledNorm();
        } else {
            double half = 2 * ratio - 1;
            radius /= 1 - half * half * half;
        }
        first &= !(ratio > 0);
    }

    @Override
    public void exchange(State state) {
        radius = state.number(radius);
        first = state.flag(first);
    }

    private static double shrink(TrustStep step, double decrease) {
        if (!Double.isFinite(decrease)) {
            return MOST_SHRINK;
        }
        if (decrease >= 0) {
            return LEAST_SHRINK;
        }
        // Where the parabola through both values and the slope is lowest.
        double lowest = step.slope() / (2 * (step.slope() + decrease));
        return Math.max(MOST_SHRINK, Math.min(LEAST_SHRINK, lowest));
    }
}
