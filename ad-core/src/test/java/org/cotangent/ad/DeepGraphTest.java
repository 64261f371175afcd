package org.cotangent.ad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.junit.jupiter.api.Test;

/** The longest path of a graph is limited by memory, not by the stack. */
class DeepGraphTest {

    /** A thread's default stack holds some ten thousand frames; a million takes minutes. */
    private static final int OPERATIONS = 30_000;

    @Test
    void longChainIsDifferentiatedLikeAShortOne() {
        VectorExpr x = Graph.vector("x", 2);
        Expr chain = x.get(0);
        for (int i = 0; i < OPERATIONS; i += 3) {
            chain = chain.times(0.5).sin().plus(x.get(1));
        }
        TwiceDifferentiableFunction f = Differentiation.of(chain, x);
        double[] gradient = new double[2];
        double value = f.valueAndGradient(new double[] {0.3, 0.7}, gradient);
        // The fixed point of y = sin(y / 2) + c, and dy/dc = 1 / (1 - cos(y / 2) / 2).
        double y = 0;
        for (int i = 0; i < 100; i++) {
            y = Math.sin(y / 2) + 0.7;
        }
        assertThat(value).isCloseTo(y, within(1e-14));
        assertThat(gradient[0]).isCloseTo(0, within(1e-300));
        assertThat(gradient[1]).isCloseTo(1 / (1 - Math.cos(y / 2) / 2), within(1e-14));
        assertThat(f.value(new double[] {0.3, 0.7})).isEqualTo(value);
        assertThat(chain.toString()).hasSizeLessThan(200);
    }
}
