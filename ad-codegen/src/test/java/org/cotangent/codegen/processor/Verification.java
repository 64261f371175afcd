package org.cotangent.codegen.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Offset;
import org.cotangent.ad.check.CheckReport;
import org.cotangent.ad.check.DerivativeCheck;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.codegen.processor.Trial.Remark;

/** Checks a function and its derivatives against the method as its author wrote it. */
final class Verification {

    /**
     * Two ways of computing a derivative differ by rounding: some hundred operations, each by half a
     * unit in the last place, and sums that lose up to four digits by cancellation.
     */
    private static final double ROUNDING = 1e-10;

    /** Some dozen functions, each good to one unit in the last place, in a sum of that size. */
    private static final double STRICT = 1e-14;

    private final Trial trial;
    private final UserMethod method;
    private final double[] x;

    Verification(Trial trial, UserMethod method) {
        this.trial = trial;
        this.method = method;
        this.x = method.point();
    }

    /** How the failure of a method must show again. */
    interface Failures {
        void compare(Throwable found, Throwable expected);
    }

    /** Checks a scalar function. */
    void of(TwiceDifferentiableFunction tested, Failures failures) {
        double[] gradient = new double[x.length];
        if (trial.has(Remark.THROWS)) {
            throwsAlike(() -> tested.value(x), failures);
            throwsAlike(() -> tested.valueAndGradient(x, gradient), failures);
            throwsAlike(() -> tested.hessianVectorProduct(x, x.clone(), gradient), failures);
            return;
        }
        sameBits(tested.value(x));
        sameBits(tested.valueAndGradient(x, gradient));
        if (judges()) {
            judge(DerivativeCheck.of(Judged.of(method, tested)));
        }
    }

    /** Checks a vector function. */
    void of(TwiceDifferentiableVectorFunction tested, Failures failures) {
        double[] values = new double[tested.outputDimension()];
        if (trial.has(Remark.THROWS)) {
            double[] more = values.clone();
            throwsAlike(() -> tested.value(x, values), failures);
            throwsAlike(() -> tested.jvp(x, x.clone(), values, more), failures);
            throwsAlike(() -> tested.vjp(x, more, values, new double[x.length]), failures);
            return;
        }
        tested.value(x, values);
        sameBits(values);
        if (judges()) {
            judge(DerivativeCheck.of(Judged.of(method, tested)));
        }
    }

    private boolean judges() {
        return !trial.has(Remark.NOT_FINITE) && !trial.has(Remark.ROUNDED);
    }

    private void judge(DerivativeCheck check) {
        CheckReport report = check.at(x).report();
        assertThat(report.verdict().name()).as(() -> trial + "\n" + report).isEqualTo("RIGHT");
    }

    private void sameBits(double... values) {
        if (trial.has(Remark.STRICT)) {
            assertThat(values)
                    .as(trial::toString)
                    .containsExactly(method.values(x), Offset.offset(STRICT * Math.abs(values[0])));
            return;
        }
        assertThat(values).as(trial::toString).isEqualTo(method.values(x));
    }

    private void throwsAlike(ThrowingCallable tested, Failures failures) {
        Throwable expected = catchThrowable(() -> method.values(x));
        Throwable found = catchThrowable(tested);
        assertThat(found).as(trial::toString).hasSameClassAs(expected);
        failures.compare(found, expected);
    }

    /** Checks derivatives along random directions against those by complex step. */
    void agrees(BiFunction<double[], double[], double[]> slopes, BiFunction<double[], double[], double[]> complexStep) {
        if (Stream.of(Remark.THROWS, Remark.NOT_FINITE, Remark.NO_COMPLEX, Remark.EXTERNAL)
                .anyMatch(trial::has)) {
            return;
        }
        double[] found = new double[0];
        for (int i = 0; i < x.length; i++) {
            double[] direction = new double[x.length];
            direction[i] = 1;
            double[] expected = complexStep.apply(x, direction);
            found = slopes.apply(x, direction);
            double scale = Math.max(
                    Arrays.stream(expected).map(Math::abs).max().orElse(0),
                    Arrays.stream(method.values(x)).map(Math::abs).max().orElse(0));
            for (int row = 0; row < expected.length; row++) {
                assertThat(found[row])
                        .as(trial + " derivative of value " + row + " by variable " + i + " against complex step")
                        .isCloseTo(expected[row], Offset.offset(ROUNDING * scale));
            }
        }
    }
}
