package org.cotangent.ad.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class InterningTest {

    private final Variable a = Graph.scalar("a");
    private final Variable b = Graph.scalar("b");
    private final VectorExpr x = Graph.vector("x", 3);

    @Test
    void sameExpressionBuiltTwiceIsOneObject() {
        assertThat(a.plus(b).sin().times(2)).isSameAs(a.plus(b).sin().times(2));
        assertThat(Expr.constant(2.0).times(a)).isSameAs(Expr.constant(2.0).times(a));
        assertThat(a.fma(b, a)).isSameAs(a.fma(b, a));
    }

    @Test
    void usersAreFoundAmongMany() {
        List<Expr> users = new ArrayList<>();
        for (int i = 2; i < 1000; i++) {
            users.add(a.times(i));
            users.add(a.plus(i));
        }
        for (int i = 2; i < 1000; i++) {
            assertThat(a.times(i)).isSameAs(users.get(2 * (i - 2)));
            assertThat(a.plus(i)).isSameAs(users.get(2 * (i - 2) + 1));
        }
    }

    @Test
    void operandOrderDistinguishes() {
        assertThat(a.plus(b)).isNotSameAs(b.plus(a));
    }

    @Test
    void constantOperandsOfDifferentSignedZerosDistinguish() {
        assertThat(a.times(0.0)).isNotSameAs(a.times(-0.0));
    }

    @Test
    void variablesOfOneNameAreDifferent() {
        Variable other = Graph.scalar("a");
        assertThat(a).isNotEqualTo(other);
        assertThat(a.sin()).isNotSameAs(other.sin());
    }

    @Test
    void constantsAreComparedByTypeAndBits() {
        assertThat(Expr.constant(1.0)).isEqualTo(Expr.constant(1.0)).isNotEqualTo(Expr.constant(1));
        assertThat(Expr.constant(0.0)).isNotEqualTo(Expr.constant(-0.0));
        assertThat(Expr.constant(Double.NaN)).isEqualTo(Expr.constant(Double.NaN));
    }

    @Test
    void elementsLengthsAndVectorsAreInterned() {
        Variable rows = Variable.of("m", Type.DOUBLES.array());
        assertThat(rows.at(1).at(2)).isSameAs(rows.at(1).at(2));
        assertThat(rows.length()).isSameAs(rows.length());
        assertThat(x.times(a).exp()).isEqualTo(x.times(a).exp());
        assertThat(x.times(a).sum()).isSameAs(x.times(a).sum());
        assertThat(x.slice(0, 2).node()).isSameAs(x.slice(0, 2).node());
        assertThat(Graph.concatenate(a, x)).isEqualTo(Graph.concatenate(a, x));
    }

    @Test
    void elementwiseAndScalarOperationsOnOneOperandAreDifferent() {
        assertThat(a.times(b)).isNotSameAs(a.times(x).node());
        assertThat(a.times(x)).isEqualTo(a.times(x)).isNotEqualTo(x.times(a));
    }

    private Expr large() {
        Expr sum = a;
        for (int i = 0; i < 5_000; i++) {
            sum = sum.times(b).plus(a.plus(i % 50)).sin().plus(sum);
        }
        return sum.plus(x.times(sum).exp().sum());
    }

    @Test
    void eightThreadsBuildingOneGraphGetOneObject() throws Exception {
        int threads = 8;
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Callable<Expr> build = () -> {
                start.await();
                return large();
            };
            List<Future<Expr>> results = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                results.add(pool.submit(build));
            }
            Expr first = results.get(0).get();
            for (Future<Expr> result : results) {
                assertThat(result.get()).isSameAs(first);
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
