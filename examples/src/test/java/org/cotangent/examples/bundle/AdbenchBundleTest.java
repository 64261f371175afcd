package org.cotangent.examples.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cotangent.ad.check.DerivativeCheck;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.examples.Deviation;
import org.cotangent.examples.ReferenceData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Residuals and sparse Jacobian of ADBench's bundle adjustment, where its data are at hand. */
class AdbenchBundleTest {

    private static final int CAMERA = 11;
    private static final int POINT = 3;
    private static final int UNKNOWNS = CAMERA + POINT + 1;

    private static final String EXPECTED = "adbench/expected/ba_ba_%s.manual.%s.txt";

    private static final double[] SOMEWHERE = {0.3, -0.5, 0.2, 1, -2, -9, 400, 12, -7, 0.02, 0.003, 0.7, 1.1, -0.4, 0.6
    };

    private static final double[] FEATURE = {30, 40};

    @TempDir
    Path folder;

    static Stream<String> problems() {
        return Stream.of(
                "ba1_n49_m7776_p31843", "ba2_n21_m11315_p36455", "ba3_n161_m48126_p182072", "ba4_n372_m47423_p204472");
    }

    private static AdbenchScene scene(String name) throws IOException {
        return AdbenchScene.read(ReferenceData.file("adbench/ba/" + name + ".txt"));
    }

    private static TwiceDifferentiableVectorFunction reprojection(double[] feature) {
        return AdbenchBundleDerivatives.reprojection(CAMERA, POINT, feature, 2);
    }

    private static double[] unknowns(AdbenchScene scene) {
        return new AdbenchBundleDerivatives.ReprojectionVariables(scene.camera(), scene.point(), scene.weight()).pack();
    }

    private static SparseRows jacobian(AdbenchScene scene) {
        double[] block = new double[2 * UNKNOWNS];
        reprojection(scene.feature()).jacobian(unknowns(scene), new double[2], block);
        double[] slope = new double[1];
        AdbenchBundleDerivatives.weightResidual().valueAndGradient(new double[] {scene.weight()}, slope);
        return new SparseRows(scene, block, slope[0]);
    }

    private static Map<String, Double> sums(String name) throws IOException {
        Map<String, Double> sums = new HashMap<>();
        for (String line : Files.readAllLines(ReferenceData.file(String.format(EXPECTED, name, "sum")))) {
            String[] words = line.split(" ");
            if (words.length == 2) {
                sums.put(words[0], Double.parseDouble(words[1]));
            }
        }
        return sums;
    }

    @ParameterizedTest
    @MethodSource("problems")
    void residualsAreThoseOfAdbench(String name) throws IOException {
        AdbenchScene scene = scene(name);
        Map<String, Double> expected = sums(name);
        double[] found = new double[2];
        AdbenchBundle.reprojection(scene.camera(), scene.point(), scene.weight(), scene.feature(), found);
        double weight = AdbenchBundle.weightResidual(scene.weight());
        // They are differences of numbers as large as the feature.
        assertThat(found[0]).isCloseTo(expected.get("err0"), within(1e-14 * scene.feature()[0]));
        assertThat(found[1]).isCloseTo(expected.get("err1"), within(1e-14 * scene.feature()[1]));
        assertThat(weight).isCloseTo(expected.get("werr"), within(1e-15));
        double squares = scene.observations() * (found[0] * found[0] + found[1] * found[1] + weight * weight);
        assertThat(squares).isCloseTo(expected.get("sumsq_all_residuals"), withinPercentage(1e-9));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void wholeJacobianHasTheSumsOfAdbench(String name) throws IOException {
        Map<String, Double> expected = sums(name);
        double[] found = jacobian(scene(name)).checksums();
        assertThat(found[0]).isEqualTo(expected.get("nnz"));
        // Up to six million terms summed one after the other; single entries are held to 1e-10 below.
        assertThat(found[1]).isCloseTo(expected.get("sum_vals"), withinPercentage(1e-8));
        assertThat(found[2]).isCloseTo(expected.get("sumsq_vals"), withinPercentage(1e-8));
        assertThat(found[3]).isCloseTo(expected.get("weighted_sum(col%97+1)"), withinPercentage(1e-8));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void rowsOfTheJacobianAreThoseOfAdbench(String name) throws IOException {
        SparseRows jacobian = jacobian(scene(name));
        StringTokenizer words =
                new StringTokenizer(Files.readString(ReferenceData.file(String.format(EXPECTED, name, "jac"))));
        assertThat(jacobian.count()).isEqualTo(Integer.parseInt(words.nextToken()));
        // Columns and non-zeros, which the sums above are about.
        words.nextToken();
        words.nextToken();
        while (words.hasMoreTokens()) {
            assertThat(words.nextToken()).isEqualTo("row");
            int row = Integer.parseInt(words.nextToken());
            assertThat(words.nextToken()).isEqualTo("nnz");
            Map<Integer, Double> expected = new TreeMap<>();
            for (int left = Integer.parseInt(words.nextToken()); left > 0; left--) {
                expected.put(Integer.parseInt(words.nextToken()), Double.parseDouble(words.nextToken()));
            }
            Map<Integer, Double> found = jacobian.row(row);
            assertThat(found.keySet()).isEqualTo(expected.keySet());
            assertThat(Deviation.of(values(found), values(expected)))
                    .as("row %d", row)
                    .isLessThan(1e-10);
        }
    }

    private static double[] values(Map<Integer, Double> row) {
        return row.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Test
    void derivativesAreThoseOfTheValues() {
        DerivativeCheck.of(reprojection(FEATURE)).at(SOMEWHERE).orThrow();
        DerivativeCheck.of(AdbenchBundleDerivatives.weightResidual()).at(0.4).orThrow();
    }

    @Test
    void derivativesExistForACameraThatIsNotTurned() {
        double[] unknowns = SOMEWHERE.clone();
        Arrays.fill(unknowns, 0, 3, 0);
        double[] jacobian = new double[2 * UNKNOWNS];
        reprojection(FEATURE).jacobian(unknowns, new double[2], jacobian);
        double[] expected = new double[3];
        Arrays.setAll(expected, axis -> slope(unknowns, axis));
        // Differences with steps of 1e-5: their square times third derivatives of some thousands, and rounding.
        assertThat(Arrays.copyOf(jacobian, 3)).containsExactly(expected, within(1e-5));
    }

    private static double slope(double[] unknowns, int axis) {
        double step = 1e-5;
        return (x(unknowns, axis, step) - x(unknowns, axis, -step)) / (2 * step);
    }

    private static double x(double[] unknowns, int axis, double angle) {
        double[] turned = unknowns.clone();
        turned[axis] = angle;
        double[] residual = new double[2];
        AdbenchBundle.reprojection(
                Arrays.copyOf(turned, CAMERA),
                Arrays.copyOfRange(turned, CAMERA, CAMERA + POINT),
                turned[CAMERA + POINT],
                FEATURE,
                residual);
        return residual[0];
    }

    @Test
    void readsTheFormatOfAdbench() throws IOException {
        Path file = Files.writeString(folder.resolve("ba.txt"), """
                2 3 4
                1 2 3 4 5 6 7 8 9 10 11
                12 13 14
                0.5
                15 16
                """);
        AdbenchScene scene = AdbenchScene.read(file);
        assertThat(List.of(scene.cameras(), scene.points(), scene.observations()))
                .containsExactly(2, 3, 4);
        assertThat(unknowns(scene)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 0.5);
        assertThat(scene.feature()).containsExactly(15, 16);
    }
}
