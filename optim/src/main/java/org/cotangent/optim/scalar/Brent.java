package org.cotangent.optim.scalar;

import java.time.Duration;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleUnaryOperator;
import org.cotangent.ad.function.Checks;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.OutsideDomainException;
import org.cotangent.optim.run.Budget;
import org.cotangent.optim.run.Domain;
import org.cotangent.optim.run.Meter;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.StopSignal;
import org.cotangent.optim.run.Verdict;

/**
 * Finds a minimum of a function of one variable between two bounds: the only one if the function falls up to
 * it and rises behind it, otherwise one of several. Immutable.
 *
 * <p>From values alone by Brent's method: x comes out with about half the digits of a double, because the
 * value is level to rounding around a minimum. With the derivative, which is not level there, with nearly all
 * of them, mostly for fewer calls. A value that is NaN, or an {@link OutsideDomainException} in its place,
 * counts as infinitely large, so a function may be undefined in a part of the interval.
 */
public final class Brent {

    private final OptionalDouble relative;
    private final OptionalDouble absolute;
    private final Budget budget;
    private final BooleanSupplier cancelled;

    private Brent(OptionalDouble relative, OptionalDouble absolute, Budget budget, BooleanSupplier cancelled) {
        this.relative = relative;
        this.absolute = absolute;
        this.budget = Objects.requireNonNull(budget, "budget is null, expected limits such as Budget.DEFAULT");
        this.cancelled =
                Objects.requireNonNull(cancelled, "cancelled is null, expected a supplier; () -> false never cancels");
    }

    /** As accurate as doubles allow, any number of calls. */
    public static Brent standard() {
        return new Brent(OptionalDouble.empty(), OptionalDouble.empty(), Budget.DEFAULT, () -> false);
    }

    /**
     * A copy that is content with x ± tolerance · |x|. Without it 2⁻²⁴ = 6e-8 from values, 2⁻⁵⁰ = 9e-16 with
     * the derivative.
     *
     * @throws IllegalArgumentException if it is negative, infinite or no number
     */
    public Brent tolerance(double relativeToPoint) {
        return new Brent(checked("tolerance", relativeToPoint), absolute, budget, cancelled);
    }

    /**
     * A copy with another part of the tolerance that does not depend on x, for minima near 0; both are added.
     * Without it 2⁻⁵² of the width of the interval.
     *
     * @throws IllegalArgumentException if it is negative, infinite or no number
     */
    public Brent absoluteTolerance(double distance) {
        return new Brent(relative, checked("absolute tolerance", distance), budget, cancelled);
    }

    /** A copy with another budget. Its limit on iterations is not used: every iteration is one call. */
    public Brent budget(Budget changed) {
        return new Brent(relative, absolute, changed, cancelled);
    }

    /** A copy that calls the function at most this often. */
    public Brent maxEvaluations(long limit) {
        return budget(budget.withEvaluations(limit));
    }

    /** A copy that stops before the first evaluation that would begin after this time. */
    public Brent maxTime(Duration limit) {
        return budget(budget.withTime(limit));
    }

    /** A copy that stops before the next evaluation once the supplier says true. */
    public Brent cancelWhen(BooleanSupplier supplier) {
        return new Brent(relative, absolute, budget, supplier);
    }

    /**
     * Minimizes by values alone (Brent 1973). The bounds are not evaluated unless the minimum seems to be there.
     *
     * @param function any; NaN where it is not defined
     * @throws IllegalArgumentException unless lower &lt; upper, both finite, as is their difference
     */
    public ScalarResult minimize(DoubleUnaryOperator function, double lower, double upper) {
        Objects.requireNonNull(function, "function is null, expected what shall be minimized");
        Tolerance tolerance = tolerance(GoldenParabola.RELATIVE_TOLERANCE, lower, upper);
        Meter meter = new Meter(budget, cancelled);
        GoldenParabola search = new GoldenParabola(
                x -> {
                    meter.value();
                    return Trial.of(x, Domain.value(meter, () -> function.applyAsDouble(x)), OptionalDouble.empty());
                },
                lower,
                upper,
                tolerance);
        return finish(search, meter);
    }

    /**
     * Minimizes with the derivative, see {@link SlopeBracket}. The bound on the falling side of the first point is
     * evaluated; it is the minimum if the function falls as far as there.
     *
     * @param function of one variable
     * @throws IllegalArgumentException unless lower &lt; upper, both finite, as is their difference, or if the
     *     function has not one variable
     */
    public ScalarResult minimize(DifferentiableFunction function, double lower, double upper) {
        Objects.requireNonNull(function, "function is null, expected what shall be minimized");
        Checks.length("point", new double[1], function.dimension());
        Tolerance tolerance = tolerance(SlopeBracket.RELATIVE_TOLERANCE, lower, upper);
        Meter meter = new Meter(budget, cancelled);
        SlopeBracket search = new SlopeBracket(
                x -> {
                    meter.gradient();
                    double[] slope = new double[1];
                    double value = Domain.value(meter, () -> function.valueAndGradient(new double[] {x}, slope), slope);
                    return Trial.of(x, value, OptionalDouble.of(slope[0]));
                },
                lower,
                upper,
                tolerance);
        return finish(search, meter);
    }

    private static ScalarResult finish(Bracketing search, Meter meter) {
        try {
            return search.result(told(search.run(), meter.outside()), meter.counts());
        } catch (StopSignal signal) {
            return search.result(advised(signal.verdict()), meter.counts());
        }
    }

    /** The same with what a function said that has no value anywhere. */
    private static Verdict told(Verdict verdict, String outside) {
        return verdict.status() == Status.NON_FINITE_START && !outside.isEmpty()
                ? new Verdict(
                        verdict.status(), verdict.reason() + "; it has no value there: " + outside, verdict.advice())
                : verdict;
    }

    /** The same with advice for a search, which is no run that could be saved. */
    private static Verdict advised(Verdict verdict) {
        String advice = switch (verdict.status()) {
            case EVALUATION_LIMIT -> "raise maxEvaluations, or loosen the tolerance";
            case TIME_LIMIT -> "raise maxTime, or loosen the tolerance";
            default -> "search again if that was not wanted";
        };
        return new Verdict(verdict.status(), verdict.reason(), advice);
    }

    private Tolerance tolerance(double standard, double lower, double upper) {
        double width = upper - lower;
        if (!(width > 0) || Double.isInfinite(width)) {
            throw new IllegalArgumentException("the interval is [" + lower + ", " + upper
                    + "], expected finite bounds, the lower one first, at a finite distance; pass bounds such as 0, 1");
        }
        return new Tolerance(relative.orElse(standard), absolute.orElse(Tolerance.EPSILON * width));
    }

    private static OptionalDouble checked(String name, double tolerance) {
        if (!(tolerance >= 0) || Double.isInfinite(tolerance)) {
            throw new IllegalArgumentException(
                    name + " is " + tolerance + ", expected a finite number >= 0; pass for example 1e-8");
        }
        return OptionalDouble.of(tolerance);
    }
}
