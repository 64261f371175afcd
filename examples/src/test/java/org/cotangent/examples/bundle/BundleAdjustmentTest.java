package org.cotangent.examples.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.cotangent.ad.check.DerivativeCheck;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.examples.Deviation;
import org.cotangent.examples.pictures.Fonts;
import org.cotangent.examples.pictures.Gallery;
import org.cotangent.optim.run.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cut of Dubrovnik, against what NumPy code with a complex-step Jacobian and Ceres Solver found. */
class BundleAdjustmentTest {

    private static final Scene SCENE = Scene.dubrovnik();

    private static final double[] FIRST_CAMERA = {
        6949309.697460078,
        -832218.4929378984,
        -62574.41902932881,
        28439.506656982256,
        121164.8640007622,
        107211.00633569313,
        3033.0966885577413,
        756350.5707728541,
        139531.36385535213
    };

    @TempDir
    Path folder;

    private static TwiceDifferentiableFunction halfSquares() {
        return ReprojectionDerivatives.halfSquares(8, 9, 1000, 3, SCENE.seenBy(), SCENE.shown(), SCENE.observed());
    }

    @Test
    void costAndGradientAtTheStartAreKnown() {
        double[] gradient = new double[3072];
        double cost = halfSquares().valueAndGradient(SCENE.unknowns(), gradient);
        assertThat(cost).isCloseTo(344548.5421788589, withinPercentage(1e-10));
        assertThat(Deviation.of(Arrays.copyOf(gradient, 9), FIRST_CAMERA)).isLessThan(1e-10);
        double largest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
        assertThat(largest).isCloseTo(14182611.669126425, withinPercentage(1e-8));
        double norm = Math.sqrt(Arrays.stream(gradient).map(g -> g * g).sum());
        assertThat(norm).isCloseTo(22701964.452771273, withinPercentage(1e-8));
    }

    @Test
    void lbfgsFindsTheCostThatCeresFinds() {
        Result result = BundleAdjustment.lbfgs(BundleAdjustment.misfit(SCENE));
        assertThat(result.converged()).as(result.message()).isTrue();
        assertThat(result.value()).isCloseTo(596.2619591554733, withinPercentage(1e-6));
    }

    @Test
    void newtonCgFindsTheCostThatLbfgsFinds() {
        Scaled misfit = BundleAdjustment.misfit(SCENE.first(100));
        Result newton = BundleAdjustment.newtonCg(misfit);
        assertThat(newton.converged()).as(newton.message()).isTrue();
        assertThat(newton.value()).isCloseTo(BundleAdjustment.lbfgs(misfit).value(), withinPercentage(1e-6));
    }

    @Test
    void derivativesOfAnObservationAreThoseOfItsValues() {
        double[] unknowns = Arrays.copyOf(SCENE.cameras()[0], 12);
        System.arraycopy(SCENE.points()[0], 0, unknowns, 9, 3);
        DerivativeCheck.of(ReprojectionDerivatives.residual(9, 3, SCENE.observed()[0], 2))
                .at(unknowns)
                .orThrow();
    }

    @Test
    void picturesAreDrawn() throws IOException {
        assumeTrue(Fonts.available(), Fonts.MISSING);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Gallery gallery = new Gallery(new PrintStream(bytes, true, StandardCharsets.UTF_8), folder);
        gallery.show(SceneCharts.picture(SCENE, SCENE));
        assertThat(folder.resolve("bundle-adjustment.png")).isNotEmptyFile();
        assertThat(folder.resolve("bundle-adjustment.svg")).isNotEmptyFile();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("bundle-adjustment.png");
    }
}
