package org.cotangent.benchmarks;

import java.util.concurrent.TimeUnit;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Rosenbrock's function of 1,000 variables as a graph of loops, interpreted. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Rosenbrock {

    private static final int DIMENSION = 1000;

    private final TwiceDifferentiableFunction function = function();
    private final double[] x = new double[DIMENSION];
    private final double[] direction = new double[DIMENSION];
    private final double[] result = new double[DIMENSION];

    private static TwiceDifferentiableFunction function() {
        VectorExpr x = Graph.vector("x", DIMENSION);
        VectorExpr head = x.slice(0, DIMENSION - 1);
        Expr f = x.slice(1, DIMENSION)
                .minus(head.square())
                .square()
                .times(100)
                .plus(head.minus(1).square())
                .sum();
        return Differentiation.of(f, x);
    }

    /** The value alone. */
    @Benchmark
    public double value() {
        return function.value(x);
    }

    /** Value and gradient. */
    @Benchmark
    public double valueAndGradient() {
        return function.valueAndGradient(x, result);
    }

    /** One product of the Hessian with a vector. */
    @Benchmark
    public double[] hessianVectorProduct() {
        function.hessianVectorProduct(x, direction, result);
        return result;
    }
}
