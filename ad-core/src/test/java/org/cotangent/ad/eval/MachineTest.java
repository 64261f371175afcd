package org.cotangent.ad.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.cotangent.ad.expr.Expr.constant;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;
import org.junit.jupiter.api.Test;

class MachineTest {

    @Test
    void runsAgainWithRegistersCleared() {
        Machine machine = Interpreter.of(Samples.rosenbrock()).machine();
        machine.setArray(0, new double[] {1, 2});
        machine.run();
        machine.run();
        assertThat(machine.real(0)).isEqualTo(100);
    }

    @Test
    void parametersAssignedByTheProgramAreSetAnewForEachRun() {
        Variable x = Samples.real("x");
        Variable y = Samples.real("y");
        Machine machine = Interpreter.of(Samples.procedure(
                        "f", List.of(x), List.of(y), Samples.assign(x, x.plus(1)), Samples.assign(y, x)))
                .machine();
        machine.setReal(0, 5);
        machine.run();
        machine.run();
        assertThat(machine.real(0)).isEqualTo(6);
    }

    @Test
    void runsAfterAFailureAsIfNothingHadHappened() {
        Machine machine = Interpreter.of(Samples.reversal()).machine();
        machine.setArray(0, new double[] {1, 2, 3});
        machine.run();
        double[] expected = (double[]) machine.array(0);
        Machine failing = Interpreter.of(Samples.factorial()).machine();
        failing.setInteger(0, Integer.MAX_VALUE);
        assertThatExceptionOfType(StackOverflowError.class).isThrownBy(failing::run);
        failing.setInteger(0, 5);
        failing.run();
        assertThat(failing.real(0)).isEqualTo(120);
        machine.run();
        assertThat((double[]) machine.array(0)).containsExactly(expected);
    }

    @Test
    void recursionGivesKnownNumbers() {
        assertThat(Interpreter.of(Samples.factorial()).run(18)).containsExactly(6402373705728000.0);
        assertThat(Interpreter.of(Samples.fibonacci()).run(20)).containsExactly(6765L);
    }

    /** One instruction, whose counter ends where that of the loop would; parts of a vector are not all of it. */
    @Test
    void loopsThatFillVectors() {
        Variable x = Samples.reals("x");
        Variable y = Samples.reals("y");
        Variable i = Samples.integer("i");
        Variable last = Samples.real("last");
        Machine machine = Interpreter.of(Samples.procedure(
                        "f",
                        List.of(x, y),
                        List.of(last),
                        Samples.loop("all", i, x.length(), new Statement.Store(x, i, constant(-0.0))),
                        Samples.loop("some", i, x.length(), new Statement.Store(y, i, constant(2.5))),
                        Samples.assign(last, i.toReal())))
                .machine();
        double[] all = {1, 2, 3};
        double[] some = {1, 2, 3, 4};
        machine.setArray(0, all);
        machine.setArray(1, some);
        machine.run();
        assertThat(all).containsExactly(-0.0, -0.0, -0.0);
        assertThat(some).containsExactly(2.5, 2.5, 2.5, 4);
        assertThat(machine.real(0)).isEqualTo(3);
    }

    @Test
    void countsEachRealOperationOnce() {
        Variable x = Samples.reals("x");
        Program program = Samples.rosenbrock();
        Machine counting = Interpreter.counting(program).machine();
        counting.setArray(0, new double[11]);
        counting.run();
        // a turn: x·x, −, 1−x, 100·v, ·v, slope², +, +
        assertThat(counting.operations()).isEqualTo(80);
        Machine silent = Interpreter.of(program).machine();
        silent.setArray(0, new double[11]);
        silent.run();
        assertThat(silent.operations()).isZero();
        assertThat(x.type().rank()).isEqualTo(1);
    }

    @Test
    void countsOnlyTheBranchTaken() {
        Variable x = Samples.real("x");
        Expr costly = x.sin().plus(x.cos()).plus(x.exp());
        Machine machine = Interpreter.counting(Samples.of(x.lessThan(0).select(x, costly), x))
                .machine();
        machine.setReal(0, -1);
        machine.run();
        assertThat(machine.operations()).isZero();
        machine.setReal(0, 1);
        machine.run();
        assertThat(machine.operations()).isEqualTo(5);
    }

    @Test
    void sharedSubexpressionIsComputedOnce() {
        Variable x = Samples.real("x");
        Expr e = x;
        for (int i = 0; i < 60; i++) {
            e = e.plus(e.times(constant(0.5)));
        }
        Machine machine = Interpreter.counting(Samples.of(e, x)).machine();
        machine.setReal(0, 1);
        machine.run();
        assertThat(machine.operations()).isEqualTo(120);
    }

    @Test
    void millionStatementsCompileAndRun() {
        Variable x = Samples.real("x");
        Variable last = Samples.real("last");
        List<Statement> statements = new ArrayList<>();
        Variable v = x;
        double expected = 0.5;
        for (int i = 0; i < 1_000_000; i++) {
            Variable next = Samples.real("v");
            boolean product = i % 2 == 0;
            statements.add(Samples.assign(next, product ? v.times(x) : v.plus(x)));
            expected = product ? expected * 0.5 : expected + 0.5;
            v = next;
        }
        statements.add(Samples.assign(last, v));
        Program program =
                Program.of(Samples.procedure("f", List.of(x), List.of(last), statements.toArray(Statement[]::new)));
        assertThat(Interpreter.of(program).run(0.5)).containsExactly(expected);
    }

    @Test
    void expressionOfDepthHundredThousandCompilesAndRuns() {
        Variable x = Samples.real("x");
        Expr left = x;
        Expr right = x;
        Expr lazy = x;
        Expr truth = x.greaterThan(0);
        double expectedLeft = 0.25;
        double expectedRight = 0.25;
        for (int i = 0; i < 100_000; i++) {
            left = left.times(constant(0.5)).plus(x);
            expectedLeft = expectedLeft * 0.5 + 0.25;
            right = x.minus(right.exp().times(constant(0.1)));
            expectedRight = 0.25 - Math.exp(expectedRight) * 0.1;
            lazy = x.lessThan(i).select(lazy, x);
            truth = truth.and(x.greaterThan(-i));
        }
        assertThat(Interpreter.of(Samples.of(left, x)).run(0.25)).containsExactly(expectedLeft);
        assertThat(Interpreter.of(Samples.of(right, x)).run(0.25)).containsExactly(expectedRight);
        assertThat(Interpreter.of(Samples.of(lazy, x)).run(0.25)).containsExactly(0.25);
        assertThat(Interpreter.of(Samples.of(truth, x)).run(0.25)).containsExactly(true);
    }

    @Test
    void eightThreadsGetTheBitsOneGets() throws Exception {
        Interpreter interpreter = Interpreter.of(Samples.rowSwaps());
        Callable<double[][]> task = () -> {
            Machine machine = interpreter.machine();
            double[][] m = new double[0][];
            for (int run = 0; run < 200; run++) {
                m = new double[20][20];
                for (int i = 0; i < 400; i++) {
                    m[i / 20][i % 20] = Math.sin(i * i);
                }
                machine.setArray(0, m);
                machine.run();
            }
            return m;
        };
        double[][] expected = task.call();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<double[][]>> tasks = java.util.Collections.nCopies(8, task);
            for (Future<double[][]> result : threads.invokeAll(tasks)) {
                assertThat(result.get()).isDeepEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
