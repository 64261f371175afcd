package org.cotangent.optim.search;

import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.Vectors;

/**
 * The lowest point along the path if the function is a quadratic: −∇fᵀd / dᵀHd, from the curvature
 * that the direction states, or from the slope at the first trial. On other functions it promises
 * nothing but finite values.
 */
public record ExactOnQuadratics() implements StepRule {

    @Override
    public Outcome search(Path path, Heading heading) {
        double curvature = heading.curvature();
        double t = Math.min(heading.firstStep(), path.longest());
        for (int trials = 0; trials < Armijo.MOST_TRIALS; trials++) {
            if (!(curvature > 0)) {
                Evaluation probe = path.at(t);
                curvature = (path.slopeAt(probe) - path.slope()) / t;
                path.release(probe);
            }
            if (curvature <= 0) {
                return new Failed(Diagnosis.NOT_CONVEX);
            }
            double lowest = Math.min(-path.slope() / curvature, path.longest());
            Evaluation trial = path.at(lowest);
            if (Vectors.isFinite(trial.gradient()) && Double.isFinite(trial.value())) {
                return path.accept(lowest, trial);
            }
            path.release(trial);
            curvature = Double.NaN;
            t /= 2;
        }
        return new Failed(Diagnosis.NON_FINITE_WALL);
    }
}
