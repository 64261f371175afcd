package org.cotangent.optim.leastsquares;

import org.cotangent.ad.function.VectorFunction;

/**
 * A curve f(x, p) with parameters p, given as what it predicts at all of the points x at once, as a
 * function of the parameters alone. A generated class with x as data is one: {@code x ->
 * DecayDerivatives.decay(x)}; so is a graph of the parameters built for x.
 *
 * @param <X> the points: a double[] for curves of one variable, anything for others
 */
@FunctionalInterface
public interface CurveModel<X> {

    /** The predictions at these points, one for each, as a function of the n parameters. */
    VectorFunction at(X x);
}
