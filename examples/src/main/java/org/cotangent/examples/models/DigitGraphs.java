package org.cotangent.examples.models;

import java.util.List;
import org.cotangent.ad.GraphDefinition;
import org.cotangent.ad.GraphSource;
import org.cotangent.ad.expr.Arithmetic;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.MatrixExpr;
import org.cotangent.ad.expr.VectorExpr;

/**
 * Two ways to tell which of ten digits an image of 64 pixels shows, each as one expression of
 * matrices over a whole data set: multinomial logistic regression, and a network with a hidden layer.
 */
public final class DigitGraphs implements GraphSource {

    private static final int PIXELS = 64;
    private static final int HIDDEN = 32;
    private static final int DIGITS = 10;
    private static final double PENALTY = 1e-3;

    private final MatrixExpr images = Graph.matrix("images", PIXELS);
    private final VectorExpr digits = Graph.indices("digits");

    private final MatrixExpr weights = Graph.matrix("weights", DIGITS, PIXELS);
    private final VectorExpr offsets = Graph.vector("offsets", DIGITS);

    private final MatrixExpr hiddenWeights = Graph.matrix("hiddenWeights", HIDDEN, PIXELS);
    private final VectorExpr hiddenOffsets = Graph.vector("hiddenOffsets", HIDDEN);
    private final MatrixExpr outputWeights = Graph.matrix("outputWeights", DIGITS, HIDDEN);
    private final VectorExpr outputOffsets = Graph.vector("outputOffsets", DIGITS);

    /** One image a row, pixels from 0 to 1. */
    public MatrixExpr images() {
        return images;
    }

    /** What the images show. */
    public VectorExpr digits() {
        return digits;
    }

    /** What the regression is fitted by: 10 × 64 weights, then 10 offsets. */
    public List<Arithmetic<?>> regressionVariables() {
        return List.of(weights, offsets);
    }

    /** What the network is trained by: 32 × 64 weights and 32 offsets, then 10 × 32 and 10. */
    public List<Arithmetic<?>> networkVariables() {
        return List.of(hiddenWeights, hiddenOffsets, outputWeights, outputOffsets);
    }

    /** Mean cross-entropy of multinomial logistic regression, with a penalty on the weights. */
    public Expr regression() {
        MatrixExpr scores = images.dot(weights.transpose()).eachRow().plus(offsets);
        return crossEntropy(scores).plus(weights.square().sum().times(PENALTY / 2));
    }

    /** Mean cross-entropy of a network with a hidden layer. */
    public Expr network() {
        MatrixExpr hidden = images.dot(hiddenWeights.transpose())
                .eachRow()
                .plus(hiddenOffsets)
                .tanh();
        return crossEntropy(hidden.dot(outputWeights.transpose()).eachRow().plus(outputOffsets));
    }

    private Expr crossEntropy(MatrixExpr scores) {
        return scores.eachRow().logSumExp().minus(scores.eachRow().get(digits)).mean();
    }

    @Override
    public String className() {
        return "org.cotangent.examples.digits.DigitDerivatives";
    }

    @Override
    public List<GraphDefinition> functions() {
        return List.of(
                GraphDefinition.of("regression", regression(), regressionVariables(), List.of(images, digits)),
                GraphDefinition.of("network", network(), networkVariables(), List.of(images, digits)));
    }
}
