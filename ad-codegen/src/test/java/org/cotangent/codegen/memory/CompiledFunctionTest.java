package org.cotangent.codegen.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotangent.ad.CustomFunctions;
import org.cotangent.ad.Data;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.expr.Arithmetic;
import org.cotangent.ad.expr.CustomFunction;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.Kernel;
import org.cotangent.ad.expr.MatrixExpr;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compiled functions against interpreted ones: the same bits, in every derivative. */
class CompiledFunctionTest {

    private static final int POINTS = 5;
    private static final int RANDOM_GRAPHS = 20;

    /** Points where operations have edges come in between random ones. */
    private static double[] point(int n, Random random) {
        double[] special = {0.0, -0.0, 1, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e-310};
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.nextInt(20) == 0 ? special[random.nextInt(special.length)] : random.nextGaussian();
        }
        return x;
    }

    /** To be compared by bits: NaN is itself, and 0.0 is not -0.0. */
    private static Double boxed(double value) {
        return value;
    }

    private static void same(TwiceDifferentiableFunction found, TwiceDifferentiableFunction expected, Random random) {
        int n = expected.dimension();
        assertThat(found.dimension()).isEqualTo(n);
        for (int i = 0; i < POINTS; i++) {
            double[] x = point(n, random);
            double[] v = point(n, random);
            double[] foundResult = new double[n];
            double[] expectedResult = new double[n];
            assertThat(boxed(found.value(x))).isEqualTo(boxed(expected.value(x)));
            assertThat(boxed(found.valueAndGradient(x, foundResult)))
                    .isEqualTo(boxed(expected.valueAndGradient(x, expectedResult)));
            assertThat(foundResult).as("gradient").containsExactly(expectedResult);
            found.hessianVectorProduct(x, v, foundResult);
            expected.hessianVectorProduct(x, v, expectedResult);
            assertThat(foundResult).as("product").containsExactly(expectedResult);
        }
    }

    private static void same(
            TwiceDifferentiableVectorFunction found, TwiceDifferentiableVectorFunction expected, Random random) {
        int n = expected.inputDimension();
        int m = expected.outputDimension();
        for (int i = 0; i < POINTS; i++) {
            double[] x = point(n, random);
            double[] v = point(n, random);
            double[] w = point(m, random);
            double[] outs = everything(found, x, v, w);
            assertThat(outs).containsExactly(everything(expected, x, v, w));
        }
    }

    private static double[] everything(TwiceDifferentiableVectorFunction f, double[] x, double[] v, double[] w) {
        double[] y = new double[w.length];
        double[] yDot = new double[w.length];
        double[] xBar = new double[x.length];
        double[] product = new double[x.length];
        double[] jacobian = new double[x.length * w.length];
        List<double[]> all = new ArrayList<>();
        f.value(x, y);
        all.add(y.clone());
        f.jvp(x, v, y, yDot);
        all.add(y.clone());
        f.vjp(x, w, y, xBar);
        f.weightedHessianVectorProduct(x, w, v, product);
        f.jacobian(x, y, jacobian);
        all.addAll(List.of(yDot, y, xBar, product, jacobian));
        return all.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    @Test
    void everyRealOperationGivesTheBitsOfTheInterpreter() {
        VectorExpr x = Graph.vector("x", 3);
        Expr[] values = Stream.of(Op.values())
                .filter(op -> op.kernel() instanceof Kernel.Real1
                        || op.kernel() instanceof Kernel.Real2
                        || op.kernel() instanceof Kernel.Real3)
                .filter(Op::isDifferentiable)
                .map(op -> Expr.apply(op, operands(op, x)))
                .toArray(Expr[]::new);
        assertThat(values).hasSizeGreaterThan(40);
        VectorExpr all = Graph.concatenate(values);
        same(Differentiation.compile(all, x), Differentiation.of(all, x), new Random(1));
    }

    /** Elements of x, and a constant where an operation is not differentiated by its operand. */
    private static Expr[] operands(Op op, VectorExpr x) {
        return IntStream.range(0, op.arity())
                .mapToObj(i -> op.hasPartial(i) ? x.get(i) : Expr.constant(2.0))
                .toArray(Expr[]::new);
    }

    static Stream<Long> seeds() {
        long fresh = new SecureRandom().nextLong() >>> 1;
        return Stream.concat(
                Stream.of(1L, 2L, 3L), Stream.iterate(fresh, seed -> seed + 1).limit(RANDOM_GRAPHS));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void randomGraphsGiveTheBitsOfTheInterpreter(long seed) {
        RandomFunction random = new RandomFunction(seed);
        same(
                Differentiation.compile(random.scalar(), random.variables(), random.data()),
                Differentiation.of(random.scalar(), random.variables(), random.data()),
                new Random(seed));
        same(
                Differentiation.compile(random.vector(), random.variables(), random.data()),
                Differentiation.of(random.vector(), random.variables(), random.data()),
                new Random(seed));
    }

    @Test
    void conditionsLoopsAndIntegerDataAreCompiledToo() {
        VectorExpr x = Graph.vector("x", 4);
        Variable n = Graph.integer("n");
        VectorExpr t = Graph.vector("t");
        Expr positive = x.get(0).greaterThan(0).select(x.get(0).sqrt(), x.get(1).square());
        Expr f = positive.times(n.toReal()).plus(t.times(x.get(2)).sin().sum()).plus(x.norm());
        Data[] data = {Data.of(n, 3), Data.of(t, 0.5, -1, 2, 4, 8)};
        same(Differentiation.compile(f, x, data), Differentiation.of(f, x, data), new Random(4));
    }

    @Test
    void matricesIndicesSumsAndFoldsAreCompiledToo() {
        MatrixExpr w = Graph.matrix("w", 2, 3);
        VectorExpr b = Graph.vector("b", 2);
        MatrixExpr t = Graph.matrix("t", 3);
        VectorExpr labels = Graph.indices("labels");
        MatrixExpr scores = t.dot(w.transpose()).eachRow().plus(b);
        Expr loss = Graph.sum(labels.length(), i -> scores.row(i).logSumExp().minus(scores.get(i, labels.get(i))));
        Expr chain = Graph.fold(5, b.get(0), (state, i) -> state.sin().plus(b.get(1)));
        Expr f = loss.plus(w.square().sum()).plus(chain);
        List<Arithmetic<?>> variables = List.of(w, b);
        Data[] data = {Data.of(t, new double[][] {{1, 2, 3}, {-1, 0.5, 2}, {0, 1, -1}}), Data.of(labels, 0, 1, 1)};
        same(Differentiation.compile(f, variables, data), Differentiation.of(f, variables, data), new Random(6));
        VectorExpr rows = scores.flatten();
        same(Differentiation.compile(rows, variables, data), Differentiation.of(rows, variables, data), new Random(7));
    }

    @Test
    void functionObjectsAreCalled() {
        CustomFunction<Expr> cube = CustomFunctions.of("cube", x -> x * x * x, x -> 3 * x * x, x -> 6 * x);
        VectorExpr inner = Graph.vector("inner", 2);
        CustomFunction<Expr> bowl = CustomFunctions.of(
                "bowl",
                Differentiation.of(inner.square().sum().plus(inner.get(0).sin()), inner));
        CustomFunction<VectorExpr> both =
                CustomFunctions.of("both", Differentiation.of(inner.exp().times(inner.get(1)), inner));
        VectorExpr x = Graph.vector("x", 4);
        Expr f = cube.apply(x.get(0))
                .times(bowl.apply(x.slice(1, 3)))
                .plus(both.apply(x.slice(2, 4)).sum().sin())
                .plus(cube.apply(x.get(3)));
        same(Differentiation.compile(f, x), Differentiation.of(f, x), new Random(8));
    }

    @Test
    void functionObjectsOfOneNameAreNotConfused() {
        Variable x = Graph.scalar("x");
        for (int factor = 1; factor < 3; factor++) {
            double k = factor;
            CustomFunction<Expr> scaled = CustomFunctions.of("scaled", t -> k * t, t -> k);
            var f = Differentiation.compile(scaled.apply(x), List.of(x));
            assertThat(f.value(new double[] {5})).isEqualTo(5 * k);
        }
    }

    @Test
    void longGraphsAreSplitAndGiveTheSameBits() {
        VectorExpr x = Graph.vector("x", 10);
        Expr sum = x.get(0);
        for (int i = 1; i < 2_000; i++) {
            Expr next = x.get(i % 10);
            sum = i % 7 == 0 ? sum.times(next) : i % 3 == 0 ? sum.minus(next).sin() : sum.plus(next.times(0.1));
        }
        same(Differentiation.compile(sum, x), Differentiation.of(sum, x), new Random(5));
    }

    @Test
    void compiledFunctionsCheckTheirArguments() {
        VectorExpr x = Graph.vector("x", 2);
        TwiceDifferentiableFunction f = Differentiation.compile(x.sum(), x);
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> f.value(new double[3]))
                .withMessageStartingWith("point has length 3, expected 2");
    }
}
