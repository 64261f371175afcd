package org.cotangent.codegen.fuzz;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Compares the derivatives of one program: with the method itself, with each other, and with
 * complex steps of what the parser read.
 */
final class Comparison {

    /**
     * Relative to the largest component. Both sides round at most some thousand times, each time by
     * 1e-16 of values that random programs keep within a few units.
     */
    private static final double TOLERANCE = 1e-10;

    /** StrictMath and Math may differ in the last digit of a result, which later operations enlarge. */
    private static final double LAST_DIGITS = 1e-11;

    /** What extrapolated differences reach where their estimate says that they have converged. */
    private static final double SLOPE_TOLERANCE = 1e-6;

    /** Replacing float by double moves the point by 6e-8 of its size, at which slopes change alike. */
    private static final double ROUNDED_TOLERANCE = 1e-3;

    /** What rounding to floats changes in a value, enlarged by some hundred operations. */
    private static final double ROUNDED_VALUE = 1e-4;

    private static final double FIRST_STEP = 0.02;
    private static final double SHORTER = 1e-2;
    private static final int ATTEMPTS = 4;

    /** An expectation, computed anew at a point. */
    private interface Oracle {
        double[] at(double[] point);
    }

    private final Program program;
    private final UserMethod method;
    private final Optional<UserMethod> twin;
    private final Derived derived;
    private final Interpreted interpreted;
    private final SplittableRandom random;
    private final double[] point;
    private final double[] values;
    private int components;
    private int kinks;
    private boolean sloped;

    /**
     * @param method as it was written
     * @param twin the method with double for float, if there is float in it
     * @param derived what is to be tested
     * @param interpreted what the parser read
     */
    Comparison(
            Program program,
            UserMethod method,
            Optional<UserMethod> twin,
            Derived derived,
            Interpreted interpreted,
            double[] values) {
        this.program = program;
        this.method = method;
        this.twin = twin;
        this.derived = derived;
        this.interpreted = interpreted;
        this.random = new SplittableRandom(~program.seed());
        this.point = UserMethod.point(program);
        this.values = values;
    }

    Verdict verdict() {
        try {
            all();
            return new Verdict(Verdict.Outcome.AGREED, "", "", components, kinks, sloped);
        } catch (Stopped stopped) {
            return stopped.verdict(components, kinks, sloped);
        } catch (RuntimeException | AssertionError | StackOverflowError thrown) {
            return Verdict.failed("throws " + thrown.getClass().getSimpleName(), Failures.text(thrown));
        }
    }

    private double[] vector(int length) {
        return random.doubles(length, -1, 1).toArray();
    }

    private void all() {
        requireFinite();
        requireValues("values", derived.values(point));
        requireValues("values of the parsed program", interpreted.values(point));
        double[] v = vector(point.length);
        double[] w = vector(values.length);
        double[] jvp = derived.jvp(point, v);
        check("jvp", at -> interpreted.complexJvp(at, v), jvp);
        double[] vjp = derived.vjp(point, w);
        sloped = Arrays.stream(vjp).anyMatch(g -> g != 0);
        check("vjp", at -> complexVjp(at, w), vjp);
        requireClose("dot product", Vectors.dot(w, jvp), Vectors.dot(v, vjp), Vectors.scale(jvp, vjp));
        requireSame("second call", vjp, derived.vjp(point, w));
        double[] product = derived.product(point, w, v);
        check("product", at -> interpreted.complexProduct(at, w, v), product);
        differences(w, vjp);
    }

    private void requireFinite() {
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
            throw Stopped.skipped("finite", Arrays.toString(values));
        }
    }

    private void requireValues(String check, double[] found) {
        boolean strict = program.found().contains(Syntax.STRICT_MATH);
        boolean same = Vectors.same(values, found)
                || (strict && Vectors.distance(values, found) <= LAST_DIGITS * Vectors.scale(values, found));
        if (!same) {
            throw Stopped.failed(check, "found " + Arrays.toString(found) + ", expected " + Arrays.toString(values));
        }
    }

    private static void requireSame(String check, double[] expected, double[] found) {
        if (!Vectors.same(expected, found)) {
            throw Stopped.failed(check, "found " + Arrays.toString(found) + ", expected " + Arrays.toString(expected));
        }
    }

    private void requireClose(String check, double a, double b, double scale) {
        if (!(Math.abs(a - b) <= TOLERANCE * scale * (point.length + values.length))) {
            throw Stopped.failed(check, "found " + a + " and " + b);
        }
    }

    private double[] complexVjp(double[] at, double[] w) {
        double[] gradient = new double[at.length];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = Vectors.dot(w, interpreted.complexJvp(at, Vectors.unit(at.length, i)));
        }
        return gradient;
    }

    private void check(String check, Oracle oracle, double[] found) {
        double[] expected = oracle.at(point);
        double error = Vectors.distance(expected, found);
        if (error <= TOLERANCE * Vectors.scale(expected, found)) {
            return;
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            double[] nearby = Vectors.moved(point, 1e-14, vector(point.length));
            double change = Vectors.distance(oracle.at(nearby), expected);
            if (change >= 0.01 * error) {
                throw Stopped.skipped(check, "off by " + error + ", the expectation itself is unsure by " + change);
            }
        }
        throw Stopped.failed(
                check,
                "found " + Arrays.toString(found) + ", expected " + Arrays.toString(expected) + ", off by " + error);
    }

    /** Each component against differences of the method itself, where these converge. */
    private void differences(double[] w, double[] gradient) {
        boolean rounding = program.isRounding();
        if (rounding && twin.isEmpty()) {
            return;
        }
        UserMethod differenced = twin.orElse(method);
        if (rounding
                && !(Vectors.distance(differenced.at(point), values)
                        <= ROUNDED_VALUE * Vectors.scale(values, values))) {
            // Rounding led to another branch.
            components += gradient.length;
            kinks += gradient.length;
            return;
        }
        double tolerance = rounding ? ROUNDED_TOLERANCE : SLOPE_TOLERANCE;
        double scale = Vectors.scale(gradient, gradient);
        for (int i = 0; i < gradient.length; i++) {
            components++;
            double[] unit = Vectors.unit(gradient.length, i);
            if (!agrees(differenced, w, unit, gradient[i], tolerance * scale)) {
                kinks++;
            }
        }
    }

    /** Whether the slope is what it should be; false if there is none. */
    private boolean agrees(UserMethod differenced, double[] w, double[] unit, double expected, double tolerance) {
        String seen = "";
        for (double step = FIRST_STEP; step > 1e-5; step *= SHORTER) {
            Slope slope = Slope.of(h -> weighted(w, differenced, Vectors.moved(point, h, unit)), step);
            double error = Math.abs(slope.value() - expected);
            if (error <= tolerance) {
                return true;
            }
            if (slope.error() < 0.1 * tolerance) {
                seen += ", differences give " + slope;
            }
        }
        if (seen.isEmpty() || isKink(differenced, w, unit)) {
            return false;
        }
        throw Stopped.failed("differences", "found " + expected + " along " + Arrays.toString(unit) + seen);
    }

    /** Whether slopes to both sides differ, or the function jumps. */
    private boolean isKink(UserMethod differenced, double[] w, double[] unit) {
        double h = 1e-7;
        double here = weighted(w, differenced, point);
        double right = (weighted(w, differenced, Vectors.moved(point, h, unit)) - here) / h;
        double left = (here - weighted(w, differenced, Vectors.moved(point, -h, unit))) / h;
        return !(Math.abs(right - left) <= 1e-3 * (Math.abs(right) + Math.abs(left) + 1));
    }

    /** The weighted sum of the values; NaN where the method returns another number of them. */
    private static double weighted(double[] w, UserMethod method, double[] at) {
        double[] y = method.at(at);
        return y.length == w.length ? Vectors.dot(w, y) : Double.NaN;
    }
}
