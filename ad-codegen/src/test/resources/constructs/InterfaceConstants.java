// Constants of an interface, and a method declared in it.
// f: in 0.5..2
package constructs;

import org.cotangent.ad.annotation.Differentiable;

interface InterfaceConstants {
    double HALF = 0.5;

    @Differentiable
    static double f(double x) {
        return HALF * x * x + twice(x);
    }

    private static double twice(double x) {
        return 2 * Math.sin(x);
    }
}
