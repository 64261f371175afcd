package org.cotangent.optim.model;

/**
 * A matrix of second derivatives of a network, or in place of them.
 *
 * @param isWhole whether the network's own curvature is part of it
 * @param isPenalized whether the penalty's is
 * @param middle the matrix of the outputs
 */
record NetworkMatrix(boolean isWhole, boolean isPenalized, OutputProduct middle) {

    static NetworkMatrix hessian(OutputLoss loss) {
        return new NetworkMatrix(true, true, loss::hessianProduct);
    }

    static NetworkMatrix gaussNewton(OutputLoss loss) {
        return new NetworkMatrix(false, true, loss::hessianProduct);
    }

    /** Of what is predicted, to which no penalty belongs. */
    static NetworkMatrix fisher(OutputLoss loss) {
        return new NetworkMatrix(false, false, loss::fisherProduct);
    }
}
