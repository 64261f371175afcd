package org.cotangent.optim.model;

import java.util.List;
import org.cotangent.ad.function.FisherSum;
import org.cotangent.ad.function.GaussNewtonSum;

/**
 * A sum over examples of a loss of dense layers that shows what goes in and comes back: what K-FAC needs of
 * a model. The Fisher block of a layer is the expectation of (ā āᵀ) ⊗ (g gᵀ) with activations ā and
 * back-signals g. Gauss-Newton products include a penalty, if there is one; Fisher products, being of what is
 * predicted, do not.
 */
public interface LayeredModel extends FisherSum, GaussNewtonSum {

    /** The curvature that a quadratic penalty adds to every variable, 0 without one. */
    default double penalty() {
        return 0;
    }

    /** The layers, in order of their variables, which they share out among them. */
    List<DenseLayer> layers();

    /**
     * Shows activations and back-signals of a batch.
     *
     * @param x point, length n, not modified
     * @param batch indices from 0 to below {@link #size}, not modified
     * @param visitor called in the calling thread
     */
    void visit(double[] x, int[] batch, LayerVisitor visitor);

    /** Sees layers at work; arrays are valid during the call only. */
    interface LayerVisitor {

        /**
         * What goes into a layer, once for every example.
         *
         * @param layer its index
         * @param activation length of the layer's inputs
         */
        void activation(int layer, double[] activation);

        /**
         * What comes back to the inputs of a layer's units from one direction of the Fisher information of the
         * outputs: the sum of g gᵀ over all directions is its expectation over what the model predicts.
         *
         * @param layer its index
         * @param signal length of the layer's outputs
         */
        void signal(int layer, double[] signal);
    }
}
