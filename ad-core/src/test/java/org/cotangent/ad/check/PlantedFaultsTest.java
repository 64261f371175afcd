package org.cotangent.ad.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cotangent.ad.check.HandWritten.Scalar;
import org.cotangent.ad.check.HandWritten.Twice;
import org.cotangent.ad.check.HandWritten.Vector;
import org.cotangent.ad.function.Functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fifty hand-written derivatives are called right; with any mistake in them they are called wrong. */
class PlantedFaultsTest {

    /** Domain of all of them. */
    private static final double LOWER = 0.7;

    private static final double UPPER = 1.6;

    /** A change smaller than this is no mistake: the term was 0, or both elements were equal. */
    private static final double VISIBLE = 1e-5;

    private static final int ELEMENTS = 30;

    /** One derivative with its code: the derivative's length, columns, and what a faulty one is checked as. */
    record Target(String name, int n, int length, int columns, Code code, Subjected check) {
        @Override
        public String toString() {
            return name;
        }
    }

    @FunctionalInterface
    interface Code {
        void write(double[] x, Sink out);
    }

    @FunctionalInterface
    interface Subjected {
        /** Makes a check of a function whose derivative is computed by the given way to run the code. */
        DerivativeCheck of(Run run);
    }

    @FunctionalInterface
    interface Run {
        void run(double[] x, Consumer<Sink> code, double[] out);
    }

    static Stream<Target> targets() {
        return Stream.of(
                        Arrays.stream(HandWritten.GRADIENTS).map(PlantedFaultsTest::gradient),
                        Arrays.stream(HandWritten.PRODUCTS).map(PlantedFaultsTest::product),
                        Arrays.stream(HandWritten.JACOBIANS).map(PlantedFaultsTest::jacobian))
                .flatMap(target -> target);
    }

    private static final Run CORRECT = (x, code, out) -> PlantedFault.DROPPED_TERM.run(code, out, -1, 0);

    private static Target gradient(Scalar f) {
        return new Target(
                "gradient of " + f,
                f.n(),
                f.n(),
                0,
                (x, out) -> f.gradient().write(x, out),
                run -> DerivativeCheck.of(Functions.of(
                        f.n(),
                        f.value(),
                        (x, g) -> run.run(x, out -> f.gradient().write(x, out), g))));
    }

    private static Target product(Twice f) {
        Scalar scalar = f.scalar();
        BiConsumer<double[], double[]> gradient =
                (x, g) -> CORRECT.run(x, out -> scalar.gradient().write(x, out), g);
        double[] v = {0.9, -1.3, 0.6, 1.1};
        return new Target(
                "Hessian-vector product of " + f,
                scalar.n(),
                scalar.n(),
                0,
                (x, out) -> f.product().write(x, v, out),
                run -> DerivativeCheck.of(Functions.of(
                        scalar.n(),
                        scalar.value(),
                        gradient,
                        (x, direction, p) -> run.run(x, out -> f.product().write(x, direction, out), p))));
    }

    private static Target jacobian(Vector f) {
        return new Target(
                "Jacobian of " + f,
                f.n(),
                f.n() * f.m(),
                f.n() == f.m() ? f.n() : 0,
                (x, out) -> f.jacobian().write(x, out),
                run -> DerivativeCheck.of(Functions.of(
                        f.n(),
                        f.m(),
                        (x, y) -> CORRECT.run(x, out -> f.values().write(x, out), y),
                        (x, j) -> run.run(x, out -> f.jacobian().write(x, out), j))));
    }

    static double[] point(Target target) {
        return CorrectFunction.numbers(new SplittableRandom(target.name().hashCode()), target.n(), LOWER, UPPER);
    }

    private static double[] derivative(Target target, double[] x, PlantedFault fault, int chosen) {
        double[] out = new double[target.length()];
        fault.run(sink -> target.code().write(x, sink), out, chosen, target.columns());
        return out;
    }

    /** The elements or terms whose spoiling changes the derivative. */
    static List<Integer> choices(Target target, double[] x, PlantedFault fault) {
        if (fault == PlantedFault.TRANSPOSED && target.columns() == 0) {
            return List.of();
        }
        if (fault == PlantedFault.FORGOTTEN_OVERWRITE) {
            return List.of(0);
        }
        double[] right = derivative(target, x, PlantedFault.DROPPED_TERM, -1);
        int count = fault == PlantedFault.DROPPED_TERM ? ELEMENTS : target.length();
        List<Integer> choices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (differ(right, derivative(target, x, fault, i))) {
                choices.add(i);
            }
        }
        return choices;
    }

    private static boolean differ(double[] right, double[] spoiled) {
        for (int i = 0; i < right.length; i++) {
            if (Math.abs(right[i] - spoiled[i]) > VISIBLE * Math.max(Math.abs(right[i]), Math.abs(spoiled[i]))) {
                return true;
            }
        }
        return false;
    }

    @Test
    void thereAreFifty() {
        assertThat(targets()).hasSize(50);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void correctOnesAreRight(Target target) {
        DerivativeCheck check = target.check().of(CORRECT);
        check.at(point(target)).orThrow();
        check.atRandomPoints(7, 5, LOWER, UPPER).orThrow();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void everyPlantedFaultIsFlagged(Target target) {
        double[] x = point(target);
        for (PlantedFault fault : PlantedFault.values()) {
            for (int chosen : choices(target, x, fault)) {
                Run run = (at, code, out) -> fault.run(code, out, chosen, target.columns());
                CheckReport report = target.check().of(run).at(x).report();
                assertThat(report.verdict())
                        .as(fault + " " + chosen + "\n" + report)
                        .isEqualTo(Verdict.WRONG);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void faultsAtOnePointOnlyAreFlaggedThere(Target target) {
        double[] x = point(target);
        int chosen = choices(target, x, PlantedFault.SIGN).get(0);
        Run run = (at, code, out) -> {
            PlantedFault fault = Arrays.equals(at, x) ? PlantedFault.SIGN : PlantedFault.DROPPED_TERM;
            fault.run(code, out, fault == PlantedFault.SIGN ? chosen : -1, target.columns());
        };
        DerivativeCheck check = target.check().of(run).atRandomPoints(7, 3, LOWER, UPPER);
        check.orThrow();
        CheckReport report = check.at(x).report();
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.WRONG);
        assertThat(report.hint().orElseThrow()).contains("this very point");
    }

    @Test
    void everyKindOfFaultWasPlanted() {
        for (PlantedFault fault : PlantedFault.values()) {
            assertThat(targets()
                            .filter(target ->
                                    !choices(target, point(target), fault).isEmpty()))
                    .as(fault.toString())
                    .hasSizeGreaterThanOrEqualTo(fault == PlantedFault.TRANSPOSED ? 8 : 40);
        }
    }
}
