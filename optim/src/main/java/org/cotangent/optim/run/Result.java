package org.cotangent.optim.run;

/** What a run found: the best point, how it was reached, and what is known about it. Immutable. */
public final class Result {

    private final double[] point;
    private final double value;
    private final double[] gradient;
    private final Verdict verdict;
    private final Certificate certificate;
    private final long iterations;
    private final Counts counts;
    private final History history;

    Result(
            double[] point,
            double value,
            double[] gradient,
            Verdict verdict,
            Certificate certificate,
            long iterations,
            Counts counts,
            History history) {
        this.point = point;
        this.value = value;
        this.gradient = gradient;
        this.verdict = verdict;
        this.certificate = certificate;
        this.iterations = iterations;
        this.counts = counts;
        this.history = history;
    }

    /** The point that a claim of convergence is about, otherwise the best seen; length n, a copy. */
    public double[] point() {
        return point.clone();
    }

    /** f at the point. */
    public double value() {
        return value;
    }

    /** ∇f at the point, length n, a copy; NaN where the budget ended before it was known. */
    public double[] gradient() {
        return gradient.clone();
    }

    /** ‖∇f‖ at the point, Euclidean. */
    public double gradientNorm() {
        return Vectors.norm(gradient);
    }

    /** Why the run ended. */
    public Status status() {
        return verdict.status();
    }

    /** Whether the stated criterion holds at the point. */
    public boolean converged() {
        return status().converged();
    }

    /** The measurement behind the status, and its limit. */
    public String reason() {
        return verdict.reason();
    }

    /** What is known about the point beyond its gradient. */
    public Certificate certificate() {
        return certificate;
    }

    /** Accepted steps. */
    public long iterations() {
        return iterations;
    }

    /** Calls of the function. */
    public Counts counts() {
        return counts;
    }

    /** Calls of the function that visit a point, see {@link Counts#evaluations()}. */
    public long evaluations() {
        return counts.evaluations();
    }

    /** Values and gradient norms on the way. */
    public History history() {
        return history;
    }

    /** One line: {@code Converged: gradient norm 8.3e-9 <= 1e-8 after 23 iterations, 31 evaluations}. */
    public String summary() {
        String state = converged() ? "" : "; value " + Text.of(value) + ", gradient norm " + Text.of(gradientNorm());
        return status().title() + ": " + reason() + state + " after " + Text.count(iterations, "iteration") + ", "
                + Text.count(evaluations(), "evaluation");
    }

    /** The summary, and what follows from it: what is certified, or what to do next. */
    public String message() {
        String next = converged() ? "Known beyond the criterion: " + certificate.text() : "Advice: " + verdict.advice();
        return summary() + ". " + next + ".";
    }

    @Override
    public String toString() {
        return summary();
    }
}
