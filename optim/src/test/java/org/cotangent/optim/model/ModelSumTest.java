package org.cotangent.optim.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.cotangent.ad.function.Functions;
import org.cotangent.ad.function.VectorFunction;
import org.junit.jupiter.api.Test;

class ModelSumTest {

    private static final double TOLERANCE = 1e-13;
    private static final int[] BATCH = {0, 3, 3, 4};

    private final double[][] inputs = TanhNetwork.inputs(6, 2, 5);
    private final List<TanhNetwork> network = TanhNetwork.of(inputs, 3, 3);
    private final SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy(new int[] {0, 1, 2, 0, 1, 2}, 3);
    private final ModelSum sum = new ModelSum(network, loss);
    private final double[] x =
            new SplittableRandom(1).doubles(sum.dimension(), -1, 1).toArray();
    private final double[] v =
            new SplittableRandom(2).doubles(sum.dimension(), -1, 1).toArray();

    private double[] probabilities(int example) {
        double[] z = new double[3];
        network.get(example).value(x, z);
        double total = Math.exp(z[0]) + Math.exp(z[1]) + Math.exp(z[2]);
        return new double[] {Math.exp(z[0]) / total, Math.exp(z[1]) / total, Math.exp(z[2]) / total};
    }

    @Test
    void theValueIsTheNegativeLogLikelihood() {
        double expected = 0;
        int[] labels = {0, 1, 2, 0, 1, 2};
        for (int i : BATCH) {
            expected -= Math.log(probabilities(i)[labels[i]]);
        }
        assertThat(sum.value(x, BATCH)).isCloseTo(expected, offset(TOLERANCE));
        assertThat(sum.valueAndGradient(x, BATCH, new double[x.length])).isCloseTo(expected, offset(TOLERANCE));
    }

    /** Central differences of the value, whose error is about 1e-10 for steps of 1e-5. */
    @Test
    void theGradientIsTheSlopeOfTheValue() {
        double[] gradient = new double[x.length];
        sum.valueAndGradient(x, BATCH, gradient);
        for (int j = 0; j < x.length; j++) {
            double[] right = x.clone();
            double[] left = x.clone();
            right[j] += 1e-5;
            left[j] -= 1e-5;
            double slope = (sum.value(right, BATCH) - sum.value(left, BATCH)) / 2e-5;
            assertThat(gradient[j]).isCloseTo(slope, offset(1e-9));
        }
    }

    /** Jᵀ (diag p − p pᵀ) J v with the Jacobian as a matrix. */
    @Test
    void gaussNewtonIsTheProductOfItsFactors() {
        double[] expected = new double[x.length];
        for (int i : BATCH) {
            double[] jacobian = new double[3 * x.length];
            network.get(i).jacobian(x, new double[3], jacobian);
            double[] p = probabilities(i);
            double[] z = new double[3];
            for (int k = 0; k < 3; k++) {
                for (int j = 0; j < x.length; j++) {
                    z[k] += jacobian[k * x.length + j] * v[j];
                }
            }
            for (int k = 0; k < 3; k++) {
                double w = p[k] * (z[k] - p[0] * z[0] - p[1] * z[1] - p[2] * z[2]);
                for (int j = 0; j < x.length; j++) {
                    expected[j] += jacobian[k * x.length + j] * w;
                }
            }
        }
        double[] product = new double[x.length];
        sum.gaussNewtonProduct(x, BATCH, v, product);
        assertThat(product).containsExactly(expected, offset(TOLERANCE));
    }

    /** Σₖ pₖ gₖ gₖᵀ v over all labels that the model may predict: the definition. */
    @Test
    void fisherIsTheExpectationOverPredictions() {
        double[] expected = new double[x.length];
        for (int i : BATCH) {
            double[] p = probabilities(i);
            for (int label = 0; label < 3; label++) {
                double[] g = new double[x.length];
                ModelSum other = new ModelSum(List.of(network.get(i)), new SoftmaxCrossEntropy(new int[] {label}, 3));
                other.valueAndGradient(x, new int[] {0}, g);
                double slope = 0;
                for (int j = 0; j < v.length; j++) {
                    slope += g[j] * v[j];
                }
                for (int j = 0; j < v.length; j++) {
                    expected[j] += p[label] * slope * g[j];
                }
            }
        }
        double[] product = new double[x.length];
        sum.fisherProduct(x, BATCH, v, product);
        assertThat(product).containsExactly(expected, offset(TOLERANCE));
    }

    /** Counts with mean z itself, z − y log z: its Hessian is y/z², its Fisher information 1/z. */
    @Test
    void whereOutputsAreNoNaturalParametersTheTwoDiffer() {
        OutputLoss counts = new OutputLoss() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public int outputs() {
                return 1;
            }

            @Override
            public double valueAndGradient(int example, double[] z, double[] gradient) {
                gradient[0] = 1 - 5 / z[0];
                return z[0] - 5 * Math.log(z[0]);
            }

            @Override
            public void hessianProduct(int example, double[] z, double[] w, double[] product) {
                product[0] = 5 / (z[0] * z[0]) * w[0];
            }

            @Override
            public void fisherProduct(int example, double[] z, double[] w, double[] product) {
                product[0] = w[0] / z[0];
            }

            @Override
            public double[][] fisherFactors(int example, double[] z) {
                return new double[][] {{1 / Math.sqrt(z[0])}};
            }
        };
        VectorFunction square =
                Functions.of(1, 1, (p, y) -> y[0] = p[0] * p[0], (p, jacobian) -> jacobian[0] = 2 * p[0]);
        ModelSum poisson = new ModelSum(List.of(square), counts);
        double[] product = new double[1];
        poisson.gaussNewtonProduct(new double[] {2}, new int[] {0}, new double[] {1}, product);
        assertThat(product[0]).isCloseTo(4 * 5.0 / 16 * 4, offset(TOLERANCE));
        poisson.fisherProduct(new double[] {2}, new int[] {0}, new double[] {1}, product);
        assertThat(product[0]).isCloseTo(4 * 4 / 4.0, offset(TOLERANCE));
    }

    @Test
    void squaredErrorsHaveTheUnitMatrix() {
        SquaredError squares = new SquaredError(new double[][] {{1, 2}});
        double[] gradient = new double[2];
        assertThat(squares.valueAndGradient(0, new double[] {3, 1}, gradient)).isEqualTo(2.5);
        assertThat(gradient).containsExactly(2, -1);
        squares.hessianProduct(0, new double[] {3, 1}, new double[] {4, 5}, gradient);
        assertThat(gradient).containsExactly(4, 5);
    }

    @Test
    void largeScoresDoNotOverflow() {
        SoftmaxCrossEntropy two = new SoftmaxCrossEntropy(new int[] {1}, 2);
        double[] gradient = new double[2];
        assertThat(two.valueAndGradient(0, new double[] {2000, 0}, gradient)).isEqualTo(2000);
        assertThat(gradient).containsExactly(1, -1);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelSum(network.subList(0, 2), loss))
                .withMessageContaining("2 examples of the model and 6 examples of the loss");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelSum(TanhNetwork.of(inputs, 3, 2), loss))
                .withMessageContaining("example 0 has 2, expected 3 (number of outputs of the loss)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SoftmaxCrossEntropy(new int[] {0, 3}, 3))
                .withMessageContaining("label 1 is 3, expected 0 to 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SquaredError(new double[][] {{1, 2}, {3, Double.NaN}}))
                .withMessageContaining("targets[1][1] is NaN, expected a finite number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SquaredError(new double[][] {{1, 2}, {3}}))
                .withMessageContaining("row 1 of targets has length 1, expected 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SquaredError(new double[0][]))
                .withMessageContaining("0 rows of targets");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> new ModelSum(network, null))
                .withMessageContaining("loss is null");
        assertThatNullPointerException()
                .isThrownBy(() -> new ModelSum(Arrays.asList(network.get(0), null), loss))
                .withMessageContaining("example 1 is null");
        assertThatNullPointerException()
                .isThrownBy(() -> new SoftmaxCrossEntropy(null, 3))
                .withMessageContaining("labels is null");
        assertThatNullPointerException()
                .isThrownBy(() -> new SquaredError(null))
                .withMessageContaining("targets is null");
        assertThatNullPointerException()
                .isThrownBy(() -> new SquaredError(new double[][] {{1}, null}))
                .withMessageContaining("targets[1] is null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SquaredError(new double[][] {{1, 2}, {3, Double.POSITIVE_INFINITY}}))
                .withMessageContaining("targets[1][1] is Infinity, expected a finite number");
    }

    /** The same network with the same penalty, written apart from this one. */
    @Test
    void penaltiesAreThoseOfTheNetwork() {
        ModelSum penalized = sum.penalty(0.4);
        DenseNetwork expected = new DenseNetwork(inputs, new int[] {3}, Activation.TANH, loss).penalty(0.4);
        double[] found = new double[x.length];
        double[] product = new double[x.length];
        assertThat(penalized.value(x, BATCH)).isCloseTo(expected.value(x, BATCH), offset(TOLERANCE));
        assertThat(penalized.valueAndGradient(x, BATCH, found))
                .isCloseTo(expected.valueAndGradient(x, BATCH, product), offset(TOLERANCE));
        assertThat(found).containsExactly(product, offset(TOLERANCE));
        penalized.gaussNewtonProduct(x, BATCH, v, found);
        expected.gaussNewtonProduct(x, BATCH, v, product);
        assertThat(found).containsExactly(product, offset(TOLERANCE));
        penalized.fisherProduct(x, BATCH, v, found);
        sum.fisherProduct(x, BATCH, v, product);
        assertThat(found).containsExactly(product);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sum.penalty(-1))
                .withMessageContaining("penalty is -1.0, expected finite and at least 0");
    }
}
