package org.cotangent.ad.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.cotangent.ad.function.Checks;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.ad.function.VectorFunction;

/**
 * Checks derivatives, in particular those written by hand, against the function itself.
 *
 * <pre>{@code
 * System.out.println(DerivativeCheck.of(f).at(1.5, 2).report());
 * DerivativeCheck.of(f).atRandomPoints(42, 10, -1, 1).orThrow(); // in a test
 * }</pre>
 *
 * <p>At each point every first derivative is measured by central differences of f with steps over
 * many orders of magnitude, extrapolated; the rounding error of f is estimated, and with it the
 * error of the measurement. A derivative is called wrong only if it differs by more than that error,
 * and right only if an error of the {@linkplain #resolution resolution} would have been seen. Second
 * derivatives are measured in the same way from differences of the gradient. If the function can be
 * evaluated at complex points, as those of expression graphs can, complex steps refine the
 * measurement. Further tests need no differences: transposed products agree, Hessians are
 * symmetric, methods overwrite their outputs and are deterministic.
 *
 * <p>Up to 100 variables all derivatives are measured one by one; of more variables, 100 and along 8
 * random directions, which see all of them. A derivative costs about 45 evaluations of what it is a
 * derivative of.
 *
 * <p>Immutable: each method gives a new check. One check may be used by any number of threads if the
 * function may.
 */
public final class DerivativeCheck {

    private static final long SEED = 1;

    private final Subject subject;
    private final List<Points> points;
    private final Demands demands;
    private final long seed;

    private DerivativeCheck(Subject subject, List<Points> points, Demands demands, long seed) {
        this.subject = subject;
        this.points = List.copyOf(points);
        this.demands = demands;
        this.seed = seed;
    }

    private static DerivativeCheck of(Subject subject) {
        return new DerivativeCheck(subject, List.of(), Demands.USUAL, SEED);
    }

    private static <T> T require(T function) {
        return Objects.requireNonNull(function, "function is null, expected the one to check");
    }

    /** Checks a gradient. */
    public static DerivativeCheck of(DifferentiableFunction f) {
        return of(new ScalarSubject(require(f)));
    }

    /** Checks a gradient, and the Hessian as its derivative. */
    public static DerivativeCheck of(TwiceDifferentiableFunction f) {
        return of(new ScalarSubject(require(f)));
    }

    /** Checks a Jacobian: by tangents, by adjoints, and dense. */
    public static DerivativeCheck of(VectorFunction f) {
        return of(new VectorSubject(require(f)));
    }

    /** Checks a Jacobian, and the curvature of a random weighted sum of the values. */
    public static DerivativeCheck of(TwiceDifferentiableVectorFunction f) {
        return of(new VectorSubject(require(f)));
    }

    private DerivativeCheck with(Points more) {
        List<Points> all = new ArrayList<>(points);
        all.add(more);
        return new DerivativeCheck(subject, all, demands, seed);
    }

    /**
     * Checks at a point, too.
     *
     * @param x point, length n, copied
     * @throws IllegalArgumentException if it has another length or a coordinate is not finite
     */
    public DerivativeCheck at(double... x) {
        return with(Points.at(point(x)));
    }

    private double[] point(double[] x) {
        Checks.length("point", x, subject.dimension());
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i])) {
                throw new IllegalArgumentException(
                        "x[" + i + "] is " + x[i] + ", expected a finite number; check at another point");
            }
        }
        return x.clone();
    }

    /**
     * Checks at random points of a cube, too. Where the function is not finite another one is drawn.
     *
     * @param seed the same seed gives the same points
     * @param count number of points, at least 1
     * @param lower bound of every variable
     * @param upper bound of every variable, larger
     * @throws IllegalArgumentException if there is no point or no cube
     */
    public DerivativeCheck atRandomPoints(long seed, int count, double lower, double upper) {
        return atRandomPoints(
                seed, count, Vectors.filled(subject.dimension(), lower), Vectors.filled(subject.dimension(), upper));
    }

    /**
     * Checks at random points of a box, too. Where the function is not finite another one is drawn.
     *
     * @param seed the same seed gives the same points
     * @param count number of points, at least 1
     * @param lower bounds, length n, copied
     * @param upper bounds, length n, larger, copied
     * @throws IllegalArgumentException if there is no point or no box
     */
    public DerivativeCheck atRandomPoints(long seed, int count, double[] lower, double[] upper) {
        if (count < 1) {
            throw new IllegalArgumentException("number of points is " + count + ", expected at least 1");
        }
        double[] from = point(Checks.length("lower", lower, subject.dimension()));
        double[] to = point(Checks.length("upper", upper, subject.dimension()));
        for (int i = 0; i < from.length; i++) {
            if (!(from[i] < to[i])) {
                throw new IllegalArgumentException("bounds of variable " + i + " are " + from[i] + " and " + to[i]
                        + ", expected the lower one to be smaller; exchange them");
            }
        }
        return with(Points.random(seed, count, from, to));
    }

    /**
     * Checks at a point and beside it at several distances, too: a tenth, a thousandth and a millionth
     * of the size of each variable. Meant for the result of an optimizer, where a gradient is small
     * and its errors decide where the run ends.
     *
     * @param x point, length n, copied
     * @throws IllegalArgumentException if it has another length or a coordinate is not finite
     */
    public DerivativeCheck around(double... x) {
        return with(Points.around(point(x), seed));
    }

    /**
     * The relative error that must be seen for a derivative to be called right; 1e-4 unless set.
     * Noisy functions need a larger one.
     *
     * @throws IllegalArgumentException if it is not between 0 and 1
     */
    public DerivativeCheck resolution(double relativeError) {
        Demands other = new Demands(Demands.share("resolution", relativeError), demands.tolerance());
        return new DerivativeCheck(subject, points, other, seed);
    }

    /**
     * The relative error up to which a derivative is not called wrong, even if it certainly is that
     * far off; 1e-7 unless set. For derivatives of what a function approximates, such as the solution
     * of a differential equation: they differ from the derivative of the approximation.
     *
     * @throws IllegalArgumentException if it is not between 0 and 1
     */
    public DerivativeCheck tolerance(double relativeError) {
        Demands other = new Demands(demands.resolution(), Demands.share("tolerance", relativeError));
        return new DerivativeCheck(subject, points, other, seed);
    }

    /** The seed of random directions and weights, and of points by {@link #around} after this call. */
    public DerivativeCheck seed(long newSeed) {
        return new DerivativeCheck(subject, points, demands, newSeed);
    }

    private List<double[]> draw() {
        if (points.isEmpty()) {
            throw new IllegalStateException(
                    "no point to check at, expected at least one; call at(...), atRandomPoints(...) or around(...) first");
        }
        return points.stream()
                .flatMap(source -> source.draw(this::defined).stream())
                .toList();
    }

    private boolean defined(double[] x) {
        return Arrays.stream(subject.parts(x, new SplittableRandom(seed))
                        .get(0)
                        .values()
                        .at(x))
                .allMatch(Double::isFinite);
    }

    /**
     * Runs the check.
     *
     * @throws IllegalStateException if there is no point
     * @throws IllegalArgumentException if the function is not finite at a given point
     */
    public CheckReport report() {
        return new Examination(subject, demands, seed).of(draw());
    }

    /**
     * Runs the check and requires the verdict RIGHT.
     *
     * @return the report
     * @throws CheckFailure an {@link AssertionError} with the report as message, otherwise
     */
    public CheckReport orThrow() {
        return report().orThrow();
    }

    /**
     * Runs the check and requires that nothing is wrong, be it right or undecidable.
     *
     * @return the report
     * @throws CheckFailure an {@link AssertionError} with the report as message, if the verdict is
     *     WRONG
     */
    public CheckReport orThrowIfWrong() {
        return report().orThrowIfWrong();
    }

    /**
     * The error of differences of a scalar function against their step, at the first point.
     *
     * @param variable which derivative, from 0
     * @throws IllegalArgumentException if there is no such variable
     * @throws IllegalStateException if there is no point
     */
    public StepCurve curve(int variable) {
        return curve(0, variable);
    }

    /**
     * The error of differences of one value of a vector function against their step, at the first
     * point.
     *
     * @param value which value, from 0
     * @param variable which derivative of it, from 0
     * @throws IllegalArgumentException if there is no such value or variable
     * @throws IllegalStateException if there is no point
     */
    public StepCurve curve(int value, int variable) {
        double[] x = draw().get(0);
        Part part = subject.parts(x, new SplittableRandom(seed)).get(0);
        requireIndex("value", value, part.rows());
        requireIndex("variable", variable, x.length);
        return new StepStudy(part, value, x, Direction.variable(variable, x)).curve();
    }

    private static void requireIndex(String what, int index, int count) {
        if (index < 0 || index >= count) {
            throw new IllegalArgumentException(
                    what + " is " + index + ", expected 0 to " + (count - 1) + "; they are counted from 0");
        }
    }
}
