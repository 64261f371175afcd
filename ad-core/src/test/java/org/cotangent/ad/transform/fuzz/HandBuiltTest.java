package org.cotangent.ad.transform.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.cotangent.ad.eval.Interpreter;
import org.cotangent.ad.eval.Machine;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.transform.Adjoint;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs as people write them, through every mode up to third order; {@link Comparison} has the oracles. */
class HandBuiltTest {

    private static final int THREADS = 8;

    static Stream<Named<Sample>> samples() {
        return HandBuilt.all().entrySet().stream().map(e -> Named.of(e.getKey(), e.getValue()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void allModesAgree(Sample sample) {
        Verdict verdict = Comparison.of(sample, Comparison.Extent.ALL);
        assertThat(verdict.outcome()).as(() -> verdict + "\n" + sample).isEqualTo(Verdict.Outcome.AGREED);
        assertThat(verdict.sloped()).isTrue();
    }

    @Test
    void gradientOfLogDeterminantIsTheInverseTransposed() {
        for (String name : new String[] {"elimination without swap", "elimination with swaps"}) {
            double[][] m = (double[][])
                    Values.copy(HandBuilt.all().get(name).arguments().get(0));
            double[][] gradient = new double[m.length][m.length];
            gradient(HandBuilt.logDeterminant()).run(m, gradient, 1.0);
            for (int i = 0; i < m.length; i++) {
                for (int j = 0; j < m.length; j++) {
                    // (m · gradientᵀ)ᵢⱼ; condition numbers are below 100, so 1e-12 leaves two digits of room.
                    assertThat(Vectors.dot(m[i], gradient[j])).isCloseTo(i == j ? 1 : 0, within(1e-12));
                }
            }
        }
    }

    private static Interpreter gradient(Program program) {
        return Interpreter.of(Adjoint.of(program, program.entry().parameters()));
    }

    @Test
    void eightThreadsTransformAndRunOneProgramAsOneDoes() throws Exception {
        Map<String, Sample> samples = HandBuilt.all();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Verdict>> verdicts = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                for (Sample sample : samples.values()) {
                    verdicts.add(threads.submit(() -> Comparison.of(sample, Comparison.Extent.ALL)));
                }
            }
            for (Future<Verdict> verdict : verdicts) {
                assertThat(verdict.get().outcome()).isEqualTo(Verdict.Outcome.AGREED);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void eightMachinesOfOneInterpreterGiveTheSameBits() throws Exception {
        double[][] m = (double[][])
                HandBuilt.all().get("elimination with swaps").arguments().get(0);
        Interpreter interpreter = gradient(HandBuilt.logDeterminant());
        double[] expected = gradient(interpreter, m);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            Callable<double[]> task = () -> gradient(interpreter, m);
            for (Future<double[]> found : threads.invokeAll(java.util.Collections.nCopies(200, task))) {
                assertThat(found.get()).containsExactly(expected);
            }
        } finally {
            threads.shutdown();
        }
    }

    private static double[] gradient(Interpreter interpreter, double[][] m) {
        double[][] gradient = new double[m.length][m.length];
        Machine machine = interpreter.machine();
        machine.setArray(0, Values.copy(m));
        machine.setArray(1, gradient);
        machine.setReal(2, 1);
        machine.run();
        return Values.flat(gradient);
    }
}
