package org.cotangent.codegen.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.junit.jupiter.api.Test;

/** Methods as long as people, and programs that write programs, make them. */
class LongMethodTest {

    private static final String HEAD = """
            package user;

            import org.cotangent.ad.annotation.Differentiable;

            class Model {
                @Differentiable(wrt = {"a", "b"})
                static double f(double a, double b, double h) {
            """;

    private static final String END = """
                    return a * b;
                }
            }
            """;

    /** Six lines. */
    private static final String LOOP = """
                    for (int i = 0; i < 3; i++) {
                        double c# = Math.exp(-a * b);
                        double d# = a - h * c#;
                        a = d# + 0.001 * i * c#;
                        b = 0.9 * b + h * Math.sin(d#);
                    }
            """;

    /** As short as statements can be: Java's own limit is 64 KB for a method. */
    private static final String SHORT = """
                    a += h * b;
                    b -= h * a;
                    a = -a;
                    b = -b;
            """;

    private static String repeated(String part, int times) {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; i < times; i++) {
            text.append(part.replace("#", Integer.toString(i)));
        }
        return text.append(END).toString();
    }

    /** Rotations by h, as both kinds are, have slopes near 1, which differences of h find to 1e-6. */
    private static void isRight(String source) {
        Processed processed = Processed.of("user.Model", source);
        double h = 1e-3;
        var f = (TwiceDifferentiableFunction) processed.call("user.ModelDerivatives", "f", h);
        double[] x = {0.7, 0.4};
        double[] gradient = new double[2];
        double value = (double) processed.call("user.Model", "f", x[0], x[1], h);
        assertThat(f.valueAndGradient(x, gradient)).isEqualTo(value);
        double step = 1e-6;
        for (int i = 0; i < 2; i++) {
            double[] above = x.clone();
            double[] below = x.clone();
            above[i] += step;
            below[i] -= step;
            double difference = ((double) processed.call("user.Model", "f", above[0], above[1], h)
                            - (double) processed.call("user.Model", "f", below[0], below[1], h))
                    / (2 * step);
            assertThat(gradient[i]).isCloseTo(difference, within(1e-6 * (1 + Math.abs(difference))));
        }
    }

    @Test
    void manyLoopsAreRight() {
        isRight(repeated(LOOP, 100));
    }

    /**
     * Linear growth gives 4 and less, as the first compilation warms up; it was 64 once. The least of a
     * few times, if need be, as another program may take the caches and half of the core from one.
     */
    @Test
    void timeDoesNotGrowWithTheSquareOfTheNumberOfLoops() {
        double few = Double.POSITIVE_INFINITY;
        double many = Double.POSITIVE_INFINITY;
        double growth = Double.POSITIVE_INFINITY;
        for (int attempt = 0; attempt < 3 && growth >= 12; attempt++) {
            few = Math.min(few, nanoseconds(repeated(LOOP, 20)));
            many = Math.min(many, nanoseconds(repeated(LOOP, 80)));
            growth = many / few;
        }
        assertThat(growth).isLessThan(12);
    }

    private static long nanoseconds(String source) {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long start = thread.getCurrentThreadCpuTime();
        Processed.of("user.Model", source);
        return thread.getCurrentThreadCpuTime() - start;
    }

    @Test
    void tenThousandStatementsAreSplitIntoMethods() {
        isRight(repeated(SHORT, 2_500));
    }

    /** What javac refuses itself, here 66 KB, is not to be blamed on the companion. */
    @Test
    void methodsThatJavacRefusesAreItsOnlyError() {
        Processed processed = Processed.of(Map.of("user.Model", repeated(SHORT, 3_300)));
        assertThat(processed.succeeded()).isFalse();
        assertThat(processed.diagnostics()).hasSize(1);
        assertThat(processed.messages().get(0)).contains("code too large");
        assertThat(processed.diagnostics().get(0).getSource().getName()).doesNotContain("Derivatives");
    }
}
