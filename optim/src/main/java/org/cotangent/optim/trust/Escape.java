package org.cotangent.optim.trust;

import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Vectors;

/** The way out of a saddle: steps along a direction of negative curvature, or to a point seen to be lower, until one is taken. */
final class Escape {

    private double[] direction = {};
    private double curvature;
    private double length;
    private double fall;

    boolean isUnderway() {
        return direction.length > 0;
    }

    /** Begins, along a direction of norm 1 that is kept. */
    void begin(double[] downwards, double itsCurvature) {
        direction = downwards;
        curvature = itsCurvature;
        length = 0;
    }

    /** Begins with one step to a point that is known to be lower. */
    void begin(FlatProbe.Drop drop) {
        begin(drop.direction(), 0);
        length = drop.length();
        fall = drop.fall();
    }

    void end() {
        direction = new double[0];
    }

    /** The step to the lower point, if there is one and it was not tried yet; or along the direction to the end of the region. */
    void propose(double[] scale, double[] gradient, double radius, TrustStep step) {
        boolean known = length > 0;
        double norm = Place.scaledNorm(scale, direction);
        double t = known ? length : radius / norm;
        System.arraycopy(direction, 0, step.vector(), 0, direction.length);
        Vectors.scale(t, step.vector());
        double slope = Vectors.dot(gradient, step.vector());
        step.set(t * norm, known ? fall : -slope - curvature * t * t / 2, slope, true);
        length = 0;
    }

    void exchange(State state) {
        direction = state.array(direction);
        curvature = state.number(curvature);
        length = state.number(length);
        fall = state.number(fall);
    }
}
