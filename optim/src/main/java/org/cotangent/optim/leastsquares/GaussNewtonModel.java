package org.cotangent.optim.leastsquares;

import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.run.State;
import org.cotangent.optim.trust.Model;

/**
 * The Gauss-Newton model, scaled by the largest norm that each column of the Jacobian had lately
 * (Moré 1978, section 6), which makes the method independent of the units of the variables.
 */
record GaussNewtonModel() implements Model<VectorFunction, ResidualEvaluation, LinearizedResiduals> {

    /**
     * How much of a past norm still counts one step later. Moré's is 1: a parameter that mattered
     * at a bad start is then held for ever. Without memory, 0, one that stops mattering escapes to
     * infinity. Over the NIST problems, both starts and first radius factors 0.1 to 100, values
     * from 0.85 to 0.95 solved more than either.
     */
    private static final double REMEMBERED = 0.9;

    @Override
    public Memory<ResidualEvaluation, LinearizedResiduals> begin(VectorFunction function) {
        double[] recent = new double[function.inputDimension()];
        return new Memory<>() {
            @Override
            public ResidualEvaluation blank() {
                return new ResidualEvaluation(function);
            }

            @Override
            public LinearizedResiduals around(ResidualEvaluation point) {
                return LinearizedResiduals.of(point, scaleAt(point));
            }

            @Override
            public void learn(ResidualEvaluation from, ResidualEvaluation to) {
                System.arraycopy(scaleAt(from), 0, recent, 0, recent.length);
            }

            private double[] scaleAt(ResidualEvaluation point) {
                double[] scale = point.columnNorms();
                for (int j = 0; j < scale.length; j++) {
                    scale[j] = Math.max(REMEMBERED * recent[j], scale[j]);
                }
                return scale;
            }

            @Override
            public void exchange(State state) {
                state.vector(recent);
            }
        };
    }
}
