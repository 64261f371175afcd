package org.cotangent.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cotangent.ad.Data;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.GraphDefinition;
import org.cotangent.ad.GraphSource;
import org.cotangent.ad.expr.Arithmetic;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.MatrixExpr;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Graphs of every kind of node, generated from a {@link GraphSource}: the interpreter's bits. */
class GraphAgreementTest {

    private static final MatrixExpr A = Graph.matrix("a", 3, 4);
    private static final VectorExpr V = Graph.vector("v", 4);
    private static final VectorExpr U = Graph.vector("u", 3);
    private static final MatrixExpr X = Graph.matrix("x", 4);
    private static final VectorExpr INDEX = Graph.indices("index");
    private static final List<Arithmetic<?>> VARIABLES = List.of(A, V, U);

    private static final double[][] ROWS = {{1, 2, -1, 0.5}, {0.3, -0.7, 2, 1}};
    private static final int[] INDICES = {2, 0, 3};

    private static final Map<String, VectorExpr> GRAPHS = new LinkedHashMap<>();

    static {
        GRAPHS.put("products", X.dot(A.transpose()).tanh().dot(U).exp());
        GRAPHS.put(
                "lines",
                A.eachRow().times(V).eachColumn().minus(U).square().eachColumn().sum());
        GRAPHS.put("probabilities", A.eachRow().softmax().flatten());
        GRAPHS.put("normalisers", A.dot(X.transpose()).eachRow().logSumExp());
        GRAPHS.put("running", A.sin().eachRow().cumulativeSum().eachColumn().product());
        GRAPHS.put("picked", A.exp().eachRow().get(INDEX).times(V.gather(INDEX)));
        GRAPHS.put(
                "joined",
                Graph.beside(A, A.square()).slice(0, 2, 3, 6).transpose().dot(U.slice(0, 2)));
        GRAPHS.put("chosen", A.greaterThan(0).choose(A.log(), A).flatten());
        GRAPHS.put(
                "table",
                Graph.vector(
                        4, i -> Graph.sum(3, j -> A.get(j, i).times(U.get(j)).cos())));
        GRAPHS.put("folded", Graph.fold(3, V, (s, i) -> s.plus(A.row(i)).sin().times(s.norm())));
        GRAPHS.put(
                "scalar",
                Graph.concatenate(
                        Graph.fold(X.rows(), U.get(0), (s, i) -> X.row(i).dot(V).times(s))));
    }

    static Stream<String> names() {
        return GRAPHS.keySet().stream();
    }

    /** What a build would write. */
    public static final class Source implements GraphSource {
        @Override
        public String className() {
            return "agreement.Graphs";
        }

        @Override
        public List<GraphDefinition> functions() {
            return GRAPHS.entrySet().stream()
                    .map(e -> GraphDefinition.of(e.getKey(), e.getValue(), VARIABLES, List.of(X, INDEX)))
                    .toList();
        }
    }

    private static final Compiled CLASS = Compiled.of("agreement.Graphs", GenerateSources.text(new Source()));

    private static double[] point() {
        double[] point = new double[19];
        Arrays.setAll(point, i -> Math.sin(3 * i + 1));
        return point;
    }

    private static double[] flat() {
        return Arrays.stream(ROWS).flatMapToDouble(Arrays::stream).toArray();
    }

    @ParameterizedTest
    @MethodSource("names")
    void generatedClassHasTheInterpretersBits(String name) {
        TwiceDifferentiableVectorFunction generated =
                (TwiceDifferentiableVectorFunction) CLASS.call(name, flat(), INDICES);
        TwiceDifferentiableVectorFunction interpreted =
                Differentiation.of(GRAPHS.get(name), VARIABLES, Data.of(X, ROWS), Data.of(INDEX, INDICES));
        assertThat(generated.outputDimension()).isEqualTo(interpreted.outputDimension());
        assertThat(products(generated)).containsExactly(products(interpreted));
        // Each takes rows or columns, whichever it can do faster: the same products in another order.
        assertThat(jacobian(generated)).containsExactly(jacobian(interpreted), within(1e-14));
    }

    private static double[] jacobian(TwiceDifferentiableVectorFunction f) {
        double[] jacobian = new double[f.outputDimension() * 19];
        f.jacobian(point(), new double[f.outputDimension()], jacobian);
        return jacobian;
    }

    private static double[] products(TwiceDifferentiableVectorFunction f) {
        int m = f.outputDimension();
        double[] x = point();
        double[] v = x.clone();
        double[] w = Arrays.copyOf(x, m);
        double[] y = new double[m];
        double[] jv = new double[m];
        double[] wj = new double[x.length];
        double[] whv = new double[x.length];
        f.jvp(x, v, y, jv);
        f.vjp(x, w, y, wj);
        f.weightedHessianVectorProduct(x, w, v, whv);
        return Stream.of(y, jv, wj, whv).flatMapToDouble(Arrays::stream).toArray();
    }

    /** Both refuse at the same place with the same words. */
    @org.junit.jupiter.api.Test
    void generatedClassRefusesWhatTheInterpreterRefuses() {
        int[] outside = {0, 4, 1};
        String[] messages = new String[2];
        TwiceDifferentiableVectorFunction generated =
                (TwiceDifferentiableVectorFunction) CLASS.call("picked", flat(), outside);
        Expr picked = GRAPHS.get("picked").sum();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generated.value(point(), new double[3]))
                .withMessageContaining("indices from 0 to 4 of ")
                .satisfies(e -> messages[0] = e.getMessage());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Differentiation.of(picked, VARIABLES, Data.of(INDEX, outside))
                        .value(point()))
                .satisfies(e -> messages[1] = e.getMessage());
        assertThat(messages[0]).isEqualTo(messages[1]);
    }
}
