package org.cotangent.ad.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of operations against values with 30 digits, at ordinary and extreme arguments. */
class OpReferenceTest {

    /** Functions that Java does not have: the bound set for Primitives. */
    private static final Set<Op> OWN = Set.of(Op.ASINH, Op.ACOSH, Op.ATANH);

    private static final double PARTIAL_TOLERANCE = 1e-13;

    /** One line of the table: an operation at a point. */
    record Row(Op op, double[] arguments, List<BigDecimal> expected, double[] scales) {

        static Row of(String line) {
            String[] cells = line.split("\t");
            double[] arguments = Arrays.stream(cells[1].split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            int partials = (cells.length - 3) / 2;
            return new Row(
                    Op.valueOf(cells[0]),
                    arguments,
                    Arrays.stream(cells)
                            .skip(2)
                            .limit(1 + partials)
                            .map(BigDecimal::new)
                            .toList(),
                    Arrays.stream(cells)
                            .skip(3 + partials)
                            .mapToDouble(Double::parseDouble)
                            .toArray());
        }

        @Override
        public String toString() {
            return op + Arrays.toString(arguments);
        }
    }

    static Stream<Row> rows() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                OpReferenceTest.class.getResourceAsStream("operations.tsv"), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).map(Row::of).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a row's columns mean: the value, first partials, second partials of the upper triangle. */
    private static List<Expr> columns(Expr value, Variable[] x) {
        List<Expr> columns = new ArrayList<>(List.of(value));
        Arrays.stream(x).map(v -> ChainRule.derivative(value, v)).forEach(columns::add);
        for (int i = 0; i < x.length; i++) {
            for (int j = i; j < x.length; j++) {
                columns.add(ChainRule.derivative(columns.get(1 + i), x[j]));
            }
        }
        return columns;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void valueAndPartialsHaveTheDigitsOfTheReference(Row row) {
        Variable[] x = new Variable[row.arguments().length];
        Map<Variable, Object> point = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            x[i] = Graph.scalar("x" + i);
            point.put(x[i], row.arguments()[i]);
        }
        List<Expr> columns = columns(Expr.apply(row.op(), x), x);
        assertThat(columns).hasSameSizeAs(row.expected());
        for (int k = 0; k < columns.size(); k++) {
            BigDecimal expected = row.expected().get(k);
            double found = Evaluation.real(columns.get(k), point);
            double tolerance = k == 0
                    ? valueTolerance(row.op(), expected.doubleValue())
                    : PARTIAL_TOLERANCE * Math.abs(expected.doubleValue()) + 4 * Math.ulp(row.scales()[k - 1]);
            if (Double.isInfinite(expected.doubleValue())) {
                assertThat(found).isEqualTo(expected.doubleValue());
            } else {
                double error = expected.subtract(new BigDecimal(found)).abs().doubleValue();
                assertThat(error)
                        .as("column %d, %s: found %s, expected %s", k, columns.get(k), found, expected)
                        .isLessThanOrEqualTo(tolerance);
            }
        }
    }

    /** Java promises 2.5 units in the last place at most for its own functions. */
    private static double valueTolerance(Op op, double expected) {
        return (OWN.contains(op) ? 4 : 2.5) * Math.ulp(expected);
    }
}
