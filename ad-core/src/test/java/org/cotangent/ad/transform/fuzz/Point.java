package org.cotangent.ad.transform.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;

/**
 * Where a sample is run: arguments of its program and of derivatives of it, by role, and vectors
 * over the elements of all independents in order.
 */
final class Point {

    private final Sample sample;
    private final SplittableRandom random;
    private final List<Variable> parameters;
    private final List<Integer> starts = new ArrayList<>();
    private final int dimension;

    Point(Sample sample, SplittableRandom random) {
        this.sample = sample;
        this.random = random;
        this.parameters = sample.program().entry().parameters();
        int end = 0;
        for (Variable independent : sample.independents()) {
            starts.add(end);
            end += Values.flat(argument(independent)).length;
        }
        this.dimension = end;
    }

    int dimension() {
        return dimension;
    }

    private Object argument(Variable parameter) {
        return sample.arguments().get(parameters.indexOf(parameter));
    }

    /** Parameters that are arrays and can carry derivatives. */
    List<Variable> arrays() {
        return parameters.stream()
                .filter(p -> p.type().isArray() && p.type().isDifferentiable())
                .toList();
    }

    List<Variable> realResults() {
        return sample.program().entry().results().stream()
                .filter(r -> r.type().isReal())
                .toList();
    }

    /** The arguments of the program itself. */
    Values values() {
        Values values = new Values();
        for (int i = 0; i < parameters.size(); i++) {
            values.put(parameters.get(i).name(), sample.arguments().get(i));
        }
        return values;
    }

    /** The arguments with each independent real moved. */
    Values moved(double[] by) {
        Values values = values();
        for (int i = 0; i < starts.size(); i++) {
            Variable independent = sample.independents().get(i);
            double[] reals = Values.flat(argument(independent));
            for (int j = 0; j < reals.length; j++) {
                reals[j] += by[starts.get(i) + j];
            }
            if (!independent.type().equals(Scope.FLOATS)) {
                values.put(independent.name(), Values.shaped(argument(independent), reals, 0));
            }
        }
        return values;
    }

    /** The arguments, also those that carry no derivative, a few tens of units in the last place away. */
    Values nearby() {
        Values values = values();
        for (Variable parameter : parameters) {
            boolean isReal = parameter.type().isReal() || parameter.type().kind() == Type.Kind.DOUBLE;
            if (isReal && !parameter.type().equals(Scope.FLOATS)) {
                double[] reals = Values.flat(argument(parameter));
                Arrays.setAll(reals, i -> reals[i] + random.nextDouble(-1, 1) * 1e-14);
                values.put(parameter.name(), Values.shaped(argument(parameter), reals, 0));
            }
        }
        return values;
    }

    double[] direction() {
        return random.doubles(dimension, -1, 1).toArray();
    }

    double[] unit(int index) {
        double[] unit = new double[dimension];
        unit[index] = 1;
        return unit;
    }

    /** Puts a vector into the shadows of the independents that a mark names. */
    void spread(Values values, String mark, double[] v) {
        for (int i = 0; i < starts.size(); i++) {
            Variable independent = sample.independents().get(i);
            values.put(independent.name() + mark, Values.shaped(argument(independent), v, starts.get(i)));
        }
    }

    /** The vector that {@link #spread} would put; 0 where the shadow is not needed and so not there. */
    double[] gathered(Values values, String mark) {
        List<double[]> parts = new ArrayList<>();
        for (Variable independent : sample.independents()) {
            boolean shadowed = values.has(independent.name() + mark);
            Object like = argument(independent);
            parts.add(shadowed ? values.reals(independent.name() + mark) : new double[Values.flat(like).length]);
        }
        return Vectors.join(parts);
    }

    /** Imaginary parts for a complex step in a direction. */
    Values imaginary(double[] v) {
        Values imaginary = new Values();
        spread(imaginary, "", Vectors.times(v, Runner.STEP));
        return imaginary;
    }

    /** Random weights of all that the program gives, as far as its adjoint takes them. */
    Values seeds(Layer adjoint) {
        Values seeds = new Values();
        for (Variable result : realResults()) {
            seeds.put(result.name() + "*", random.nextDouble(-1, 1));
        }
        for (Variable array : arrays()) {
            if (adjoint.parameters().contains(array.name() + "*")) {
                Object like = argument(array);
                double[] weights =
                        random.doubles(Values.flat(like).length, -1, 1).toArray();
                seeds.put(array.name() + "*", Values.shaped(like, weights, 0));
            }
        }
        return seeds;
    }

    /** The sum of all that a run gave, weighed. */
    double weighed(Values given, Values seeds) {
        double sum = 0;
        for (Variable result : realResults()) {
            sum += seeds.reals(result.name() + "*")[0] * given.reals(result.name())[0];
        }
        for (Variable array : arrays()) {
            if (seeds.has(array.name() + "*")) {
                sum += Vectors.dot(seeds.reals(array.name() + "*"), given.reals(array.name()));
            }
        }
        return sum;
    }

    /** The arguments of a layer: the given ones of its roles, those of the program else. */
    Values with(Layer layer, Values given) {
        return with(layer, values(), given);
    }

    Values with(Layer layer, Values own, Values given) {
        for (String role : layer.parameters()) {
            if (given.has(role)) {
                own.put(role, given.get(role));
            }
        }
        return own;
    }

    /** Arguments of a tangent of a layer: a direction at the independents, 0 elsewhere. */
    Values dotted(Layer tangent, Values own, String mark, double[] v) {
        spread(own, mark, v);
        fill(tangent, own);
        return own;
    }

    /** Sets shadows that have no value yet to 0. */
    void fill(Layer layer, Values values) {
        for (String role : layer.parameters()) {
            if (!values.has(role)) {
                String of = role.substring(0, role.length() - 1);
                values.put(role, values.has(of) ? Values.zeros(values.get(of)) : (Object) 0.0);
            }
        }
    }

    /** Fails unless the values of a derivative are those of the program, to the bit. */
    void requireSameResults(String check, Values expected, Values found) {
        for (Variable result : sample.program().entry().results()) {
            Object value = expected.get(result.name());
            if (!value.equals(found.get(result.name()))) {
                throw Stopped.failed(check, result.name() + " is " + found.get(result.name()) + ", expected " + value);
            }
        }
    }

    void requireSameArrays(String check, Values expected, Values found) {
        for (Variable array : arrays()) {
            requireSameBits(check + " of " + array.name(), expected.reals(array.name()), found.reals(array.name()));
        }
    }

    /** Fails unless arrays are as on entry, and outputs as at the end. */
    void requireRestored(Values found, Values end) {
        Values entry = values();
        for (Variable array : arrays()) {
            String name = array.name();
            boolean output = sample.outputs().contains(array);
            requireSameBits("array " + name + " put back", (output ? end : entry).reals(name), found.reals(name));
            if (!found.hasRowsInPlace(name)) {
                throw Stopped.failed("rows of " + name + " put back", "they are elsewhere");
            }
        }
        for (Variable parameter : parameters) {
            String name = parameter.name();
            if (parameter.type().equals(Type.INTS)
                    && !Arrays.equals((int[]) entry.get(name), (int[]) found.get(name))) {
                throw Stopped.failed("array " + name + " put back", "found " + Values.text(found.get(name)));
            }
        }
    }

    static void requireSameBits(String check, double[] expected, double[] found) {
        if (!Arrays.equals(expected, found)) {
            throw Stopped.failed(check, "found " + Arrays.toString(found) + ", expected " + Arrays.toString(expected));
        }
    }
}
