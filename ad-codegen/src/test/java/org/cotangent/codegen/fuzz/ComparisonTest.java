package org.cotangent.codegen.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is wrong is found. */
class ComparisonTest {

    /** A program of seven variables without kinks nearby. */
    private static final Program PROGRAM = ProgramGenerator.of(2);

    /** A little more than nothing in one place. */
    private enum Fault {
        VALUES("values"),
        JVP("jvp"),
        VJP("vjp"),
        PRODUCT("product");

        private final String check;

        Fault(String check) {
            this.check = check;
        }
    }

    /** Right derivatives with one fault. */
    private record Faulty(Derived right, Fault fault) implements Derived {

        private double[] spoilt(Fault here, double[] vector) {
            if (here == fault) {
                vector[vector.length - 1] += 1e-7;
            }
            return vector;
        }

        @Override
        public double[] values(double[] x) {
            return spoilt(Fault.VALUES, right.values(x));
        }

        @Override
        public double[] jvp(double[] x, double[] v) {
            return spoilt(Fault.JVP, right.jvp(x, v));
        }

        @Override
        public double[] vjp(double[] x, double[] w) {
            return spoilt(Fault.VJP, right.vjp(x, w));
        }

        @Override
        public double[] product(double[] x, double[] w, double[] v) {
            return spoilt(Fault.PRODUCT, right.product(x, w, v));
        }
    }

    private static Verdict verdict(UnaryOperator<Derived> change) {
        ParsingProcessor parsing = new ParsingProcessor();
        Compilation compilation = Compilation.of(Batch.files(List.of(PROGRAM)), List.of(parsing));
        ClassLoader loader = compilation.loader();
        UserMethod method = new UserMethod(PROGRAM, loader, Program.PACKAGE);
        double[] values = method.at(UserMethod.point(PROGRAM));
        Interpreted read =
                new Interpreted(parsing.methods().get(Program.PACKAGE + "." + PROGRAM.name()), PROGRAM, values.length);
        return new Comparison(PROGRAM, method, Optional.empty(), change.apply(read), read, values).verdict();
    }

    @Test
    void rightDerivativesAgree() {
        assertThat(verdict(right -> right).outcome()).isEqualTo(Verdict.Outcome.AGREED);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void faultIsFound(Fault fault) {
        Verdict verdict = verdict(right -> new Faulty(right, fault));
        assertThat(verdict.failed()).isTrue();
        assertThat(verdict.check()).isEqualTo(fault.check);
    }

    @Test
    void slopeConverges() {
        Slope slope = Slope.of(h -> Math.exp(Math.sin(1 + h)), 0.02);
        double expected = Math.exp(Math.sin(1)) * Math.cos(1);
        assertThat(slope.value()).isCloseTo(expected, within(1e-10));
        assertThat(slope.error()).isLessThan(1e-9);
    }

    @Test
    void slopeOfAJumpDoesNotConverge() {
        assertThat(Slope.of(h -> h > 0 ? 1 : 0, 0.02).error()).isGreaterThan(1);
    }

    @Test
    void whereTheFunctionIsUndefinedThereIsNoSlope() {
        assertThat(Slope.of(h -> h > 0 ? Double.NaN : 1, 0.02).value()).isNaN();
    }

    /** Its result has 15 elements at the point and 2 a hundredth away, where another branch is taken. */
    @Test
    void numberOfResultsMayDifferNearby() {
        Program program = ProgramGenerator.of(20_261_132_813L);
        assertThat(Batch.verdicts(List.of(program)).get(0).outcome()).isEqualTo(Verdict.Outcome.AGREED);
    }

    /** It reads an element beyond the end of a row that is shorter than others. */
    @Test
    void methodThatThrowsIsSkipped() {
        Verdict verdict =
                Batch.verdicts(List.of(ProgramGenerator.of(20_261_139_714L))).get(0);
        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.SKIPPED);
        assertThat(verdict.check()).isEqualTo("throws");
    }

    /** A helper gives another array to a parameter, and gets one array as two arguments. */
    @Test
    void refusalOfOneArrayTwiceIsSkipped() {
        Verdict verdict =
                Batch.verdicts(List.of(ProgramGenerator.of(20_261_207_383L))).get(0);
        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.SKIPPED);
        assertThat(verdict.check()).isEqualTo("same array");
    }

    @Test
    void programThatDoesNotCompileLeavesTheOthers() {
        Program wrong = ProgramGenerator.of(3);
        Program broken = wrong.with(
                wrong.name(),
                java.util.Map.of(wrong.name(), "package fuzzed; final class " + wrong.name() + " { int x = y; }"));
        List<Verdict> verdicts = Batch.verdicts(List.of(broken, PROGRAM));
        assertThat(verdicts.get(0).failed()).isTrue();
        assertThat(verdicts.get(1).outcome()).isEqualTo(Verdict.Outcome.AGREED);
    }
}
