// A vector function that returns an array given by its elements.
// f: in 0.5..1.5, in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class VectorReturnedInitialiser {
    @Differentiable(wrt = {"r", "phi"})
    static double[] f(double r, double phi) {
        return new double[] {r * Math.cos(phi), r * Math.sin(phi)};
    }
}
