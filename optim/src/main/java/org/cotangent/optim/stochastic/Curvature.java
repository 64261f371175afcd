package org.cotangent.optim.stochastic;

import org.cotangent.ad.function.GaussNewtonSum;
import org.cotangent.ad.function.LinearOperator;
import org.cotangent.ad.function.TwiceDifferentiableSum;

/** Which matrix of second derivatives steps are taken with. */
public enum Curvature {
    /** The Gauss-Newton matrix, which is never negative: best while the loss is far from a minimum, or falls to zero. */
    GAUSS_NEWTON {
        @Override
        LinearOperator at(GaussNewtonSum sum, double[] x, int[] batch) {
            return sum.gaussNewtonAt(x, batch);
        }

        @Override
        void require(GaussNewtonSum sum) {}
    },
    /**
     * The Hessian of a {@link TwiceDifferentiableSum}, which knows how the model curves: best where a loss remains at
     * the minimum. A solution ends where it curves down, and is damped more where it does so at once.
     */
    HESSIAN {
        @Override
        LinearOperator at(GaussNewtonSum sum, double[] x, int[] batch) {
            return ((TwiceDifferentiableSum) sum).hessianAt(x, batch);
        }

        @Override
        void require(GaussNewtonSum sum) {
            if (!(sum instanceof TwiceDifferentiableSum)) {
                throw new IllegalArgumentException("curvature is HESSIAN for a sum without one, "
                        + sum.getClass().getSimpleName() + "; expected GAUSS_NEWTON or a TwiceDifferentiableSum");
            }
        }
    };

    abstract LinearOperator at(GaussNewtonSum sum, double[] x, int[] batch);

    abstract void require(GaussNewtonSum sum);
}
