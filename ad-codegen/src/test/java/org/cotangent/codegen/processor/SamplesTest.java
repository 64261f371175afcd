package org.cotangent.codegen.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cotangent.codegen.processor.Trial.Remark;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples are what they should be: each compiles without a warning and is smooth where it is tried. */
class SamplesTest {

    private static final long SEED = 20;

    /** Far from kinks, extrapolated differences of two steps differ by rounding and h to the fourth. */
    private static final double STEP = 0x1p-9;

    private static final double AGREEMENT = 1e-6;

    static List<Source> samples() {
        return Source.folder("constructs");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void runs(Source source) {
        Marked.Collector collector = new Marked.Collector(true);
        Compilation compilation = Compilation.of(List.of(collector), List.of(source));
        assertThat(compilation.complaints()).isEmpty();
        assertThat(Trial.of(source).stream().map(Trial::method))
                .as("methods tried")
                .containsAll(collector.found().stream().map(Marked::method).toList());
        ClassLoader classes = compilation.load();
        Trial.of(source)
                .forEach(trial -> collector.found().stream()
                        .filter(marked -> marked.method().equals(trial.method()))
                        .forEach(marked -> tries(trial, UserMethod.of(trial, marked, classes, SEED))));
    }

    private static void tries(Trial trial, UserMethod method) {
        if (trial.has(Remark.THROWS)) {
            assertThat(catchThrowable(() -> method.values(method.point())))
                    .as(trial::toString)
                    .isNotNull();
            return;
        }
        double[] values = method.values(method.point());
        assertThat(values).as(trial::toString).isEqualTo(method.values(method.point()));
        assertThat(Arrays.stream(values).allMatch(Double::isFinite))
                .as(() -> "finite: " + trial + " = " + Arrays.toString(values))
                .isNotEqualTo(trial.has(Remark.NOT_FINITE));
        if (!trial.has(Remark.NOT_FINITE) && !trial.has(Remark.ROUNDED)) {
            isSmooth(trial, method);
        }
    }

    private static void isSmooth(Trial trial, UserMethod method) {
        double[] point = method.point();
        double largest = 0;
        for (int i = 0; i < point.length; i++) {
            double h = STEP * Math.max(Math.abs(point[i]), 0.25);
            double[] wide = extrapolated(method, point, i, h);
            double[] narrow = extrapolated(method, point, i, h / 2);
            double[] values = method.values(point);
            double scale = Stream.of(wide, values)
                    .flatMapToDouble(Arrays::stream)
                    .map(Math::abs)
                    .max()
                    .orElse(0);
            for (int row = 0; row < wide.length; row++) {
                String what = trial + " derivative of value " + row + " by variable " + i + ", by two steps";
                assertThat(wide[row])
                        .as(what)
                        .isCloseTo(narrow[row], org.assertj.core.data.Offset.offset(AGREEMENT * scale));
                largest = Math.max(largest, Math.abs(wide[row]));
            }
        }
        assertThat(largest).as(() -> "largest derivative of " + trial).matches(d -> d > 1e-3 != trial.has(Remark.FLAT));
    }

    private static double[] extrapolated(UserMethod method, double[] point, int variable, double h) {
        double[] once = slope(method, point, variable, h);
        double[] half = slope(method, point, variable, h / 2);
        double[] extrapolated = new double[once.length];
        Arrays.setAll(extrapolated, row -> (4 * half[row] - once[row]) / 3);
        return extrapolated;
    }

    private static double[] slope(UserMethod method, double[] point, int variable, double h) {
        double[] above = method.values(moved(point, variable, h));
        double[] below = method.values(moved(point, variable, -h));
        double[] slope = new double[above.length];
        Arrays.setAll(slope, row -> (above[row] - below[row]) / (2 * h));
        return slope;
    }

    private static double[] moved(double[] point, int variable, double distance) {
        double[] moved = point.clone();
        moved[variable] += distance;
        return moved;
    }
}
