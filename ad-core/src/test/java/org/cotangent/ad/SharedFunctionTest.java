package org.cotangent.ad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.Pool;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.junit.jupiter.api.Test;

class SharedFunctionTest {

    private static final int N = 20;
    private static final int THREADS = 8;
    private static final int POINTS = 400;
    private static final int ROUNDS = 1000;
    private static final long SEED = 20261123;

    private final VectorExpr x = Graph.vector("x", N);
    private final VectorExpr inner = x.slice(1, N).times(x.slice(0, N - 1)).sin();
    private final Expr sum = inner.exp().sum().plus(x.product()).plus(x.max());

    private static double[] point(int number) {
        return new Random(SEED + number).doubles(N, -1.5, 1.5).toArray();
    }

    /** Value, gradient and a product of both functions at a point, all in one array. */
    private static double[] everything(TwiceDifferentiableFunction f, TwiceDifferentiableVectorFunction g, double[] x) {
        double[] all = new double[1 + 4 * N + 2 * (N - 1)];
        double[] gradient = new double[N];
        double[] product = new double[N];
        all[0] = f.valueAndGradient(x, gradient);
        f.hessianVectorProduct(x, gradient, product);
        double[] y = new double[N - 1];
        double[] yDot = new double[N - 1];
        double[] xBar = new double[N];
        double[] curvature = new double[N];
        g.jvp(x, gradient, y, yDot);
        g.vjp(x, yDot, y, xBar);
        g.weightedHessianVectorProduct(x, yDot, gradient, curvature);
        System.arraycopy(gradient, 0, all, 1, N);
        System.arraycopy(product, 0, all, 1 + N, N);
        System.arraycopy(xBar, 0, all, 1 + 2 * N, N);
        System.arraycopy(curvature, 0, all, 1 + 3 * N, N);
        System.arraycopy(y, 0, all, 1 + 4 * N, N - 1);
        System.arraycopy(yDot, 0, all, 4 * N + N, N - 1);
        return all;
    }

    @Test
    void eightThreadsGetTheBitsThatOneGets() throws Exception {
        TwiceDifferentiableFunction f = Differentiation.of(sum, x);
        TwiceDifferentiableVectorFunction g = Differentiation.of(inner, x);
        // Derivatives are derived when first asked for: here by all threads at once.
        List<Callable<List<double[]>>> tasks = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            tasks.add(() -> {
                List<double[]> results = new ArrayList<>();
                for (int i = 0; i < POINTS; i++) {
                    results.add(everything(f, g, point(i)));
                }
                return results;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<List<double[]>>> all = threads.invokeAll(tasks);
            TwiceDifferentiableFunction lone = Differentiation.of(sum, x);
            TwiceDifferentiableVectorFunction loneVector = Differentiation.of(inner, x);
            List<double[]> single = new ArrayList<>();
            for (int i = 0; i < POINTS; i++) {
                single.add(everything(lone, loneVector, point(i)));
            }
            for (Future<List<double[]>> results : all) {
                for (int i = 0; i < POINTS; i++) {
                    assertThat(results.get().get(i))
                            .as("point %d, seed %d", i, SEED)
                            .containsExactly(single.get(i));
                }
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void machinesInUseAreNotLentAgain() {
        Pool<Object> pool = new Pool<>(Object::new);
        Object outer = pool.borrow();
        Object inner = pool.borrow();
        assertThat(inner).isNotSameAs(outer);
        pool.giveBack(inner);
        assertThat(pool.borrow()).isSameAs(inner);
    }

    /** A call that throws must not leave its machine, in whatever state, to the next. */
    @Test
    void callsAfterOneThatThrewAreRight() {
        VectorExpr t = Graph.vector("t");
        VectorExpr y = Graph.vector("y");
        TwiceDifferentiableFunction f =
                Differentiation.of(x.sum().times(t.dot(y)), x, Data.of(t, 1, 2), Data.of(y, 1, 2, 3));
        for (int i = 0; i < 2; i++) {
            assertThatIllegalArgumentException().isThrownBy(() -> f.value(new double[N]));
        }
        TwiceDifferentiableFunction g = Differentiation.of(sum, x);
        double[] point = point(0);
        double[] before = new double[N];
        double[] after = new double[N];
        g.valueAndGradient(point, before);
        assertThatIllegalArgumentException().isThrownBy(() -> g.valueAndGradient(new double[1], after));
        g.valueAndGradient(point, after);
        assertThat(after).containsExactly(before);
    }

    @Test
    void warmCallsAllocateNothing() {
        TwiceDifferentiableFunction f = Differentiation.of(sum, x);
        TwiceDifferentiableVectorFunction g = Differentiation.of(inner, x);
        double[] point = point(0);
        double[] v = point(1);
        double[] result = new double[N];
        double[] y = new double[N - 1];
        double[] yDot = new double[N - 1];
        double[] w = new double[N - 1];
        Runnable calls = () -> {
            f.value(point);
            f.valueAndGradient(point, result);
            f.hessianVectorProduct(point, v, result);
            g.value(point, y);
            g.jvp(point, v, y, yDot);
            g.vjp(point, w, y, result);
            g.weightedHessianVectorProduct(point, w, v, result);
        };
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        // First calls load and link classes, some of them later than the very first.
        for (int i = 0; i < ROUNDS; i++) {
            calls.run();
        }
        thread.getCurrentThreadAllocatedBytes();
        long before = thread.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < ROUNDS; i++) {
            calls.run();
        }
        long bytes = thread.getCurrentThreadAllocatedBytes() - before;
        // The smallest object takes 16 bytes; less than one a round is the measurement's own.
        assertThat(bytes).isLessThan(16 * ROUNDS);
    }
}
