package org.cotangent.examples.lynx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.cotangent.ad.check.DerivativeCheck;
import org.cotangent.examples.Deviation;
import org.cotangent.examples.ReferenceData;
import org.cotangent.examples.pictures.Fonts;
import org.cotangent.examples.pictures.Gallery;
import org.cotangent.optim.leastsquares.LeastSquaresResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers by MINPACK and SciPy, whose integrators had tolerances of 2e-14; some tests need the data. */
class LynxAndHareTest {

    private static final double[] POINT = {0.55, 0.028, 0.84, 0.026, 34, 6};

    @TempDir
    Path folder;

    private static Pelts pelts() throws IOException {
        return Pelts.read(ReferenceData.file("sets/lynx_hare/hudson-bay-lynx-hare.csv"));
    }

    /** Six years that are not those of the data. */
    private static Pelts someYears() {
        return new Pelts(new double[] {0, 1, 2, 3, 4, 5}, new double[] {31, 45, 72, 70, 40, 24}, new double[] {
            5, 7, 12, 33, 52, 44
        });
    }

    @Test
    void integratorFollowsTheSolution() {
        double[] animals = {34, 6};
        DormandPrince.advance(animals, POINT, 20, 0.1);
        assertThat(animals[0]).isCloseTo(37.164775008000966, within(1e-10));
        assertThat(animals[1]).isCloseTo(6.119870151909528, within(1e-10));
    }

    @Test
    void integratorConservesTheInvariant() {
        double[] animals = {34, 6};
        double before = invariant(animals);
        DormandPrince.advance(animals, POINT, 7.3, 0.1);
        assertThat(invariant(animals)).isCloseTo(before, within(1e-12));
    }

    /** Constant along every solution: δu − γ ln u + βv − α ln v. */
    private static double invariant(double[] animals) {
        return POINT[3] * animals[0]
                - POINT[2] * Math.log(animals[0])
                + POINT[1] * animals[1]
                - POINT[0] * Math.log(animals[1]);
    }

    @Test
    void sumOfSquaresAndItsGradientAreKnown() throws IOException {
        Pelts pelts = pelts();
        double[] residuals = new double[2 * pelts.years().length];
        LynxAndHare.residuals(pelts).value(POINT, residuals);
        assertThat(Arrays.stream(residuals).map(r -> r * r).sum()).isCloseTo(3.655780142006206, withinPercentage(1e-9));
        double[] weights = Arrays.stream(residuals).map(r -> 2 * r).toArray();
        double[] gradient = new double[POINT.length];
        LynxAndHare.residuals(pelts).vjp(POINT, weights, residuals, gradient);
        Arrays.setAll(gradient, i -> POINT[i] * gradient[i]);
        double[] byLogarithms = {
            30.460994822202014,
            5.337835661950024,
            21.398704629522257,
            15.631300975405027,
            15.126682635836715,
            3.9112030709166867
        };
        // Errors of a few hundred steps, each of 1e-13 at most.
        assertThat(Deviation.of(gradient, byLogarithms)).isLessThan(1e-10);
    }

    @Test
    void fitIsTheKnownOne() throws IOException {
        LeastSquaresResult fit = LynxAndHare.fit(pelts());
        assertThat(fit.converged()).as(fit.message()).isTrue();
        assertThat(2 * fit.value()).isCloseTo(2.0186611551954456, withinPercentage(1e-8));
        double[] expected = {
            0.5401589923068159,
            0.027165357158833572,
            0.7963860434600922,
            0.02369463835825925,
            34.602424371882584,
            5.84450613973888
        };
        // To the digits to which two other programs agree.
        assertThat(Deviation.of(fit.point(), expected)).isLessThan(1e-8);
        double[] relativeDeviations = {
            0.11013178162188811,
            0.14146857161257312,
            0.10529612804838515,
            0.13868260374563926,
            0.08465904311828916,
            0.08200868793897835
        };
        double[] deviations = fit.statistics().standardDeviations();
        Arrays.setAll(deviations, i -> deviations[i] / expected[i]);
        assertThat(Deviation.of(deviations, relativeDeviations)).isLessThan(1e-7);
    }

    @Test
    void derivativesAreThoseOfTheValues() {
        DerivativeCheck.of(LynxAndHare.residuals(someYears())).at(POINT).orThrow();
    }

    @Test
    void readsAFileWithRemarks() throws IOException {
        Path file = Files.writeString(folder.resolve("pelts.csv"), "# remark\nYear, Lynx, Hare\n1900, 4.0, 30.0\n");
        Pelts pelts = Pelts.read(file);
        assertThat(pelts.years()).containsExactly(1900);
        assertThat(pelts.lynxes()).containsExactly(4);
        assertThat(pelts.hares()).containsExactly(30);
    }

    @Test
    void fitIsPrintedAndDrawn() throws IOException {
        assumeTrue(Fonts.available(), Fonts.MISSING);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new LynxAndHare(out).run(someYears(), new Gallery(out, folder));
        assertThat(folder.resolve("lynx-and-hare.png")).isNotEmptyFile();
        assertThat(folder.resolve("lynx-and-hare.svg")).isNotEmptyFile();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("births of hares", "lynx-and-hare.png");
    }
}
