package org.cotangent.ad.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PrintingTest {

    private final Variable a = Graph.scalar("a");
    private final Variable b = Graph.scalar("b");
    private final VectorExpr x = Graph.vector("x", 9);

    private Expr chain(int operations) {
        Expr chain = a;
        for (int i = 0; i < operations / 2; i++) {
            chain = chain.sin().plus(b);
        }
        return chain;
    }

    @Test
    void parenthesesAreWrittenWhereJavaNeedsThem() {
        assertThat(a.plus(b).times(a)).hasToString("(a + b) * a");
        assertThat(a.minus(b.minus(a))).hasToString("a - (b - a)");
        assertThat(a.minus(b).minus(a)).hasToString("a - b - a");
        assertThat(a.negate().pow(b)).hasToString("Math.pow(-a, b)");
        assertThat(a.lessThan(b).select(a.plus(1), b)).hasToString("a < b ? a + 1.0 : b");
    }

    @Test
    void vectorsReadLikeScalars() {
        assertThat(a.times(x).exp().sum()).hasToString("sum(Math.exp(a * x))");
        assertThat(x.get(2)).hasToString("x[2]");
        assertThat(x.plus(a).get(2)).hasToString("(x + a)[2]");
        assertThat(x.slice(1, 4)).hasToString("x[1 to 4]");
        assertThat(Graph.constants(1, 2, 3)).hasToString("[1.0, 2.0, 3.0]");
    }

    @Test
    void largeVectorsAndDeepGraphsAreAbbreviated() {
        assertThat(Graph.constants(new double[1000]))
                .asString()
                .endsWith("...]")
                .hasSizeLessThan(60);
        assertThat(chain(1_000_000)).asString().contains("...").hasSizeLessThan(200);
    }

    /** Written out in full it has 2^500 leaves. */
    @Test
    void sharingDoesNotMultiplyTheText() {
        Expr e = a;
        for (int i = 0; i < 500; i++) {
            e = e.times(e).plus(e);
        }
        assertThat(e).asString().hasSizeLessThan(2_000);
    }

    @Test
    void indicesOfIndicesAreAbbreviated() {
        Variable next = Variable.of("next", Type.INTS);
        Expr e = Graph.integer("k");
        for (int i = 0; i < 100_000; i++) {
            e = next.at(e);
        }
        assertThat(e).asString().hasSizeLessThan(200);
    }

    @Test
    void drawingShowsSharedNodesOnceAndIsRepeatable() {
        Expr e = a.exp().plus(b.times(a.exp()));
        assertThat(Dot.of(e)).isEqualTo("""
                digraph expression {
                  rankdir=BT;
                  node [shape=box];
                  n0 [label="double a"];
                  n1 [label="Math.exp"];
                  n0 -> n1;
                  n2 [label="double b"];
                  n3 [label="*"];
                  n2 -> n3 [headlabel=0];
                  n1 -> n3 [headlabel=1];
                  n4 [label="+"];
                  n1 -> n4 [headlabel=0];
                  n3 -> n4 [headlabel=1];
                }
                """);
        assertThat(Dot.of(e)).isEqualTo(Dot.of(e));
    }

    @Test
    void vectorsAreDrawn() {
        assertThat(Dot.of(Graph.concatenate(x.times(a).sum(), x.slice(1, 3))))
                .contains("each *", "label=\"sum\"", "slice of length 2", "join");
    }

    @Test
    void graphNobodyCouldReadIsNotDrawn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dot.of(chain(1_000_000)))
                .withMessageContaining("1000002 nodes")
                .withMessageContaining("10000");
    }

    @Test
    void traversalOfAMillionOperationsVisitsEachOnceOperandsFirst() {
        Expr chain = chain(1_000_000);
        var order = Traversal.postOrder(java.util.List.of(chain));
        assertThat(order).hasSize(1_000_002);
        assertThat(order.get(0)).isSameAs(a);
        assertThat(order.get(order.size() - 1)).isSameAs(chain);
    }
}
