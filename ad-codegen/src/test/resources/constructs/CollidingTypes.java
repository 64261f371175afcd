// Classes and locals named like those that generated code uses.
// f: 2 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class CollidingTypes {
    static final class Workspace {
        private Workspace() {}

        static double twice(double x) {
            return 2 * x;
        }
    }

    static final class Arrays {
        private Arrays() {}

        static double squared(double x) {
            return x * x;
        }
    }

    @Differentiable
    static double f(double[] x) {
        double Math = Workspace.twice(x[0]);
        double Special = Arrays.squared(x[1]);
        return Math * Special + java.lang.Math.sin(Math);
    }
}
