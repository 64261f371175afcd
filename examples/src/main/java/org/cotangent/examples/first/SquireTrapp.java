package org.cotangent.examples.first;

import java.util.List;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.examples.models.SquireTrappGraph;

/**
 * The derivative of eˣ/√(sin³x + cos³x) at 1.5, which Squire and Trapp (1998) used to show how many
 * digits differences lose: 4.053427893898621.
 */
public final class SquireTrapp {

    private static final double POINT = 1.5;

    private SquireTrapp() {}

    /** Prints the derivative by a generated class, by the interpreter and by a difference quotient. */
    public static void main(String[] arguments) {
        System.out.println("f'(1.5) by a generated class:       " + derivative(generated()));
        System.out.println("f'(1.5) by the interpreter:         " + derivative(interpreted()));
        System.out.println("f'(1.5) by a difference quotient:   " + differenceQuotient(interpreted()));
    }

    static TwiceDifferentiableFunction generated() {
        return GeneratedSquireTrapp.squireTrapp();
    }

    static TwiceDifferentiableFunction interpreted() {
        SquireTrappGraph graph = new SquireTrappGraph();
        return Differentiation.of(graph.value(), List.of(graph.x()));
    }

    static double derivative(TwiceDifferentiableFunction f) {
        double[] derivative = new double[1];
        f.valueAndGradient(new double[] {POINT}, derivative);
        return derivative[0];
    }

    /** With the step that is best for most functions, √ε. */
    static double differenceQuotient(TwiceDifferentiableFunction f) {
        double step = Math.sqrt(Math.ulp(1.0));
        return (f.value(new double[] {POINT + step}) - f.value(new double[] {POINT})) / step;
    }
}
