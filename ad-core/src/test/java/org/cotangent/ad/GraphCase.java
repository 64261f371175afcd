package org.cotangent.ad;

import java.util.List;
import java.util.function.Function;
import org.cotangent.ad.expr.Arithmetic;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.MatrixExpr;
import org.cotangent.ad.expr.VectorExpr;

/**
 * A graph and the same function in plain Java, written without looking at how the graph is evaluated.
 *
 * @param name for reports
 * @param variables of the flat point
 * @param values the graph
 * @param plain from the flat point to the values
 * @param data what the graph needs besides
 */
record GraphCase(
        String name,
        List<Arithmetic<?>> variables,
        VectorExpr values,
        Function<double[], double[]> plain,
        Data... data) {

    @Override
    public String toString() {
        return name;
    }

    int dimension() {
        return Inputs.of(variables).dimension();
    }

    /** A point without ties, zeros or integers. */
    double[] point() {
        double[] x = new double[dimension()];
        for (int i = 0; i < x.length; i++) {
            x[i] = 0.3 + Math.sin(7.3 * i + 0.5) + 0.01 * i;
        }
        return x;
    }

    /** Cases of a matrix a, a second one b of the same shape, and vectors along its rows and columns. */
    static final class Shaped {
        final int rows;
        final int columns;
        final MatrixExpr a;
        final MatrixExpr b;
        final VectorExpr along;
        final VectorExpr down;

        Shaped(int rows, int columns) {
            this.rows = rows;
            this.columns = columns;
            a = Graph.matrix("a", rows, columns);
            b = Graph.matrix("b", rows, columns);
            along = Graph.vector("along", columns);
            down = Graph.vector("down", rows);
        }

        /** The point taken apart. */
        record Parts(double[][] a, double[][] b, double[] along, double[] down) {}

        private Parts parts(double[] x) {
            double[][] first = new double[rows][columns];
            double[][] second = new double[rows][columns];
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    first[i][j] = x[i * columns + j];
                    second[i][j] = x[rows * columns + i * columns + j];
                }
            }
            int behind = 2 * rows * columns;
            return new Parts(
                    first,
                    second,
                    java.util.Arrays.copyOfRange(x, behind, behind + columns),
                    java.util.Arrays.copyOfRange(x, behind + columns, behind + columns + rows));
        }

        GraphCase of(String name, Expr value, Function<Parts, Double> plain) {
            return of(name, Graph.concatenate(value), parts -> new double[] {plain.apply(parts)});
        }

        GraphCase of(String name, MatrixExpr value, Function<Parts, double[][]> plain) {
            return of(
                    name,
                    value.flatten(),
                    parts -> java.util.Arrays.stream(plain.apply(parts))
                            .flatMapToDouble(java.util.Arrays::stream)
                            .toArray());
        }

        GraphCase of(String name, VectorExpr value, Function<Parts, double[]> plain, Data... data) {
            return new GraphCase(
                    name + " " + rows + "x" + columns,
                    List.of(a, b, along, down),
                    value,
                    x -> plain.apply(parts(x)),
                    data);
        }
    }
}
