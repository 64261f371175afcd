package org.cotangent.ad.transform.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cotangent.ad.ir.Program;

/**
 * A sample's program or a derivative of it, ready to be run.
 *
 * @param arguments boxed scalars and arrays; a run changes the arrays
 */
public record Derived(Program program, List<Object> arguments) {

    /** The program, its tangent, its adjoint, and the tangent of that. */
    public static List<Derived> of(Sample sample) {
        Point point = new Point(sample, new SplittableRandom(~sample.seed()));
        Layer primal = Layer.of(sample.program());
        Layer tangent = primal.tangent(sample.independents(), "'");
        Layer adjoint = primal.adjoint(sample.independents(), sample.outputs(), "*");
        Layer hessian = adjoint.tangent(sample.independents(), "'");
        Values seeds = point.seeds(adjoint);
        double[] v = point.direction();
        return List.of(
                of(primal, point.values()),
                of(tangent, point.dotted(tangent, point.values(), "'", v)),
                of(adjoint, point.with(adjoint, seeds)),
                of(hessian, point.dotted(hessian, point.with(hessian, seeds), "'", v)));
    }

    private static Derived of(Layer layer, Values values) {
        List<Object> arguments = new ArrayList<>();
        layer.parameters().forEach(role -> arguments.add(values.get(role)));
        return new Derived(layer.program(), arguments);
    }

    /** The arguments, arrays copied. */
    public Object[] copies() {
        return arguments.stream().map(Values::copy).toArray();
    }
}
