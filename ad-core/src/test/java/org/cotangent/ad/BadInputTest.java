package org.cotangent.ad;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cotangent.ad.annotation.Form;
import org.cotangent.ad.expr.Arithmetic;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.MatrixExpr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.junit.jupiter.api.Test;

/** Every mistake is answered with what was given, what was expected and what to do. */
class BadInputTest {

    private final VectorExpr x = Graph.vector("x", 3);
    private final VectorExpr t = Graph.vector("t");
    private final TwiceDifferentiableFunction f = Differentiation.of(x.dot(x), x);
    private final TwiceDifferentiableVectorFunction g =
            Differentiation.of(x.times(x).slice(0, 2), x);
    private final double[] two = new double[2];
    private final double[] three = new double[3];

    private static void refused(ThrowingCallable call, String... parts) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContainingAll(parts);
    }

    private static void refusesNull(ThrowingCallable call, String... parts) {
        assertThatNullPointerException().isThrownBy(call).withMessageContainingAll(parts);
    }

    @Test
    void arraysOfWrongLengthAreNamedWithBothLengths() {
        refused(() -> f.value(two), "point has length 2, expected 3", "pass an array of that length");
        refused(() -> f.valueAndGradient(two, three), "point has length 2, expected 3");
        refused(() -> f.valueAndGradient(three, two), "gradient has length 2, expected 3 (dimension of the function)");
        refused(() -> f.hessianVectorProduct(three, two, new double[3]), "direction has length 2, expected 3");
        refused(() -> f.hessianVectorProduct(three, new double[3], two), "product has length 2, expected 3");
        refused(() -> f.hessian(three, new double[8]), "hessian has length 8, expected 9");
        refused(() -> f.hessianAt(two), "point has length 2, expected 3");
        refused(() -> f.hessianAt(three).apply(two, new double[3]), "direction has length 2, expected 3");
        refused(() -> g.value(three, new double[4]), "values has length 4, expected 2 (number of values)");
        refused(() -> g.jvp(three, two, two, two), "tangent has length 2, expected 3");
        refused(() -> g.jvp(three, new double[3], two, new double[1]), "product has length 1, expected 2");
        refused(() -> g.vjp(three, new double[3], two, new double[3]), "adjoint has length 3, expected 2");
        refused(() -> g.vjp(three, new double[2], two, new double[2]), "product has length 2, expected 3");
        refused(
                () -> g.weightedHessianVectorProduct(three, new double[3], new double[3], new double[3]),
                "weights has length 3, expected 2");
        refused(() -> g.jacobian(three, two, new double[5]), "jacobian has length 5, expected 6");
    }

    @Test
    void outputsThatAreInputsAreRefused() {
        refused(() -> f.valueAndGradient(three, three), "gradient is the same array as point", "pass a new array");
        refused(() -> f.hessianVectorProduct(three, new double[3], three), "product is the same array as point");
        refused(() -> f.hessianVectorProduct(new double[3], three, three), "product is the same array as direction");
        TwiceDifferentiableVectorFunction square = Differentiation.of(x.times(x), x);
        double[] other = new double[3];
        double[] third = new double[3];
        refused(() -> square.value(three, three), "values is the same array as point");
        refused(() -> square.jvp(three, other, other, third), "values is the same array as tangent");
        refused(() -> square.jvp(three, other, third, other), "product is the same array as tangent");
        refused(() -> square.jvp(three, other, third, third), "product is the same array as values");
        refused(() -> square.vjp(three, other, other, third), "values is the same array as adjoint");
        refused(() -> square.vjp(three, other, third, three), "product is the same array as point");
        refused(
                () -> square.weightedHessianVectorProduct(three, other, third, other),
                "product is the same array as weights");
    }

    @Test
    void nullArraysAreNamed() {
        refusesNull(() -> f.value(null), "point is null", "expected an array of length 3");
        refusesNull(() -> f.valueAndGradient(three, null), "gradient is null");
        refusesNull(() -> f.hessianVectorProduct(three, null, new double[3]), "direction is null");
        refusesNull(() -> g.value(three, null), "values is null", "length 2");
        refusesNull(() -> g.vjp(three, null, two, new double[3]), "adjoint is null");
    }

    @Test
    void nullPartsOfAFunctionAreNamed() {
        refusesNull(() -> Differentiation.of((Expr) null, x), "value is null");
        refusesNull(() -> Differentiation.of((VectorExpr) null, x), "values are null");
        refusesNull(() -> Differentiation.of(x.sum(), (VectorExpr) null), "variable is null", "Graph.vector");
        refusesNull(() -> Differentiation.of(x.sum(), (List<VectorExpr>) null), "variables are null");
        refusesNull(
                () -> Differentiation.of(x.sum(), new ArrayList<Arithmetic<?>>(Arrays.asList(x, null))),
                "variable is null");
        refusesNull(() -> Differentiation.of(x.sum(), x, (Data) null), "data is null", "Data.of");
        refusesNull(
                () -> GraphDefinition.of("f", x.sum(), List.of(x), List.of()).only((Form[]) null),
                "forms of function f are null");
        refusesNull(() -> Data.of(t, (double[]) null), "values of vector t are null");
        refusesNull(() -> Data.of((VectorExpr) null, 1, 2), "variable is null");
        refusesNull(() -> Data.of((Variable) null, 1), "variable is null");
        refusesNull(() -> Data.of((Variable) null, 1.0), "variable is null");
    }

    @Test
    void variablesThatAreNotGivenAreNamed() {
        refused(
                () -> Differentiation.of(x.sum().times(t.sum()), x),
                "depends on t",
                "expected only what is given: [x]",
                "bind it with Data.of");
        refused(() -> Differentiation.of(x.times(Graph.scalar("k")), x), "depends on k", "[x]");
    }

    @Test
    void aVariableMadeAgainIsExplained() {
        VectorExpr again = Graph.vector("x", 3);
        refused(() -> Differentiation.of(x.sum(), again), "depends on x", "made again", "use the first one");
    }

    @Test
    void variablesGivenTwiceAreNamed() {
        refused(() -> Differentiation.of(x.sum(), List.of(x, x)), "variable x is given twice", "leave one out");
        refused(() -> Differentiation.of(x.sum(), x, Data.of(x, 1, 2, 3)), "variable x is given twice");
        refused(() -> Differentiation.of(t.sum(), x, Data.of(t, 1), Data.of(t, 2)), "variable t is given twice");
        Variable namesake = Graph.scalar("x");
        refused(
                () -> Differentiation.of(x.sum().plus(namesake), List.of(x, namesake)),
                "parameter x is given twice",
                "names of their own");
    }

    @Test
    void functionsWithoutVariablesAreRefused() {
        refused(() -> Differentiation.of(Graph.constant(1), List.of()), "no variable", "at least one");
        refused(() -> Graph.vector("empty", 0), "length of vector empty is 0", "at least 1");
    }

    @Test
    void functionsWithoutValuesAreRefused() {
        refused(() -> Differentiation.of(t, x, Data.of(t)), "length of t is 0", "expected at least 1");
    }

    @Test
    void valuesMustBeReal() {
        refused(
                () -> Differentiation.of(x.get(0).greaterThan(0), x),
                "value of type boolean, expected double",
                "with select");
        refused(() -> Differentiation.of(x.length(), x), "value of type int, expected double", "toReal()");
        refused(
                () -> Differentiation.of(x.greaterThan(0.0), x),
                "values of type boolean[], expected double[]",
                "choose(...)");
    }

    @Test
    void whatIsNotAVariableIsNoVariable() {
        refused(() -> Differentiation.of(x.sum(), x.times(2)), "is computed", "Graph.vector");
        refused(() -> Differentiation.of(x.sum(), List.of(x.get(0))), "x[0] is computed", "Graph.scalar");
        refused(() -> Differentiation.of(x.sum(), List.of(Graph.integer("n"))), "cannot differentiate by n");
        refused(() -> Data.of(t.times(2), 1, 2), "is computed", "Graph.vector");
    }

    @Test
    void vectorsDifferentiatedByNeedALength() {
        MatrixExpr m = Graph.matrix("m", 3);
        refused(() -> Differentiation.of(m.sum(), List.of(m)), "matrix m has no fixed", "Graph.matrix(\"m\", rows");
        VectorExpr classes = Graph.indices("classes", 2);
        refused(() -> Differentiation.of(x.sum(), List.of(classes)), "cannot differentiate by classes");
        refused(() -> Differentiation.of(t.sum(), t), "vector t has no fixed length", "Graph.vector(\"t\", n)");
    }

    @Test
    void dataMustFitItsVariable() {
        refused(() -> Data.of(x, 1, 2), "values of vector x are 2, expected 3", "its length");
        refused(() -> Data.of(Graph.integer("n"), 1.5), "variable n is of type int", "double");
        VectorExpr classes = Graph.indices("classes", 2);
        refused(() -> Data.of(classes, 1, 2, 3), "values of vector classes are 3, expected 2");
        refused(() -> Data.of(classes, 1.0, 2.0), "vector classes is of type int[]", "expected double[]");
        MatrixExpr rows = Graph.matrix("rows", 2);
        refused(
                () -> Data.of(rows, new double[][] {{1, 2}, {3}}),
                "row 1 of matrix rows has 1 elements, expected 2 (its columns)");
        MatrixExpr square = Graph.matrix("square", 2, 2);
        refused(() -> Data.of(square, new double[1][2]), "matrix square is given 1 rows, expected 2");
        refused(() -> Data.of(square.times(2), new double[2][2]), "is computed", "Graph.matrix");
        refusesNull(() -> Data.of(square, (double[][]) null), "rows of matrix square are null");
    }

    @Test
    void dataOfDifferentLengthsThatMeetAreRefused() {
        VectorExpr y = Graph.vector("y");
        TwiceDifferentiableFunction misfit =
                Differentiation.of(y.minus(t.times(x.get(0))).square().sum(), x, Data.of(t, 1, 2, 3), Data.of(y, 1, 2));
        refused(() -> misfit.value(three), "length");
    }
}
