package org.cotangent.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.cotangent.ad.Data;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.MatrixExpr;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.FiniteSums;
import org.cotangent.ad.function.LinearOperator;
import org.cotangent.ad.function.Summation;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.linalg.LinearAlgebra;
import org.cotangent.ad.linalg.MatrixProducts;
import org.cotangent.optim.model.Activation;
import org.cotangent.optim.model.DenseNetwork;
import org.cotangent.optim.model.SoftmaxCrossEntropy;

/** Prints what a gradient and products with matrices of second derivatives of networks cost. */
public final class LearningCost {

    private static final int CLASSES = 10;
    private final double[][] inputs;
    private final int[] labels;
    private final int hidden;
    private final DenseNetwork network;
    private final double[] x;
    private final double[] v;
    private final double[] result;

    private LearningCost(int examples, int pixels, int hidden) {
        Random random = new Random(5);
        this.hidden = hidden;
        inputs = new double[examples][pixels];
        for (double[] row : inputs) {
            Arrays.setAll(row, p -> random.nextInt(17) / 16.0);
        }
        labels = random.ints(examples, 0, CLASSES).toArray();
        SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy(labels, CLASSES);
        network = new DenseNetwork(inputs, new int[] {hidden}, Activation.TANH, loss);
        x = new double[network.dimension()];
        Arrays.setAll(x, k -> 0.2 * Math.sin(1 + k));
        v = new double[x.length];
        Arrays.setAll(v, k -> Math.cos(k));
        result = new double[x.length];
    }

    /** Runs for about a minute; with {@code --add-modules jdk.incubator.vector} on vectors. */
    public static void main(String... arguments) {
        System.out.println("kernel: " + MatrixProducts.kernel());
        new LearningCost(128, 784, 64)
                .batch("784-64-10, one batch of 128", IntStream.range(0, 128).toArray());
        new LearningCost(128, 784, 64).graph("784-64-10 as one expression of matrices, in a generated class");
        new LearningCost(1000, 784, 64)
                .batch(
                        "784-64-10, 128 examples of 1000 by chance",
                        new Random(1).ints(128, 0, 1000).toArray());
        new LearningCost(1297, 64, 32)
                .batch(
                        "64-32-10, 1297 examples at once",
                        IntStream.range(0, 1297).toArray());
        new LearningCost(1297, 64, 32).mean("64-32-10, mean over 1297 examples by chunks");
    }

    private void batch(String title, int[] batch) {
        LinearOperator hessian = network.hessianAt(x, batch);
        LinearOperator gaussNewton = network.gaussNewtonAt(x, batch);
        LinearOperator fisher = network.fisherAt(x, batch);
        print(
                title,
                List.of(
                        new Row("value and gradient", () -> network.valueAndGradient(x, batch, result)),
                        new Row("value", () -> network.value(x, batch)),
                        new Row(
                                "product with the Hessian",
                                () -> after(() -> network.hessianVectorProduct(x, batch, v, result))),
                        new Row("the same at a point", () -> after(() -> hessian.apply(v, result))),
                        new Row(
                                "product with the Gauss-Newton matrix",
                                () -> after(() -> network.gaussNewtonProduct(x, batch, v, result))),
                        new Row("the same at a point", () -> after(() -> gaussNewton.apply(v, result))),
                        new Row(
                                "product with the Fisher matrix",
                                () -> after(() -> network.fisherProduct(x, batch, v, result))),
                        new Row("the same at a point", () -> after(() -> fisher.apply(v, result)))));
    }

    /** What generated code takes, beside the network that is written by hand. */
    private void graph(String title) {
        MatrixExpr images = Graph.matrix("images", inputs[0].length);
        VectorExpr digits = Graph.indices("digits");
        MatrixExpr w1 = Graph.matrix("w1", hidden, inputs[0].length);
        VectorExpr b1 = Graph.vector("b1", hidden);
        MatrixExpr w2 = Graph.matrix("w2", CLASSES, hidden);
        VectorExpr b2 = Graph.vector("b2", CLASSES);
        MatrixExpr units = LinearAlgebra.multiplyRightTransposed(images, w1)
                .eachRow()
                .plus(b1)
                .tanh();
        MatrixExpr scores =
                LinearAlgebra.multiplyRightTransposed(units, w2).eachRow().plus(b2);
        Expr mean =
                scores.eachRow().logSumExp().minus(scores.eachRow().get(digits)).mean();
        TwiceDifferentiableFunction generated = Differentiation.compile(
                mean, List.of(w1, b1, w2, b2), Data.of(images, inputs), Data.of(digits, labels));
        double[] expected = new double[x.length];
        int[] batch = IntStream.range(0, labels.length).toArray();
        double value = network.valueAndGradient(x, batch, expected) / batch.length;
        if (!(Math.abs(generated.valueAndGradient(x, result) - value) < 1e-12)) {
            throw new IllegalStateException("the expression and the network differ");
        }
        print(
                title,
                List.of(
                        new Row("value and gradient of the network", () -> network.valueAndGradient(x, batch, result)),
                        new Row("value and gradient", () -> generated.valueAndGradient(x, result)),
                        new Row("value", () -> generated.value(x)),
                        new Row(
                                "product with the Hessian",
                                () -> after(() -> generated.hessianVectorProduct(x, v, result)))));
    }

    private void mean(String title) {
        TwiceDifferentiableFunction mean = FiniteSums.mean(network, Summation.sequential());
        TwiceDifferentiableFunction convex = FiniteSums.gaussNewtonMean(network, Summation.sequential());
        LinearOperator hessian = mean.hessianAt(x);
        LinearOperator gaussNewton = convex.hessianAt(x);
        print(
                title,
                List.of(
                        new Row("value and gradient", () -> mean.valueAndGradient(x, result)),
                        new Row("value", () -> mean.value(x)),
                        new Row("product with the Hessian", () -> after(() -> mean.hessianVectorProduct(x, v, result))),
                        new Row("the same at a point", () -> after(() -> hessian.apply(v, result))),
                        new Row(
                                "product with the Gauss-Newton matrix",
                                () -> after(() -> convex.hessianVectorProduct(x, v, result))),
                        new Row("the same at a point", () -> after(() -> gaussNewton.apply(v, result)))));
    }

    private record Row(String name, DoubleSupplier code) {}

    private double after(Runnable product) {
        product.run();
        return result[0];
    }

    private void print(String title, List<Row> rows) {
        Stopwatch stopwatch = new Stopwatch();
        rows.forEach(row -> stopwatch.add(row.name(), row.code()));
        List<Stopwatch.Time> times = stopwatch.run();
        System.out.printf(Locale.ROOT, "%n%s, %d variables%n", title, x.length);
        System.out.printf(Locale.ROOT, "  %-40s %10s %10s %8s %8s%n", "", "median µs", "least µs", "ratio", "bytes");
        for (int k = 0; k < rows.size(); k++) {
            Stopwatch.Time time = times.get(k);
            System.out.printf(
                    Locale.ROOT,
                    "  %-40s %10.1f %10.1f %8.2f %8d%n",
                    time.name(),
                    time.median() / 1e3,
                    time.least() / 1e3,
                    time.ratioTo(times.get(0)),
                    Allocation.bytes(rows.get(k).code()));
        }
    }
}
