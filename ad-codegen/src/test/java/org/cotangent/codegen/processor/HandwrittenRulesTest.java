package org.cotangent.codegen.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cotangent.ad.check.DerivativeCheck;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Methods that call routines of any Java, with rules for their derivatives beside them. */
class HandwrittenRulesTest {

    private static final String HEAD = """
            package user;

            import java.util.ArrayList;
            import java.util.List;
            import org.cotangent.ad.annotation.DerivativeOf;
            import org.cotangent.ad.annotation.Differentiable;
            import org.cotangent.ad.annotation.Form;

            """;

    private static Processed of(String body) {
        Processed processed = Processed.of("user.Model", HEAD.replace(unused(body), "") + body);
        assertThat(processed.messages()).isEmpty();
        return processed;
    }

    /** The import of forms, where none is named; javac does not mind the others. */
    private static String unused(String body) {
        return body.contains("Form.") ? "\0" : "import org.cotangent.ad.annotation.Form;\n";
    }

    private static TwiceDifferentiableFunction scalar(Processed processed, String name, Object... arguments) {
        return (TwiceDifferentiableFunction) processed.call("user.ModelDerivatives", name, arguments);
    }

    private static String method(Processed processed, String name) {
        String source = processed.generated().get("user.ModelDerivatives");
        String from = source.substring(source.indexOf(" " + name + "("));
        return from.substring(0, from.indexOf("\n    }\n"));
    }

    private static final String KEPLER = """
            final class Model {
                /** Solves e - eccentricity sin e = mean, by a method that nobody could differentiate. */
                static double anomaly(double mean, double eccentricity) {
                    List<Double> tried = new ArrayList<>(List.of(mean));
                    try {
                        while (tried.size() < 30) {
                            double e = tried.get(tried.size() - 1);
                            double miss = e - eccentricity * Math.sin(e) - mean;
                            tried.add(e - miss / (1 - eccentricity * Math.cos(e)));
                        }
                        return tried.get(tried.size() - 1);
                    } finally {
                        tried.clear();
                    }
                }

                @DerivativeOf(method = "anomaly", wrt = "mean")
                private static double byMean(double eccentricity, double anomaly) {
                    return 1 / (1 - eccentricity * Math.cos(anomaly));
                }

                @DerivativeOf(method = "anomaly", wrt = "eccentricity")
                private static double byEccentricity(double eccentricity, double anomaly) {
                    return Math.sin(anomaly) * byMean(eccentricity, anomaly);
                }

                @Differentiable(wrt = {"mean", "eccentricity"})
                static double solved(double mean, double eccentricity) {
                    return anomaly(mean, eccentricity);
                }

                @Differentiable(wrt = {"period", "eccentricity"})
                static double misfit(double period, double eccentricity, double[] times, double[] measured) {
                    double sum = 0;
                    for (int i = 0; i < times.length; i++) {
                        double e = anomaly(2 * Math.PI * times[i] / period, eccentricity);
                        double off = Math.cos(e) - eccentricity - measured[i];
                        sum += off * off;
                    }
                    return Math.sqrt(sum);
                }

                @Differentiable
                static double latest(double[] at) {
                    double sum = 0;
                    for (double mean : at) {
                        sum += Math.exp(anomaly(mean, 0.3) * mean);
                    }
                    return sum;
                }
            }
            """;

    @Test
    void solutionsOfAnEquationAreDifferentiatedByTheImplicitFunctionTheorem() {
        Processed processed = of(KEPLER);
        TwiceDifferentiableFunction solved = scalar(processed, "solved");
        double[] gradient = new double[2];
        double[] product = new double[2];
        double e = solved.valueAndGradient(new double[] {1.3, 0.4}, gradient);
        // Of e - k sin e = m, once and twice: with d = 1 - k cos e, e' = 1/d, e'' = -k sin e / d³.
        double d = 1 - 0.4 * Math.cos(e);
        assertThat(e - 0.4 * Math.sin(e)).isCloseTo(1.3, within(1e-15));
        assertThat(gradient).containsExactly(new double[] {1 / d, Math.sin(e) / d}, within(1e-15));
        solved.hessianVectorProduct(new double[] {1.3, 0.4}, new double[] {1, 0}, product);
        double mixed = Math.cos(e) / (d * d) - 0.4 * Math.pow(Math.sin(e), 2) / Math.pow(d, 3);
        assertThat(product).containsExactly(new double[] {-0.4 * Math.sin(e) / Math.pow(d, 3), mixed}, within(1e-14));
    }

    @Test
    void routinesMayBeCalledInLoops() {
        Processed processed = of(KEPLER);
        double[] times = {0.1, 0.7, 1.3, 2.2};
        var f = scalar(processed, "misfit", times, new double[] {0.3, 0.2, -0.5, 0.1});
        assertThat(f.value(new double[] {1.7, 0.3}))
                .isEqualTo(processed.call("user.Model", "misfit", 1.7, 0.3, times, new double[] {0.3, 0.2, -0.5, 0.1}));
        DerivativeCheck.of(f).at(1.7, 0.3).orThrow();
        assertThat(method(processed, "misfitGradient"))
                .contains("Model.anomaly(")
                .contains("double meanPartial = byMean(eccentricity, anomalyValue);");
        assertThat(processed.generated().get("user.ModelDerivatives").split(" double byMean\\d*\\(", -1))
                .as("copies of a rule")
                .hasSize(2);
    }

    @Test
    void routinesAreCalledOnceWhereValuesAndAdjointsShareALoop() {
        Processed processed = of(KEPLER);
        DerivativeCheck.of(scalar(processed, "latest", 3)).at(0.5, 0.8, 1.3).orThrow();
        for (String name : List.of("latestGradient", "latestHessianVectorProduct")) {
            assertThat(method(processed, name).split("Model\\.anomaly\\(", -1)).hasSize(2);
        }
    }

    @Test
    void aWrongRuleIsFound() {
        Processed processed =
                of(KEPLER.replace("return Math.sin(anomaly) * byMean", "return Math.cos(anomaly) * byMean"));
        TwiceDifferentiableFunction f = scalar(processed, "solved");
        assertThatThrownBy(() -> DerivativeCheck.of(f).at(1.3, 0.4).orThrow())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("WRONG");
    }

    private static final String SPLINE = """
            final class Model {
                /** A natural cubic spline through values at 0, 1, 2, ..., whose second derivatives solve a system. */
                static double spline(double[] values, double t) {
                    int n = values.length;
                    double[] moments = moments(values);
                    int i = Math.min(Math.max((int) t, 0), n - 2);
                    double u = t - i;
                    return (1 - u) * values[i] + u * values[i + 1]
                            + ((1 - u) * (1 - u) * (1 - u) - (1 - u)) * moments[i] / 6
                            + (u * u * u - u) * moments[i + 1] / 6;
                }

                static double[] moments(double[] values) {
                    int n = values.length;
                    double[] right = new double[n];
                    for (int i = 1; i + 1 < n; i++) {
                        right[i] = 6 * (values[i + 1] - 2 * values[i] + values[i - 1]);
                    }
                    return solved(right);
                }

                /** Solves m[i - 1] + 4 m[i] + m[i + 1] = right[i] with 0 at the ends: symmetric. */
                static double[] solved(double[] right) {
                    int n = right.length;
                    double[] scale = new double[n];
                    double[] m = new double[n];
                    for (int i = 1; i + 1 < n; i++) {
                        scale[i] = 1 / (4 - scale[i - 1]);
                        m[i] = (right[i] - m[i - 1]) * scale[i];
                    }
                    for (int i = n - 3; i > 0; i--) {
                        m[i] -= scale[i] * m[i + 1];
                    }
                    return m;
                }

                @DerivativeOf(method = "spline", wrt = "t")
                static double splineByT(double[] values, double t) {
                    double[] moments = moments(values);
                    int i = Math.min(Math.max((int) t, 0), values.length - 2);
                    double u = t - i;
                    return values[i + 1] - values[i] + (1 - 3 * (1 - u) * (1 - u)) * moments[i] / 6
                            + (3 * u * u - 1) * moments[i + 1] / 6;
                }

                @DerivativeOf(method = "spline")
                static void splineAdjoint(double[] values, double t, double splineBar, double[] valuesBar) {
                    int n = values.length;
                    int i = Math.min(Math.max((int) t, 0), n - 2);
                    double u = t - i;
                    double[] momentsBar = new double[n];
                    momentsBar[i] = splineBar * ((1 - u) * (1 - u) * (1 - u) - (1 - u)) / 6;
                    momentsBar[i + 1] = splineBar * (u * u * u - u) / 6;
                    momentsBar[0] = 0;
                    momentsBar[n - 1] = 0;
                    double[] rightBar = solved(momentsBar);
                    valuesBar[i] += splineBar * (1 - u);
                    valuesBar[i + 1] += splineBar * u;
                    for (int k = 1; k + 1 < n; k++) {
                        valuesBar[k + 1] += 6 * rightBar[k];
                        valuesBar[k] -= 12 * rightBar[k];
                        valuesBar[k - 1] += 6 * rightBar[k];
                    }
                }

                @Differentiable(wrt = {"values", "shift"})
                static double misfit(double[] values, double shift, double[] times) {
                    double sum = 0;
                    for (double time : times) {
                        double off = Math.sin(time) - spline(values, time + shift);
                        sum += off * off;
                    }
                    return sum;
                }
            }
            """;

    @Test
    void tablesHaveAnAdjointRuleBesideThePartialDerivative() {
        Processed processed = of(SPLINE);
        var f = scalar(processed, "misfit", 5, new double[] {0.3, 1.2, 2.7, 3.1});
        DerivativeCheck.of(f).at(0.1, 0.8, 0.9, 0.2, -0.7, 0.05).orThrow();
        assertThat(method(processed, "misfitGradient"))
                .contains("splineAdjoint(values, ")
                .contains(", valuesBar")
                .doesNotContain("Share");
    }

    private static final String VECTORS = """
            final class Model {
                static double[] rotated(double[] p, double angle) {
                    double[] result = new double[2];
                    List.of(0, 1).forEach(i -> result[i] = Math.cos(angle) * p[i]
                            + (i == 0 ? -1 : 1) * Math.sin(angle) * p[1 - i]);
                    return result;
                }

                @DerivativeOf(method = "rotated")
                static void rotatedTangent(
                        double[] p, double angle, double[] rotated, double[] pDot, double angleDot, double[] rotatedDot) {
                    rotatedDot[0] = Math.cos(angle) * pDot[0] - Math.sin(angle) * pDot[1] - rotated[1] * angleDot;
                    rotatedDot[1] = Math.sin(angle) * pDot[0] + Math.cos(angle) * pDot[1] + rotated[0] * angleDot;
                }

                /** Assigns what it gives. */
                @DerivativeOf(method = "rotated")
                static double rotatedAdjoint(double angle, double[] rotated, double[] rotatedBar, double[] pBar) {
                    pBar[0] = Math.cos(angle) * rotatedBar[0] + Math.sin(angle) * rotatedBar[1];
                    pBar[1] = Math.cos(angle) * rotatedBar[1] - Math.sin(angle) * rotatedBar[0];
                    return rotated[0] * rotatedBar[1] - rotated[1] * rotatedBar[0];
                }

                @Differentiable(wrt = {"p", "angle"})
                static double[] walk(double[] p, double angle) {
                    double[] at = p.clone();
                    for (int i = 0; i < 4; i++) {
                        double[] turned = rotated(at, angle * at[0]);
                        at[0] += turned[0];
                        at[1] = turned[1] * p[0];
                    }
                    return at;
                }
            }
            """;

    @Test
    void arraysAreReturnedToTangentAndAdjointRules() {
        Processed processed = of(VECTORS);
        var f = (TwiceDifferentiableVectorFunction) processed.call("user.ModelDerivatives", "walk", 2, 2);
        DerivativeCheck.of(f).at(0.6, 0.8, 0.3).orThrow();
    }

    @Test
    void arraysAreWrittenAndRulesMayCallTheirRoutine() {
        Processed processed = of("""
                final class Model {
                    /** A linear map of a matrix, each element of the output assigned. */
                    static void mixed(double[][] a, double[][] out) {
                        for (double[] row : out) {
                            java.util.Arrays.setAll(row, j -> a[0][j] + 2 * a[1][j] + a[0][0] * 3);
                        }
                    }

                    @DerivativeOf(method = "mixed", outputs = "out")
                    static void along(double[][] aDot, double[][] outDot) {
                        mixed(aDot, outDot);
                    }

                    @DerivativeOf(method = "mixed")
                    static void back(double[][] outBar, double[][] aBar) {
                        for (int i = 0; i < outBar.length; i++) {
                            double[] row = outBar[i];
                            for (int j = 0; j < row.length; j++) {
                                aBar[0][j] += row[j];
                                aBar[1][j] += 2 * row[j];
                                aBar[0][0] += 3 * row[j];
                            }
                        }
                    }

                    @Differentiable
                    static double f(double[][] a) {
                        double[][] out = new double[3][2];
                        double sum = 0;
                        for (int turn = 0; turn < 3; turn++) {
                            out[1][0] = a[1][0];
                            sum += out[1][0] * out[1][0];
                            mixed(a, out);
                            sum += Math.sin(out[0][1]) * out[2][0] * a[1][turn % 2];
                        }
                        return sum;
                    }
                }
                """);
        DerivativeCheck.of(scalar(processed, "f", 2, 2)).at(0.3, 0.8, -0.4, 0.6).orThrow();
    }

    /** By another element, under a condition, after a method or a loop over rows has assigned them. */
    @Test
    void outputsMayBeReadWhereTheyMayHaveBeenAssigned() {
        Processed processed = of("""
                final class Model {
                    static void summed(double[] x, double[] out) {
                        out[0] = x[0];
                        for (int i = 1; i < out.length; i++) {
                            out[i] = out[i - 1] + x[i];
                        }
                    }

                    @DerivativeOf(method = "summed", outputs = "out")
                    static void summedAlong(double[] xDot, double[] outDot) {
                        outDot[0] = xDot[0];
                        for (int i = 1; i < outDot.length; i++) {
                            outDot[i] = outDot[i - 1] + xDot[i];
                        }
                    }

                    static void total(double[] x, double[][] out) {
                        for (double[] row : out) {
                            java.util.Arrays.fill(row, 0);
                        }
                        for (int i = 0; i < x.length; i++) {
                            out[0][0] += x[i];
                            if (i > 0) {
                                out[0][1] += 2 * x[i];
                            } else {
                                out[0][1] = 2 * x[i];
                            }
                        }
                    }

                    @DerivativeOf(method = "total", outputs = "out")
                    static void totalAdjoint(double[][] outBar, double[] xBar) {
                        for (int i = 0; i < xBar.length; i++) {
                            xBar[i] += outBar[0][0] + 2 * outBar[0][1];
                        }
                    }

                    @Differentiable
                    static double f(double[] x) {
                        double[] sums = new double[x.length];
                        summed(x, sums);
                        double[][] out = new double[1][2];
                        total(sums, out);
                        return out[0][0] * out[0][1] + Math.sin(sums[1]);
                    }
                }
                """);
        DerivativeCheck.of(scalar(processed, "f", 3)).at(0.3, 0.8, -0.4).orThrow();
    }

    @Test
    void rulesOfRulesServeSecondDerivatives() {
        Processed processed = of("""
                final class Model {
                    static double outer(double x) {
                        return inner(x) * inner(2 * x);
                    }

                    static double inner(double x) {
                        Double boxed = Math.exp(x * x);
                        return boxed;
                    }

                    @DerivativeOf(method = "outer")
                    static double outerSlope(double x) {
                        return innerSlope(x) * inner(2 * x) + 2 * inner(x) * innerSlope(2 * x);
                    }

                    /** Calls its own routine. */
                    @DerivativeOf(method = "inner")
                    static double innerSlope(double x) {
                        return 2 * x * inner(x);
                    }

                    static double blend(double x) {
                        return Math.log(x) * x * x;
                    }

                    /** Not to be read, as it has a rule. */
                    @DerivativeOf(method = "blend")
                    static double blendSlope(double x) {
                        Object boxed = 2 * x * Math.log(x) + x;
                        return (Double) boxed;
                    }

                    @DerivativeOf(method = "blendSlope")
                    static double blendCurvature(double x) {
                        return 2 * Math.log(x) + 3;
                    }

                    @Differentiable
                    static double f(double x) {
                        return outer(x / 2) * x;
                    }

                    @Differentiable
                    static double g(double x) {
                        return blend(x) * x;
                    }
                }
                """);
        DerivativeCheck.of(scalar(processed, "f")).at(0.7).orThrow();
        var g = scalar(processed, "g");
        double[] product = new double[1];
        // (x³ log x)'' = 6 x log x + 5 x
        g.hessianVectorProduct(new double[] {0.7}, new double[] {1}, product);
        assertThat(product[0]).isCloseTo(6 * 0.7 * Math.log(0.7) + 5 * 0.7, within(1e-14));
    }

    @Test
    void numbersOfAllKindsAreTaken() {
        Processed processed = of("""
                final class Model {
                    record Adjoints(double xBar, double yBar) {}

                    static float scaled(float x, double y, int n, long m, boolean up, float[][][] w, int[] at) {
                        return up ? (float) (Math.pow(x, n) * y * m * w[0][0][at[0]]) : 0;
                    }

                    @DerivativeOf(method = "scaled")
                    static Adjoints back(
                            float x, double y, int n, long m, float[][][] w, int[] at, boolean up, double scaledBar,
                            double[][][] wBar) {
                        if (!up) {
                            return new Adjoints(0, 0);
                        }
                        double power = Math.pow(x, n);
                        wBar[0][0][at[0]] += scaledBar * power * y * m;
                        double bar = scaledBar * m * w[0][0][at[0]];
                        return new Adjoints(bar * n * power / x * y, bar * power);
                    }

                    @Differentiable(wrt = {"x", "y", "w"})
                    static double f(float x, double y, float[][][] w, int[] at) {
                        return scaled(x, y, 3, 2L, y > 0, w, at) * y;
                    }
                }
                """);
        var f = scalar(processed, "f", 1, 1, 2, new int[] {1});
        double[] gradient = new double[4];
        // 2 x³ y² w[1], at numbers that floats hold
        f.valueAndGradient(new double[] {0.5, 0.75, 3, 1.5}, gradient);
        assertThat(gradient)
                .containsExactly(3 * 2 * 0.25 * 0.5625 * 1.5, 2 * 2 * 0.125 * 0.75 * 1.5, 0, 2 * 0.125 * 0.5625);
    }

    @Test
    void theRoutineItselfIsDifferentiatedByItsRules() {
        Processed processed = of("""
                final class Model {
                    @Differentiable
                    static double[] cubes(double[] x) {
                        return java.util.Arrays.stream(x).map(v -> v * v * v).toArray();
                    }

                    @DerivativeOf(method = "cubes")
                    static double[] cubesTangent(double[] x, double[] xDot) {
                        double[] cubesDot = new double[x.length];
                        for (int i = 0; i < x.length; i++) {
                            cubesDot[i] = 3 * x[i] * x[i] * xDot[i];
                        }
                        return cubesDot;
                    }

                    @DerivativeOf(method = "cubes")
                    static void cubesAdjoint(double[] x, double[] cubesBar, double[] xBar) {
                        for (int i = 0; i < x.length; i++) {
                            xBar[i] += 3 * x[i] * x[i] * cubesBar[i];
                        }
                    }
                }
                """);
        var f = (TwiceDifferentiableVectorFunction) processed.call("user.ModelDerivatives", "cubes", 3, 3);
        DerivativeCheck.of(f).at(0.3, 0.8, -0.4).orThrow();
        var shorter = (TwiceDifferentiableVectorFunction) processed.call("user.ModelDerivatives", "cubes", 3, 2);
        assertThatThrownBy(() -> shorter.value(new double[3], new double[2]))
                .hasMessageContaining("cubesValues has length 2, expected 3");
    }

    private static final String ONE_RULE = """
            final class Model {
                static double[] neighbours(double[] x, double s) {
                    return java.util.stream.IntStream.range(0, x.length)
                            .mapToDouble(i -> x[i] * x[(i + 1) % x.length] * s * s)
                            .toArray();
                }

                @DerivativeOf(method = "neighbours")
                static double[] along(double[] x, double s, double[] neighbours, double[] xDot, double sDot) {
                    double[] dot = new double[x.length];
                    for (int i = 0; i < x.length; i++) {
                        int j = (i + 1) % x.length;
                        dot[i] = (xDot[i] * x[j] + x[i] * xDot[j]) * s * s + 2 * neighbours[i] / s * sDot;
                    }
                    return dot;
                }

                static void gram(double[][] a, double[][] out) {
                    for (double[] row : out) {
                        java.util.Arrays.fill(row, 0);
                    }
                    for (int i = 0; i < a.length; i++) {
                        for (int j = 0; j < a.length; j++) {
                            for (int k = 0; k < a[i].length; k++) {
                                out[i][j] += a[i][k] * a[j][k];
                            }
                        }
                    }
                }

                @DerivativeOf(method = "gram", outputs = "out")
                static void back(double[][] a, double[][] outBar, double[][] aBar) {
                    for (int i = 0; i < a.length; i++) {
                        double[] row = aBar[i];
                        for (int j = 0; j < a.length; j++) {
                            for (int k = 0; k < a[i].length; k++) {
                                row[k] += outBar[i][j] * a[j][k];
                                aBar[j][k] += outBar[i][j] * a[i][k];
                            }
                        }
                    }
                }

                static double norm(double[] x, double p) {
                    return java.util.Arrays.stream(x).map(v -> Math.pow(v, p)).sum();
                }

                @DerivativeOf(method = "norm")
                static double normAlong(double[] x, double p, double[] xDot, double pDot) {
                    double dot = 0;
                    for (int i = 0; i < x.length; i++) {
                        dot += p * Math.pow(x[i], p - 1) * xDot[i] + Math.pow(x[i], p) * Math.log(x[i]) * pDot;
                    }
                    return dot;
                }

                @Differentiable
                static double byTangentRule(double[] x) {
                    double[] y = x;
                    double sum = 0;
                    for (int turn = 0; turn < 3; turn++) {
                        y = neighbours(neighbours(y, x[0]), x[1]);
                        for (int i = 0; i < y.length; i++) {
                            sum += Math.exp(y[i]) * x[i];
                        }
                    }
                    return sum * norm(x, 2 + x[0]);
                }

                @Differentiable
                static double[] byAdjointRule(double[][] a) {
                    double[][] out = new double[a.length][a.length];
                    double[] sums = new double[3];
                    for (int turn = 0; turn < sums.length; turn++) {
                        gram(a, out);
                        sums[turn] = Math.sin(out[0][1]) * a[turn % 2][0] * out[1][1];
                        a[turn % 2][1] *= 0.5 * sums[turn];
                    }
                    return sums;
                }
            }
            """;

    @Test
    void oneTangentRuleServesBothModesAndSecondDerivatives() {
        DerivativeCheck.of(scalar(of(ONE_RULE), "byTangentRule", 3))
                .at(0.7, 0.9, 0.8)
                .orThrow();
    }

    @Test
    void oneAdjointRuleServesBothModesAndSecondDerivatives() {
        var f = (TwiceDifferentiableVectorFunction) of(ONE_RULE).call("user.ModelDerivatives", "byAdjointRule", 2, 2);
        DerivativeCheck.of(f).at(0.7, 0.9, 0.8, 0.6).orThrow();
    }

    @Test
    void whatIsNotAskedForNeedsNoRule() {
        Processed processed = of("""
                final class Model {
                    static double[] twice(double[] x) {
                        return java.util.Arrays.stream(x).map(v -> 2 * v).toArray();
                    }

                    /** Linear as its routine, which it calls, so it makes no adjoint rule. */
                    @DerivativeOf(method = "twice")
                    static double[] along(double[] xDot) {
                        return twice(xDot);
                    }

                    @Differentiable(forms = {Form.VALUE, Form.JVP})
                    static double f(double[] x, int n) {
                        double[] y = twice(x);
                        return y[0] * y[n];
                    }
                }
                """);
        Object slope =
                processed.call("user.ModelDerivatives", "fTangent", new double[] {1, 5, 3}, new double[] {1, 0, 0}, 2);
        assertThat(slope).isEqualTo(12.0);
    }

    @Test
    void rulesInOtherPackagesAreReadAndTheirRoutinesMustBePublic() {
        String physics = """
                package physics;

                import org.cotangent.ad.annotation.DerivativeOf;

                public final class Physics {
                    private static final double STIFFNESS = 3;

                    public static double force(double x) {
                        return Double.valueOf(STIFFNESS * x * x);
                    }

                    /** Rules may stand in a class nested in that of their routine. */
                    private static final class Rules {
                        @DerivativeOf(method = "force")
                        private static double slope(double x) {
                            return 2 * STIFFNESS * x;
                        }
                    }
                }
                """;
        String model = """
                package user;

                import org.cotangent.ad.annotation.Differentiable;
                import physics.Physics;

                final class Model {
                    @Differentiable
                    static double f(double x) {
                        return Physics.force(x) * x;
                    }
                }
                """;
        Processed processed = Processed.of(Map.of("physics.Physics", physics, "user.Model", model));
        assertThat(processed.messages()).isEmpty();
        DerivativeCheck.of(scalar(processed, "f")).at(0.7).orThrow();

        String hidden = physics.replace("public static double force", "static double force");
        String near = model.replace("user", "physics").replace("import physics.Physics;\n", "");
        assertThat(Processed.of(Map.of("physics.Physics", hidden, "physics.Model", near))
                        .messages())
                .isEmpty();
        // javac itself does not let another package call what is not public.
        String inherited = physics.replace("public static double force", "protected static double force")
                .replace("public final class", "public class");
        String heir = model.replace("final class Model {", "final class Model extends Physics {")
                .replace("Physics.force", "force");
        assertThat(Processed.of(Map.of("physics.Physics", inherited, "user.Model", heir))
                        .messages())
                .anyMatch(m -> m.startsWith("8: [AD-RULE] method force") && m.contains("make it and the classes"));
    }

    @Test
    void rulesThatAreCompiledAlreadyAreRefused(@TempDir Path folder) {
        String library = """
                package library;

                import org.cotangent.ad.annotation.DerivativeOf;

                public final class Library {
                    public static double cube(double x) {
                        return x * x * x;
                    }

                    @DerivativeOf(method = "cube")
                    public static double slope(double x) {
                        return 3 * x * x;
                    }
                }
                """;
        Compilation compiled =
                Compilation.of(List.of(new DifferentiableProcessor()), List.of(Source.of("Library", library)));
        assertThat(compiled.complaints()).isEmpty();
        compiled.classFiles().forEach((name, bytes) -> write(folder, name, bytes));
        String model = """
                package user;

                import library.Library;
                import org.cotangent.ad.annotation.Differentiable;

                final class Model {
                    @Differentiable
                    static double f(double x) {
                        return Library.cube(x);
                    }
                }
                """;
        String classPath = folder + java.io.File.pathSeparator + System.getProperty("java.class.path");
        Processed processed = Processed.of(Map.of("user.Model", model), "-classpath", classPath);
        assertThat(processed.succeeded()).isFalse();
        assertThat(processed.messages())
                .anyMatch(m -> m.contains("[AD-RULE] rule slope has no source here")
                        && m.contains("give rules to a method of this project that calls the routine"));
    }

    private static void write(Path folder, String name, byte[] bytes) {
        Path file = folder.resolve(name.replace('.', '/') + ".class");
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void rulesThatUseWhatIsStillToBeWrittenAreCheckedLater() {
        Processed processed = of("""
                final class Model {
                    static double square(double x) {
                        return Double.valueOf(x * x);
                    }

                    /** Uses the derivative of another method, as the class of derivatives gives it. */
                    @DerivativeOf(method = "square")
                    static double slope(double x) {
                        return ModelDerivatives.otherTangent(x, 1);
                    }

                    @Differentiable
                    static double other(double x) {
                        return x * x;
                    }
                }
                """);
        assertThat(processed.succeeded()).isTrue();
    }

    @Test
    void theReportTellsWhatIsKeptAroundRoutines() {
        Processed processed =
                Processed.of(Map.of("user.Model", HEAD.replace(unused(KEPLER), "") + KEPLER), "-Aad.report=true");
        assertThat(processed.succeeded()).isTrue();
        assertThat(processed.messages()).anyMatch(m -> m.contains("[AD-KEPT] the reverse sweep of misfit keeps"));
    }
}
