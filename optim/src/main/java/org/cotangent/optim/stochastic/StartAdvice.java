package org.cotangent.optim.stochastic;

import java.util.OptionalInt;
import org.cotangent.optim.run.FunctionEvaluation;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.Vectors;
import org.cotangent.optim.run.Verdict;

/** What those who train should know of a run that ended where it began. */
final class StartAdvice {

    /** The tolerance of trainers: a gradient of size 1 has lost half its digits. */
    private static final double STATIONARY = 1e-8;

    private static final String RANDOM = "start from small random numbers";

    private StartAdvice() {}

    /** The same verdict, with what the examples and the gradient at the start add to it. */
    static Verdict on(Verdict verdict, Objective<?> objective, FunctionEvaluation start) {
        return switch (verdict.status()) {
            case NON_FINITE_START -> named(verdict, objective, start.point());
            case CONVERGED ->
                isStationary(start)
                        ? new Verdict(
                                Status.CONVERGED,
                                verdict.reason() + " at the start, which may be a saddle (" + RANDOM + ")",
                                verdict.advice())
                        : verdict;
            case ROUNDING_FLOOR ->
                isStationary(start)
                        ? new Verdict(
                                verdict.status(),
                                verdict.reason(),
                                "the start is stationary, perhaps a saddle: " + RANDOM)
                        : verdict;
            default -> verdict;
        };
    }

    private static boolean isStationary(FunctionEvaluation start) {
        return Vectors.norm(start.gradient()) <= STATIONARY;
    }

    private static Verdict named(Verdict verdict, Objective<?> objective, double[] start) {
        if (!Vectors.isFinite(start)) {
            return verdict;
        }
        OptionalInt first = objective.firstNonFinite(start);
        if (first.isEmpty()) {
            return new Verdict(
                    verdict.status(), verdict.reason(), "every example is finite, only their sum is not: rescale them");
        }
        return new Verdict(
                verdict.status(),
                verdict.reason() + "; of the examples " + first.getAsInt() + " is the first without them",
                "look for data that are not finite in example " + first.getAsInt() + ", or choose another start");
    }
}
