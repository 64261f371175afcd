package org.cotangent.optim.trust;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.ObjDoubleConsumer;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.run.Certificate;
import org.cotangent.optim.run.FunctionEvaluation;
import org.cotangent.optim.run.Meter;
import org.cotangent.optim.run.MeteredFunction;
import org.cotangent.optim.run.MeteredTwiceFunction;
import org.cotangent.optim.run.VariableSizes;
import org.cotangent.optim.run.Vectors;

/**
 * What second derivatives say of a point where a loop came to rest, for loops that go without: the step that is
 * left, how far the value would fall over it, and how much of that is rounding.
 */
public final class Outlook {

    /** A step that is not shorter by this than the one before it is the rounding of the gradient. */
    private static final double SHRINKAGE = 0.5;

    private final DifferentiableFunction function;
    private final FunctionEvaluation point;
    private final VariableSizes sizes;
    private final HessianQuadratic quadratic;
    private final double curvature;
    private final double drift;

    private Outlook(
            DifferentiableFunction function,
            FunctionEvaluation point,
            VariableSizes sizes,
            HessianQuadratic quadratic,
            double curvature,
            double drift) {
        this.function = function;
        this.point = point;
        this.sizes = sizes;
        this.quadratic = quadratic;
        this.curvature = curvature;
        this.drift = drift;
    }

    /** How to look, at the cost of some derivatives. */
    @FunctionalInterface
    public interface Look {

        /** The outlook from a point; empty for too many variables, or where derivatives are not finite. */
        Optional<Outlook> from(FunctionEvaluation point);
    }

    /**
     * By the dense Hessian where the function knows it, also if the loop did without; by differences of gradients
     * otherwise, two for each variable.
     *
     * @param function the function, its calls not counted
     * @param meter counts them
     * @param sizes what the caller knows of the sizes of the variables
     */
    public static Look of(DifferentiableFunction function, Meter meter, VariableSizes sizes) {
        return function instanceof TwiceDifferentiableFunction twice
                ? byHessian(new MeteredTwiceFunction(twice, meter), sizes)
                : byDifferences(new MeteredFunction(function, meter), sizes);
    }

    private static Look byHessian(TwiceDifferentiableFunction function, VariableSizes sizes) {
        return point -> function.dimension() > DifferencedHessian.MOST_VARIABLES
                ? Optional.empty()
                : finite(function, point, sizes, HessianQuadratic.at(function, point, scale(point, sizes)));
    }

    private static Look byDifferences(DifferentiableFunction function, VariableSizes sizes) {
        return point -> DifferencedHessian.at(point, sizes, () -> new FunctionEvaluation(function))
                .flatMap(known ->
                        finite(function, point, sizes, HessianQuadratic.of(known, point, scale(point, sizes))));
    }

    private static Optional<Outlook> finite(
            DifferentiableFunction function,
            FunctionEvaluation point,
            VariableSizes sizes,
            HessianQuadratic quadratic) {
        if (!quadratic.isFinite()) {
            return Optional.empty();
        }
        double curvature = quadratic.smallestCurvature(new double[point.point().length]);
        return Optional.of(new Outlook(function, point, sizes, quadratic, curvature, 0));
    }

    private static double[] scale(FunctionEvaluation point, VariableSizes sizes) {
        return new TypicalSizes(sizes, point.point().length).scale(point);
    }

    /** Whether there is a lowest point nearby: no negative curvature, and a gradient that curvature can explain. */
    public boolean hasMinimum() {
        return curvature >= 0 && gap() >= 0;
    }

    /** The point that was looked from. */
    public FunctionEvaluation point() {
        return point;
    }

    /**
     * Goes to where the step leads, with the same second derivatives; costs one gradient.
     *
     * @return empty where the step left does not become shorter by half, or the value rises by more than rounding
     */
    public Optional<Outlook> next(double rounding) {
        FunctionEvaluation next = new FunctionEvaluation(function);
        Vectors.sum(point.point(), 1, quadratic.undamped().vector(), next.overwrite());
        boolean falls = Vectors.isFinite(next.gradient()) && next.value() <= point.value() + rounding;
        if (!falls) {
            return Optional.empty();
        }
        HessianQuadratic around = quadratic.with(next, scale(next, sizes));
        Outlook there = new Outlook(function, next, sizes, around, curvature, drift + relativeStep());
        return there.relativeStep() <= SHRINKAGE * relativeStep() ? Optional.of(there) : Optional.empty();
    }

    /** Whether the second derivatives still hold: no farther away than where their differences reach. */
    public boolean isFresh() {
        return drift <= DifferencedHessian.SPACING;
    }

    /** The size of the step relative to that of the point, each variable measured by itself; NaN without a minimum. */
    public double relativeStep() {
        double length = quadratic.undamped().scaledNorm();
        return length == 0 ? 0 : length / Place.scaledNorm(quadratic.scale(), point.point());
    }

    /** How far the value would fall over the step, NaN without a minimum. */
    public double gap() {
        return quadratic.decrement();
    }

    /** How far the value may be off by rounding, measured by seven values. */
    public double rounding() {
        return Math.max(ScalarNoise.of(point.value()), ScalarNoise.measured(function, point.point()));
    }

    /**
     * Looks for a lower point where second derivatives say nothing: see {@link FlatProbe}.
     *
     * @param size ‖x‖, or what it was at the start if that was larger
     * @param heading receives the direction of a lower point, of norm 1, and how far away it is, where there is one
     * @return along how many directions nothing lower was found; empty if a lower point was
     */
    public OptionalInt lower(double size, ObjDoubleConsumer<double[]> heading) {
        List<double[]> flat = quadratic.flatDirections();
        List<double[]> directions = FlatProbe.among(flat.isEmpty() ? quadratic.stepDirection() : flat);
        Optional<FlatProbe.Drop> drop = new FlatProbe(function::value, point.point(), point.value(), point.gradient())
                .lower(directions, size, this::rounding);
        drop.ifPresent(found -> heading.accept(found.direction(), found.length()));
        return drop.isPresent() ? OptionalInt.empty() : OptionalInt.of(directions.size());
    }

    /** What is known of the point now, beyond its gradient. */
    public Certificate certificate() {
        return new Certificate(OptionalDouble.of(gap()), OptionalDouble.of(curvature), quadratic.spectrum());
    }
}
