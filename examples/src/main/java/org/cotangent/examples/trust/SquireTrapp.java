package org.cotangent.examples.trust;

import java.util.List;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.Functions;
import org.cotangent.examples.models.SquireTrappGraph;

/** eˣ/√(sin³x + cos³x), whose derivative is easy to get wrong by hand. */
final class SquireTrapp {

    static final double POINT = 1.5;

    private SquireTrapp() {}

    private static double value(double x) {
        return Math.exp(x) / Math.sqrt(Math.pow(Math.sin(x), 3) + Math.pow(Math.cos(x), 3));
    }

    /** By the quotient rule: f' = f (1 − 3/2 sin x cos x (sin x − cos x) / (sin³x + cos³x)). */
    static DifferentiableFunction byHand() {
        return Functions.of(1, x -> value(x[0]), (x, gradient) -> {
            double sin = Math.sin(x[0]);
            double cos = Math.cos(x[0]);
            double cubes = Math.pow(sin, 3) + Math.pow(cos, 3);
            gradient[0] = value(x[0]) * (1 - 1.5 * sin * cos * (sin - cos) / cubes);
        });
    }

    /** As above, with sin − cos for once the other way round. */
    static DifferentiableFunction byHandButWrong() {
        return Functions.of(1, x -> value(x[0]), (x, gradient) -> {
            double sin = Math.sin(x[0]);
            double cos = Math.cos(x[0]);
            double cubes = Math.pow(sin, 3) + Math.pow(cos, 3);
            gradient[0] = value(x[0]) * (1 - 1.5 * sin * cos * (cos - sin) / cubes);
        });
    }

    static DifferentiableFunction fromGraph() {
        SquireTrappGraph graph = new SquireTrappGraph();
        return Differentiation.of(graph.value(), List.of(graph.x()));
    }
}
