package org.cotangent.ad.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.eval.Interpreter;
import org.cotangent.ad.expr.Evaluation;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.MatrixExpr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.ComplexEvaluation;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.junit.jupiter.api.Test;

/** Random graphs of vectors, matrices, conditions and nested loops are lowered to what they define. */
class RandomGraphTest {

    private static final int ROWS = 2;
    private static final int COLUMNS = 3;
    private static final double STEP = 1e-30;

    /** How far from a point its two sides are looked at. */
    private static final double NEAR = 1e-6;

    /** What there is to build on: everything made so far. */
    private static final class Pool {
        final Random random;
        final List<Expr> scalars = new ArrayList<>();
        final List<VectorExpr> downs = new ArrayList<>();
        final List<VectorExpr> alongs = new ArrayList<>();
        final List<MatrixExpr> matrices = new ArrayList<>();

        Pool(Random random) {
            this.random = random;
        }

        /** A copy that grows by itself, for the inside of a loop. */
        Pool inner() {
            Pool inner = new Pool(random);
            inner.scalars.addAll(scalars);
            inner.downs.addAll(downs);
            inner.alongs.addAll(alongs);
            inner.matrices.addAll(matrices);
            return inner;
        }

        /** Mostly something recent, so that graphs get deep. */
        <T> T one(List<T> of) {
            int back = (int) (of.size() * random.nextDouble() * random.nextDouble());
            return of.get(of.size() - 1 - back);
        }

        Expr scalar() {
            return one(scalars);
        }

        VectorExpr down() {
            return one(downs);
        }

        VectorExpr along() {
            return one(alongs);
        }

        MatrixExpr matrix() {
            return one(matrices);
        }

        void grow(int steps, int depth) {
            for (int step = 0; step < steps; step++) {
                grow(depth);
            }
        }

        private void grow(int depth) {
            switch (random.nextInt(depth > 0 ? 26 : 21)) {
                case 0 -> scalars.add(scalar().times(scalar()).tanh());
                case 1 -> scalars.add(along().dot(along()));
                case 2 -> scalars.add(matrix().max().minus(down().sum()));
                case 3 -> scalars.add(scalar().greaterThan(scalar()).select(along().norm(), scalar().sin()));
                case 4 -> scalars.add(matrix().get(random.nextInt(ROWS), random.nextInt(COLUMNS)));
                case 5 -> alongs.add(along().times(scalar()).plus(along()).tanh());
                case 6 -> alongs.add(down().dot(matrix()).cos());
                case 7 -> alongs.add(matrix().row(random.nextInt(ROWS)));
                case 8 -> alongs.add(matrix().eachColumn().sum().tanh());
                case 9 -> alongs.add(along().greaterThan(0).choose(along(), scalar()));
                case 10 -> alongs.add(along().softmax());
                case 11 -> downs.add(matrix().dot(along()).tanh());
                case 12 -> downs.add(matrix().eachRow().logSumExp());
                case 13 -> downs.add(matrix().column(random.nextInt(COLUMNS)).times(down()));
                case 14 -> downs.add(scalar().lessThan(0).select(down().exp().tanh(), down()));
                case 15 -> matrices.add(matrix().times(matrix()).plus(scalar()).tanh());
                case 16 ->
                    matrices.add(matrix().eachRow().plus(along()).eachColumn().times(down()));
                case 17 -> matrices.add(down().outer(along()));
                case 18 ->
                    matrices.add(
                            matrix().dot(matrix().transpose().dot(matrix())).tanh());
                case 19 -> matrices.add(matrix().eachRow().cumulativeSum());
                case 20 ->
                    matrices.add(Graph.above(matrix().slice(0, 1, 0, COLUMNS), matrix().slice(1, ROWS, 0, COLUMNS)));
                case 21 ->
                    scalars.add(
                            Graph.sum(COLUMNS, i -> within(i, depth).scalar()).tanh());
                case 22 ->
                    alongs.add(Graph.vector(COLUMNS, i -> within(i, depth).scalar()));
                case 23 ->
                    scalars.add(Graph.fold(3, scalar(), (state, i) -> {
                        Pool inner = inner();
                        inner.scalars.add(state.times(i.toReal()));
                        inner.grow(4, depth - 1);
                        return inner.scalar().tanh();
                    }));
                case 24 ->
                    alongs.add(Graph.fold(2, along(), (state, i) -> {
                        Pool inner = inner();
                        inner.alongs.add(state.plus(i.toReal()));
                        inner.grow(4, depth - 1);
                        return inner.along().tanh();
                    }));
                default ->
                    matrices.add(Graph.matrix(ROWS, COLUMNS, (i, j) -> {
                        Pool inner = within(j, depth);
                        inner.scalars.add(matrix().get(i, j));
                        inner.grow(2, depth - 1);
                        return inner.scalar();
                    }));
            }
        }

        private Pool within(Expr index, int depth) {
            Pool inner = inner();
            inner.scalars.add(along().get(index).plus(index.toReal()));
            inner.downs.add(matrix().column(index));
            inner.grow(3, depth - 1);
            return inner;
        }
    }

    /** A random function of one scalar, two vectors and a matrix. */
    private static final class Sample {
        final Variable a = Graph.scalar("a");
        final VectorExpr u = Graph.vector("u", ROWS);
        final VectorExpr v = Graph.vector("v", COLUMNS);
        final MatrixExpr m = Graph.matrix("m", ROWS, COLUMNS);
        final Expr result;

        Sample(long seed, int steps) {
            Pool pool = new Pool(new Random(seed));
            pool.scalars.add(a);
            pool.downs.add(u);
            pool.alongs.add(v);
            pool.matrices.add(m);
            pool.grow(steps, 2);
            result = pool.matrix()
                    .dot(pool.along())
                    .dot(pool.down())
                    .plus(pool.scalar())
                    .plus(pool.scalars.get(pool.scalars.size() / 2));
        }
    }

    @Property(tries = 300)
    void loweringKeepsTheBits(@ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int steps) {
        Sample s = new Sample(seed, steps);
        Map<Variable, Object> point = new HashMap<>();
        point.put(s.a, 0.7);
        point.put(s.u.variable(), new double[] {0.4, -1.2});
        point.put(s.v.variable(), new double[] {-0.3, 0.9, 1.1});
        point.put(s.m.variable(), new double[] {0.2, -0.5, 0.8, 1.3, -0.1, 0.6});
        List<Variable> parameters = List.of(s.a, s.u.variable(), s.v.variable(), s.m.variable());
        Program program = Lowering.of("f", parameters, s.result);
        Object expected = Evaluation.of(s.result, point);
        Object[] found =
                Interpreter.of(program).run(parameters.stream().map(point::get).toArray());
        assertThat(found[0]).as("%s%n%s", s.result, program).isEqualTo(expected);
    }

    /** By complex steps, which pass the same lowered program forward: hundreds of roundings. */
    @Property(tries = 30)
    void gradientIsThatOfComplexSteps(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int steps) {
        Sample s = new Sample(seed, steps);
        TwiceDifferentiableFunction f = Differentiation.of(s.result, List.of(s.a, s.u, s.v, s.m));
        double[] x = {0.7, 0.4, -1.2, -0.3, 0.9, 1.1, 0.2, -0.5, 0.8, 1.3, -0.1, 0.6};
        double[] gradient = new double[x.length];
        f.valueAndGradient(x, gradient);
        for (int k = 0; k < x.length; k++) {
            double expected = slope(f, x, k, 0);
            double tolerance = 1e-10 * (1 + Math.abs(expected));
            if (!(Math.abs(gradient[k] - expected) <= tolerance) && hasKink(f, x, k, tolerance)) {
                double left = limit(f, x, k, -NEAR);
                double right = limit(f, x, k, NEAR);
                double reach = Math.abs(left - right) / 2 + tolerance;
                assertThat(gradient[k]).isCloseTo((left + right) / 2, within(reach));
            } else {
                assertThat(gradient[k]).as("by variable %d of %s", k, s.result).isCloseTo(expected, within(tolerance));
            }
        }
    }

    /** As where elements of a maximum are equal: they share the gradient, a complex step takes that of one. */
    private static boolean hasKink(TwiceDifferentiableFunction f, double[] x, int k, double tolerance) {
        return Math.abs(limit(f, x, k, -NEAR) - limit(f, x, k, NEAR)) > tolerance;
    }

    /** What the partial tends to on one side of the point. */
    private static double limit(TwiceDifferentiableFunction f, double[] x, int k, double distance) {
        double near = slope(f, x, k, distance);
        return near + (near - slope(f, x, k, 10 * distance)) / 9;
    }

    /** The partial by one variable at a point moved along it. */
    private static double slope(TwiceDifferentiableFunction f, double[] x, int k, double distance) {
        double[] at = x.clone();
        at[k] += distance;
        double[] im = new double[x.length];
        im[k] = STEP;
        double[] slope = new double[1];
        ((ComplexEvaluation) f).complexValue(at, im, new double[1], slope);
        return slope[0] / STEP;
    }

    @Test
    void equalElementsOfAMaximumShareTheGradient() {
        gradientIsThatOfComplexSteps(3524705819L, 2);
    }
}
