package org.cotangent.ad.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of docs/derivatives-at-edges.md, read from there. */
class DerivativesAtEdgesTest {

    private static final Path PAGE = Path.of("..", "docs", "derivatives-at-edges.md");

    private static final int OPERATION_CELLS = 8;

    /** Of operations with three operands but two columns; the page says so. */
    private static final double THIRD_OPERAND = 1;

    private static final int EXPRESSION_CELLS = 6;

    private static final Map<String, UnaryOperator<Expr>> EXPRESSIONS = Map.of(
            "sqrt(max(x, 0))", x -> x.max(Expr.constant(0.0)).sqrt(),
            "pow(x, 2)", x -> x.pow(2.0),
            "pow(x, 1.5)", x -> x.pow(1.5),
            "pow(x, 3)", x -> x.pow(3.0),
            "x > 0 ? log(x) : 0", x -> x.greaterThan(0).select(x.log(), Expr.constant(0.0)),
            "x > 0 ? x : 0", x -> x.greaterThan(0).select(x, Expr.constant(0.0)),
            "x == 0 ? 1 : sin(x) / x",
                    x -> x.equalTo(0).select(Expr.constant(1.0), x.sin().dividedBy(x)),
            "abs(x) · x", x -> x.abs().times(x),
            "norm([x, 0])", DerivativesAtEdgesTest::norm,
            "(int) x", x -> Expr.apply(Op.DOUBLE_TO_INT, x).toReal());

    /** What VectorExpr.norm builds, over scalars. */
    private static Expr norm(Expr x) {
        Expr squares = x.times(x);
        return squares.equalTo(0).select(Expr.constant(0.0), squares.sqrt());
    }

    private static Stream<String[]> rows(int cells) {
        try {
            return Files.readAllLines(PAGE).stream()
                    .filter(line -> line.startsWith("| ")
                            && !line.startsWith("| operation |")
                            && !line.startsWith("| expression |"))
                    .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                            .map(String::strip)
                            .toArray(String[]::new))
                    .filter(row -> row.length == cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> operations() {
        return rows(OPERATION_CELLS).map(row -> String.join("|", row));
    }

    static Stream<String> expressions() {
        return rows(EXPRESSION_CELLS).map(row -> String.join("|", row));
    }

    /** Equal as numbers; NaN only to NaN, and an expected -0.0 only to itself. */
    private static void assertSame(String what, double found, String cell) {
        double expected = Double.parseDouble(cell);
        boolean same = Double.isNaN(expected) ? Double.isNaN(found) : found == expected;
        assertThat(same && (!cell.equals("-0.0") || 1 / found < 0))
                .as("%s is %s, the page says %s", what, found, cell)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operationKeepsItsConvention(String line) {
        String[] row = line.split("\\|", -1);
        Op op = Op.valueOf(row[0]);
        int arguments = row[2].isEmpty() ? 1 : 2;
        Variable[] x = {Graph.scalar("a"), Graph.scalar("b"), Graph.scalar("r")};
        Map<Variable, Object> point = new HashMap<>();
        for (int i = 0; i < arguments; i++) {
            point.put(x[i], Double.parseDouble(row[1 + i]));
        }
        Expr[] operands = Arrays.copyOf(x, op.arity(), Expr[].class);
        if (op == Op.DIRECTION) {
            operands[2] = operands[0].hypot(operands[1]);
        } else if (op == Op.REGULARIZED_BETA || op == Op.BETA_DENSITY) {
            operands[2] = Expr.constant(THIRD_OPERAND);
        }
        Expr y = Expr.apply(op, operands);
        assertSame("value", Evaluation.real(y, point), row[3]);
        for (int i = 0; i < arguments; i++) {
            if (row[4 + i].equals("refused")) {
                assertThat(op.hasPartial(i)).as("has partial " + i).isFalse();
            } else {
                assertSame("partial " + i, Evaluation.real(op.partial(operands, y, i), point), row[4 + i]);
            }
        }
        assertThat(op.isStrong()).as("strong").isEqualTo(row[6].equals("yes"));
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void expressionKeepsItsConvention(String line) {
        String[] row = line.split("\\|", -1);
        Variable x = Graph.scalar("x");
        Expr y = EXPRESSIONS.get(row[0]).apply(x);
        Expr first = ChainRule.derivative(y, x);
        Map<Variable, Object> point = Map.of(x, Double.parseDouble(row[1]));
        assertSame("value", Evaluation.real(y, point), row[2]);
        assertSame("derivative", Evaluation.real(first, point), row[3]);
        assertSame("second derivative", Evaluation.real(ChainRule.derivative(first, x), point), row[4]);
    }

    @Test
    void everyStrongOperationHasARow() {
        assertThat(operations().map(line -> Op.valueOf(line.split("\\|")[0])))
                .containsAll(Arrays.stream(Op.values()).filter(Op::isStrong).toList());
    }

    @Test
    void pageHasBothTables() {
        assertThat(operations().count()).isGreaterThan(40);
        assertThat(expressions().count()).isEqualTo(EXPRESSIONS.size());
    }
}
