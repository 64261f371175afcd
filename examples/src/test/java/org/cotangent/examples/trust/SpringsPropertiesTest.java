package org.cotangent.examples.trust;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.cotangent.ad.check.DerivativeCheck;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.Functions;

class SpringsPropertiesTest {

    private final DifferentiableFunction springs =
            Functions.of(2, x -> x[0] * x[0] + Math.pow(x[1] - x[0], 4), (x, gradient) -> {
                gradient[0] = 2 * x[0] - 4 * Math.pow(x[1] - x[0], 3);
                gradient[1] = 4 * Math.pow(x[1] - x[0], 3);
            });

    @Property(tries = 100)
    void gradientIsRight(
            @ForAll @DoubleRange(min = -5, max = 5) double x, @ForAll @DoubleRange(min = -5, max = 5) double y) {
        DerivativeCheck.of(springs).at(x, y).orThrow();
    }
}
