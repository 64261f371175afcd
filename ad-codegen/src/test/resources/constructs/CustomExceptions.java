// Exceptions declared beside the method, with and without a message.
// f: in 0.5..1.5, 0 | external
// f: in 0.5..1.5, 1 | throws, external
// f: in 0.5..1.5, 2 | throws, external
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class CustomExceptions {
    static final class Silent extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    static final class Telling extends IllegalStateException {
        private static final long serialVersionUID = 1;

        Telling(String message) {
            super("told: " + message);
        }
    }

    @Differentiable
    static double f(double x, int kind) {
        if (kind == 1) {
            throw new Silent();
        }
        if (kind == 2) {
            throw new Telling("kind " + kind);
        }
        return x * x;
    }
}
