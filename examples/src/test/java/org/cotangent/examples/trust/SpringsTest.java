package org.cotangent.examples.trust;

import org.cotangent.ad.check.DerivativeCheck;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.Functions;
import org.junit.jupiter.api.Test;

class SpringsTest {

    private final DifferentiableFunction springs =
            Functions.of(2, x -> x[0] * x[0] + Math.pow(x[1] - x[0], 4), (x, gradient) -> {
                gradient[0] = 2 * x[0] - 4 * Math.pow(x[1] - x[0], 3);
                gradient[1] = 4 * Math.pow(x[1] - x[0], 3);
            });

    @Test
    void gradientIsRight() {
        DerivativeCheck.of(springs).at(0.3, 0.5).atRandomPoints(42, 10, -1, 1).orThrow();
    }
}
