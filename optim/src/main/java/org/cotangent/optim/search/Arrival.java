package org.cotangent.optim.search;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.cotangent.optim.run.Certificate;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.FunctionEvaluation;
import org.cotangent.optim.run.Journal;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.StopSignal;
import org.cotangent.optim.run.Text;
import org.cotangent.optim.run.Vectors;
import org.cotangent.optim.run.Verdict;
import org.cotangent.optim.trust.Finish;
import org.cotangent.optim.trust.Outlook;

/**
 * Where a search came to rest: polishes the point where a finish is wanted, and where rounding ended the search looks
 * at second derivatives, whether anything is left to win that rounding does not hide. A point that is not
 * claimed in the end is not kept.
 */
final class Arrival {

    /** Where a search came to rest by itself, so that there may be digits left to win. */
    private static final Set<Status> REST =
            EnumSet.of(Status.CONVERGED, Status.ROUNDING_FLOOR, Status.SMALL_DECREASE, Status.SMALL_STEP);

    /** Where rounding may be all that kept the search from going on. */
    private static final Set<Status> STUCK = EnumSet.of(Status.ROUNDING_FLOOR, Status.LINE_SEARCH_FAILED);

    /** Each look squares the distance that is left, so that from where a search is stuck the third is near enough. */
    private static final int MOST_LOOKS = 3;

    /** Steps that are shorter by half each time, from one look: more would cost more than another look. */
    private static final int MOST_STEPS = 10;

    /** Half the digits of the point as a whole: farther than that no look is the last. */
    private static final double BESIDE = Math.sqrt(Math.ulp(1.0));

    private final Standing standing;
    private final Journal journal;
    private final Optional<Finish<FunctionEvaluation>> finish;
    private final Outlook.Look look;
    private Certificate certificate = Certificate.FIRST_ORDER;

    Arrival(Standing standing, Journal journal, Optional<Finish<FunctionEvaluation>> finish, Outlook.Look look) {
        this.standing = standing;
        this.journal = journal;
        this.finish = finish;
        this.look = look;
    }

    /** What is known beyond the gradient of a point that was claimed by its second derivatives. */
    Certificate certificate() {
        return certificate;
    }

    /** The reason for an end, or a claim in its place. */
    Verdict judge(Verdict reason) {
        certificate = Certificate.FIRST_ORDER;
        Verdict polished = finish.isPresent() && REST.contains(reason.status()) ? polish(finish.get(), reason) : reason;
        return STUCK.contains(polished.status()) ? verify(polished) : polished;
    }

    private Verdict polish(Finish<FunctionEvaluation> polishing, Verdict reason) {
        Evaluation start = reason.status().converged() ? standing.current() : standing.best();
        if (!(start instanceof FunctionEvaluation begin)) {
            return reason;
        }
        Evaluation rough = standing.current();
        Finish.Polished<FunctionEvaluation> end = polishing.polish(begin);
        Optional<Verdict> claim = claimed(end.point(), end.stepLeft());
        if (claim.isEmpty()) {
            show(rough, Double.NaN);
        }
        return claim.orElse(reason);
    }

    private Verdict verify(Verdict reason) {
        if (!(standing.best() instanceof FunctionEvaluation begin) || !isMeasurable(begin.gradient())) {
            return reason;
        }
        Evaluation rough = standing.current();
        Optional<Verdict> claim;
        try {
            claim = verified(begin);
        } catch (StopSignal signal) {
            // The budget does not allow a closer look.
            claim = Optional.empty();
        }
        if (claim.isEmpty()) {
            show(rough, Double.NaN);
        }
        return claim.orElse(reason);
    }

    /** Where the square of the gradient overflows or underflows, the units of the function are what stands in the way. */
    private static boolean isMeasurable(double[] gradient) {
        double square = Vectors.dot(gradient, gradient);
        return square >= Double.MIN_NORMAL && Double.isFinite(square);
    }

    private Optional<Verdict> verified(FunctionEvaluation start) {
        FunctionEvaluation at = start;
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            Optional<Outlook> seen = look.from(at).filter(Outlook::hasMinimum);
            if (seen.isEmpty()) {
                return Optional.empty();
            }
            double rounding = seen.get().rounding();
            Outlook end = lowest(seen.get(), rounding);
            if (end.isFresh()) {
                return settled(end, rounding);
            }
            if (looks + 1 == MOST_LOOKS && isBeside(seen.get().point(), end.point())) {
                // A variable that is 0 but for rounding moves by its own size for ever; what was looked at stands.
                return settled(seen.get(), rounding);
            }
            at = end.point();
        }
        return Optional.empty();
    }

    private static boolean isBeside(FunctionEvaluation at, FunctionEvaluation next) {
        double[] step = new double[at.point().length];
        Vectors.sum(next.point(), -1, at.point(), step);
        return Vectors.norm(step) <= BESIDE * Vectors.norm(at.point());
    }

    private Optional<Verdict> settled(Outlook seen, double rounding) {
        certificate = seen.certificate();
        return claimed(seen.point(), seen.relativeStep())
                .or(() -> toRounding(seen.gap(), Math.max(rounding, nothing())));
    }

    private static Outlook lowest(Outlook from, double rounding) {
        Outlook at = from;
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            Optional<Outlook> next = at.next(rounding);
            if (next.isEmpty()) {
                return at;
            }
            at = next.get();
        }
        return at;
    }

    /** A decrease this far below the rounding of the first value is none: what rounding of residuals leaves of squares. */
    private double nothing() {
        return Math.ulp(1.0) * Math.ulp(1.0) * Math.abs(journal.firstValue());
    }

    private static Optional<Verdict> toRounding(double gap, double rounding) {
        return gap <= rounding
                ? Optional.of(new Verdict(
                        Status.CONVERGED_TO_ROUNDING,
                        "estimated gap " + Text.of(gap) + " <= " + Text.of(rounding)
                                + ", the rounding error of the value"))
                : Optional.empty();
    }

    /** Shows a point with the step that is left there, and asks the rule for a claim. */
    private Optional<Verdict> claimed(Evaluation point, double stepLeft) {
        show(point, stepLeft);
        return journal.judge().filter(verdict -> verdict.status().converged());
    }

    private void show(Evaluation point, double stepLeft) {
        standing.advance(point);
        journal.revise(point);
        journal.modelStep(stepLeft);
    }
}
