package org.cotangent.optim.leastsquares;

import org.cotangent.optim.run.Identity;
import org.cotangent.optim.run.Run;
import org.cotangent.optim.run.State;
import org.cotangent.optim.trust.TrustRegionRun;

/**
 * The trust-region run, its result with statistics.
 *
 * @param data how many of the residuals count
 */
record LeastSquaresRun(TrustRegionRun<ResidualEvaluation, DiagonalModel> run, int data)
        implements Run<LeastSquaresResult> {

    @Override
    public boolean done() {
        return run.done();
    }

    @Override
    public void step() {
        run.step();
    }

    @Override
    public Identity identity() {
        return run.identity();
    }

    @Override
    public void reopen() {
        run.reopen();
    }

    @Override
    public void exchange(State state) {
        run.exchange(state);
    }

    @Override
    public LeastSquaresResult result() {
        return new LeastSquaresResult(run.result(), run.evaluation(), data);
    }
}
