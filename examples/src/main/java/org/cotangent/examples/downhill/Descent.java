package org.cotangent.examples.downhill;

import java.util.List;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.run.Result;

/**
 * A run from the customary start (−1.2, 1), on the far side of the valley's bend.
 *
 * @param stops the start and every accepted point, in order
 */
record Descent(Method method, Result result, List<Trace.Stop> stops) {

    private static final double[] START = {-1.2, 1};

    static Descent of(Method method, TwiceDifferentiableFunction f) {
        Trace trace = new Trace(START);
        Result result = method.minimize(f, trace, START);
        return new Descent(method, result, trace.stops());
    }
}
