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

    /**
     * The curvature that a quadratic penalty adds to the weights, 0 without one; whether offsets are penalized too is not
     * told. Methods damp by it.
     */
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

    /**
     * Whether what goes into a layer is data, the same at every point.
     *
     * @param layer its index
     */
    default boolean takesData(int layer) {
        return false;
    }

    /**
     * Shows the same with fewer signals: those of one random combination of the directions of every example, of
     * which the sum of g gᵀ is in the mean over draws what {@link #visit} shows. Here all of them.
     *
     * @param draw different ones give independent combinations
     */
    default void sketch(double[] x, int[] batch, long draw, LayerVisitor visitor) {
        visit(x, batch, visitor);
    }

    /** Sees layers at work; arrays are valid during the call only. */
    interface LayerVisitor {

        /**
         * What goes into a layer, for every example of the batch once; in one call or several.
         *
         * @param layer its index
         * @param rows how many examples
         * @param activations one row for each, as long as the layer has inputs
         */
        void activations(int layer, int rows, double[] activations);

        /**
         * What comes back to the inputs of a layer's units from directions of the Fisher information of the
         * outputs: the sum of g gᵀ over all rows of all calls is its expectation over what the model predicts.
         *
         * @param layer its index
         * @param rows how many
         * @param signals one row for each, as long as the layer has outputs
         */
        void signals(int layer, int rows, double[] signals);
    }
}
