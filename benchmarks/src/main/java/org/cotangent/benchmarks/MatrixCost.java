package org.cotangent.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.cotangent.ad.Data;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.expr.Arithmetic;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.MatrixExpr;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.TwiceDifferentiableFunction;

/**
 * Prints what value and gradient of two models of 1797 images cost, each one expression of matrices:
 * interpreted and generated, beside a gradient written by hand.
 */
public final class MatrixCost {

    private static final int IMAGES = 1797;
    private static final int PIXELS = 64;
    private static final int HIDDEN = 32;
    private static final int CLASSES = 10;
    private static final double PENALTY = 1e-3;

    private static final MatrixExpr X = Graph.matrix("x", PIXELS);
    private static final VectorExpr Y = Graph.indices("y");

    private MatrixCost() {}

    /** Runs for about two minutes. */
    public static void main(String... arguments) {
        Random random = new Random(5);
        double[][] x = new double[IMAGES][PIXELS];
        for (double[] row : x) {
            Arrays.setAll(row, p -> random.nextInt(17) / 16.0);
        }
        int[] y = random.ints(IMAGES, 0, CLASSES).toArray();
        double[] flat = Arrays.stream(x).flatMapToDouble(Arrays::stream).toArray();
        HandWritten byHand = new HandWritten(flat, y, PIXELS, HIDDEN, CLASSES);
        Data[] data = {Data.of(X, x), Data.of(Y, y)};
        System.out.println("milliseconds of processor time for a value and a gradient; ratio to written by hand");
        List<Arithmetic<?>> variables = new ArrayList<>();
        Expr regression = regression(variables);
        time("logistic regression", regression, variables, data, (w, g) -> byHand.regression(w, PENALTY, g));
        variables.clear();
        Expr network = network(variables);
        time("network", network, variables, data, byHand::network);
    }

    private static Expr regression(List<Arithmetic<?>> variables) {
        MatrixExpr w = Graph.matrix("w", CLASSES, PIXELS);
        VectorExpr b = Graph.vector("b", CLASSES);
        variables.addAll(List.of(w, b));
        return crossEntropy(X.dot(w.transpose()).eachRow().plus(b))
                .plus(w.square().sum().times(PENALTY / 2));
    }

    private static Expr network(List<Arithmetic<?>> variables) {
        MatrixExpr w1 = Graph.matrix("w1", HIDDEN, PIXELS);
        VectorExpr b1 = Graph.vector("b1", HIDDEN);
        MatrixExpr w2 = Graph.matrix("w2", CLASSES, HIDDEN);
        VectorExpr b2 = Graph.vector("b2", CLASSES);
        variables.addAll(List.of(w1, b1, w2, b2));
        MatrixExpr units = X.dot(w1.transpose()).eachRow().plus(b1).tanh();
        return crossEntropy(units.dot(w2.transpose()).eachRow().plus(b2));
    }

    private static Expr crossEntropy(MatrixExpr scores) {
        return scores.eachRow().logSumExp().minus(scores.eachRow().get(Y)).mean();
    }

    private interface Gradient {
        double valueAndGradient(double[] w, double[] gradient);
    }

    private static void time(String title, Expr value, List<Arithmetic<?>> variables, Data[] data, Gradient byHand) {
        TwiceDifferentiableFunction interpreted = Differentiation.of(value, variables, data);
        TwiceDifferentiableFunction generated = Differentiation.compile(value, variables, data);
        double[] w = new double[generated.dimension()];
        Arrays.setAll(w, k -> 0.2 * Math.sin(1 + k));
        double[] gradient = new double[w.length];
        requireSame(generated, byHand, w);
        List<Stopwatch.Time> times = new Stopwatch()
                .add("written by hand", () -> byHand.valueAndGradient(w, gradient))
                .add("generated", () -> generated.valueAndGradient(w, gradient))
                .add("generated, value alone", () -> generated.value(w))
                .add("generated, Hessian-vector product", () -> {
                    generated.hessianVectorProduct(w, w, gradient);
                    return gradient[0];
                })
                .add("interpreted", () -> interpreted.valueAndGradient(w, gradient))
                .run();
        System.out.printf(Locale.ROOT, "%n%s, %d variables%n", title, w.length);
        double first = times.get(0).median();
        for (Stopwatch.Time time : times) {
            System.out.printf(
                    Locale.ROOT, "  %-36s %8.3f %8.2f%n", time.name(), time.median() / 1e6, time.median() / first);
        }
    }

    /** A few thousand roundings. */
    private static void requireSame(TwiceDifferentiableFunction generated, Gradient byHand, double[] w) {
        double[] first = new double[w.length];
        double[] second = new double[w.length];
        double value = generated.valueAndGradient(w, first);
        boolean same = Math.abs(value - byHand.valueAndGradient(w, second)) < 1e-12;
        for (int k = 0; k < w.length; k++) {
            same &= Math.abs(first[k] - second[k]) < 1e-14;
        }
        if (!same) {
            throw new IllegalStateException("generated and hand-written gradients differ");
        }
    }
}
