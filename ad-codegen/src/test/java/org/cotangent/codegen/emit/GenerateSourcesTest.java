package org.cotangent.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.cotangent.ad.Data;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.GraphDefinition;
import org.cotangent.ad.GraphSource;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes generated from graphs, against the interpreter on the same graphs, to the bit. */
class GenerateSourcesTest {

    private static final DecaySource SOURCE = new DecaySource();
    private static final Compiled CLASS = Compiled.of("golden.Decay", GenerateSources.text(SOURCE));
    private static final double[] T = {0, 0.5, 1, 2};
    private static final double[] Y = {2.1, 1.4, 0.9, 0.5};
    private static final double[] POINT = {1.9, 0.7};
    private static final double[] DIRECTION = {0.3, -1.1};

    @Test
    void looksLikeTheGoldenFile() throws IOException {
        Path file = Path.of("src/test/resources/golden/Decay.java");
        String text = GenerateSources.text(SOURCE);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    @Test
    void scalarFunctionHasTheInterpretersBits() {
        same(
                (TwiceDifferentiableFunction) CLASS.call("misfit", T, Y),
                Differentiation.of(SOURCE.misfit(), SOURCE.b, Data.of(SOURCE.t, T), Data.of(SOURCE.y, Y)),
                POINT,
                DIRECTION);
    }

    @Test
    void scalarsVectorsAndOpenLengthsMakeOneFlatPoint() {
        DecaySource fixed = new DecaySource();
        var z = Graph.vector("z", 3);
        var expected = Differentiation.of(
                z.times(fixed.scale)
                        .sin()
                        .sum()
                        .times(fixed.b.get(0))
                        .plus(fixed.scale.square().times(fixed.n.toReal())),
                List.of(fixed.scale, z, fixed.unused, fixed.b),
                Data.of(fixed.n, 5));
        same(
                (TwiceDifferentiableFunction) CLASS.call("mixed", 3, 5),
                expected,
                new double[] {0.4, 1, -2, 3, 9, 0.8, 0.1},
                new double[] {1, 0.5, -0.25, 2, 1, -1, 4});
    }

    private static void same(
            TwiceDifferentiableFunction found, TwiceDifferentiableFunction expected, double[] x, double[] v) {
        int n = expected.dimension();
        double[] a = new double[n];
        double[] b = new double[n];
        assertThat(found.dimension()).isEqualTo(n);
        for (int call = 0; call < 3; call++) {
            assertThat(found.value(x)).isEqualTo(expected.value(x));
            assertThat(found.valueAndGradient(x, a)).isEqualTo(expected.valueAndGradient(x, b));
            assertThat(a).containsExactly(b);
            found.hessianVectorProduct(x, v, a);
            expected.hessianVectorProduct(x, v, b);
            assertThat(a).containsExactly(b);
        }
    }

    @Test
    void vectorFunctionHasTheInterpretersBits() {
        var found = (TwiceDifferentiableVectorFunction) CLASS.call("residuals", T, Y);
        var expected = Differentiation.of(SOURCE.residuals(), SOURCE.b, Data.of(SOURCE.t, T), Data.of(SOURCE.y, Y));
        double[] w = {1, -2, 0.5, 3};
        assertThat(found.outputDimension()).isEqualTo(4);
        double[] values = new double[4];
        double[] expectedValues = new double[4];
        double[] out = new double[4];
        double[] expectedOut = new double[4];
        found.jvp(POINT, DIRECTION, values, out);
        expected.jvp(POINT, DIRECTION, expectedValues, expectedOut);
        assertThat(values).containsExactly(expectedValues);
        assertThat(out).containsExactly(expectedOut);
        double[] product = new double[2];
        double[] expectedProduct = new double[2];
        found.vjp(POINT, w, values, product);
        expected.vjp(POINT, w, expectedValues, expectedProduct);
        assertThat(product).containsExactly(expectedProduct);
        assertThat(w).containsExactly(1, -2, 0.5, 3);
        found.weightedHessianVectorProduct(POINT, w, DIRECTION, product);
        expected.weightedHessianVectorProduct(POINT, w, DIRECTION, expectedProduct);
        assertThat(product).containsExactly(expectedProduct);
        assertThat(w).containsExactly(1, -2, 0.5, 3);
    }

    @Test
    void refusesWrongLengthsAndSharedArrays() {
        var function = (TwiceDifferentiableFunction) CLASS.call("misfit", T, Y);
        double[] x = {1, 2};
        assertThatThrownBy(() -> function.value(new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("point has length 3, expected 2");
        assertThatThrownBy(() -> function.valueAndGradient(x, x))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("gradient is the same array as point");
        assertThatThrownBy(() -> function.hessianVectorProduct(x, DIRECTION, DIRECTION))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("product is the same array as direction");
    }

    @Test
    void namesDataThatIsMissing() {
        assertThatThrownBy(() -> CLASS.call("misfit", T, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("y is null, expected data");
    }

    @Test
    void dataIsCopiedWhenTheObjectIsMade() {
        double[] t = T.clone();
        var function = (TwiceDifferentiableFunction) CLASS.call("misfit", t, Y);
        double before = function.value(POINT);
        t[1] = 99;
        assertThat(function.value(POINT)).isEqualTo(before);
    }

    @Test
    void writesOnlyWhatChanged(@TempDir Path folder) throws IOException {
        String source = DecaySource.class.getName();
        assertThat(GenerateSources.run(line -> {}, folder.toString(), source)).hasSize(1);
        Path file = folder.resolve("golden/Decay.java");
        FileTime time = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(file, time);
        assertThat(GenerateSources.run(line -> {}, folder.toString(), source)).isEmpty();
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(time);
    }

    /** Two functions of one name. */
    public static final class Doubled implements GraphSource {
        @Override
        public String className() {
            return "golden.Doubled";
        }

        @Override
        public List<GraphDefinition> functions() {
            var x = Graph.scalar("x");
            GraphDefinition f = GraphDefinition.of("f", x.sin(), List.of(x), List.of());
            return List.of(f, f);
        }
    }

    @Test
    void namesWhatIsWrong(@TempDir Path folder) {
        String out = folder.toString();
        refuses("got 1 arguments, expected at least 2", out);
        refuses("class no.Such is not on the class path", out, "no.Such");
        refuses("class java.lang.String does not implement org.cotangent.ad.GraphSource", out, "java.lang.String");
        refuses("class golden.Doubled has two functions named f", out, Doubled.class.getName());
    }

    private static void refuses(String message, String... arguments) {
        assertThatThrownBy(() -> GenerateSources.run(line -> {}, arguments))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
