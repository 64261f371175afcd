package org.cotangent.ad.eval;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cotangent.ad.expr.Expr.constant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Position;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Site;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.transform.Derivatives;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong in a program, or in its use, is said with place, value and expectation. */
class FaultTest {

    private final Variable x = Samples.reals("x");
    private final Variable i = Samples.integer("i");
    private final Variable y = Samples.real("y");

    @ParameterizedTest
    @ValueSource(ints = {-1, 3})
    void indexOutOfBoundsNamesArrayIndexAndLength(int index) {
        Interpreter interpreter = Interpreter.of(Samples.of(x.at(i), x, i));
        assertThatThrownBy(() -> interpreter.run(new double[3], index))
                .isExactlyInstanceOf(ArrayIndexOutOfBoundsException.class)
                .hasMessage("index of x in procedure f is " + index + ", expected 0 to 2 (its length is 3)");
    }

    @Test
    void indexOutOfBoundsIsFoundInReorderedCode() {
        Variable z = Samples.reals("z");
        List<Statement> statements = new ArrayList<>();
        Expr sum = y;
        for (int k = 0; k < 100; k++) {
            Variable v = Samples.real("v" + k);
            statements.add(Samples.assign(v, (k == 61 ? z : x).at(constant(k % 4))));
            sum = sum.plus(v);
        }
        statements.add(Samples.assign(y, sum));
        Program program =
                Program.of(Samples.procedure("sum", List.of(x, z), List.of(y), statements.toArray(Statement[]::new)));
        assertThatThrownBy(() -> Interpreter.of(program).run(new double[4], new double[1]))
                .hasMessage("index of z in procedure sum is 1, expected 0 to 0 (its length is 1)");
    }

    @Test
    void divisionByZeroNamesTheExpression() {
        Variable k = Samples.integer("k");
        assertThatThrownBy(
                        () -> Interpreter.of(Samples.of(i.dividedBy(k), i, k)).run(5, 0))
                .isExactlyInstanceOf(ArithmeticException.class)
                .hasMessage("integer division by zero: i / k in procedure f");
    }

    @Test
    void negativeLengthNamesTheArray() {
        assertThatThrownBy(() -> Interpreter.of(Samples.arrays()).run(-2))
                .isExactlyInstanceOf(NegativeArraySizeException.class)
                .hasMessage("length of array ints in procedure arrays is -2, expected at least 0");
    }

    @Test
    void unassignedArrayIsNamed() {
        Program program = Program.of(Samples.procedure("f", List.of(), List.of(y), Samples.assign(y, x.at(0))));
        assertThatNullPointerException()
                .isThrownBy(() -> Interpreter.of(program).run())
                .withMessage("array x in procedure f is null, expected an array; assign it first");
    }

    @Test
    void failureInACalledProcedureNamesThatProcedure() {
        Variable a = Samples.reals("a");
        Variable e = Samples.real("e");
        Program program = Program.of(
                Samples.procedure("outer", List.of(x), List.of(y), new Statement.Call(List.of(y), "inner", List.of(x))),
                Samples.procedure("inner", List.of(a), List.of(e), Samples.assign(e, a.at(7))));
        assertThatThrownBy(() -> Interpreter.of(program).run(new double[2]))
                .hasMessageContaining("index of a in procedure inner is 7");
    }

    @Test
    void restoreWithoutSaveIsRefused() {
        Program program = Program.of(
                Samples.procedure("f", List.of(), List.of(y), new Statement.Restore(Site.of("kept", Type.DOUBLE), y)));
        assertThatIllegalStateException()
                .isThrownBy(() -> Interpreter.of(program).run())
                .withMessageContaining("restore at kept#")
                .withMessageContaining("in procedure f finds nothing kept");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IllegalArgumentException",
                "java.lang.AssertionError",
                "java.io.IOException",
                "ArithmeticException"
            })
    void statementsThrowWhatTheyName(String exception) {
        Program program = Program.of(
                Samples.procedure("f", List.of(), List.of(), new Statement.Throw(exception, "x must be positive")));
        assertThatThrownBy(() -> Interpreter.of(program).run())
                .hasMessage("x must be positive")
                .matches(thrown -> thrown.getClass().getName().endsWith(exception));
    }

    @Test
    void faultsOfDerivativesSayWhereTheSourceStatementStands() {
        Variable x = Variable.of("x", Type.DOUBLES);
        Variable y = Variable.of("y", Type.DOUBLE);
        Procedure f = Samples.procedure(
                "f",
                List.of(x),
                List.of(y),
                new Statement.Comment("y = x[3] * x[3]", Optional.of(new Position("Model.java", 7))),
                new Statement.Assign(y, x.at(3).times(x.at(3))));
        Interpreter gradient =
                Interpreter.of(Derivatives.gradient(Program.of(f), List.of(x)).program());
        assertThatThrownBy(() -> gradient.run(new double[2], new double[2]))
                .isInstanceOf(ArrayIndexOutOfBoundsException.class)
                .hasMessageContaining("in procedure fGradient at Model.java:7 is 3");
    }

    @Test
    void messagesTellValues() {
        Variable n = Variable.of("n", Type.INT);
        Variable m = Variable.of("m", Type.LONG);
        Variable x = Variable.of("x", Type.DOUBLE);
        Statement failure = new Statement.Throw(
                "IllegalArgumentException",
                "n is {} and m {}, x + 1 is {}: {}",
                List.of(n, m, x.plus(1), x.greaterThan(0)));
        Interpreter interpreter =
                Interpreter.of(Program.of(Samples.procedure("f", List.of(n, m, x), List.of(), failure)));
        assertThatThrownBy(() -> interpreter.run(3, -7L, 0.5)).hasMessage("n is 3 and m -7, x + 1 is 1.5: true");
        assertThatThrownBy(() -> interpreter.complexMachine().run(3, -7L, 0.5))
                .hasMessage("n is 3 and m -7, x + 1 is 1.5: true");
    }

    @Test
    void textsOfMessagesStandForThemselves() {
        Statement failure =
                new Statement.Throw("IllegalArgumentException", List.of("{} of {", "}"), List.of(Expr.constant(3)));
        Program program = Program.of(Samples.procedure("f", List.of(), List.of(), failure));
        assertThatThrownBy(() -> Interpreter.of(program).run()).hasMessage("{} of {3}");
    }

    @Test
    void exceptionsWithoutAMessageAreThrownWithoutOne() {
        Statement failure = new Statement.Throw("IllegalArgumentException", List.of(), List.of());
        Program program = Program.of(Samples.procedure("f", List.of(), List.of(), failure));
        assertThatThrownBy(() -> Interpreter.of(program).run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(null);
    }

    @Test
    void messageWithoutAPlaceForEachValueIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Statement.Throw(
                        "IllegalArgumentException", "lengths {}", List.of(Expr.constant(1), Expr.constant(2))))
                .withMessage("message \"lengths {}\" has 1 places, expected one {} for each of [1, 2]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NoSuchException", "java.lang.String"})
    void unknownExceptionIsRefusedWhenCompiled(String exception) {
        Program program =
                Program.of(Samples.procedure("f", List.of(), List.of(), new Statement.Throw(exception, "message")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interpreter.of(program))
                .withMessageContaining("procedure f throws " + exception);
    }

    @Test
    void unknownLabelIsRefusedWhenCompiled() {
        Program program = Program.of(Samples.procedure("f", List.of(), List.of(), new Statement.Break("outer")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interpreter.of(program))
                .withMessageContaining("break outer in procedure f has no enclosing statement of that label");
    }

    @Test
    void callOfAnotherSignatureIsRefusedWhenCompiled() {
        Program program = Program.of(
                Samples.procedure("f", List.of(), List.of(y), new Statement.Call(List.of(y), "g", List.of(y))),
                Samples.procedure("g", List.of(i), List.of(y)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interpreter.of(program))
                .withMessage(
                        "procedure f calls g with arguments of types [double], expected [int]; convert explicitly");
    }

    @Test
    void wrongArgumentsAreRefused() {
        Interpreter interpreter = Interpreter.of(Samples.of(x.at(i), x, i));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> interpreter.run(new double[1]))
                .withMessage("procedure f was given 1 arguments, expected 2: [x, i]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> interpreter.run(new float[1], 0))
                .withMessage("argument x (parameter 0 of procedure f) is a float[], expected a double[]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> interpreter.run(null, 0))
                .withMessage("argument x (parameter 0 of procedure f) is null, expected a double[]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> interpreter.run(new double[1], 1.0))
                .withMessage("argument i (parameter 1 of procedure f) is the double 1.0, expected a int");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> interpreter.run(new double[1], 1L << 40))
                .withMessage("argument i (parameter 1 of procedure f) is the integer 1099511627776, expected a int");
    }

    @Test
    void machineRefusesToRunWithoutArgumentsAndToGiveResultsItHasNot() {
        Machine machine = Interpreter.of(Samples.of(y.plus(1), y)).machine();
        assertThatIllegalStateException().isThrownBy(machine::run).withMessageContaining("[y]");
        assertThatIllegalStateException().isThrownBy(() -> machine.real(0)).withMessageContaining("call run() first");
        machine.setReal(0, 2);
        machine.run();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> machine.integer(0))
                .withMessageContaining("result y of procedure f is a double");
        assertThatIllegalArgumentException().isThrownBy(() -> machine.real(1)).withMessageContaining("result 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> machine.setReal(1, 0))
                .withMessageContaining("parameter 1 of procedure f does not exist");
    }

    @Test
    void imaginaryPartsOfAnotherShapeAreRefused() {
        ComplexMachine machine = Interpreter.of(Samples.rosenbrock()).complexMachine();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> machine.setArray(0, new double[3], new double[2]))
                .withMessage("imaginary parts of argument x have length 2, expected 3 as the real parts have");
    }
}
