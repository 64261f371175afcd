package org.cotangent.optim.trust;

import java.util.Optional;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.run.FunctionEvaluation;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.VariableSizes;
import org.cotangent.optim.run.Vectors;

/**
 * The second-order Taylor polynomial by Hessian-vector products, no matrix formed, for any n. An
 * iterative solver need not be more exact than the model: its residual follows the forcing terms of
 * Eisenstat, Walker (1996), Choosing the forcing terms in an inexact Newton method, SIAM J. Sci. Comput.
 * 17, choice 2.
 */
public record HessianProductModel()
        implements Model<TwiceDifferentiableFunction, FunctionEvaluation, ProductQuadratic> {

    @Override
    public Memory<FunctionEvaluation, ProductQuadratic> begin(
            TwiceDifferentiableFunction function, VariableSizes sizes) {
        return new ProductMemory(function, sizes);
    }

    private static final class ProductMemory implements ScalarMemory<ProductQuadratic> {

        /** Choice 2 of the paper, γ = 0.9, α = 2, and its safeguard. */
        private static final double GAMMA = 0.9;

        private static final double SAFEGUARD = 0.1;

        /**
         * Far below the 0.9 of the paper: within a trust region the boundary ends early solves anyway, and
         * half-solved ones along a bent valley cost more steps than they save products.
         */
        private static final double LARGEST_FORCING = 1e-4;

        /** Most variables for which a whole Hessian is asked for once, to verify a claim: n products, n³ operations. */
        private static final int MOST_EXACT = 300;

        private final TwiceDifferentiableFunction function;
        private final VariableSizes sizes;
        private final DiagonalSecant curvatures;
        private double forcing = LARGEST_FORCING;

        ProductMemory(TwiceDifferentiableFunction function, VariableSizes sizes) {
            this.function = function;
            this.sizes = sizes;
            curvatures = new DiagonalSecant(sizes, function.dimension());
        }

        @Override
        public TwiceDifferentiableFunction function() {
            return function;
        }

        @Override
        public VariableSizes sizes() {
            return sizes;
        }

        @Override
        public void learn(FunctionEvaluation from, FunctionEvaluation to) {
            curvatures.learn(from, to);
            double ratio = Vectors.norm(to.gradient()) / Vectors.norm(from.gradient());
            double kept = GAMMA * forcing * forcing;
            double proposed = GAMMA * ratio * ratio;
            forcing = Math.min(LARGEST_FORCING, kept > SAFEGUARD ? Math.max(proposed, kept) : proposed);
        }

        @Override
        public ProductQuadratic around(FunctionEvaluation point) {
            return new OperatorQuadratic(
                    function.hessianAt(point.point()),
                    point.value(),
                    point.point().clone(),
                    point.gradient().clone(),
                    curvatures.scale(point),
                    forcing);
        }

        @Override
        public Optional<Quadratic> exactly(FunctionEvaluation point) {
            double[] scale = curvatures.scale(point);
            return scale.length <= MOST_EXACT
                    ? Optional.of(HessianQuadratic.at(function, point, scale))
                    : Optional.empty();
        }

        @Override
        public void exchange(State state) {
            state.part("curvatures", curvatures);
            forcing = state.number(forcing);
        }
    }
}
