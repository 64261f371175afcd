package org.cotangent.ad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Function;
import org.cotangent.ad.expr.Arithmetic;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.MatrixExpr;
import org.cotangent.ad.expr.Subgraph;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.ad.ir.Lowering;
import org.cotangent.ad.ir.Program;
import org.junit.jupiter.api.Test;

/** Functions that graphs call, against the same graphs written out. */
class GraphCallsTest {

    private static final double[] POINT = {0.7, -0.4, 1.2, 0.3};
    private static final double[] DIRECTION = {0.2, 1.1, -0.5, 0.9};

    private final VectorExpr x = Graph.vector("x", POINT.length);

    /** Both round the same few operations, in another order at most: 1e-13 is a hundred times that. */
    private static void requireSame(double[] found, double[] expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).isCloseTo(expected[i], within(1e-13 * (1 + Math.abs(expected[i]))));
        }
    }

    private void requireSame(Expr called, Expr written) {
        TwiceDifferentiableFunction f = Differentiation.of(called, x);
        TwiceDifferentiableFunction g = Differentiation.of(written, x);
        double[] found = new double[POINT.length];
        double[] expected = new double[POINT.length];
        assertThat(f.value(POINT)).isCloseTo(g.value(POINT), within(1e-14));
        f.valueAndGradient(POINT, found);
        g.valueAndGradient(POINT, expected);
        requireSame(found, expected);
        f.hessianVectorProduct(POINT, DIRECTION, found);
        g.hessianVectorProduct(POINT, DIRECTION, expected);
        requireSame(found, expected);
    }

    private void requireSame(VectorExpr called, VectorExpr written) {
        TwiceDifferentiableVectorFunction f = Differentiation.of(called, x);
        TwiceDifferentiableVectorFunction g = Differentiation.of(written, x);
        int m = g.outputDimension();
        double[] values = new double[m];
        double[] found = new double[m * POINT.length];
        double[] expected = new double[m * POINT.length];
        f.jacobian(POINT, values, found);
        g.jacobian(POINT, values, expected);
        requireSame(found, expected);
        double[] w = new double[m];
        java.util.Arrays.setAll(w, i -> 1 + 0.3 * i);
        double[] product = new double[POINT.length];
        double[] other = new double[POINT.length];
        f.vjp(POINT, w, values, product);
        g.vjp(POINT, w, values, other);
        requireSame(product, other);
        f.weightedHessianVectorProduct(POINT, w, DIRECTION, product);
        g.weightedHessianVectorProduct(POINT, w, DIRECTION, other);
        requireSame(product, other);
    }

    private static Expr swirled(Expr a, Expr b) {
        return a.sin().times(b.exp()).plus(a.times(b));
    }

    private static Subgraph<Expr> swirl() {
        Variable a = Graph.scalar("a");
        Variable b = Graph.scalar("b");
        return Graph.function("swirl", List.of(a, b), swirled(a, b));
    }

    @Test
    void scalarFunctionAppliedTwiceIsWhatItsBodyIs() {
        Subgraph<Expr> swirl = swirl();
        Expr called = swirl.apply(swirl.apply(x.get(0), x.get(1)), x.get(2)).times(x.get(3));
        requireSame(called, swirled(swirled(x.get(0), x.get(1)), x.get(2)).times(x.get(3)));
    }

    @Test
    void functionIsOneProcedureHoweverOftenItIsApplied() {
        Subgraph<Expr> swirl = swirl();
        Expr sum = Graph.constant(0);
        for (int i = 0; i + 1 < POINT.length; i++) {
            sum = sum.plus(swirl.apply(x.get(i), x.get(i + 1)));
        }
        Program program = Lowering.of("f", List.of(x.variable()), sum);
        assertThat(program.callees()).hasSize(1);
        assertThat(program.entry().toString().split("swirl\\(", -1)).hasSize(4);
    }

    @Test
    void applicationToTheSameArgumentsIsOneCall() {
        Subgraph<Expr> swirl = swirl();
        assertThat(swirl.apply(x.get(0), x.get(1))).isSameAs(swirl.apply(x.get(0), x.get(1)));
    }

    private static Subgraph<VectorExpr> softened(Function<String, VectorExpr> vector) {
        VectorExpr v = vector.apply("v");
        Variable s = Graph.scalar("s");
        return Graph.function("softened", List.of(v, s), v.times(s).tanh().plus(v.sum()));
    }

    @Test
    void vectorFunctionTakesVectorsOfAnyLength() {
        Subgraph<VectorExpr> softened = softened(Graph::vector);
        VectorExpr called =
                softened.apply(x.slice(1, 4), softened.apply(x, x.get(2)).sum());
        Expr inner = x.times(x.get(2)).tanh().plus(x.sum()).sum();
        VectorExpr part = x.slice(1, 4);
        requireSame(called, part.times(inner).tanh().plus(part.sum()));
        requireSame(called.dot(part), part.times(inner).tanh().plus(part.sum()).dot(part));
    }

    @Test
    void vectorFunctionCanBeTheWholeResult() {
        Subgraph<VectorExpr> softened = softened(Graph::vector);
        requireSame(softened.apply(x, x.get(2)), x.times(x.get(2)).tanh().plus(x.sum()));
        VectorExpr twice = softened.apply(softened.apply(x, x.get(0)), x.get(1));
        VectorExpr inner = x.times(x.get(0)).tanh().plus(x.sum());
        requireSame(twice, inner.times(x.get(1)).tanh().plus(inner.sum()));
    }

    @Test
    void functionsCallFunctions() {
        Subgraph<Expr> swirl = swirl();
        VectorExpr v = Graph.vector("v", 2);
        Subgraph<Expr> outer = Graph.function(
                "outer", List.of(v), swirl.apply(v.get(0), v.get(1)).times(v.sum()));
        Expr called =
                outer.apply(x.slice(0, 2)).plus(outer.apply(x.slice(2, 4))).plus(swirl.apply(x.get(0), x.get(3)));
        Expr written = swirled(x.get(0), x.get(1))
                .times(x.slice(0, 2).sum())
                .plus(swirled(x.get(2), x.get(3)).times(x.slice(2, 4).sum()))
                .plus(swirled(x.get(0), x.get(3)));
        requireSame(called, written);
        assertThat(Lowering.of("f", List.of(x.variable()), called).callees()).hasSize(2);
    }

    @Test
    void matrixFunctionKeepsItsShape() {
        MatrixExpr m = Graph.matrix("m", 2, 2);
        Subgraph<MatrixExpr> squared =
                Graph.function("squared", List.of(m), m.dot(m).plus(m));
        MatrixExpr a = x.reshape(2, 2);
        requireSame(
                squared.apply(squared.apply(a)).sum(),
                a.dot(a).plus(a).dot(a.dot(a).plus(a)).plus(a.dot(a)).plus(a).sum());
        requireSame(
                squared.apply(a.transpose()).get(0, 1),
                a.transpose().dot(a.transpose()).plus(a.transpose()).get(0, 1));
    }

    @Test
    void callsInSumsAndBranchesAreWhatTheirBodiesAre() {
        Subgraph<Expr> swirl = swirl();
        Expr called = Graph.sum(3, i -> swirl.apply(x.get(i), x.get(i.plus(1))));
        Expr written = Graph.sum(3, i -> swirled(x.get(i), x.get(i.plus(1))));
        requireSame(called, written);
        Expr chosen = x.get(0).greaterThan(0).select(swirl.apply(x.get(0), x.get(1)), x.get(1));
        requireSame(chosen, swirled(x.get(0), x.get(1)));
        Expr other = x.get(0).lessThan(0).select(swirl.apply(x.get(0).log(), x.get(1)), x.get(1));
        requireSame(other, x.get(1).plus(0));
    }

    @Test
    void callInFoldSeesTheState() {
        Subgraph<Expr> swirl = swirl();
        Expr called = Graph.fold(4, Graph.constant(0.5), (s, i) -> swirl.apply(s, x.get(i)));
        Expr written = Graph.fold(4, Graph.constant(0.5), (s, i) -> swirled(s, x.get(i)));
        requireSame(called, written);
    }

    @Test
    void wrongArgumentsAreRefusedWithWhatWasFoundAndExpected() {
        Subgraph<Expr> swirl = swirl();
        assertThatThrownBy(() -> swirl.apply(x.get(0)))
                .hasMessage("function swirl is applied to 1 arguments, expected 2: [a, b]");
        assertThatThrownBy(() -> swirl.apply(x.get(0), x))
                .hasMessageContaining(
                        "argument x (length 4) of function swirl has type double[], expected b of type" + " double");
        VectorExpr v = Graph.vector("v", 3);
        Subgraph<Expr> total = Graph.function("total", List.of(v), v.sum());
        assertThatThrownBy(() -> total.apply(x))
                .hasMessageContaining("argument x (length 4) of function total, expected the shape of v (length 3)");
        VectorExpr any = Graph.vector("any");
        TwiceDifferentiableFunction late = Differentiation.of(total.apply(any).times(x.get(0)), x, Data.of(any, 1, 2));
        assertThatThrownBy(() -> late.value(POINT))
                .hasMessage("argument any of function total has an extent of 2, expected 3 as v has");
    }

    @Test
    void bodyThatNeedsMoreThanItsParametersIsRefused() {
        Variable a = Graph.scalar("a");
        Subgraph<Expr> open = Graph.function("open", List.of(a), a.times(x.get(0)));
        Expr f = open.apply(x.get(1));
        assertThatThrownBy(() -> Lowering.of("f", List.of(x.variable()), f))
                .hasMessageContaining("depends on [x], expected only variables among the parameters [a]");
        assertThatThrownBy(() -> Graph.function("f g", List.of(a), a))
                .hasMessageContaining("expected a Java identifier");
        assertThatThrownBy(() -> Graph.function("f", List.<Arithmetic<?>>of(a.plus(1)), a))
                .hasMessageContaining("is not a variable");
    }

    @Test
    void applicationsPrintAsCalls() {
        assertThat(swirl().apply(x.get(0), x.get(1)).plus(1)).hasToString("swirl(x[0], x[1]) + 1.0");
    }
}
