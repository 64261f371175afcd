package org.cotangent.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cotangent.ad.runtime.Workspace;
import org.junit.jupiter.api.Test;

/** Emitted samples against the same computation written by hand; equal to the bit, as both are Java. */
class EmittedSamplesTest {

    private static Compiled compiled(String golden) {
        return Compiled.of(GoldenTest.generated(golden));
    }

    @Test
    void rosenbrockHasItsValueAndGradient() {
        double[] gradient = {7, 7, 7};
        Object value = compiled("Rosenbrock").call("rosenbrockGradient", new double[] {3, 5, 7}, gradient);
        assertThat(value).isEqualTo(100.0 * 16 + 4 + 100.0 * 324 + 16);
        assertThat(gradient)
                .containsExactly(-400.0 * 3 * -4 - 2 * -2, 200.0 * -4 - 400.0 * 5 * -18 - 2 * -4, 200.0 * -18);
    }

    @Test
    void labelledJumpsLeaveTheLoopsTheyName() {
        Compiled compiled = compiled("LabelledJumps");
        double[][] matrix = {{1, 0, 5}, {2, 3, 4}, {9, 9, 9}};
        assertThat(compiled.call("firstFullRow", matrix, 100)).isEqualTo(9.0);
        assertThat(compiled.call("firstFullRow", matrix, 3)).isEqualTo(-1.0);
        assertThat(compiled.call("firstFullRow", new double[0][], 3)).isEqualTo(-1.0);
    }

    @Test
    void recursionHandsOverItsSecondResult() {
        Workspace workspace = new Workspace();
        Object total = compiled("Recursion").call("powerPlusSlope", 2.0, 10, workspace);
        assertThat(total).isEqualTo(1024.0 + 10 * 512.0);
    }

    @Test
    void rowSwapsMoveReferences() {
        double[][] matrix = {{0, 2}, {3, 4}};
        double[] first = matrix[0];
        assertThat(compiled("Determinant").call("determinant", (Object) matrix)).isEqualTo(-6.0);
        assertThat(matrix[1]).isSameAs(first);
    }

    @Test
    void throwsTheExceptionWithItsMessage() {
        Compiled compiled = compiled("Determinant");
        assertThatThrownBy(() -> compiled.call("determinant", (Object) new double[][] {{0}}))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("singular: pivot \"$0\" of row 0 is 0.0");
    }

    @Test
    void savesComeBackInReverse() {
        double[] x = {0.3, -1.1};
        double[] xBar = new double[2];
        Workspace workspace = new Workspace();
        Compiled compiled = compiled("SavesInLoops");
        for (int call = 0; call < 2; call++) {
            Object sum = compiled.call("iteratedSine", x, 2, xBar, workspace);
            assertThat(sum).isEqualTo(0.0 + Math.sin(Math.sin(0.3)) + Math.sin(Math.sin(-1.1)));
            assertThat(xBar)
                    .containsExactly(
                            2.0 * Math.cos(Math.sin(0.3)) * Math.cos(0.3),
                            2.0 * Math.cos(Math.sin(-1.1)) * Math.cos(-1.1));
        }
    }

    @Test
    void integersOverflowAndFloatsRoundAsInJava() {
        float[] a = {1.1f, 2.2f, 3.3f};
        float[] b = {0.7f, 5.5f, 3.1f};
        Object result = compiled("MixedTypes").call("mixedTypes", a, b, 5);
        assertThat(result).isEqualTo(mixedTypes(new float[] {1.1f, 2.2f, 3.3f}, b, 5));
        assertThat(a).containsExactly((float) ((double) 1.1f * 0.7f), 2.2f, (float) ((double) 3.3f * 3.1f));
    }

    private static double mixedTypes(float[] a, float[] b, int n) {
        int hash = Integer.MAX_VALUE;
        long big = 1;
        double result = 0;
        for (int i = 0; i < n; i++) {
            hash = 31 * hash + n;
            hash = hash ^ (hash >>> 7);
            big = Math.max(hash * (long) i + (big << i), (long) hash);
            if (i < a.length && a[i] > b[i]) {
                double product = (double) a[i] * (double) b[i];
                a[i] = (float) product;
                double scale = (float) (a[i] * 0.1);
                result = result + (double) a[i] * (double) b[i] * scale;
            }
            result = result + 1.0 / (i + 1);
            result = result + (double) i / (double) n;
        }
        return result + (double) big + (double) (hash % 1000);
    }
}
