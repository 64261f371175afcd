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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Special functions and their first three derivatives against values with 30 digits, far into their tails. */
class SpecialReferenceTest {

    private static final double PARTIAL_TOLERANCE = 1e-13;

    /** A third derivative is made of terms that may cancel; 13 digits of them are more than any use needs. */
    private static final double THIRD_TOLERANCE = 2e-12;

    /** One line of the table: an operation at a point, then for each derivative its largest magnitude near by. */
    record Row(Op op, double[] arguments, List<BigDecimal> expected, double[] scales) {

        static Row of(String line) {
            String[] cells = line.split("\t");
            int derivatives = (cells.length - 3) / 2;
            return new Row(
                    Op.valueOf(cells[0]),
                    numbers(Arrays.stream(cells[1].split(" "))),
                    Arrays.stream(cells)
                            .skip(2)
                            .limit(1 + derivatives)
                            .map(BigDecimal::new)
                            .toList(),
                    numbers(Arrays.stream(cells).skip(3 + derivatives)));
        }

        private static double[] numbers(Stream<String> cells) {
            return cells.mapToDouble(Double::parseDouble).toArray();
        }

        /** What the table differentiates by: not orders of functions, nor what an operation refuses. */
        boolean isFree(int operand) {
            return op.hasPartial(operand) && op.parameterTypes().get(operand).isReal();
        }

        Expr[] operands() {
            Expr[] operands = new Expr[arguments.length];
            Arrays.setAll(
                    operands,
                    i -> isFree(i)
                            ? Graph.scalar("x" + i)
                            : op.parameterTypes().get(i).isReal()
                                    ? Expr.constant(arguments[i])
                                    : Expr.constant((int) arguments[i]));
            return operands;
        }

        @Override
        public String toString() {
            return op + Arrays.toString(arguments);
        }
    }

    static Stream<Row> rows() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                SpecialReferenceTest.class.getResourceAsStream("special.tsv"), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).map(Row::of).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value, first partials, second partials of the upper triangle, and of one variable the third. */
    private static List<Expr> columns(Expr value, List<Variable> x) {
        List<Expr> columns = new ArrayList<>(List.of(value));
        x.forEach(v -> columns.add(ChainRule.derivative(value, v)));
        for (int i = 0; i < x.size(); i++) {
            for (int j = i; j < x.size(); j++) {
                columns.add(ChainRule.derivative(columns.get(1 + i), x.get(j)));
            }
        }
        if (x.size() == 1) {
            columns.add(ChainRule.derivative(columns.get(2), x.get(0)));
        }
        return columns;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void valueAndDerivativesHaveTheDigitsOfTheReference(Row row) {
        Expr[] operands = row.operands();
        Map<Variable, Object> point = new HashMap<>();
        List<Variable> x = new ArrayList<>();
        IntStream.range(0, operands.length).filter(row::isFree).forEach(i -> {
            x.add((Variable) operands[i]);
            point.put((Variable) operands[i], row.arguments()[i]);
        });
        List<Expr> columns = columns(Expr.apply(row.op(), operands), x);
        assertThat(columns).hasSameSizeAs(row.expected());
        for (int k = 0; k < columns.size(); k++) {
            BigDecimal expected = row.expected().get(k);
            double found = Evaluation.real(columns.get(k), point);
            if (Double.isInfinite(expected.doubleValue())) {
                assertThat(found).isEqualTo(expected.doubleValue());
            } else {
                double error = expected.subtract(new BigDecimal(found)).abs().doubleValue();
                assertThat(error)
                        .as("column %d, %s: found %s, expected %s", k, columns.get(k), found, expected)
                        .isLessThanOrEqualTo(tolerance(row, k, expected.doubleValue(), x.size()));
            }
        }
    }

    private static double tolerance(Row row, int column, double expected, int variables) {
        if (column == 0) {
            return Math.max(2e-15 * Math.abs(expected), 4 * Math.ulp(expected));
        }
        boolean third = variables == 1 && column == 3;
        double near = third ? THIRD_TOLERANCE * row.scales()[2] : 4 * Math.ulp(row.scales()[column - 1]);
        return PARTIAL_TOLERANCE * Math.abs(expected) + near;
    }

    @Test
    void everySpecialFunctionIsInTheTable() {
        assertThat(Arrays.stream(Op.values()).filter(SpecialOperands::has).filter(op -> op != Op.SIGMOID_SLOPE))
                .allMatch(op -> rows().anyMatch(row -> row.op() == op));
    }
}
