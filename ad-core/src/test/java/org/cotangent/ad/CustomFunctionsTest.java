package org.cotangent.ad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cotangent.ad.check.DerivativeCheck;
import org.cotangent.ad.eval.Interpreter;
import org.cotangent.ad.expr.CustomFunction;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.Functions;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Lowering;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Rule;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.transform.Derivatives;
import org.cotangent.ad.transform.Tangent;
import org.junit.jupiter.api.Test;

/** Hand-written functions as parts of graphs, against the same functions written as graphs. */
class CustomFunctionsTest {

    private static final double[] POINT = {0.7, -0.4, 1.2};
    private static final double[] DIRECTION = {0.2, 1.1, -0.5};

    private final VectorExpr x = Graph.vector("x", POINT.length);

    /** Ten operations at most on either side. */
    private static void requireSame(double[] found, double[] expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).isCloseTo(expected[i], within(1e-13 * (1 + Math.abs(expected[i]))));
        }
    }

    private void requireSame(Expr custom, Expr written) {
        TwiceDifferentiableFunction f = Differentiation.of(custom, x);
        TwiceDifferentiableFunction g = Differentiation.of(written, x);
        double[] found = new double[POINT.length];
        double[] expected = new double[POINT.length];
        assertThat(f.valueAndGradient(POINT, found)).isCloseTo(g.valueAndGradient(POINT, expected), within(1e-13));
        requireSame(found, expected);
        f.hessianVectorProduct(POINT, DIRECTION, found);
        g.hessianVectorProduct(POINT, DIRECTION, expected);
        requireSame(found, expected);
    }

    private static CustomFunction<Expr> sine() {
        return CustomFunctions.of("sine", Math::sin, Math::cos, t -> -Math.sin(t), t -> -Math.cos(t));
    }

    private static TwiceDifferentiableFunction bowl() {
        return Functions.of(
                3,
                v -> v[0] * v[0] * v[1] + Math.exp(v[2]),
                (v, g) -> {
                    g[0] = 2 * v[0] * v[1];
                    g[1] = v[0] * v[0];
                    g[2] = Math.exp(v[2]);
                },
                (v, d, p) -> {
                    p[0] = 2 * (d[0] * v[1] + v[0] * d[1]);
                    p[1] = 2 * v[0] * d[0];
                    p[2] = Math.exp(v[2]) * d[2];
                });
    }

    private static Expr bowl(VectorExpr v) {
        return v.get(0).square().times(v.get(1)).plus(v.get(2).exp());
    }

    @Test
    void functionOfOneRealIsDifferentiatedAsOftenAsItHasDerivatives() {
        CustomFunction<Expr> sine = sine();
        requireSame(
                sine.apply(x.get(0).times(x.get(1))).times(x.get(2)),
                x.get(0).times(x.get(1)).sin().times(x.get(2)));
        Variable t = Graph.scalar("t");
        Program program = Lowering.of("f", List.of(t), sine.apply(t.times(2)));
        Program third =
                Tangent.of(Derivatives.hessianVectorProduct(program, List.of(t)).program(), List.of(t));
        Object[] results = Interpreter.of(third).run(0.3, 1.0, 1.0);
        assertThat((double) results[results.length - 1]).isCloseTo(-8 * Math.cos(0.6), within(1e-14));
        assertThatThrownBy(() ->
                        Tangent.of(third, List.of(third.entry().parameters().get(0))))
                .hasMessageContaining(
                        "external routine sineDerivative3 cannot be differentiated by [x]: it has no rule");
    }

    @Test
    void callsInLoopsAreDifferentiatedTurnByTurn() {
        CustomFunction<Expr> sine = sine();
        requireSame(
                Graph.sum(3, i -> sine.apply(x.get(i)).times(x.get(i))),
                Graph.sum(3, i -> x.get(i).sin().times(x.get(i))));
        requireSame(
                Graph.sum(3, i -> sine.apply(x.get(i))).log(),
                Graph.sum(3, i -> x.get(i).sin()).log());
        CustomFunction<Expr> bowl = CustomFunctions.of("bowl", bowl());
        requireSame(Graph.sum(2, i -> bowl.apply(x.times(x.get(i)))), Graph.sum(2, i -> bowl(x.times(x.get(i)))));
        requireSame(
                Graph.fold(3, x, (s, i) -> s.times(sine.apply(s.get(i)))).sum(),
                Graph.fold(3, x, (s, i) -> s.times(s.get(i).sin())).sum());
    }

    @Test
    void handWrittenFunctionIsANode() {
        CustomFunction<Expr> bowl = CustomFunctions.of("bowl", bowl());
        VectorExpr inner = x.sin().times(x.get(0));
        requireSame(bowl.apply(inner).times(x.get(1)), bowl(inner).times(x.get(1)));
        requireSame(bowl.apply(bowl.apply(x).times(x)), bowl(bowl(x).times(x)));
    }

    @Test
    void onceDifferentiableFunctionIsRefusedAtSecondOrderByName() {
        DifferentiableFunction once = Functions.of(3, v -> v[0] * v[1], (v, g) -> {
            g[0] = v[1];
            g[1] = v[0];
            g[2] = 0;
        });
        TwiceDifferentiableFunction f =
                Differentiation.of(CustomFunctions.of("area", once).apply(x), x);
        double[] gradient = new double[3];
        f.valueAndGradient(POINT, gradient);
        requireSame(gradient, new double[] {-0.4, 0.7, 0});
        assertThatThrownBy(() -> f.hessianVectorProduct(POINT, DIRECTION, gradient))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("external routine areaGradient cannot be differentiated by [x]: it has no rule");
    }

    /** (x₀ x₁, sin x₂), with curvature. */
    private static TwiceDifferentiableVectorFunction pair() {
        return new TwiceDifferentiableVectorFunction() {
            @Override
            public int inputDimension() {
                return 3;
            }

            @Override
            public int outputDimension() {
                return 2;
            }

            @Override
            public void value(double[] v, double[] y) {
                y[0] = v[0] * v[1];
                y[1] = Math.sin(v[2]);
            }

            @Override
            public void jvp(double[] v, double[] dot, double[] y, double[] yDot) {
                value(v, y);
                yDot[0] = dot[0] * v[1] + v[0] * dot[1];
                yDot[1] = Math.cos(v[2]) * dot[2];
            }

            @Override
            public void vjp(double[] v, double[] bar, double[] y, double[] xBar) {
                value(v, y);
                xBar[0] = bar[0] * v[1];
                xBar[1] = bar[0] * v[0];
                xBar[2] = bar[1] * Math.cos(v[2]);
            }

            @Override
            public void weightedHessianVectorProduct(double[] v, double[] w, double[] d, double[] p) {
                p[0] = w[0] * d[1];
                p[1] = w[0] * d[0];
                p[2] = -w[1] * Math.sin(v[2]) * d[2];
            }
        };
    }

    private static VectorExpr pair(VectorExpr v) {
        return Graph.concatenate(v.get(0).times(v.get(1)), v.get(2).sin());
    }

    @Test
    void handWrittenVectorFunctionIsANode() {
        CustomFunction<VectorExpr> pair = CustomFunctions.of("pair", pair());
        VectorExpr inner = x.times(x.get(1)).plus(1);
        requireSame(pair.apply(inner).square().sum(), pair(inner).square().sum());
        requireSame(pair.apply(inner).times(x.get(0)), pair(inner).times(x.get(0)));
        requireSame(pair.apply(x), pair(x));
    }

    private void requireSame(VectorExpr custom, VectorExpr written) {
        TwiceDifferentiableVectorFunction f = Differentiation.of(custom, x);
        TwiceDifferentiableVectorFunction g = Differentiation.of(written, x);
        double[] y = new double[2];
        double[] found = new double[6];
        double[] expected = new double[6];
        f.jacobian(POINT, y, found);
        g.jacobian(POINT, y, expected);
        requireSame(found, expected);
        double[] w = {0.8, -1.1};
        double[] product = new double[3];
        double[] other = new double[3];
        f.weightedHessianVectorProduct(POINT, w, DIRECTION, product);
        g.weightedHessianVectorProduct(POINT, w, DIRECTION, other);
        requireSame(product, other);
    }

    @Test
    void onceDifferentiableVectorFunctionHasItsJacobian() {
        VectorFunction once = Functions.of(3, 1, (v, y) -> y[0] = v[0] * v[1], (v, j) -> {
            j[0] = v[1];
            j[1] = v[0];
            j[2] = 0;
        });
        TwiceDifferentiableFunction f =
                Differentiation.of(CustomFunctions.of("area", once).apply(x).sum(), x);
        double[] gradient = new double[3];
        f.valueAndGradient(POINT, gradient);
        requireSame(gradient, new double[] {-0.4, 0.7, 0});
        assertThatThrownBy(() -> f.hessianVectorProduct(POINT, DIRECTION, gradient))
                .hasMessageContaining("external routine areaVjp cannot be differentiated by [x]");
    }

    @Test
    void externalRoutineIsANodeWithVectorsOfAnyLength() {
        External scale = External.pure("scale")
                .reads("s", Type.DOUBLE)
                .reads("v", Type.DOUBLES)
                .writes("z", Type.DOUBLES)
                .computedBy(c -> {
                    for (int i = 0; i < c.doubles(1).length; i++) {
                        c.doubles(2)[i] = c.real(0) * c.doubles(1)[i];
                    }
                });
        CustomFunction<VectorExpr> scaled =
                CustomFunctions.vector(scale, p -> p.get(1).length());
        VectorExpr constants = Graph.constants(1, 2, 3);
        Expr f = scaled.apply(Graph.constant(2), constants).dot(x);
        double[] gradient = new double[3];
        assertThat(Differentiation.of(f, x).valueAndGradient(POINT, gradient)).isCloseTo(7, within(1e-14));
        assertThat(gradient).containsExactly(2, 4, 6);
        assertThatThrownBy(() ->
                        Differentiation.of(scaled.apply(x.get(0), x).sum(), x).valueAndGradient(POINT, gradient))
                .hasMessageContaining("external routine scale cannot be differentiated by [s, v]: it has no rule");
        Expr stopped = scaled.apply(x.get(0).stopGradient(), x.stopGradient()).dot(x);
        Differentiation.of(stopped, x).valueAndGradient(POINT, gradient);
        requireSame(gradient, new double[] {0.7 * 0.7, 0.7 * -0.4, 0.7 * 1.2});
        assertThatThrownBy(() -> CustomFunctions.scalar(scale)).hasMessageContaining("expected a double; use vector");
    }

    @Test
    void stoppedValueIsAConstantAtEveryOrderAndUnderComplexSteps() {
        Expr f = x.get(0)
                .stopGradient()
                .times(x.get(0))
                .plus(x.stopGradient().times(x).sum());
        TwiceDifferentiableFunction stopped = Differentiation.of(f, x);
        double[] gradient = new double[3];
        double value = stopped.valueAndGradient(POINT, gradient);
        assertThat(value).isEqualTo(0.7 * 0.7 + (0.7 * 0.7 + -0.4 * -0.4 + 1.2 * 1.2));
        requireSame(gradient, new double[] {2 * 0.7, -0.4, 1.2});
        double[] product = new double[3];
        stopped.hessianVectorProduct(POINT, DIRECTION, product);
        assertThat(product).containsExactly(0, 0, 0);
    }

    @Test
    void checkOfAGraphFindsAWrongRule() {
        DerivativeCheck.of(Differentiation.of(CustomFunctions.of("bowl", bowl()).apply(x), x))
                .at(POINT)
                .orThrow();
        DerivativeCheck.of(Differentiation.of(sine().apply(x.get(0)), x))
                .at(POINT)
                .orThrow();
        CustomFunction<Expr> wrong =
                CustomFunctions.of("wrong", Math::sin, t -> Math.cos(t) * (1 + 1e-4), t -> -Math.sin(t));
        assertThatThrownBy(() -> DerivativeCheck.of(Differentiation.of(wrong.apply(x.get(0)), x))
                        .at(POINT)
                        .orThrow())
                .isInstanceOf(AssertionError.class);
    }

    /** A program that adds twice what a routine computes, and is called under a name that is taken. */
    @Test
    void programIsAFunction() {
        Variable t = Variable.of("t", Type.DOUBLES);
        Variable y = Variable.of("y", Type.DOUBLES);
        Variable i = Variable.of("i", Type.INT);
        Variable s = Variable.of("s", Type.DOUBLE);
        External cube = External.pure("cube")
                .reads("x", Type.DOUBLE)
                .returns("y", Type.DOUBLE)
                .computedBy(c -> c.give(c.real(0) * c.real(0) * c.real(0)))
                .partial(
                        "x",
                        () -> Rule.of(new Procedure(
                                "cubeSlope",
                                List.of(Variable.of("x", Type.DOUBLE)),
                                List.of(s),
                                Statement.Block.of(new Statement.Assign(s, Expr.constant(3.0))))));
        Statement.Block turn = Statement.Block.of(
                new Statement.Call(List.of(s), cube, List.of(t.at(i))), new Statement.Store(y, i, s.times(2)));
        Program program = Program.of(new Procedure(
                "f",
                List.of(t, y),
                List.of(),
                Statement.Block.of(new Statement.For("turns", i, Expr.constant(0), t.length(), 1, turn))));
        CustomFunction<VectorExpr> twice =
                CustomFunction.vector("twice", List.of(Graph.vector(t)), t.length(), program);
        Expr f = twice.apply(x).sum().plus(twice.apply(x.times(2)).sum());
        TwiceDifferentiableFunction function = Differentiation.of(f, x);
        double[] gradient = new double[POINT.length];
        double value = function.valueAndGradient(POINT, gradient);
        double cubes = 0;
        for (double p : POINT) {
            cubes += p * p * p;
        }
        assertThat(value).isCloseTo(18 * cubes, within(1e-13));
        // The rule says 3 whatever x is, which tells that it was used: 2 * 3 + 2 * 3 * 2.
        assertThat(gradient).containsExactly(18, 18, 18);
    }

    @Test
    void ruleIsCalledOncePerGradient() {
        int[] calls = {0, 0};
        CustomFunction<Expr> counted = CustomFunctions.of(
                "counted",
                t -> {
                    calls[0]++;
                    return Math.sin(t);
                },
                t -> {
                    calls[1]++;
                    return Math.cos(t);
                });
        Expr shared = counted.apply(x.get(0));
        TwiceDifferentiableFunction f = Differentiation.of(shared.times(shared).plus(shared), x);
        f.valueAndGradient(POINT, new double[3]);
        assertThat(calls).containsExactly(1, 1);
    }
}
