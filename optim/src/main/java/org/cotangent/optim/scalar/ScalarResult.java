package org.cotangent.optim.scalar;

import java.util.OptionalDouble;
import org.cotangent.optim.run.Counts;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.Text;
import org.cotangent.optim.run.Verdict;

/**
 * What a search between two bounds found.
 *
 * @param point the best one seen
 * @param value there; infinite if the function was not finite anywhere
 * @param slope the derivative there, where the search used it
 * @param low lower end of the interval in which the minimum is, as far as rounded values tell
 * @param high its upper end
 * @param verdict why the search ended
 * @param counts calls of the function
 */
public record ScalarResult(
        double point, double value, OptionalDouble slope, double low, double high, Verdict verdict, Counts counts) {

    /** Why the search ended. */
    public Status status() {
        return verdict.status();
    }

    /** Whether the minimum is as close as the tolerance asked. */
    public boolean converged() {
        return status().converged();
    }

    /** The measurement behind the status. */
    public String reason() {
        return verdict.reason();
    }

    /** Calls of the function. */
    public long evaluations() {
        return counts.evaluations();
    }

    /** One line: {@code Converged: the minimum is between 0.99 and 1.01, tolerance 0.01 after 12 evaluations}. */
    public String summary() {
        return status().title() + ": " + reason() + " after " + Text.count(evaluations(), "evaluation");
    }

    /** The summary, and what to do next where the search did not converge. */
    public String message() {
        return converged() ? summary() + "." : summary() + ". Advice: " + verdict.advice() + ".";
    }

    @Override
    public String toString() {
        return summary();
    }
}
