package org.cotangent.ad.transform.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Program;

/**
 * Compares the derivatives of one sample in every mode, for the function that weighs all that the
 * program gives: its real results and the elements of its arrays when it ends.
 *
 * <p>The oracle of each order is the complex step of the order below, which has no truncation error
 * and no cancellation; differences of the program itself are the second one.
 */
final class Comparison {

    /**
     * Relative to the largest component. Both sides round at most some thousand times, each time by
     * 1e-16 of values that random programs keep within a few units.
     */
    private static final double TOLERANCE = 1e-10;

    private static final int ATTEMPTS = 4;

    /** How many of the checks are made. */
    enum Extent {
        /** Up to second order. */
        USUAL,
        /** Also third order, the other compositions, and differences. */
        ALL
    }

    /** An expectation, computed anew at a point given by its arguments. */
    private interface Oracle {
        double[] at(Values arguments);
    }

    private final Sample sample;
    private final Point point;
    private final UnaryOperator<Program> afterTangent;
    private final UnaryOperator<Program> afterAdjoint;
    private final Runner primal;
    private boolean sloped;

    private Comparison(Sample sample, UnaryOperator<Program> afterTangent, UnaryOperator<Program> afterAdjoint) {
        this.sample = sample;
        this.point = new Point(sample, new SplittableRandom(~sample.seed()));
        this.afterTangent = afterTangent;
        this.afterAdjoint = afterAdjoint;
        this.primal = new Runner(Layer.of(sample.program()));
    }

    static Verdict of(Sample sample, Extent extent) {
        return of(sample, extent, UnaryOperator.identity(), UnaryOperator.identity());
    }

    /** Compares with the outputs of the first transforms changed, to see that changes are found. */
    static Verdict of(
            Sample sample, Extent extent, UnaryOperator<Program> afterTangent, UnaryOperator<Program> afterAdjoint) {
        try {
            return new Comparison(sample, afterTangent, afterAdjoint).verdict(extent);
        } catch (RuntimeException | StackOverflowError thrown) {
            StackTraceElement[] trace = thrown.getStackTrace();
            String where = trace.length == 0 ? "" : " at " + trace[0];
            String check = "throws " + thrown.getClass().getSimpleName();
            return new Verdict(Verdict.Outcome.FAILED, check, thrown + where, false);
        }
    }

    private Verdict verdict(Extent extent) {
        try {
            all(extent);
            return new Verdict(Verdict.Outcome.AGREED, "", "", sloped);
        } catch (Stopped stopped) {
            return stopped.verdict(sloped);
        }
    }

    private void all(Extent extent) {
        Values end = primal.run(point.values());
        requireFinite(end);
        Runner tangent =
                new Runner(primal.layer().tangent(sample.independents(), "'").with(afterTangent));
        Runner adjoint = new Runner(primal.layer()
                .adjoint(sample.independents(), sample.outputs(), "*")
                .with(afterAdjoint));
        Values seeds = point.seeds(adjoint.layer());
        double[] v = point.direction();
        double[] w = point.direction();
        tangents(tangent, end, v);
        tangents(tangent, end, w);
        double[] gradient = gradient(adjoint, seeds, end);
        Runner hessian = new Runner(adjoint.layer().tangent(sample.independents(), "'"));
        double[] product = product(hessian, adjoint, seeds, v, gradient);
        symmetry(hessian, seeds, product, v, w);
        if (extent == Extent.ALL) {
            differences(gradient, seeds, v);
            third(hessian, seeds, v, w);
            if (sample.outputs().isEmpty()) {
                adjointOfTangent(tangent.layer(), seeds, v, product);
                adjointOfAdjoint(adjoint.layer(), seeds, v, product);
            }
        }
    }

    private void requireFinite(Values end) {
        for (Variable result : point.realResults()) {
            if (!Double.isFinite(end.reals(result.name())[0])) {
                throw Stopped.skipped("finite", result.name() + " = " + end.get(result.name()));
            }
        }
    }

    private void tangents(Runner runner, Values end, double[] v) {
        Values found = runner.run(point.dotted(runner.layer(), point.values(), "'", v));
        point.requireSameResults("tangent's values", end, found);
        point.requireSameArrays("tangent's values", end, found);
        List<double[]> dots = new ArrayList<>();
        for (Variable array : point.arrays()) {
            String dot = array.name() + "'";
            boolean active = runner.layer().parameters().contains(dot);
            dots.add(active ? found.reals(dot) : new double[end.reals(array.name()).length]);
        }
        point.realResults().forEach(r -> dots.add(found.reals(r.name() + "'")));
        check("tangent", at -> complexTangent(at, v), Vectors.join(dots));
    }

    private double[] complexTangent(Values at, double[] v) {
        Values imaginary = point.imaginary(v);
        primal.run(at, imaginary);
        List<double[]> parts = new ArrayList<>();
        point.arrays().forEach(a -> parts.add(imaginary.reals(a.name())));
        point.realResults().forEach(r -> parts.add(imaginary.reals(r.name())));
        return Vectors.quotient(Vectors.join(parts), Runner.STEP);
    }

    private double[] gradient(Runner adjoint, Values seeds, Values end) {
        Values found = adjoint.run(point.with(adjoint.layer(), seeds));
        double[] gradient = point.gathered(found, "*");
        point.requireSameResults("adjoint's values", end, found);
        point.requireRestored(found, end);
        Values again = adjoint.run(point.with(adjoint.layer(), seeds));
        Point.requireSameBits("second call of the adjoint", gradient, point.gathered(again, "*"));
        sloped = Arrays.stream(gradient).anyMatch(g -> g != 0);
        check("adjoint", at -> complexGradient(at, seeds), gradient);
        return gradient;
    }

    private double[] complexGradient(Values at, Values seeds) {
        double[] gradient = new double[point.dimension()];
        for (int i = 0; i < gradient.length; i++) {
            Values imaginary = point.imaginary(point.unit(i));
            primal.run(at.copies(), imaginary);
            gradient[i] = point.weighed(imaginary, seeds) / Runner.STEP;
        }
        return gradient;
    }

    private double[] product(Runner hessian, Runner adjoint, Values seeds, double[] v, double[] gradient) {
        Values found = hessian.run(product(hessian, seeds, v));
        Point.requireSameBits("gradient beside the product", gradient, point.gathered(found, "*"));
        double[] product = point.gathered(found, "*'");
        check("product", at -> complexStep(adjoint, at, seeds, v, "*"), product);
        return product;
    }

    /** The arguments of a Hessian-vector product. */
    private Values product(Runner hessian, Values seeds, double[] v) {
        return point.dotted(hessian.layer(), point.with(hessian.layer(), seeds), "'", v);
    }

    private void symmetry(Runner hessian, Values seeds, double[] product, double[] v, double[] w) {
        double[] other = point.gathered(hessian.run(product(hessian, seeds, w)), "*'");
        double error = Math.abs(Vectors.dot(w, product) - Vectors.dot(v, other));
        // Each product has passed the tolerance against its oracle or not been compared with one.
        if (!(error <= 10 * TOLERANCE * Vectors.scale(product, other))) {
            check("second product", at -> product, other);
            throw Stopped.failed("symmetry", "wHv and vHw differ by " + error);
        }
    }

    /** The complex step of a layer's adjoints in a direction. */
    private double[] complexStep(Runner runner, Values at, Values others, double[] v, String mark) {
        Values imaginary = point.imaginary(v);
        runner.run(point.with(runner.layer(), at, others), imaginary);
        return Vectors.quotient(point.gathered(imaginary, mark), Runner.STEP);
    }

    private void third(Runner hessian, Values seeds, double[] v, double[] w) {
        Layer layer = hessian.layer().tangent(sample.independents(), "^");
        Values arguments = product(hessian, seeds, v);
        Values found = new Runner(layer).run(point.dotted(layer, product(hessian, seeds, v), "^", w));
        Values others = arguments.without(point.values());
        check("third order", at -> complexStep(hessian, at, others, w, "*'"), point.gathered(found, "*'^"));
    }

    private void adjointOfTangent(Layer tangent, Values seeds, double[] v, double[] product) {
        Layer layer = tangent.adjoint(sample.independents(), List.of(), "*");
        Values values = point.dotted(tangent, point.values(), "'", v);
        for (String role : layer.parameters()) {
            String seed = role.replace("'", "");
            if (role.contains("'") && role.endsWith("*") && seeds.has(seed)) {
                values.put(role, seeds.get(seed));
            }
        }
        point.fill(layer, values);
        check("adjoint of tangent", at -> product, point.gathered(new Runner(layer).run(values), "*"));
    }

    private void adjointOfAdjoint(Layer adjoint, Values seeds, double[] v, double[] product) {
        Layer layer = adjoint.adjoint(sample.independents(), List.of(), "+");
        Values values = point.with(adjoint, seeds);
        point.spread(values, "*+", v);
        point.fill(layer, values);
        check("adjoint of adjoint", at -> product, point.gathered(new Runner(layer).run(values), "+"));
    }

    /** Differences along a direction; a mismatch where the program has a kink is no failure. */
    private void differences(double[] gradient, Values seeds, double[] v) {
        if (sample.isRounding()) {
            return;
        }
        double slope = Vectors.dot(gradient, v);
        Differences differences =
                new Differences(h -> point.weighed(primal.run(point.moved(Vectors.times(v, h))), seeds));
        differences.require(slope, Vectors.scale(gradient, new double[] {slope}));
    }

    /** Skips where rounding, other over complex numbers, took the program through other branches. */
    private void requireSameBranches(String check) {
        Values end = primal.run(point.values());
        Values real = point.values();
        primal.run(real, point.imaginary(point.direction()));
        for (Variable result : point.realResults()) {
            double drift = Vectors.distance(end.reals(result.name()), real.reals(result.name()));
            if (!(drift <= TOLERANCE)) {
                throw Stopped.skipped(check, "over complex numbers " + result.name() + " differs by " + drift);
            }
        }
    }

    private void check(String check, Oracle oracle, double[] found) {
        double[] expected = oracle.at(point.values());
        double error = Vectors.distance(expected, found);
        if (error <= TOLERANCE * Vectors.scale(expected, found)) {
            return;
        }
        requireSameBranches(check);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            double change = Vectors.distance(oracle.at(point.nearby()), expected);
            if (change >= 0.01 * error) {
                throw Stopped.skipped(check, "off by " + error + ", the expectation itself is unsure by " + change);
            }
        }
        throw Stopped.failed(
                check,
                "found " + Arrays.toString(found) + ", expected " + Arrays.toString(expected) + ", off by " + error);
    }
}
