package org.cotangent.codegen.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cotangent.ad.Data;
import org.cotangent.ad.expr.Arithmetic;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.expr.VectorExpr;

/** A random graph over two scalars, a vector and data, of scalars and vectors that feed each other. */
final class RandomFunction {

    private static final int LENGTH = 5;
    private static final int STEPS = 25;

    private final Random random;
    private final Variable a = Graph.scalar("a");
    private final Variable b = Graph.scalar("b");
    private final VectorExpr v = Graph.vector("v", LENGTH);
    private final VectorExpr t = Graph.vector("t");
    private final double[] observed;
    private final List<Expr> scalars = new ArrayList<>(List.of(a, b, Graph.constant(0.75)));
    private final List<VectorExpr> vectors = new ArrayList<>(List.of(v, t));

    RandomFunction(long seed) {
        random = new Random(seed);
        observed = random.doubles(LENGTH, -2, 2).toArray();
        for (int i = 0; i < STEPS; i++) {
            if (random.nextBoolean()) {
                vectors.add(nextVector());
            } else {
                scalars.add(nextScalar());
            }
        }
    }

    private Expr scalarOperand() {
        return scalars.get(random.nextInt(scalars.size()));
    }

    private VectorExpr vectorOperand() {
        return vectors.get(random.nextInt(vectors.size()));
    }

    private Expr nextScalar() {
        return switch (random.nextInt(6)) {
            case 0 -> vectorOperand().sum();
            case 1 -> vectorOperand().dot(vectorOperand());
            case 2 -> vectorOperand().get(random.nextInt(LENGTH));
            case 3 -> vectorOperand().max().minus(vectorOperand().product());
            case 4 -> scalarOperand().lessThan(scalarOperand()).select(scalarOperand(), scalarOperand());
            default -> arithmetic(scalarOperand(), scalarOperand());
        };
    }

    private VectorExpr nextVector() {
        return switch (random.nextInt(4)) {
            case 0 -> vectorOperand().times(scalarOperand());
            case 1 ->
                Graph.concatenate(
                        vectorOperand().slice(1, LENGTH).plus(vectorOperand().slice(0, LENGTH - 1)), scalarOperand());
            default -> arithmetic(vectorOperand(), vectorOperand());
        };
    }

    private <E extends Arithmetic<E>> E arithmetic(E x, E y) {
        return switch (random.nextInt(8)) {
            case 0 -> x.plus(y);
            case 1 -> x.minus(y);
            case 2 -> x.times(y);
            case 3 -> x.dividedBy(y);
            case 4 -> x.sin().times(y);
            case 5 -> x.tanh().plus(y.exp());
            case 6 -> x.abs().sqrt().minus(y);
            default -> x.max(y);
        };
    }

    List<Arithmetic<?>> variables() {
        return List.of(a, v, b);
    }

    Data[] data() {
        return new Data[] {Data.of(t, observed)};
    }

    Expr scalar() {
        return scalars.get(scalars.size() - 1)
                .plus(vectors.get(vectors.size() - 1).sum());
    }

    VectorExpr vector() {
        return Graph.concatenate(scalars.get(scalars.size() - 1), vectors.get(vectors.size() - 1), a);
    }
}
