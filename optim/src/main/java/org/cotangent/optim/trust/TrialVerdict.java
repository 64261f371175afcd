package org.cotangent.optim.trust;

import org.cotangent.optim.run.Contradiction;
import org.cotangent.optim.run.Journal;
import org.cotangent.optim.run.MovableEvaluation;
import org.cotangent.optim.run.SlopeCheck;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.StopSignal;
import org.cotangent.optim.run.Text;
import org.cotangent.optim.run.Vectors;
import org.cotangent.optim.run.Verdict;

/** Judges trials of one step, and says what stood in the way if none can be gone to. */
final class TrialVerdict {

    /** A relative decrease that rounding does not hide: half the digits. */
    private static final double VISIBLE = Math.sqrt(Math.ulp(1.0));

    /** A gradient that a step leaves smaller by this factor is flatter (as the usual Wolfe condition, Nocedal, Wright 2006, p. 34). */
    private static final double FLATTENING = 0.9;

    /** A good ratio of actual to promised decrease is within this of 1 (Moré 1978, section 4). */
    private static final double FORESEEN = 0.25;

    private final RadiusPolicy policy;
    private final TrustStep step;
    private boolean atWall;
    private boolean metWall;
    private boolean contradicted;
    private double promise;

    TrialVerdict(RadiusPolicy policy, TrustStep step) {
        this.policy = policy;
        this.step = step;
    }

    /** Forgets the trials of the step before. */
    void begin() {
        contradicted = false;
        metWall = false;
    }

    /** The decrease of the trial, NaN if it cannot be gone to; notes what stands in the way. */
    double decrease(MovableEvaluation current, MovableEvaluation trial, double noise) {
        double decrease = current.decreaseTo(trial);
        if (falls(decrease, noise) && !Vectors.isFinite(trial.gradient())) {
            // As bad as a value that is not finite, and no reason to widen the region.
            decrease = Double.NaN;
        }
        atWall = !Double.isFinite(decrease);
        metWall |= atWall;
        if (step.predicted() > VISIBLE * Math.abs(current.value())) {
            contradicted = decrease <= 0 && !risesAt(trial);
            promise = step.predicted();
        }
        return decrease;
    }

    /** Whether the gradient at the trial, if it is known, agrees that the step was too long. */
    private boolean risesAt(MovableEvaluation trial) {
        return trial.gradientKnown() && Vectors.dot(trial.gradient(), step.vector()) > 0;
    }

    private boolean falls(double decrease, double noise) {
        return decrease + noise >= policy.acceptedRatio() * (step.predicted() + noise);
    }

    /** Whether a trial falls far enough to be gone to, but the model did not foresee how far. */
    boolean isUnforeseen(double decrease, double noise) {
        return falls(decrease, noise) && !(Math.abs(decrease - step.predicted()) <= FORESEEN * step.predicted());
    }

    /** Falls as promised; where that cannot be told from rounding, does not rise and is flatter. */
    boolean accepts(double[] scale, MovableEvaluation current, MovableEvaluation trial, double decrease, double noise) {
        return falls(decrease, noise) && (decrease > noise || noise == 0 || isFlatter(scale, current, trial));
    }

    /** Whether a trial that was not accepted is neither lower nor higher than where it came from. */
    boolean isLevel(double decrease, double noise) {
        return falls(decrease, noise) && !(decrease > noise);
    }

    private static boolean isFlatter(double[] scale, MovableEvaluation current, MovableEvaluation trial) {
        return slopeNorm(scale, trial.gradient()) <= FLATTENING * slopeNorm(scale, current.gradient());
    }

    private static double slopeNorm(double[] scale, double[] gradient) {
        return Vectors.norm(ScaledProblem.divided(gradient, scale));
    }

    /** What is wrong with a promise that is no number, where the gradient is one. */
    private Obstacle unusable(double[] gradient) {
        double square = Vectors.dot(gradient, gradient);
        if (square == 0) {
            return Obstacle.UNDERFLOW;
        }
        return Double.isNaN(step.predicted()) && Double.isFinite(square) ? Obstacle.NO_MODEL : Obstacle.OVERFLOW;
    }

    /**
     * Why no trial could be gone to from a point with a gradient.
     *
     * @param probe buffers of a point, overwritten
     */
    <E extends MovableEvaluation> Verdict refusal(E at, E probe, Model.Memory<E, ?> model, Journal journal) {
        long iteration = journal.iteration();
        double modelStep = journal.modelStep();
        if (!Double.isFinite(step.predicted())) {
            return unusable(at.gradient()).verdict(iteration);
        }
        if (step.predicted() == 0 && modelStep > VISIBLE) {
            return Obstacle.UNDERFLOW.verdict(iteration);
        }
        if (atWall || metWall && !contradicted && journal.isSteep()) {
            // A short step beside the end of a domain may be finite, and too short to show.
            return Obstacle.WALL.verdict(iteration);
        }
        return contradicted ? contradiction(at, probe, model, journal) : floor(step.predicted(), modelStep);
    }

    private static Verdict floor(double decrease, double modelStep) {
        return new Verdict(
                Status.ROUNDING_FLOOR,
                "a decrease of " + Text.of(decrease) + " does not show in the value, "
                        + (Double.isNaN(modelStep)
                                ? "the model has no lowest point"
                                : "the relative model step is " + Text.of(modelStep)));
    }

    /** A rise where a fall was promised: rounding, larger than the size of the value says, or wrong derivatives. */
    private <E extends MovableEvaluation> Verdict contradiction(
            E at, E probe, Model.Memory<E, ?> model, Journal journal) {
        SlopeCheck check;
        try {
            if (promise <= model.uncertainty(at)) {
                return floor(promise, journal.modelStep());
            }
            check = SlopeCheck.along(x -> valueAt(x, probe), at.point(), step.vector(), step.slope());
        } catch (StopSignal signal) {
            // The budget does not allow a closer look.
            check = SlopeCheck.unmeasured(step.slope());
        }
        return Contradiction.of(check).verdict(check, journal.iteration());
    }

    private static double valueAt(double[] x, MovableEvaluation buffers) {
        System.arraycopy(x, 0, buffers.overwrite(), 0, x.length);
        return buffers.value();
    }
}
