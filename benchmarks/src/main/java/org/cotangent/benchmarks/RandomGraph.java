package org.cotangent.benchmarks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.VectorExpr;

/**
 * A random straight-line function: additions, subtractions and multiplications, and a share of
 * divisions, sines and exponentials. Every operation matters for the result, and operations that
 * would leave [1/16, 16] at the point are not taken, so that no denormals distort times.
 */
final class RandomGraph {

    static final int INPUTS = 50;

    private static final double LARGEST = 16;
    private static final int RECENT = 100;

    private record Value(Expr expression, double value) {}

    private final Random random;
    private final VectorExpr x = Graph.vector("x", INPUTS);
    private final double[] point = new double[INPUTS];
    private final List<Value> values = new ArrayList<>();
    private final Deque<Value> unused = new ArrayDeque<>();
    private final Expr result;

    /**
     * @param operations wanted; a few more come in to sum up what is left
     * @param rare the share of divisions, sines and exponentials
     */
    RandomGraph(int operations, double rare, long seed) {
        random = new Random(seed);
        for (int i = 0; i < INPUTS; i++) {
            point[i] = 0.5 + random.nextDouble();
            add(new Value(x.get(i), point[i]));
        }
        for (int done = 0; done < operations - INPUTS; done++) {
            add(next(rare));
        }
        Expr sum = unused.pop().expression();
        while (!unused.isEmpty()) {
            sum = sum.plus(unused.pop().expression());
        }
        result = sum;
    }

    private void add(Value value) {
        values.add(value);
        unused.add(value);
    }

    private Value next(double rare) {
        Value a = unused.size() > INPUTS ? unused.pop() : recent();
        while (true) {
            Value b = recent();
            Value made = random.nextDouble() < rare ? rare(a, b) : frequent(a, b);
            double size = Math.abs(made.value());
            if (size < LARGEST && size > 1 / LARGEST) {
                unused.remove(b);
                return made;
            }
        }
    }

    private Value recent() {
        int window = Math.min(values.size(), RECENT);
        return values.get(values.size() - 1 - random.nextInt(window));
    }

    private Value frequent(Value a, Value b) {
        return switch (random.nextInt(3)) {
            case 0 -> new Value(a.expression().plus(b.expression()), a.value() + b.value());
            case 1 -> new Value(a.expression().minus(b.expression()), a.value() - b.value());
            default -> new Value(a.expression().times(b.expression()), a.value() * b.value());
        };
    }

    private Value rare(Value a, Value b) {
        return switch (random.nextInt(3)) {
            case 0 -> new Value(a.expression().dividedBy(b.expression()), a.value() / b.value());
            case 1 -> new Value(a.expression().sin(), Math.sin(a.value()));
            default -> new Value(a.expression().exp(), Math.exp(a.value()));
        };
    }

    VectorExpr variables() {
        return x;
    }

    Expr result() {
        return result;
    }

    /** Where no value is large or small. */
    double[] point() {
        return point.clone();
    }
}
