package org.cotangent.optim.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cotangent.ad.function.FisherSum;
import org.cotangent.ad.function.Functions;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.Trainers;
import org.cotangent.optim.model.ModelSum;
import org.cotangent.optim.model.SoftmaxCrossEntropy;
import org.cotangent.optim.model.SquaredError;
import org.cotangent.optim.model.TanhNetwork;
import org.junit.jupiter.api.Test;

class NaturalGradientTest {

    private static final Batches ALL = Batches.inGivenOrder(40);
    private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

    private final double[][] inputs = TanhNetwork.inputs(40, 3, 8);
    private final ModelSum classes = new ModelSum(
            TanhNetwork.of(inputs, 4, 3),
            new SoftmaxCrossEntropy(IntStream.range(0, 40).map(i -> i % 3).toArray(), 3));
    private final double[] start =
            new SplittableRandom(4).doubles(classes.dimension(), -1, 1).toArray();

    private static <F extends FisherSum> Trainer<F> with(Transformation<? super F> transformation) {
        return Trainer.of(new MiniBatch(ALL), Schedule.constant(1), List.of(transformation));
    }

    /** Straight lines a + b t with normal errors: the loss is its own quadratic model, and F its Hessian. */
    private static ModelSum lines(double scale) {
        List<VectorFunction> model = new ArrayList<>();
        double[][] targets = new double[40][1];
        for (int i = 0; i < 40; i++) {
            double t = i / 10.0;
            targets[i][0] = 1 + 2 * t + (i % 2 == 0 ? 0.1 : -0.1);
            model.add(Functions.of(2, 1, (p, y) -> y[0] = p[0] + p[1] * scale * t, (p, jacobian) -> {
                jacobian[0] = 1;
                jacobian[1] = scale * t;
            }));
        }
        return new ModelSum(model, new SquaredError(targets));
    }

    @Test
    void oneStepSolvesLinearModels() {
        for (Transformation<FisherSum> exact :
                List.of(new DenseNaturalGradient(1e-12), new NaturalGradient(1e-12, 50, NO_LIMIT, 1e-13))) {
            TrainingResult result = with(exact).epochs(1).minimize(lines(1), 0, 0);
            assertThat(result.result().gradientNorm()).isLessThan(1e-10);
        }
    }

    @Test
    void dampingIsTheOneGiven() {
        double[] expected = with(new NaturalGradient(0.3, 20, 0.1))
                .epochs(3)
                .minimize(classes, start)
                .point();
        assertThat(Trainers.naturalGradient(ALL, 0.1, 0.3)
                        .epochs(3)
                        .minimize(classes, start)
                        .point())
                .containsExactly(expected)
                .isNotEqualTo(Trainers.naturalGradient(ALL, 0.1)
                        .epochs(3)
                        .minimize(classes, start)
                        .point());
    }

    /** Other units of a variable change the gradient's direction, and not the natural gradient's. */
    @Test
    void unitsChangeNothing() {
        Trainer<FisherSum> method = with(new DenseNaturalGradient(1e-13)).schedule(Schedule.constant(0.3));
        double[] plain = method.epochs(3).minimize(lines(1), 0, 0).lastPoint();
        double[] scaled = method.epochs(3).minimize(lines(100), 0, 0).lastPoint();
        assertThat(scaled[0]).isCloseTo(plain[0], offset(1e-9));
        assertThat(100 * scaled[1]).isCloseTo(plain[1], offset(1e-9));
        // 0.7 of the way is left after each step of 0.3: a = b = 0 at first, so both shrink towards the minimum alike.
        double[] minimum = with(new DenseNaturalGradient(1e-13))
                .epochs(1)
                .minimize(lines(1), 0, 0)
                .lastPoint();
        assertThat(plain[1]).isCloseTo(minimum[1] * (1 - 0.343), offset(1e-9));
    }

    @Test
    void productsAndTheMatrixLeadToTheSamePoint() {
        double[] dense = with(new DenseNaturalGradient(0.1))
                .epochs(2)
                .minimize(classes, start)
                .lastPoint();
        Trainer<FisherSum> free = with(new NaturalGradient(0.1, 200, NO_LIMIT, 1e-13));
        double[] products = free.epochs(2).minimize(classes, start).lastPoint();
        assertThat(products).containsExactly(dense, offset(1e-8));
    }

    /** The divergence of predictions before and after, by its definition, for a limit that binds. */
    @Test
    void predictionsChangeByTheDivergence() {
        double limit = 1e-4;
        TrainingResult result = Trainers.naturalGradient(ALL, limit).epochs(1).minimize(classes, start);
        double divergence = 0;
        for (double[] input : inputs) {
            TanhNetwork network = new TanhNetwork(input, 4, 3);
            double[] before = probabilities(network, start);
            double[] after = probabilities(network, result.lastPoint());
            for (int k = 0; k < 3; k++) {
                divergence += before[k] * Math.log(before[k] / after[k]) / inputs.length;
            }
        }
        // To second order; the next one is of the order of the root of the limit, 1e-2, relatively.
        assertThat(divergence).isCloseTo(limit, offset(0.05 * limit));
        assertThat(result.history().row(1).loss())
                .isLessThan(result.history().row(0).loss());
    }

    private static double[] probabilities(TanhNetwork network, double[] x) {
        double[] z = new double[3];
        network.value(x, z);
        double total = Math.exp(z[0]) + Math.exp(z[1]) + Math.exp(z[2]);
        return new double[] {Math.exp(z[0]) / total, Math.exp(z[1]) / total, Math.exp(z[2]) / total};
    }

    /** (λ I + mean of g gᵀ) u = g, multiplied out. */
    @Test
    void theEmpiricalMetricIsThatOfTheSingleGradients() {
        double damping = 0.05;
        int[] batch = IntStream.range(0, 40).toArray();
        double[] x = start;
        double[] g = new double[x.length];
        classes.valueAndGradient(x, batch, g);
        double[] moved = with(new EmpiricalNaturalGradient(damping))
                .epochs(1)
                .minimize(classes, x)
                .lastPoint();
        double[][] single = new double[40][x.length];
        classes.gradients(x, batch, single);
        double[] image = new double[x.length];
        for (double[] one : single) {
            double slope = 0;
            for (int j = 0; j < x.length; j++) {
                slope += one[j] * (x[j] - moved[j]);
            }
            for (int j = 0; j < x.length; j++) {
                image[j] += slope * one[j] / 40;
            }
        }
        for (int j = 0; j < x.length; j++) {
            assertThat(image[j] + damping * (x[j] - moved[j])).isCloseTo(g[j] / 40, offset(1e-13));
        }
    }

    /** In as many passes, much further than gradient steps at the best of five rates. */
    @Test
    void networksLearnFasterThanByGradients() {
        TrainingResult natural = Trainers.naturalGradient(ALL, 0.1).epochs(30).minimize(classes, start);
        double best = Double.POSITIVE_INFINITY;
        long passes = Math.round(natural.passes());
        for (double rate : new double[] {0.1, 0.3, 1, 3, 10}) {
            best = Math.min(
                    best,
                    Trainers.sgd(ALL, rate)
                            .epochs(passes)
                            .minimize(classes, start)
                            .value());
        }
        assertThat(natural.value()).isLessThan(best);
    }
}
