package org.cotangent.ad.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class VectorExprTest {

    private final Variable a = Graph.scalar("a");
    private final VectorExpr x = Graph.vector("x", 3);
    private final VectorExpr y = Graph.vector("y", 3);
    private final VectorExpr t = Graph.vector("t");
    private final Map<Variable, Object> point = Map.of(
            a,
            2.0,
            x.variable(),
            new double[] {3, -4, 12},
            y.variable(),
            new double[] {1, 2, 0.5},
            t.variable(),
            new double[] {1, 10, 100, 1000});

    private double value(Expr e) {
        return Evaluation.real(e, point);
    }

    private double[] values(VectorExpr v) {
        return (double[]) Evaluation.of(v.node(), point);
    }

    @Test
    void operationsActElementByElement() {
        assertThat(values(x.times(y).plus(1))).containsExactly(4, -7, 7);
        assertThat(values(x.abs().sqrt())).containsExactly(Math.sqrt(3), 2, Math.sqrt(12));
        assertThat(values(x.max(y))).containsExactly(3, 2, 12);
    }

    @Test
    void scalarsGoToEveryElementFromBothSides() {
        assertThat(values(x.plus(a))).containsExactly(5, -2, 14);
        assertThat(values(a.minus(x))).containsExactly(-1, 6, -10);
        assertThat(values(a.dividedBy(x.plus(a)))).containsExactly(2 / 5.0, -1, 2 / 14.0);
        assertThat(values(VectorExpr.map(Op.HYPOT, a, x))).hasSize(3).contains(Math.hypot(2, 3));
    }

    @Test
    void reductionsAreTaken() {
        assertThat(value(x.sum())).isEqualTo(11);
        assertThat(value(x.product())).isEqualTo(-144);
        assertThat(value(x.max())).isEqualTo(12);
        assertThat(value(x.min())).isEqualTo(-4);
        assertThat(value(x.mean())).isEqualTo(11 / 3.0);
        assertThat(value(x.dot(y))).isEqualTo(1);
        assertThat(value(x.norm())).isEqualTo(13);
        assertThat(value(t.mean())).isEqualTo(1111 / 4.0);
    }

    @Test
    void elementsAndSlicesAreTaken() {
        assertThat(value(x.get(2))).isEqualTo(12);
        assertThat(values(t.slice(1, 3))).containsExactly(10, 100);
        assertThat(values(t.slice(Expr.constant(1), t.length()).slice(1, 2))).containsExactly(100);
        assertThat(value(t.slice(1, 4).get(2))).isEqualTo(1000);
    }

    @Test
    void sliceOfASliceIsASliceOfTheWhole() {
        assertThat(t.slice(1, 4).slice(1, 2)).isEqualTo(t.slice(2, 3));
        assertThat(t.slice(1, 4).get(1)).isSameAs(t.get(2));
    }

    @Test
    void partsAreConcatenated() {
        assertThat(values(Graph.concatenate(a, y, x.slice(0, 1)))).containsExactly(2, 1, 2, 0.5, 3);
        assertThat(Graph.concatenate(a, y).length()).isEqualTo(Expr.constant(4));
        assertThat(values(Graph.constants(1, 2))).containsExactly(1, 2);
    }

    @Test
    void conditionsChooseElementByElement() {
        assertThat(values(x.lessThan(0).choose(a, x))).containsExactly(3, 2, 12);
        assertThat(values(a.greaterThan(0).select(x, y))).containsExactly(3, -4, 12);
    }

    @Test
    void integerPowersAreProducts() {
        assertThat(a.pow(4)).isSameAs(a.square().square());
        assertThat(a.pow(2)).isSameAs(a.times(a));
        assertThat(a.pow(8).toString()).doesNotContain("pow");
        assertThat(a.pow(9)).isSameAs(a.pow(9.0));
        assertThat(a.pow(1)).isSameAs(a);
        assertThat(a.pow(0)).isEqualTo(Expr.constant(1.0));
        for (int n = -8; n <= 8; n++) {
            double expected = Math.pow(1.7, n);
            assertThat(Evaluation.real(a.pow(n), Map.of(a, 1.7)))
                    .isCloseTo(expected, within((1 + Math.abs(n)) * Math.ulp(expected)));
        }
    }

    @Test
    void knownLengthsThatDifferAreRefusedWithBothVectors() {
        VectorExpr longer = Graph.vector("z", 4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.plus(longer.exp()))
                .withMessageContaining("x (length 3)")
                .withMessageContaining("Math.exp(z) (length 4)")
                .withMessageContaining("slice");
    }

    @Test
    void knownLengthWinsOverOneKnownWhenRun() {
        assertThat(t.plus(x).length()).isEqualTo(Expr.constant(3));
    }

    @Test
    void indicesKnownToBeOutsideAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> x.get(3)).withMessageContaining("x (length 3)");
        assertThatIllegalArgumentException().isThrownBy(() -> t.get(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> x.slice(1, 4)).withMessageContaining("from 1 to 4");
        assertThatIllegalArgumentException().isThrownBy(() -> x.slice(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> x.get(a)).withMessageContaining("expected int");
    }

    @Test
    void vectorOfNoElementsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Graph.vector("x", 0))
                .withMessageContaining("length of vector x is 0");
        assertThatIllegalArgumentException().isThrownBy(() -> Graph.concatenate());
    }

    @Test
    void nameThatIsNoIdentifierIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Graph.scalar("2x"))
                .withMessageContaining("\"2x\"");
        assertThatIllegalArgumentException().isThrownBy(() -> Graph.vector("for", 2));
        assertThatNullPointerException().isThrownBy(() -> Graph.scalar(null)).withMessageContaining("name");
    }

    @Test
    void conditionsAreNotSummed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.greaterThan(0).sum())
                .withMessageContaining("choose(1, 0)");
    }

    @Test
    void onlyVariablesHaveAVariable() {
        assertThatIllegalStateException().isThrownBy(() -> x.exp().variable()).withMessageContaining("Math.exp(x)");
    }

    @Test
    void wrongTypesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> x.and(y)).withMessageContaining("AND_ALSO");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.plus(Graph.integer("k")))
                .withMessageContaining("toReal");
        assertThatNullPointerException().isThrownBy(() -> x.plus((Expr) null)).withMessageContaining("operand");
        assertThatNullPointerException().isThrownBy(() -> a.plus((Expr) null)).withMessageContaining("operand");
    }
}
