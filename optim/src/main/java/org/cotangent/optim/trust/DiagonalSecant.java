package org.cotangent.optim.trust;

import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Stateful;
import org.cotangent.optim.run.VariableSizes;
import org.cotangent.optim.run.Vectors;

/**
 * The diagonal of D from the diagonal of the Hessian as far as steps and gradients show it, for nothing: the
 * diagonal of the BFGS update, dᵢ − (dᵢsᵢ)²/Σd s² + yᵢ²/sᵀy (Nash 1985, Preconditioning of truncated-Newton
 * methods, SIAM J. Sci. Stat. Comput. 6, section 4). As region and preconditioner in one it equalizes what
 * conjugate gradients have to resolve.
 */
final class DiagonalSecant implements Stateful {

    /** An entry falls no further in one step: cancellation could take it to 0. */
    private static final double LEAST_SHARE = 1e-10;

    private final VariableSizes sizes;
    private final double[] curvatures;
    private boolean begun;

    DiagonalSecant(VariableSizes sizes, int dimension) {
        this.sizes = sizes;
        curvatures = new double[dimension];
    }

    /** D at a point, length n, positive, a new array; by the sizes of the variables before the first step. */
    double[] scale(Evaluation at) {
        double[] scale = new double[curvatures.length];
        double[] known = begun ? curvatures : first(at);
        for (int i = 0; i < scale.length; i++) {
            scale[i] = Math.sqrt(known[i]);
        }
        return scale;
    }

    /** The curvatures whose lowest point is one typical size away. */
    private double[] first(Evaluation at) {
        double[] scale = new TypicalSizes(sizes, at.point().length).scale(at);
        double slope = Vectors.norm(ScaledProblem.divided(at.gradient(), scale));
        for (int i = 0; i < scale.length; i++) {
            scale[i] *= scale[i] * (slope > 0 ? slope : 1);
        }
        return scale;
    }

    /** Learns from a step along which the function curves upwards. */
    void learn(Evaluation from, Evaluation to) {
        int n = curvatures.length;
        double[] before = begun ? curvatures.clone() : first(from);
        double[] step = new double[n];
        double[] change = new double[n];
        Vectors.sum(to.point(), -1, from.point(), step);
        Vectors.sum(to.gradient(), -1, from.gradient(), change);
        double seen = Vectors.dot(step, change);
        double known = 0;
        for (int i = 0; i < n; i++) {
            known += before[i] * step[i] * step[i];
        }
        boolean upwards = seen > 0 && known > 0;
        for (int i = 0; i < n; i++) {
            double mapped = before[i] * step[i];
            double updated = before[i] - Vectors.squareOver(mapped, known) + Vectors.squareOver(change[i], seen);
            boolean usable = upwards && Double.isFinite(updated);
            curvatures[i] = usable ? Math.max(updated, LEAST_SHARE * before[i]) : before[i];
        }
        begun = true;
    }

    @Override
    public void exchange(State state) {
        begun = state.flag(begun);
        state.vector(curvatures);
    }
}
