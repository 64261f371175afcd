package org.cotangent.ad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cotangent.ad.eval.ComplexMachine;
import org.cotangent.ad.eval.Interpreter;
import org.cotangent.ad.eval.Machine;
import org.cotangent.ad.expr.Complex;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Lowering;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.transform.Adjoint;
import org.cotangent.ad.transform.Derivation;
import org.cotangent.ad.transform.Derivatives;
import org.cotangent.ad.transform.Tangent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The function of Squire and Trapp (SIAM Review 40, 1998): eˣ / √(sin³x + cos³x). */
class HigherOrderTest {

    private static final double STEP = 1e-100;

    private final Variable x = Graph.scalar("x");
    private final Expr f = x.exp().dividedBy(x.sin().pow(3).plus(x.cos().pow(3)).sqrt());
    private final Program program = Lowering.of("f", List.of(x), f);
    private final Derivation product = Derivatives.hessianVectorProduct(program, List.of(x));

    /** The number of the only result that changes with the derivative's order. */
    private static int last(Program program) {
        return program.entry().results().size() - 1;
    }

    private double second(double at) {
        double[] result = new double[1];
        Differentiation.of(f, List.of(x)).hessianVectorProduct(new double[] {at}, new double[] {1}, result);
        return result[0];
    }

    /** Im f″(x + ih) / h, by the complex domain of the program for the second derivative. */
    private double thirdByComplexStep(double at) {
        ComplexMachine machine = Interpreter.of(product.program()).complexMachine();
        set(machine, product, new Complex(at, STEP), Complex.real(1));
        machine.run();
        int second = result(product, Derivation.Role.ADJOINT_TANGENT);
        return machine.complex(second).im() / STEP;
    }

    private static void set(ComplexMachine machine, Derivation derivation, Complex x, Complex direction) {
        for (int i = 0; i < derivation.parameters().size(); i++) {
            boolean isPoint = derivation.parameters().get(i).role() == Derivation.Role.PRIMAL;
            machine.setComplex(i, isPoint ? x : direction);
        }
    }

    private static int result(Derivation derivation, Derivation.Role role) {
        for (int i = 0; i < derivation.results().size(); i++) {
            if (derivation.results().get(i).role() == role) {
                return i;
            }
        }
        throw new AssertionError("no result of role " + role + " in " + derivation.results());
    }

    @Test
    void slotsOfThirdOrderSayWhichDirectionTheyBelongTo() {
        Derivation third = Tangent.derive(product, List.of(x));
        assertThat(third.parameters().stream().map(s -> s.path().steps().toString()))
                .containsExactly("[]", "[tangent 1]", "[tangent 0]");
        assertThat(third.results().stream().map(s -> s.path().steps().toString()))
                .containsExactly(
                        "[]",
                        "[tangent 1]",
                        "[tangent 0]",
                        "[tangent 0, tangent 1]",
                        "[adjoint 0]",
                        "[adjoint 0, tangent 1]",
                        "[adjoint 0, tangent 0]",
                        "[adjoint 0, tangent 0, tangent 1]");
        assertThat(third.results().stream()
                        .allMatch(s -> s.of() == program.entry().results().get(0) || s.of() == x))
                .isTrue();
    }

    @Test
    void adjointOfATangentKnowsBoth() {
        Derivation tangent = Derivatives.jvp(program, List.of(x));
        Derivation both = Adjoint.derive(tangent, List.of(x), List.of());
        assertThat(both.results().stream().map(s -> s.path().steps().toString()))
                .containsExactly("[]", "[tangent 0]", "[adjoint 0]");
        assertThat(both.parameters().stream().map(s -> s.path().steps().toString()))
                .containsExactly("[]", "[tangent 0]", "[adjoint 0]", "[tangent 0, adjoint 0]");
    }

    @Test
    void firstDerivativeIsThePublishedOneToTheLastDigits() {
        double[] gradient = new double[1];
        Differentiation.of(f, List.of(x)).valueAndGradient(new double[] {1.5}, gradient);
        double published = 4.053427893898621;
        assertThat(gradient[0]).isCloseTo(published, within(1e-15 * published));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.5, 0.1, 0.7, 1.5})
    void secondDerivativeAgreesWithTheComplexStepOfTheFirst(double at) {
        Derivation gradient = Derivatives.gradient(program, List.of(x));
        ComplexMachine machine = Interpreter.of(gradient.program()).complexMachine();
        machine.setComplex(0, new Complex(at, STEP));
        machine.run();
        double expected =
                machine.complex(result(gradient, Derivation.Role.ADJOINT)).im() / STEP;
        // A few dozen roundings, amplified by cancellation in the quotient.
        assertThat(second(at)).isCloseTo(expected, within(1e-13 * (1 + Math.abs(expected))));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.5, 0.1, 0.7, 1.5})
    void thirdDerivativeAgreesWithTheComplexStepOfTheSecond(double at) {
        // By the point alone: along the direction of the second derivative nothing else moves.
        Variable point = product.parameters().get(0).variable();
        Program third = Tangent.of(product.program(), List.of(point));
        Machine machine = Interpreter.of(third).machine();
        for (int i = 0; i < third.entry().parameters().size(); i++) {
            machine.setReal(i, third.entry().parameters().get(i) == point ? at : 1);
        }
        machine.run();
        double expected = thirdByComplexStep(at);
        assertThat(machine.real(last(third))).isCloseTo(expected, within(1e-12 * (1 + Math.abs(expected))));
    }
}
