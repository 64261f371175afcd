package org.cotangent.ad;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.cotangent.ad.expr.Arithmetic;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.MatrixExpr;
import org.cotangent.ad.expr.VectorExpr;

/** Every operation on matrices, in every shape, beside plain Java. */
final class MatrixCases {

    private final List<GraphCase> cases = new ArrayList<>();

    private MatrixCases() {}

    static List<GraphCase> all() {
        MatrixCases all = new MatrixCases();
        for (int[] shape : new int[][] {{1, 1}, {1, 4}, {3, 1}, {2, 3}}) {
            all.add(new GraphCase.Shaped(shape[0], shape[1]));
        }
        return all.cases;
    }

    static double[][] table(int rows, int columns, DoubleIndexed element) {
        double[][] table = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                table[i][j] = element.of(i, j);
            }
        }
        return table;
    }

    interface DoubleIndexed {
        double of(int i, int j);
    }

    static double[] list(int n, java.util.function.IntToDoubleFunction element) {
        double[] list = new double[n];
        Arrays.setAll(list, element);
        return list;
    }

    static double[][] transposed(double[][] m) {
        return table(m[0].length, m.length, (i, j) -> m[j][i]);
    }

    static double[][] times(double[][] a, double[][] b) {
        return table(a.length, b[0].length, (i, j) -> {
            double sum = 0;
            for (int k = 0; k < b.length; k++) {
                sum += a[i][k] * b[k][j];
            }
            return sum;
        });
    }

    static double reduced(double[] values, double start, DoubleBinaryOperator op) {
        return Arrays.stream(values).reduce(start, op);
    }

    static double sum(double[] values) {
        return reduced(values, 0, Double::sum);
    }

    static double sum(double[][] values) {
        return Arrays.stream(values).mapToDouble(MatrixCases::sum).sum();
    }

    static double logSumExp(double[] values) {
        return Math.log(Arrays.stream(values).map(Math::exp).sum());
    }

    private static double[] perRow(double[][] m, ToDoubleFunction<double[]> each) {
        return Arrays.stream(m).mapToDouble(each).toArray();
    }

    private static double[][] mapRows(double[][] m, Function<double[], double[]> each) {
        return Arrays.stream(m).map(each).toArray(double[][]::new);
    }

    private static double[] softmax(double[] values) {
        double normaliser = logSumExp(values);
        return list(values.length, k -> Math.exp(values[k] - normaliser));
    }

    private static double[] running(double[] values) {
        double[] sums = values.clone();
        for (int k = 1; k < sums.length; k++) {
            sums[k] += sums[k - 1];
        }
        return sums;
    }

    private static double[] runningProducts(double[] values) {
        double[] products = values.clone();
        for (int k = 1; k < products.length; k++) {
            products[k] *= products[k - 1];
        }
        return products;
    }

    private void add(GraphCase.Shaped s) {
        elementwise(s);
        broadcasts(s);
        products(s);
        reductions(s);
        scans(s);
        views(s);
        joins(s);
        conditions(s);
        compositions(s);
    }

    private void elementwise(GraphCase.Shaped s) {
        cases.add(s.of(
                "elementwise",
                s.a.times(s.b).plus(2).tanh().dividedBy(s.b.square().plus(1)),
                p -> table(
                        s.rows,
                        s.columns,
                        (i, j) -> Math.tanh(p.a()[i][j] * p.b()[i][j] + 2) / (p.b()[i][j] * p.b()[i][j] + 1))));
        cases.add(s.of(
                "scalar on both sides",
                s.down.get(0).minus(s.a).times(s.along.get(0)).exp(),
                p -> table(s.rows, s.columns, (i, j) -> Math.exp((p.down()[0] - p.a()[i][j]) * p.along()[0]))));
        cases.add(s.of(
                "reciprocal and powers",
                s.a.pow(3).plus(s.b.square().plus(1).reciprocal()),
                p -> table(
                        s.rows, s.columns, (i, j) -> Math.pow(p.a()[i][j], 3) + 1 / (p.b()[i][j] * p.b()[i][j] + 1))));
    }

    private void broadcasts(GraphCase.Shaped s) {
        cases.add(s.of(
                "rows with a vector",
                s.a.eachRow().times(s.along).eachRow().minus(s.along.sin()),
                p -> table(s.rows, s.columns, (i, j) -> p.a()[i][j] * p.along()[j] - Math.sin(p.along()[j]))));
        cases.add(s.of(
                "columns with a vector",
                s.a.exp()
                        .eachColumn()
                        .plus(s.down)
                        .eachColumn()
                        .dividedBy(s.down.square().plus(1)),
                p -> table(
                        s.rows,
                        s.columns,
                        (i, j) -> (Math.exp(p.a()[i][j]) + p.down()[i]) / (p.down()[i] * p.down()[i] + 1))));
        cases.add(s.of(
                "outer product",
                s.down.outer(s.along.cos()),
                p -> table(s.rows, s.columns, (i, j) -> p.down()[i] * Math.cos(p.along()[j]))));
    }

    private void products(GraphCase.Shaped s) {
        cases.add(s.of("matrix times matrix", s.a.dot(s.b.transpose()), p -> times(p.a(), transposed(p.b()))));
        cases.add(s.of(
                "product of computed factors",
                s.a.tanh().transpose().dot(s.b.square().plus(s.a)),
                p -> times(
                        table(s.columns, s.rows, (i, j) -> Math.tanh(p.a()[j][i])),
                        table(s.rows, s.columns, (i, j) -> p.b()[i][j] * p.b()[i][j] + p.a()[i][j]))));
        cases.add(s.of(
                "matrix times vector",
                s.a.dot(s.along.exp()),
                p -> perRow(p.a(), row -> sum(list(s.columns, j -> row[j] * Math.exp(p.along()[j]))))));
        cases.add(s.of(
                "vector times matrix",
                s.down.sin().dot(s.a),
                p -> perRow(transposed(p.a()), column -> sum(list(s.rows, i -> column[i] * Math.sin(p.down()[i]))))));
        cases.add(s.of(
                "quadratic form",
                s.down.dot(s.a.dot(s.along)),
                p -> sum(table(s.rows, s.columns, (i, j) -> p.down()[i] * p.a()[i][j] * p.along()[j]))));
        cases.add(s.of(
                "chain of products",
                s.a.dot(s.b.transpose()).dot(s.a).sin().dot(s.along),
                p -> perRow(
                        times(times(p.a(), transposed(p.b())), p.a()),
                        row -> sum(list(s.columns, j -> Math.sin(row[j]) * p.along()[j])))));
    }

    private void reductions(GraphCase.Shaped s) {
        cases.add(s.of(
                "sum", s.a.times(s.b).sum(), p -> sum(table(s.rows, s.columns, (i, j) -> p.a()[i][j] * p.b()[i][j]))));
        cases.add(s.of(
                "product of all",
                s.a.square().plus(0.5).product(),
                p -> reduced(
                        Arrays.stream(p.a()).flatMapToDouble(Arrays::stream).toArray(),
                        1,
                        (x, y) -> x * (y * y + 0.5))));
        cases.add(s.of(
                "largest, smallest, mean, norm", Graph.concatenate(s.a.max(), s.a.min(), s.a.mean(), s.a.norm()), p -> {
                    double[] flat =
                            Arrays.stream(p.a()).flatMapToDouble(Arrays::stream).toArray();
                    return new double[] {
                        Arrays.stream(flat).max().orElseThrow(),
                        Arrays.stream(flat).min().orElseThrow(),
                        sum(flat) / flat.length,
                        Math.sqrt(sum(list(flat.length, k -> flat[k] * flat[k])))
                    };
                }));
        cases.add(s.of(
                "sum of rows",
                s.a.exp().eachRow().sum(),
                p -> perRow(p.a(), row -> sum(list(s.columns, j -> Math.exp(row[j]))))));
        cases.add(s.of(
                "sum of columns",
                s.a.exp().eachColumn().sum(),
                p -> perRow(transposed(p.a()), column -> sum(list(s.rows, i -> Math.exp(column[i]))))));
        cases.add(s.of(
                "means, products, extremes of rows",
                s.a.eachRow()
                        .mean()
                        .times(s.a.eachRow().product())
                        .plus(s.a.eachRow().max())
                        .minus(s.a.eachRow().min().square()),
                p -> perRow(p.a(), row -> {
                    double max = Arrays.stream(row).max().orElseThrow();
                    double min = Arrays.stream(row).min().orElseThrow();
                    return sum(row) / row.length * reduced(row, 1, (x, y) -> x * y) + max - min * min;
                })));
        cases.add(s.of(
                "norms of columns",
                s.a.eachColumn().norm().plus(s.a.eachColumn().max()),
                p -> perRow(
                        transposed(p.a()),
                        column -> Math.sqrt(sum(list(s.rows, i -> column[i] * column[i])))
                                + Arrays.stream(column).max().orElseThrow())));
        cases.add(s.of(
                "logSumExp of rows",
                s.a.times(3).eachRow().logSumExp(),
                p -> perRow(p.a(), row -> logSumExp(list(s.columns, j -> 3 * row[j])))));
        cases.add(s.of(
                "logSumExp of columns",
                s.a.eachColumn().logSumExp(),
                p -> perRow(transposed(p.a()), MatrixCases::logSumExp)));
        cases.add(s.of(
                "logSumExp of a vector",
                s.along.times(s.down.get(0)).logSumExp(),
                p -> logSumExp(list(s.columns, j -> p.along()[j] * p.down()[0]))));
        cases.add(s.of("softmax of rows", s.a.eachRow().softmax(), p -> mapRows(p.a(), MatrixCases::softmax)));
        cases.add(s.of(
                "softmax of columns",
                s.a.times(s.b).eachColumn().softmax(),
                p -> transposed(mapRows(
                        transposed(table(s.rows, s.columns, (i, j) -> p.a()[i][j] * p.b()[i][j])),
                        MatrixCases::softmax))));
        cases.add(s.of("softmax of a vector", s.down.softmax(), p -> softmax(p.down())));
        cases.add(s.of(
                "log-softmax of rows",
                s.a.eachRow().logSoftmax(),
                p -> mapRows(p.a(), row -> {
                    double normaliser = logSumExp(row);
                    return list(row.length, k -> row[k] - normaliser);
                })));
    }

    private void scans(GraphCase.Shaped s) {
        cases.add(s.of(
                "running sums of rows",
                s.a.exp().eachRow().cumulativeSum(),
                p -> mapRows(p.a(), row -> running(list(row.length, k -> Math.exp(row[k]))))));
        cases.add(s.of(
                "running products of columns",
                s.a.plus(s.b).eachColumn().cumulativeProduct(),
                p -> transposed(mapRows(
                        transposed(table(s.rows, s.columns, (i, j) -> p.a()[i][j] + p.b()[i][j])),
                        MatrixCases::runningProducts))));
        cases.add(s.of(
                "running sums of vectors",
                Graph.concatenate(s.along.square().cumulativeSum(), s.down.sin().cumulativeProduct()),
                p -> {
                    double[] sums = running(list(s.columns, j -> p.along()[j] * p.along()[j]));
                    double[] products = runningProducts(list(s.rows, i -> Math.sin(p.down()[i])));
                    double[] both = Arrays.copyOf(sums, sums.length + products.length);
                    System.arraycopy(products, 0, both, sums.length, products.length);
                    return both;
                }));
        cases.add(s.of(
                "sums of what runs along rows",
                s.a.eachRow().cumulativeSum().sin().eachRow().sum(),
                p -> perRow(
                        p.a(),
                        row -> sum(Arrays.stream(running(row)).map(Math::sin).toArray()))));
    }

    private void views(GraphCase.Shaped s) {
        int n = Math.min(s.rows, s.columns);
        cases.add(s.of(
                "transposed",
                s.a.transpose().times(s.b.transpose().exp()),
                p -> table(s.columns, s.rows, (i, j) -> p.a()[j][i] * Math.exp(p.b()[j][i]))));
        cases.add(s.of(
                "row and column",
                s.a.row(s.rows - 1).dot(s.along).plus(s.a.sin().column(0).dot(s.down)),
                p -> sum(list(s.columns, j -> p.a()[s.rows - 1][j] * p.along()[j]))
                        + sum(list(s.rows, i -> Math.sin(p.a()[i][0]) * p.down()[i]))));
        cases.add(s.of(
                "block",
                s.a.times(s.b).slice(s.rows / 2, s.rows, 0, (s.columns + 1) / 2).exp(),
                p -> table(
                        s.rows - s.rows / 2,
                        (s.columns + 1) / 2,
                        (i, j) -> Math.exp(p.a()[i + s.rows / 2][j] * p.b()[i + s.rows / 2][j]))));
        cases.add(s.of(
                "element",
                s.a.plus(s.b).get(s.rows - 1, s.columns - 1).times(s.a.get(0, 0)),
                p -> (p.a()[s.rows - 1][s.columns - 1] + p.b()[s.rows - 1][s.columns - 1]) * p.a()[0][0]));
        MatrixExpr square = s.a.transpose().dot(s.b);
        cases.add(s.of("diagonal and trace", square.diagonal().times(square.trace()), p -> {
            double[][] m = times(transposed(p.a()), p.b());
            double trace = sum(list(m.length, i -> m[i][i]));
            return list(m.length, i -> m[i][i] * trace);
        }));
        int[] picks = new int[s.rows];
        Arrays.setAll(picks, i -> (2 * i + 1) % s.columns);
        VectorExpr index = Graph.indices("index");
        cases.add(s.of(
                "one of each row",
                s.a.exp().eachRow().get(index).times(s.down),
                p -> list(s.rows, i -> Math.exp(p.a()[i][picks[i]]) * p.down()[i]),
                Data.of(index, picks)));
        int[] down = new int[s.columns];
        Arrays.setAll(down, j -> (3 * j + 1) % s.rows);
        cases.add(s.of(
                "one of each column",
                s.a.times(s.b).eachColumn().get(index),
                p -> list(s.columns, j -> p.a()[down[j]][j] * p.b()[down[j]][j]),
                Data.of(index, down)));
        int[] rows = new int[s.rows + 2];
        Arrays.setAll(rows, i -> i % s.rows);
        cases.add(s.of(
                "gathered rows",
                s.a.sin().eachRow().gather(index).flatten(),
                p -> Arrays.stream(rows)
                        .boxed()
                        .flatMapToDouble(i -> Arrays.stream(p.a()[i]).map(Math::sin))
                        .toArray(),
                Data.of(index, rows)));
        cases.add(s.of(
                "gathered columns",
                s.a.eachColumn().gather(index).eachRow().sum(),
                p -> list(s.rows, i -> sum(list(down.length, k -> p.a()[i][down[k] % n]))),
                Data.of(index, Arrays.stream(down).map(k -> k % n).toArray())));
        cases.add(s.of(
                "gathered elements",
                s.down.exp().gather(index).times(s.down.gather(index)),
                p -> list(rows.length, k -> Math.exp(p.down()[rows[k]]) * p.down()[rows[k]]),
                Data.of(index, rows)));
        cases.add(s.of(
                "flat and back",
                s.a.exp().flatten().plus(1).reshape(s.columns, s.rows).dot(s.down),
                p -> {
                    double[] flat = Arrays.stream(p.a())
                            .flatMapToDouble(Arrays::stream)
                            .map(v -> Math.exp(v) + 1)
                            .toArray();
                    return list(s.columns, i -> sum(list(s.rows, j -> flat[i * s.rows + j] * p.down()[j])));
                }));
        cases.add(s.of(
                "flat transposed",
                s.a.transpose().flatten().square(),
                p -> Arrays.stream(transposed(p.a()))
                        .flatMapToDouble(Arrays::stream)
                        .map(v -> v * v)
                        .toArray()));
    }

    private void joins(GraphCase.Shaped s) {
        cases.add(s.of(
                "above",
                Graph.above(s.a, s.b.exp(), s.a.times(s.b)),
                p -> table(
                        3 * s.rows,
                        s.columns,
                        (i, j) -> i < s.rows
                                ? p.a()[i][j]
                                : i < 2 * s.rows
                                        ? Math.exp(p.b()[i - s.rows][j])
                                        : p.a()[i - 2 * s.rows][j] * p.b()[i - 2 * s.rows][j])));
        cases.add(s.of(
                "beside",
                Graph.beside(s.a.sin(), s.b).dot(Graph.concatenate(s.along, s.along)),
                p -> list(
                        s.rows, i -> sum(list(s.columns, j -> (Math.sin(p.a()[i][j]) + p.b()[i][j]) * p.along()[j])))));
        cases.add(s.of(
                "constants",
                Graph.constants(table(s.rows, s.columns, (i, j) -> i - 0.5 * j)).times(s.a),
                p -> table(s.rows, s.columns, (i, j) -> (i - 0.5 * j) * p.a()[i][j])));
    }

    private void conditions(GraphCase.Shaped s) {
        cases.add(s.of(
                "choose",
                s.a.greaterThan(0.4).choose(s.a.minus(0.4).sqrt(), s.b.square()),
                p -> table(
                        s.rows,
                        s.columns,
                        (i, j) -> p.a()[i][j] > 0.4 ? Math.sqrt(p.a()[i][j] - 0.4) : p.b()[i][j] * p.b()[i][j])));
        cases.add(s.of(
                "select",
                s.a.get(0, 0).lessThan(100).select(s.a.times(2), s.b.log()).sum(),
                p -> 2 * sum(p.a())));
    }

    private void compositions(GraphCase.Shaped s) {
        cases.add(s.of("two layers", layers(s).eachRow().logSumExp().sum(), p -> {
            double[][] hidden =
                    table(s.rows, s.rows, (i, j) -> Math.tanh(times(p.a(), transposed(p.b()))[i][j] + p.down()[j]));
            double[][] out = times(hidden, p.b());
            return sum(list(s.rows, i -> logSumExp(list(s.columns, j -> out[i][j] + p.along()[j]))));
        }));
        cases.add(s.of(
                "table",
                Graph.matrix(
                        s.rows,
                        s.columns,
                        (i, j) -> s.a.get(i, j).times(s.down.get(i)).plus(j.toReal())),
                p -> table(s.rows, s.columns, (i, j) -> p.a()[i][j] * p.down()[i] + j)));
        cases.add(s.of(
                "identity and fill",
                Graph.eye(s.rows).dot(s.a).plus(Graph.fill(s.rows, s.columns, s.down.get(0))),
                p -> table(s.rows, s.columns, (i, j) -> p.a()[i][j] + p.down()[0])));
    }

    private static MatrixExpr layers(GraphCase.Shaped s) {
        MatrixExpr hidden = s.a.dot(s.b.transpose()).eachRow().plus(s.down).tanh();
        return hidden.dot(s.b).eachRow().plus(s.along);
    }

    /** Loops over an index. */
    static List<GraphCase> loops() {
        List<GraphCase> cases = new ArrayList<>();
        int n = 5;
        VectorExpr x = Graph.vector("x", n);
        List<Arithmetic<?>> variables = List.of(x);
        cases.add(new GraphCase(
                "sum",
                variables,
                Graph.concatenate(Graph.sum(
                        n - 1, i -> x.get(i.plus(1)).minus(x.get(i).square()).square())),
                v -> new double[] {sum(list(n - 1, i -> (v[i + 1] - v[i] * v[i]) * (v[i + 1] - v[i] * v[i])))}));
        cases.add(new GraphCase(
                "product, largest, smallest",
                variables,
                Graph.concatenate(
                        Graph.product(n, i -> x.get(i).plus(i.toReal())),
                        Graph.max(n, i -> x.get(i).sin()),
                        Graph.min(n, i -> x.get(i).cos())),
                v -> new double[] {
                    reduced(list(n, i -> v[i] + i), 1, (a, b) -> a * b),
                    Arrays.stream(v).map(Math::sin).max().orElseThrow(),
                    Arrays.stream(v).map(Math::cos).min().orElseThrow()
                }));
        cases.add(new GraphCase(
                "sum of sums",
                variables,
                Graph.concatenate(Graph.sum(
                        n,
                        i -> Graph.sum(i.plus(1), j -> x.get(i).times(x.get(j)).sin()))),
                v -> new double[] {sum(list(n, i -> sum(list(i + 1, j -> Math.sin(v[i] * v[j])))))}));
        cases.add(new GraphCase(
                "windows",
                variables,
                Graph.vector(n - 2, i -> x.slice(i, i.plus(3)).exp().norm()),
                v -> list(n - 2, i -> Math.sqrt(sum(list(3, k -> Math.exp(2 * v[i + k])))))));
        cases.add(new GraphCase(
                "convolution",
                variables,
                Graph.vector(3, i -> Graph.sum(3, k -> x.exp().get(i.plus(k)).times(x.get(k)))),
                v -> list(3, i -> sum(list(3, k -> Math.exp(v[i + k]) * v[k])))));
        cases.add(new GraphCase(
                "scalar fold",
                variables,
                Graph.concatenate(Graph.fold(
                        n,
                        x.get(0),
                        (s, i) -> s.times(0.5).plus(s.times(x.get(i)).sin()))),
                v -> {
                    double s = v[0];
                    for (int i = 0; i < n; i++) {
                        s = 0.5 * s + Math.sin(s * v[i]);
                    }
                    return new double[] {s};
                }));
        cases.add(new GraphCase(
                "vector fold",
                variables,
                Graph.fold(4, x, (s, i) -> s.plus(s.gather(reversed(n)).sin().times(x.get(i)))),
                v -> {
                    double[] s = v.clone();
                    for (int turn = 0; turn < 4; turn++) {
                        double[] before = s.clone();
                        for (int k = 0; k < n; k++) {
                            s[k] += Math.sin(before[n - 1 - k]) * v[turn];
                        }
                    }
                    return s;
                }));
        cases.add(new GraphCase(
                "fold with a product",
                variables,
                Graph.fold(
                        3,
                        x,
                        (s, i) -> Graph.matrix(
                                        n,
                                        n,
                                        (r, c) -> x.get(r)
                                                .times(c.plus(r).toReal().cos()))
                                .dot(s)
                                .tanh()),
                v -> {
                    double[] s = v;
                    for (int turn = 0; turn < 3; turn++) {
                        double[] before = s;
                        s = list(n, r -> Math.tanh(sum(list(n, c -> v[r] * Math.cos(c + r) * before[c]))));
                    }
                    return s;
                }));
        cases.add(new GraphCase(
                "fold in a sum",
                variables,
                Graph.concatenate(Graph.sum(
                        n,
                        i -> Graph.fold(
                                i, x.get(i), (s, k) -> s.times(x.get(k)).cos().plus(s.times(0.1))))),
                v -> new double[] {
                    sum(list(n, i -> {
                        double s = v[i];
                        for (int k = 0; k < i; k++) {
                            s = Math.cos(s * v[k]) + 0.1 * s;
                        }
                        return s;
                    }))
                }));
        cases.add(new GraphCase(
                "sum in a fold",
                variables,
                Graph.concatenate(Graph.fold(
                        3,
                        Expr.constant(0.2),
                        (s, k) -> Graph.sum(n, i -> x.get(i).times(s).sin()).plus(k.toReal()))),
                v -> {
                    double s = 0.2;
                    for (int k = 0; k < 3; k++) {
                        double before = s;
                        s = sum(list(n, i -> Math.sin(v[i] * before))) + k;
                    }
                    return new double[] {s};
                }));
        cases.add(new GraphCase(
                "rows of a product, one at a time",
                variables,
                Graph.concatenate(
                        Graph.sum(n, i -> x.outer(x.exp()).row(i).dot(x).sin())),
                v -> new double[] {sum(list(n, i -> Math.sin(sum(list(n, j -> v[i] * Math.exp(v[j]) * v[j])))))}));
        return cases;
    }

    private static VectorExpr reversed(int n) {
        return Graph.vector(n, i -> Expr.constant(n - 1).minus(i));
    }
}
