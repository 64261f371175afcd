package org.cotangent.ad.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cotangent.ad.expr.Expr.constant;

import java.util.List;
import org.cotangent.ad.expr.Complex;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;
import org.junit.jupiter.api.Test;

class ComplexMachineTest {

    private static final double STEP = 1e-30;

    /** Derivative by the element of an array, free of cancellation: only rounding errors remain. */
    private static double slope(Program program, double[] x, int index) {
        ComplexMachine machine = Interpreter.of(program).complexMachine();
        double[] im = new double[x.length];
        im[index] = STEP;
        machine.setArray(0, x.clone(), im);
        machine.run();
        return machine.complex(0).im() / STEP;
    }

    @Test
    void complexStepGivesTheGradientOfRosenbrock() {
        double[] x = {0.3, -1.7, 2.5};
        double[] gradient = new double[3];
        for (int i = 0; i < 2; i++) {
            double valley = x[i + 1] - x[i] * x[i];
            gradient[i] += -400 * x[i] * valley - 2 * (1 - x[i]);
            gradient[i + 1] += 200 * valley;
        }
        for (int i = 0; i < 3; i++) {
            double expected = gradient[i];
            // a dozen roundings of 1e-16 each
            assertThat(slope(Samples.rosenbrock(), x, i)).isCloseTo(expected, within(1e-14 * Math.abs(expected)));
        }
    }

    @Test
    void complexStepGivesTheSlopeOfAnIteration() {
        ComplexMachine machine = Interpreter.of(Samples.newton()).complexMachine();
        machine.setComplex(0, new Complex(2, STEP));
        machine.run();
        assertThat(machine.complex(0).im() / STEP).isCloseTo(0.5 / Math.sqrt(2), within(1e-15));
    }

    @Test
    void filledVectorsHaveNoImaginaryParts() {
        Variable x = Samples.reals("x");
        Variable i = Samples.integer("i");
        Variable first = Samples.real("first");
        ComplexMachine machine = Interpreter.of(Samples.procedure(
                        "f",
                        List.of(x),
                        List.of(first),
                        Samples.loop("all", i, x.length(), new Statement.Store(x, i, constant(3.0))),
                        Samples.assign(first, x.at(0))))
                .complexMachine();
        machine.setArray(0, new double[] {1, 2}, new double[] {4, 5});
        machine.run();
        assertThat(machine.complex(0)).isEqualTo(new Complex(3, 0));
    }

    @Test
    void complexStepPassesThroughRecursion() {
        Variable x = Samples.real("x");
        Variable n = Samples.integer("n");
        Variable power = Samples.real("power");
        Variable rest = Samples.real("rest");
        Program program = Program.of(Samples.procedure(
                "power",
                List.of(x, n),
                List.of(power),
                Samples.assign(power, constant(1.0)),
                Samples.when(n.equalTo(constant(0)), new org.cotangent.ad.ir.Statement.Return()),
                new org.cotangent.ad.ir.Statement.Call(List.of(rest), "power", List.of(x, n.minus(1))),
                Samples.assign(power, rest.times(x))));
        ComplexMachine machine = Interpreter.of(program).complexMachine();
        machine.setComplex(0, new Complex(1.25, STEP));
        machine.setInteger(1, 7);
        machine.run();
        assertThat(machine.complex(0).im() / STEP).isCloseTo(7 * Math.pow(1.25, 6), within(1e-13));
    }

    @Test
    void imaginaryPartsFollowSwappedRows() {
        double[][] m = {{3, 1, 2}, {1, 5, 4}, {2, 0, 7}};
        double[][] im = {{0, 0, 0}, {0, STEP, 0}, {0, 0, 0}};
        ComplexMachine machine = Interpreter.of(Samples.rowSwaps()).complexMachine();
        machine.setArray(0, m, im);
        machine.run();
        // rows sorted by first element: (1 5 4), (2 0 7), (3 1 2); row 0 gains trace² = 1 in column 0
        assertThat(machine.complex(0)).isEqualTo(new Complex(1 + 0 + 2, 0));
        assertThat(im[0]).containsExactly(0, STEP, 0);
        assertThat(m[0]).containsExactly(1 + 1, 5, 4);
    }

    @Test
    void imaginaryPartsArePutOnTapesAndIntoNewArrays() {
        ComplexMachine machine = Interpreter.of(Samples.reversal()).complexMachine();
        machine.setArray(0, new double[] {1, 2, 3}, new double[] {10, 20, 30});
        machine.run();
        // y[i] = 2 x[k] + x[k] + k with k = 2 - i
        assertThat((double[]) machine.array(0)).containsExactly(11, 7, 3);
        assertThat((double[]) machine.imaginaryArray(0)).containsExactly(90, 60, 30);
    }

    @Test
    void floatArraysKeepImaginaryPartsAsDoubles() {
        float[] x = {0.5f, 2};
        double[] im = {STEP, 0};
        ComplexMachine machine = Interpreter.of(Samples.floats()).complexMachine();
        machine.setArray(0, x, im);
        machine.run();
        // sum = x0² + x1²; all values here are floats exactly
        assertThat(machine.complex(0)).isEqualTo(new Complex(4.25, STEP));
    }

    @Test
    void branchesAndGuardsSeeRealParts() {
        ComplexMachine machine = Interpreter.of(Samples.guards()).complexMachine();
        machine.setArray(0, new double[] {4, -1}, new double[] {STEP, STEP});
        machine.setInteger(1, 0);
        machine.setInteger(2, 2);
        machine.run();
        assertThat(machine.complex(0).im() / STEP).isEqualTo(1.25);
        machine.setInteger(1, 1);
        machine.run();
        assertThat(machine.complex(0)).isEqualTo(Complex.real(-1));
    }

    @Test
    void convenienceRunTakesAndGivesComplexNumbers() {
        Variable x = Variable.of("x", Type.DOUBLE);
        Object[] results =
                Interpreter.of(Samples.of(x.times(x), x)).complexMachine().run(new Complex(1, 2));
        assertThat(results).containsExactly(new Complex(-3, 4));
    }
}
