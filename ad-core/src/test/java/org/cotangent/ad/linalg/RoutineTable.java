package org.cotangent.ad.linalg;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotangent.ad.expr.Arithmetic;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.MatrixExpr;
import org.cotangent.ad.expr.VectorExpr;

/** Every function of graphs in {@link LinearAlgebra}, found by reflection, so that none is left out. */
final class RoutineTable {

    /** A matrix of so many rows and columns. */
    interface MatrixSource {
        double[] matrix(int rows, int columns);
    }

    /** A function applied to variables. */
    record Row(String name, VectorExpr values, List<Arithmetic<?>> variables) {

        double[] point(MatrixSource matrices, IntFunction<double[]> vectors) {
            return variables.stream()
                    .map(variable -> variable instanceof MatrixExpr matrix
                            ? matrices.matrix(size(matrix.rows()), size(matrix.columns()))
                            : vectors.apply(size(((VectorExpr) variable).length())))
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
        }

        private static int size(Expr extent) {
            return Integer.parseInt(extent.toString());
        }

        @Override
        public String toString() {
            return variables.stream()
                    .map(variable -> variable instanceof MatrixExpr matrix
                            ? matrix.rows() + " x " + matrix.columns()
                            : ((VectorExpr) variable).length().toString())
                    .collect(Collectors.joining(", ", name + " of ", ""));
        }
    }

    private RoutineTable() {}

    /** All functions of square matrices. */
    static Stream<Row> square(int n) {
        return methods().flatMap(method -> row(method, new int[] {n, n}, new int[] {n, n}).stream());
    }

    /** All functions, of square, tall and wide matrices as far as they take them. */
    static Stream<Row> allShapes(int n) {
        int longer = n + (n + 1) / 2;
        List<int[]> shapes = List.of(new int[] {n, n}, new int[] {longer, n}, new int[] {n, longer});
        return methods()
                .flatMap(method ->
                        shapes.stream().flatMap(a -> shapes.stream().flatMap(b -> row(method, a, b).stream())))
                .collect(Collectors.toMap(Row::toString, row -> row, (a, b) -> a, java.util.TreeMap::new))
                .values()
                .stream();
    }

    private static Stream<Method> methods() {
        return Arrays.stream(LinearAlgebra.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .sorted(Comparator.comparing(Method::toString));
    }

    private static Optional<Row> row(Method method, int[] first, int[] second) {
        List<Arithmetic<?>> variables = new ArrayList<>();
        for (Class<?> type : method.getParameterTypes()) {
            int[] shape = variables.isEmpty() ? first : second;
            String name = variables.isEmpty() ? "a" : "b";
            variables.add(
                    type == MatrixExpr.class ? Graph.matrix(name, shape[0], shape[1]) : Graph.vector(name, shape[0]));
        }
        try {
            return Optional.of(new Row(method.getName(), values(method.invoke(null, variables.toArray())), variables));
        } catch (InvocationTargetException shapesDoNotFit) {
            return Optional.empty();
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static VectorExpr values(Object result) {
        if (result instanceof SingularFactors factors) {
            return Graph.concatenate(
                    factors.u().flatten(), factors.s(), factors.v().flatten());
        }
        if (result instanceof EigenFactors factors) {
            return Graph.concatenate(factors.w(), factors.v().flatten());
        }
        if (result instanceof MatrixExpr matrix) {
            return matrix.flatten();
        }
        return result instanceof VectorExpr vector ? vector : Graph.fill(1, (Expr) result);
    }
}
