package org.cotangent.ad.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MatrixExprTest {

    private final Variable a = Graph.scalar("a");
    private final Variable k = Graph.integer("k");
    private final MatrixExpr m = Graph.matrix("m", 2, 3);
    private final MatrixExpr data = Graph.matrix("data", 3);
    private final VectorExpr u = Graph.vector("u", 2);
    private final VectorExpr v = Graph.vector("v", 3);
    private final VectorExpr index = Graph.indices("index");

    @Test
    void sameExpressionIsTheSameObject() {
        assertThat(m.transpose().dot(u)).isEqualTo(m.transpose().dot(u));
        assertThat(m.dot(v).node()).isSameAs(m.dot(v).node());
        assertThat(m.eachRow().softmax().node()).isSameAs(m.eachRow().softmax().node());
        assertThat(m.slice(0, 1, 1, 3).node()).isSameAs(m.slice(0, 1, 1, 3).node());
        assertThat(m.eachRow().sum()).isNotEqualTo(m.eachColumn().sum());
        assertThat(m.eachRow().cumulativeSum()).isNotEqualTo(m.eachColumn().cumulativeSum());
        assertThat(Graph.above(m, m)).isEqualTo(Graph.above(m, m)).isNotEqualTo(Graph.beside(m, m));
    }

    @Test
    void viewsOfViewsAreSimplified() {
        assertThat(m.transpose().transpose()).isEqualTo(m);
        assertThat(m.exp().flatten().reshape(2, 3)).isEqualTo(m.exp());
        assertThat(m.flatten().node()).isSameAs(m.variable());
        assertThat(m.slice(0, 2, 1, 3).slice(1, 2, 0, 1)).isEqualTo(m.slice(1, 2, 1, 2));
    }

    @Test
    void shapesFollowFromThoseOfOperands() {
        assertThat(m.dot(m.transpose()).rows()).isEqualTo(Expr.constant(2));
        assertThat(m.transpose().dot(m).columns()).isEqualTo(Expr.constant(3));
        assertThat(data.dot(v).length()).isSameAs(data.rows());
        assertThat(u.outer(v).columns()).isEqualTo(Expr.constant(3));
        assertThat(Graph.beside(m, m, u.repeatAsColumn(4)).columns()).isEqualTo(Expr.constant(10));
        assertThat(m.eachColumn().gather(index).columns()).isSameAs(index.length());
    }

    @Test
    void shapesThatDifferAreRefusedWithBothExpressions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> m.plus(m.transpose().exp()))
                .withMessageContaining("m (2 x 3)")
                .withMessageContaining("Math.exp(m.transpose()) (3 x 2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> m.dot(m.times(2)))
                .withMessage("product of m (2 x 3) and m * 2.0 (2 x 3): 3 columns meet 2 rows, expected as many;"
                        + " transpose() one of them or pass other shapes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> m.dot(u))
                .withMessageContaining("m (2 x 3) and u (length 2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> m.eachRow().plus(u))
                .withMessageContaining("m (2 x 3)")
                .withMessageContaining("row(u) (2 x 2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> m.eachRow().get(Graph.indices("classes", 3)))
                .withMessageContaining("m (2 x 3) and classes (length 3): 2 and 3 elements");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Graph.above(m, m.transpose()))
                .withMessageContaining("m (2 x 3) and m.transpose() (3 x 2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> v.reshape(2, 2))
                .withMessageContaining("v (length 3) as a matrix of 2 x 2, expected 4 elements");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VectorExpr.map(Op.ADD, v, m))
                .withMessageContaining("a vector and a matrix: v (length 3) and m (2 x 3)")
                .withMessageContaining("eachRow()");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> m.diagonal())
                .withMessageContaining("square")
                .withMessageContaining("2 and 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Graph.fold(3, v, (state, i) -> state.slice(0, 2)))
                .withMessageContaining("fold with states of v (length 3) and state[0 to 2] (length 2)");
    }

    @Test
    void indicesKnownToBeOutsideAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> m.row(2)).withMessageContaining("m (2 x 3)");
        assertThatIllegalArgumentException().isThrownBy(() -> m.get(0, 3)).withMessageContaining("index 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> m.slice(0, 3, 0, 1))
                .withMessageContaining("slice from 0 to 3 of m (2 x 3)");
        assertThatIllegalArgumentException().isThrownBy(() -> v.gather(v)).withMessageContaining("Graph.indices");
        assertThatIllegalArgumentException().isThrownBy(() -> m.row(a)).withMessageContaining("expected int");
    }

    @Test
    void matricesOfNoElementsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Graph.matrix("x", 0, 2))
                .withMessageContaining("number of rows of matrix x is 0");
        assertThatIllegalArgumentException().isThrownBy(() -> Graph.matrix("x", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Graph.constants(new double[0][]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Graph.constants(new double[][] {{1, 2}, {3}}))
                .withMessageContaining("rows of 2 and 1 elements");
        assertThatIllegalArgumentException().isThrownBy(() -> Graph.above());
    }

    @Test
    void onlyVariablesHaveAVariable() {
        assertThat(m.variable().name()).isEqualTo("m");
        assertThatIllegalStateException().isThrownBy(() -> m.exp().variable()).withMessageContaining("Graph.matrix");
        assertThatIllegalStateException().isThrownBy(() -> v.exp().reshape(1, 3).variable());
    }

    @Test
    void matricesReadLikeFormulas() {
        assertThat(m.dot(v)).hasToString("m.dot(v)");
        assertThat(m.plus(1).transpose().dot(u)).hasToString("(m + 1.0).transpose().dot(u)");
        assertThat(m.eachRow().plus(v)).hasToString("m + row(v)");
        assertThat(m.eachColumn().times(u)).hasToString("m * column(u)");
        assertThat(m.eachRow().sum()).hasToString("sum(each row of m)");
        assertThat(m.eachColumn().cumulativeSum()).hasToString("running sum(each column of m)");
        assertThat(m.row(k)).hasToString("m[k, *]");
        assertThat(m.exp().get(1, 2)).hasToString("Math.exp(m)[1, 2]");
        assertThat(m.slice(0, 2, 1, 3)).hasToString("m[0 to 2, 1 to 3]");
        assertThat(m.eachRow().get(index)).hasToString("m[each row, index]");
        assertThat(m.eachRow().gather(index)).hasToString("m[index, *]");
        assertThat(v.gather(index)).hasToString("v[index]");
        assertThat(Graph.beside(m, m)).hasToString("beside(m, m)");
        assertThat(m.exp().flatten()).hasToString("flat(Math.exp(m))");
        assertThat(u.exp().reshape(2, 1)).hasToString("matrix(Math.exp(u))");
        assertThat(m.sum()).hasToString("sum(m)");
    }

    @Test
    void loopsReadLikeFormulas() {
        assertThat(Graph.sum(3, i -> v.get(i).square())).hasToString("sum(i < 3: v[i] * v[i])");
        assertThat(Graph.sum(3, i -> Graph.sum(2, j -> m.get(j, i)))).hasToString("sum(i < 3: sum(j < 2: m[j, i]))");
        assertThat(Graph.matrix(2, 3, (i, j) -> u.get(i).times(v.get(j)))).hasToString("[i < 2, j < 3: u[i] * v[j]]");
        assertThat(Graph.fold(4, a, (s, i) -> s.times(i.toReal())))
                .hasToString("fold(i < 4, state = a: state * (double) i)");
    }

    @Test
    void everyNodeIsDrawn() {
        String drawing = Dot.of(Graph.concatenate(
                m.dot(v).sum(),
                m.eachRow().cumulativeSum().eachColumn().max().get(0),
                m.transpose().slice(0, 2, 0, 1).sum(),
                Graph.sum(3, i -> v.get(i)),
                Graph.fold(4, a, (s, i) -> s.sin())));
        assertThat(drawing)
                .contains("label=\"dot\"", "running sum of each row", "max of each column", "label=\"transpose\"")
                .contains("slice of 2 x 1", "table of length 3", "fold of 4 turns");
        assertThat(Dot.of(m.exp())).contains("each Math.exp");
    }

    @Test
    void operationsOnIntsStayInts() {
        VectorExpr shifted = index.plus(1).times(2);
        assertThat(shifted.node().type()).isEqualTo(Type.INTS);
        assertThat((int[]) Evaluation.of(shifted.node(), Map.of(index.variable(), new int[] {0, 3})))
                .containsExactly(2, 8);
        assertThat(index.toReal().node().type()).isEqualTo(Type.DOUBLES);
        assertThat(index.equalTo(2).node().type().component()).isEqualTo(Type.BOOLEAN);
    }
}
