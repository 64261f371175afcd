package org.cotangent.ad.transform.fuzz;

import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Op;

/**
 * A real expression whose value lies in [−bound, bound] if its variables keep their promise. So
 * random programs neither overflow nor leave the domains of their operations.
 */
record Bounded(Expr value, double bound) {

    /** What every real variable and array element keeps within, rounding to float included. */
    static final double LIMIT = 3;

    static Bounded variable(Expr value) {
        return new Bounded(value, LIMIT + 1e-5);
    }

    static Bounded constant(double value) {
        return new Bounded(Expr.constant(value), Math.abs(value));
    }

    Bounded plus(Bounded other) {
        return new Bounded(value.plus(other.value), bound + other.bound);
    }

    Bounded minus(Bounded other) {
        return new Bounded(value.minus(other.value), bound + other.bound);
    }

    Bounded times(Bounded other) {
        return new Bounded(value.times(other.value), bound * other.bound);
    }

    Bounded times(double factor) {
        return new Bounded(Expr.constant(factor).times(value), bound * Math.abs(factor));
    }

    Bounded sin() {
        return new Bounded(value.sin(), 1);
    }

    /** A value in [low, low + bound²]. */
    Expr squarePlus(double low) {
        return value.square().plus(low);
    }

    double squareBound(double low) {
        return low + bound * bound;
    }

    /** This, or something of it that keeps within a limit. */
    Bounded within(double limit, boolean scaled) {
        if (bound <= limit) {
            return this;
        }
        return scaled ? times(limit / bound) : new Bounded(Expr.constant(limit).times(value.sin()), limit);
    }

    Bounded map(Op op, double newBound) {
        return new Bounded(value.map(op), newBound);
    }
}
