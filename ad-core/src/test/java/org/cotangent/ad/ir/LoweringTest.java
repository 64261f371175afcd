package org.cotangent.ad.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotangent.ad.expr.Evaluation;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.MatrixExpr;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.expr.VectorExpr;
import org.junit.jupiter.api.Test;

class LoweringTest {

    private final Variable a = Graph.scalar("a");
    private final Variable b = Graph.scalar("b");
    private final VectorExpr x = Graph.vector("x", 3);
    private final VectorExpr t = Graph.vector("t");
    private final VectorExpr y = Graph.vector("y");
    private final Variable k = Graph.integer("k");

    private final Map<Variable, Object> bindings = Map.of(
            a,
            0.7,
            b,
            -1.3,
            k,
            1L,
            x.variable(),
            new double[] {0.5, -2, 3},
            t.variable(),
            new double[] {1, 2, 4, 8},
            y.variable(),
            new double[] {0.1, 0.2, -0.4, 0.8});

    private final List<Variable> all = List.of(a, b, k, x.variable(), t.variable(), y.variable());

    private String lowered(Expr result) {
        Procedure procedure = Lowering.of("f", all, result).entry();
        ProcedureRun run = ProcedureRun.of(procedure, bindings);
        assertThat(run.get(procedure.results().get(0)))
                .as(procedure.toString())
                .isEqualTo(Evaluation.of(result, bindings));
        return procedure.toString();
    }

    private String lowered(VectorExpr result) {
        Procedure procedure = Lowering.of("f", all, result).entry();
        Variable out = procedure.parameters().get(all.size());
        double[] values = new double[((double[]) Evaluation.of(result.node(), bindings)).length];
        Map<Variable, Object> arguments = new HashMap<>(bindings);
        arguments.put(out, values);
        ProcedureRun.of(procedure, arguments);
        assertThat(values).as(procedure.toString()).isEqualTo((double[]) Evaluation.of(result.node(), bindings));
        return procedure.toString();
    }

    private Expr ramp(VectorExpr vector) {
        return vector.times(2).exp().sum();
    }

    @Test
    void sharedValueIsAssignedOnce() {
        assertThat(lowered(a.exp().plus(b.sin().times(a.exp())))).isEqualTo("""
                f(double a, double b, int k, double[] x, double[] t, double[] y) -> (double result) {
                    t1 = Math.exp(a)
                    result = t1 + Math.sin(b) * t1
                }
                """);
    }

    @Test
    void elementwiseChainBecomesOneLoopAndSharedElementsScalars() {
        assertThat(lowered(y.minus(b.times(a.times(t).exp())).square().sum())).endsWith("""
                    loop1: for (i = 0; i < y.length; i += 1) {
                        t1 = y[i] - b * Math.exp(a * t[i])
                        sum = sum + t1 * t1
                    }
                    result = sum
                }
                """);
    }

    @Test
    void vectorOfTwoLoopsIsComputedOnce() {
        VectorExpr u = t.times(2).exp();
        String text = lowered(u.dividedBy(u.sum()));
        assertThat(text.lines().filter(line -> line.contains("] = Math.exp"))).hasSize(1);
        assertThat(text.lines().filter(line -> line.contains("for ("))).hasSize(3);
    }

    @Test
    void whatOneBranchNeedsIsEvaluatedThere() {
        assertThat(lowered(a.greaterThan(1).select(a.log(), b.exp()))).contains("""
                    if (a > 1.0) {
                        t1 = Math.log(a)
                    }
                    else {
                        t1 = Math.exp(b)
                    }
                """);
    }

    @Test
    void whatBothBranchesNeedIsEvaluatedBeforeAndNotGuarded() {
        Expr log = a.log();
        assertThat(lowered(a.greaterThan(1).select(log.times(b), log.sin())))
                .contains("t1 = Math.log(a)\n")
                .doesNotContain("guarded");
    }

    @Test
    void whatIsAlwaysNeededIsNotGuarded() {
        assertThat(lowered(a.greaterThan(1).select(a.log().times(b), b).plus(a.log())))
                .doesNotContain("guarded");
    }

    @Test
    void whatPerhapsNoBranchNeedsIsGuarded() {
        Expr first = a.greaterThan(1).select(a.log().times(b), b);
        Expr second = b.lessThan(0).select(a.log().sin(), a);
        assertThat(lowered(first.plus(second))).contains("t1 = Math.log(a) // guarded");
    }

    @Test
    void operandsOfWhatIsGuardedAreGuarded() {
        Expr deep = a.log().exp().plus(a.log());
        Expr first = a.greaterThan(1).select(deep, b);
        Expr second = b.lessThan(0).select(deep.sin(), a);
        assertThat(lowered(first.plus(second))).contains("t1 = Math.log(a) // guarded");
    }

    @Test
    void loopInvariantOfAnElementwiseBranchIsHoistedAndGuarded() {
        VectorExpr chosen = x.greaterThan(0).choose(x.log().times(a.log()), Expr.constant(0.0));
        assertThat(lowered(chosen.sum())).contains("t1 = Math.log(a) // guarded\n    sum = 0.0");
    }

    @Test
    void elementThatAConditionProtectsIsReadOnlyUnderIt() {
        Expr outside = k.plus(100);
        Expr element = outside.lessThan(t.length()).select(t.get(outside).log(), a);
        Expr again = outside.lessThan(t.length().minus(1)).select(t.get(outside).log(), b);
        lowered(element.plus(again));
    }

    @Test
    void divisionThatAConditionProtectsIsDoneOnlyUnderIt() {
        Expr zero = k.minus(k);
        Expr first =
                zero.equalTo(0).not().select(Expr.constant(1).dividedBy(zero).toReal(), a);
        Expr second =
                zero.greaterThan(0).select(Expr.constant(1).dividedBy(zero).toReal(), b);
        lowered(first.plus(second));
    }

    @Test
    void secondOperandOfAndIsEvaluatedOnlyIfTheFirstHolds() {
        Expr outside = k.plus(100);
        Expr inside = outside.lessThan(t.length());
        Expr element = t.get(outside);
        Expr positive = element.sin().times(element).greaterThan(0);
        lowered(inside.and(positive).select(a, b));
        lowered(inside.not().or(positive).select(a, b));
    }

    @Test
    void vectorResultIsWrittenToTheOutputArray() {
        assertThat(lowered(t.slice(Expr.constant(1), t.length())
                        .minus(t.slice(Expr.constant(0), t.length().minus(1)))))
                .contains("double[] out) -> ()")
                .contains("out[i] = t[1 + i] - t[i]");
    }

    @Test
    void vectorsOfEveryKindAreLoweredToTheirValues() {
        VectorExpr u = t.times(2).exp();
        lowered(Graph.concatenate(a, x, u, b));
        lowered(Graph.concatenate(a, x, u, b).slice(2, 5).sum());
        lowered(Graph.concatenate(a, u).plus(u.sum()).slice(1, 3));
        lowered(x);
        lowered(u.slice(1, 3).times(u.get(k)));
        lowered(u.get(1).plus(u.sum()).plus(x.get(k)));
        lowered(t.mean().plus(x.max()).plus(y.product()).plus(x.min()));
        lowered(t.dot(y).plus(x.norm()).plus(ramp(y)));
        lowered(a.minus(x).dividedBy(b).pow(3).plus(x.pow(-2)));
        lowered(a.lessThan(b).select(t, y));
        lowered(Graph.constants(1, 2, 3).dot(x));
        lowered(x.greaterThan(0).choose(x.sqrt(), x.negate()).sum());
        lowered(x.greaterThan(0).and(x.lessThan(1)).choose(a, x));
        lowered(VectorExpr.map(Op.ATAN2, a, x));
    }

    @Test
    void conditionsUsedByTwoLoopsAreKept() {
        VectorExpr positive = x.greaterThan(0);
        lowered(positive.choose(a, x).sum().plus(positive.choose(x, b).product()));
    }

    @Test
    void lengthsKnownOnlyWhenRunAreCompared() {
        Expr sum = t.plus(y).sum();
        Map<Variable, Object> unequal = new HashMap<>(bindings);
        unequal.put(y.variable(), new double[] {1});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProcedureRun.of(Lowering.of("f", all, sum).entry(), unequal))
                .withMessageContaining("different lengths 4 and 1: t.length of t and y.length of y");
    }

    @Test
    void sliceBoundsKnownOnlyWhenRunAreChecked() {
        Expr sum = t.slice(k, k.plus(2)).sum();
        lowered(sum);
        lowered(Graph.sum(k.plus(1), i -> t.slice(i, i.plus(3)).sum()));
        Map<Variable, Object> outside = new HashMap<>(bindings);
        outside.put(k, 3L);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProcedureRun.of(Lowering.of("f", all, sum).entry(), outside))
                .withMessage(
                        "slice from 3 to 5 of 4 elements, expected 0 <= from <= to <= length; it is k to k + 2 of t");
        outside.put(k, -1L);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProcedureRun.of(Lowering.of("f", all, sum).entry(), outside))
                .withMessageContaining("slice from -1 to 1");
    }

    @Test
    void boundsOfASliceThatIsNotTakenDoNotMatter() {
        Expr fits = k.plus(100).lessThan(t.length());
        lowered(fits.select(t.slice(k.plus(98), k.plus(100)).sum(), a));
    }

    @Test
    void indexUsedOutsideOfItsLoopIsRefused() {
        Expr[] leaked = new Expr[1];
        Expr sum = Graph.sum(3, i -> {
            leaked[0] = i;
            return x.get(i);
        });
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lowering.of("f", all, sum.plus(leaked[0].toReal())))
                .withMessageContaining("uses [i]")
                .withMessageContaining("outside");
    }

    @Test
    void sumOverRowsOfAProductNeedsNoMatrix() {
        MatrixExpr rows = Graph.matrix("rows", 2, 3);
        Expr sum = rows.dot(x).exp().sum();
        assertThat(Lowering.of("f", List.of(rows.variable(), x.variable()), sum)
                        .entry()
                        .toString())
                .isEqualTo("""
                        f(double[] rows, double[] x) -> (double result) {
                            sum = 0.0
                            // sum(Math.exp(rows.dot(x)))
                            loop2: for (i = 0; i < 2; i += 1) {
                                dot = 0.0
                                // rows.dot(x)
                                loop1: for (j = 0; j < 3; j += 1) {
                                    dot = dot + rows[i * 3 + j] * x[j]
                                }
                                sum = sum + Math.exp(dot)
                            }
                            result = sum
                        }
                        """);
    }

    /** Each of the 6 elements has one exponential, not one for each of the 5 columns of the product. */
    @Test
    void factorThatIsComputedIsNotComputedForEachColumn() {
        MatrixExpr first = Graph.matrix("first", 2, 3);
        MatrixExpr second = Graph.matrix("second", 3, 5);
        String text = Lowering.of(
                        "f",
                        List.of(first.variable(), second.variable()),
                        first.exp().dot(second).sum())
                .toString();
        assertThat(text).contains("v1[i * 3 + j] = Math.exp(first[i * 3 + j])");
        assertThat(text.lines().filter(line -> line.contains("Math.exp(first[")))
                .hasSize(1);
    }

    @Test
    void lineOfCodeHoldsAboutTenOperations() {
        Expr chain = a;
        for (int i = 0; i < 100; i++) {
            chain = chain.sin();
        }
        assertThat(lowered(chain).lines()).hasSizeBetween(8, 30);
    }

    @Test
    void nestedConditionsBeyondTheLimitAreEvaluatedWithoutBranches() {
        Expr ladder = a;
        for (int i = 0; i < 200; i++) {
            ladder = b.lessThan(-1000 + i).select(a.times(i).log(), ladder);
        }
        lowered(ladder.times(b));
    }

    @Test
    void chainOfAMillionOperationsIsLowered() {
        Expr chain = a;
        for (int i = 0; i < 500_000; i++) {
            chain = chain.sin().plus(b);
        }
        Procedure procedure = Lowering.of("f", List.of(a, b), chain).entry();
        ProcedureRun run = ProcedureRun.of(procedure, bindings);
        double expected = 0.7;
        for (int i = 0; i < 500_000; i++) {
            expected = Math.sin(expected) - 1.3;
        }
        assertThat(run.get(procedure.results().get(0))).isEqualTo(expected);
    }

    @Test
    void registersAvoidTheNamesOfParameters() {
        Variable result = Graph.scalar("result");
        Variable i = Graph.scalar("i");
        Variable t1 = Graph.scalar("t1");
        Expr e = result.exp().times(result.exp()).plus(x.times(i.plus(t1).exp()).sum());
        Procedure procedure =
                Lowering.of("f", List.of(result, i, t1, x.variable()), e).entry();
        Map<Variable, Object> values = Map.of(result, 0.1, i, 0.2, t1, 0.3, x.variable(), new double[] {1, 2, 3});
        assertThat(ProcedureRun.of(procedure, values).get(procedure.results().get(0)))
                .isEqualTo(Evaluation.of(e, values));
        assertThat(procedure.toString()).contains("double result1").doesNotContain(" t1 =");
    }

    @Test
    void unknownVariableIsNamedWithTheOnesGiven() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lowering.of("f", List.of(a), a.plus(b)))
                .withMessageContaining("depends on [b]")
                .withMessageContaining("parameters [a]")
                .withMessageContaining("add them");
    }

    @Test
    void anotherVariableOfTheSameNameIsExplained() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lowering.of("f", List.of(Graph.scalar("a")), a))
                .withMessageContaining("another variable");
    }

    @Test
    void parameterGivenTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lowering.of("f", List.of(a, Graph.scalar("a")), a))
                .withMessageContaining("given twice");
    }

    @Test
    void arrayResultMustBeAVector() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lowering.of("f", List.of(x.variable()), x.variable()))
                .withMessageContaining("VectorExpr");
    }
}
