package org.cotangent.optim.trust;

import java.util.Optional;
import org.cotangent.optim.run.Journal;
import org.cotangent.optim.run.MovableEvaluation;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.StopSignal;
import org.cotangent.optim.run.Text;
import org.cotangent.optim.run.Verdict;

/**
 * Tells whether a point where no further decrease shows is a minimum: by second derivatives as exact as they
 * can be had there. Either they meet the stopping rule, which a rougher model could not show; or all that they
 * promise is within the rounding of the value, which is claimed under its own status.
 *
 * @param <E> the points
 */
final class Touchdown<E extends MovableEvaluation> {

    private final Place<E, ?> place;
    private final Model.Memory<E, ?> model;
    private final Journal journal;

    Touchdown(Place<E, ?> place, Model.Memory<E, ?> model, Journal journal) {
        this.place = place;
        this.model = model;
        this.journal = journal;
    }

    /**
     * What is to be said of the point.
     *
     * @param verdict the words
     * @param exact what they are based on, if anything was computed for them
     */
    record Claim(Verdict verdict, Optional<Quadratic> exact) {}

    /** The reason itself, or a claim in its place; with the curvature that was looked at. */
    Claim verify(Verdict reason) {
        boolean refused = reason.status() == Status.LINE_SEARCH_FAILED;
        if (refused && isNothingLeft()) {
            return new Claim(toRounding(model.mostDecrease(place.point()), nothing()), Optional.empty());
        }
        if (reason.status() != Status.ROUNDING_FLOOR) {
            return new Claim(reason, Optional.empty());
        }
        Quadratic here = place.here();
        if (here.insignificance() > 0 && here.decrement() <= here.insignificance()) {
            return new Claim(toRounding(here.decrement(), here.insignificance()), Optional.empty());
        }
        double before = journal.modelStep();
        Optional<Quadratic> exact = Optional.empty();
        try {
            exact = model.exactly(place.point());
            Optional<Verdict> claim = exact.flatMap(this::byCurvature);
            if (claim.isPresent()) {
                return new Claim(claim.get(), exact);
            }
        } catch (StopSignal signal) {
            // The budget does not allow a closer look.
            exact = Optional.empty();
        }
        journal.modelStep(before);
        return isNothingLeft()
                ? new Claim(toRounding(model.mostDecrease(place.point()), nothing()), Optional.empty())
                : new Claim(reason, exact);
    }

    private Optional<Verdict> byCurvature(Quadratic exact) {
        place.measure(exact);
        return journal.judge().filter(verdict -> verdict.status().converged()).or(() -> byRounding(exact));
    }

    private Optional<Verdict> byRounding(Quadratic exact) {
        double gap = exact.decrement();
        if (gap == 0 && journal.gradientNorm() > 0) {
            // The product of two small numbers, and no gap that is none.
            return Optional.empty();
        }
        // NaN, and so no claim, where the matrix is not positive definite.
        if (gap <= nothing()) {
            return Optional.of(toRounding(gap, nothing()));
        }
        if (gap >= 0) {
            double uncertainty = model.uncertainty(place.point());
            return gap <= uncertainty ? Optional.of(toRounding(gap, uncertainty)) : Optional.empty();
        }
        return Optional.empty();
    }

    private boolean isNothingLeft() {
        return model.mostDecrease(place.point()) <= nothing();
    }

    /** A decrease this far below the rounding of the first value is none: what rounding of residuals leaves of squares. */
    private double nothing() {
        return Math.ulp(1.0) * Math.ulp(1.0) * Math.abs(journal.firstValue());
    }

    private static Verdict toRounding(double gap, double limit) {
        return new Verdict(
                Status.CONVERGED_TO_ROUNDING,
                "estimated gap " + Text.of(gap) + " <= " + Text.of(limit) + ", the rounding error of the value");
    }
}
