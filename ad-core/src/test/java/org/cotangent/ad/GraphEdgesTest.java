package org.cotangent.ad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.MatrixExpr;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.junit.jupiter.api.Test;

/** Infinite, huge, missing and unequal elements. */
class GraphEdgesTest {

    private static final double INF = Double.POSITIVE_INFINITY;

    private final VectorExpr x = Graph.vector("x", 3);
    private final MatrixExpr m = Graph.matrix("m", 1, 3);

    private final TwiceDifferentiableFunction ofVector = Differentiation.of(x.logSumExp(), x);
    private final TwiceDifferentiableFunction ofRows =
            Differentiation.of(m.eachRow().logSumExp().sum(), List.of(m));

    private void logSumExp(double value, double[] gradient, double... at) {
        for (TwiceDifferentiableFunction f : List.of(ofVector, ofRows)) {
            double[] found = {9, 9, 9};
            double y = f.valueAndGradient(at, found);
            assertThat(y).isEqualTo(value, within(1e-12 * (Double.isInfinite(value) ? 0 : Math.abs(value))));
            assertThat(found).containsExactly(gradient, within(1e-15));
            double[] product = {9, 9, 9};
            f.hessianVectorProduct(at, new double[] {1, -2, 3}, product);
            assertThat(product).doesNotContain(Double.NaN);
        }
    }

    @Test
    void logSumExpNeverOverflows() {
        double third = 1.0 / 3;
        logSumExp(1000 + Math.log(3), new double[] {third, third, third}, 1000, 1000, 1000);
        logSumExp(-1000 + Math.log(3), new double[] {third, third, third}, -1000, -1000, -1000);
        logSumExp(Double.MAX_VALUE, new double[] {1, 0, 0}, Double.MAX_VALUE, -Double.MAX_VALUE, 0);
        logSumExp(0, new double[] {1, 0, 0}, 0, -800, -900);
    }

    @Test
    void logSumExpHasDerivativesWhereItIsInfinite() {
        logSumExp(2, new double[] {1, 0, 0}, 2, -INF, -INF);
        logSumExp(INF, new double[] {0, 1, 0}, 2, INF, -INF);
        logSumExp(INF, new double[] {0.5, 0.5, 0}, INF, INF, 3);
        logSumExp(-INF, new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}, -INF, -INF, -INF);
    }

    @Test
    void logSumExpOfNaNIsNaN() {
        assertThat(ofVector.value(new double[] {1, Double.NaN, 2})).isNaN();
        assertThat(ofRows.value(new double[] {1, Double.NaN, 2})).isNaN();
    }

    @Test
    void softmaxGivesMissingElementsNoWeight() {
        Expr f = x.softmax().dot(Graph.constants(1, 10, 100));
        double[] gradient = new double[3];
        double value = Differentiation.of(f, x).valueAndGradient(new double[] {-INF, 1000, 1000}, gradient);
        assertThat(value).isEqualTo(55);
        assertThat(gradient).containsExactly(new double[] {0, -22.5, 22.5}, within(1e-13));
    }

    /** What is not chosen is the logarithm of a negative number, or divided by 0. */
    @Test
    void elementsNotChosenContributeNothing() {
        MatrixExpr safe = m.greaterThan(0).choose(m.log().times(m), m.square());
        double[] at = {2, -3, 0};
        double[] gradient = new double[3];
        TwiceDifferentiableFunction f = Differentiation.of(safe.sum(), List.of(m));
        assertThat(f.valueAndGradient(at, gradient)).isEqualTo(2 * Math.log(2) + 9);
        assertThat(gradient).containsExactly(new double[] {Math.log(2) + 1, -6, 0}, within(1e-15));
        double[] product = new double[3];
        f.hessianVectorProduct(at, new double[] {1, 1, 1}, product);
        assertThat(product).containsExactly(new double[] {0.5, 2, 2}, within(1e-15));
    }

    @Test
    void rowsNotChosenContributeNothing() {
        MatrixExpr rows = Graph.matrix("rows", 2, 2);
        VectorExpr norms = rows.eachRow().sum().log();
        VectorExpr positive = rows.column(0).greaterThan(0).choose(norms, Expr.constant(0.0));
        double[] gradient = new double[4];
        Differentiation.of(positive.sum(), List.of(rows)).valueAndGradient(new double[] {1, 2, -1, 1}, gradient);
        assertThat(gradient).containsExactly(new double[] {1.0 / 3, 1.0 / 3, 0, 0}, within(1e-16));
    }

    @Test
    void normOfAZeroRowHasDerivativeZero() {
        double[] gradient = {9, 9, 9};
        Differentiation.of(m.eachRow().norm().sum(), List.of(m)).valueAndGradient(new double[3], gradient);
        assertThat(gradient).containsOnly(0);
    }

    @Test
    void dataMayBeEmpty() {
        MatrixExpr data = Graph.matrix("data", 3);
        VectorExpr classes = Graph.indices("classes");
        VectorExpr scores = data.dot(x);
        Expr f = scores.sum()
                .plus(scores.gather(classes).square().sum())
                .plus(data.eachColumn().sum().dot(x))
                .plus(x.sum());
        double[] gradient = new double[3];
        TwiceDifferentiableFunction g =
                Differentiation.of(f, x, Data.of(data, new double[0][3]), Data.of(classes, new int[0]));
        assertThat(g.valueAndGradient(new double[] {1, 2, 3}, gradient)).isEqualTo(6);
        assertThat(gradient).containsOnly(1);
    }

    @Test
    void loopsMayHaveNoTurns() {
        Expr none = Graph.sum(0, i -> x.get(i)).plus(Graph.product(0, i -> x.get(i)));
        Expr f = none.plus(Graph.fold(0, x.get(1), (s, i) -> s.exp()));
        double[] gradient = new double[3];
        assertThat(Differentiation.of(f, x).valueAndGradient(new double[] {1, 2, 3}, gradient))
                .isEqualTo(3);
        assertThat(gradient).containsExactly(0, 1, 0);
    }

    /** A matrix is kept flat: an index behind the end of a row would be one of the next row. */
    @Test
    void indicesBehindTheEndOfARowAreRefused() {
        MatrixExpr two = Graph.matrix("two", 2, 2);
        VectorExpr index = Graph.indices("index");
        double[] at = {1, 2, 3, 4};
        Data outside = Data.of(index, 1, 2);
        for (Expr f : List.of(
                two.eachRow().get(index).sum(),
                two.eachColumn().gather(index).sum(),
                two.flatten().slice(0, 2).gather(index).sum())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> Differentiation.of(f, List.of(two), outside).value(at))
                    .withMessageContaining("indices from 1 to 2 of ")
                    .withMessageContaining("less than 2");
        }
        org.cotangent.ad.expr.Variable k = Graph.integer("k");
        assertThat(Differentiation.of(two.get(k.minus(1), k), List.of(two), Data.of(k, 1))
                        .value(at))
                .isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Differentiation.of(two.get(k.minus(2), k), List.of(two), Data.of(k, 2))
                        .value(at))
                .withMessageContaining("indices from 2 to 2 of two, expected 0 or more and less than 2");
    }

    /** Where the bounds of loops show that an index is inside, no turn compares it. */
    @Test
    void indicesOfLoopsThatMustBeInsideAreNotChecked() {
        VectorExpr t = Graph.vector("t");
        Expr f = Graph.sum(3, i -> m.get(Expr.constant(0), i))
                .plus(Graph.sum(t.length().minus(2), i -> t.slice(i, i.plus(3)).sum()))
                .plus(Graph.sum(3, i -> Graph.sum(i.plus(1), j -> m.get(Expr.constant(0), i.minus(j)))));
        String program = org.cotangent.ad.ir.Lowering.of("f", List.of(m.variable(), t.variable()), f)
                .toString();
        assertThat(program).doesNotContain("throw");
    }

    @Test
    void shapesThatOnlyARunKnowsAreCompared() {
        MatrixExpr data = Graph.matrix("data", 3);
        VectorExpr weights = Graph.vector("weights");
        Expr f = weights.dot(data).dot(x);
        TwiceDifferentiableFunction g =
                Differentiation.of(f, x, Data.of(data, new double[4][3]), Data.of(weights, 1, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> g.value(new double[3]))
                .withMessageContaining("product of weights (length weights.length) and data (data.length / 3 x 3)")
                .withMessageContaining("2 columns meet 4 rows");
    }
}
