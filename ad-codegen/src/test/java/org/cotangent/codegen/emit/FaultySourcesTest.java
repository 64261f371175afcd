package org.cotangent.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cotangent.ad.Data;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.GraphDefinition;
import org.cotangent.ad.GraphSource;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a graph source does wrong is told in one line that names it; names never clash. */
class FaultySourcesTest {

    private static final Variable X = Graph.scalar("x");

    private record Source(String className, List<GraphDefinition> functions) implements GraphSource {}

    private static GraphDefinition function(String name) {
        return GraphDefinition.of(name, X.sin(), List.of(X), List.of());
    }

    private static void refuses(GraphSource source, String... parts) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GenerateSources.text(source))
                .withMessageContainingAll(parts)
                .withMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../evil.X", "/tmp/X", "a..X", "", "a.class", "a.b c", "a\\X", "a.X$Y", "a.Math", "X\n"})
    void refusesNamesThatAreNoClasses(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GenerateSources.text(new Source(name, List.of(function("f")))))
                .withMessageStartingWith(Source.class.getName() + ".className() is \"" + name + "\", expected ");
    }

    @ParameterizedTest
    @CsvSource({"foo, Foo, FooFunction", "f, fValue, fValue", "fGradient, f, fGradient"})
    void refusesFunctionsWhoseNamesClash(String first, String second, String wanted) {
        refuses(
                new Source("golden.Clash", List.of(function(first), function(second))),
                "functions " + first + " and " + second + " of class golden.Clash both need the name " + wanted,
                "rename one of them");
    }

    @Test
    void refusesAFunctionWhoseClassIsTheClassItself() {
        refuses(new Source("golden.OFunction", List.of(function("o"))), "function o of class golden.OFunction");
    }

    @Test
    void dataMayHaveNamesOfClasses() {
        List<String> names = List.of(
                "System",
                "Checks",
                "Arrays",
                "Math",
                "Workspace",
                "Objects",
                "WorkspacePool",
                "java",
                "org",
                "Double",
                "Integer");
        VectorExpr x = Graph.vector("x", 2);
        VectorExpr z = Graph.vector("z", 2);
        List<VectorExpr> data = new ArrayList<>();
        VectorExpr sum = x.times(z).exp();
        for (String name : names) {
            VectorExpr datum = Graph.vector(name, 2);
            data.add(datum);
            sum = sum.plus(datum.times(x));
        }
        String text = GenerateSources.text(
                new Source("golden.Hiding", List.of(GraphDefinition.of("f", sum, List.of(x, z), data))));
        double[] one = {1, 2};
        Object[] arguments = data.stream().map(d -> one).toArray();
        Data[] bound = data.stream().map(d -> Data.of(d, one)).toArray(Data[]::new);
        var found = (TwiceDifferentiableVectorFunction)
                Compiled.of("golden.Hiding", text).call("f", arguments);
        var expected = Differentiation.of(sum, List.of(x, z), bound);
        double[] point = {0.5, -1, 2, 0.25};
        double[] a = new double[8];
        double[] b = new double[8];
        found.jacobian(point, new double[2], a);
        expected.jacobian(point, new double[2], b);
        assertThat(a).containsExactly(b);
    }

    @Test
    @SuppressWarnings("NullAway") // null on purpose
    void namesTheSourceThatGivesNull() {
        refuses(new Source(null, List.of()), "Source.className() is null, expected");
        refuses(new Source("golden.Null", null), "Source.functions() is null, expected");
        refuses(
                new Source("golden.Null", Arrays.asList(function("f"), null)),
                "element 1 of " + Source.class.getName() + ".functions() is null, expected a function");
    }

    /** Fails when asked. */
    public static final class Throwing implements GraphSource {
        @Override
        public String className() {
            return "golden.Throwing";
        }

        @Override
        public List<GraphDefinition> functions() {
            throw new IllegalStateException("no\n  data");
        }
    }

    /** Fails when loaded. */
    public static final class Unloadable implements GraphSource {
        private static final int BAD = Integer.parseInt("bad");

        @Override
        public String className() {
            return "golden.Unloadable" + BAD;
        }

        @Override
        public List<GraphDefinition> functions() {
            return List.of();
        }
    }

    @Test
    void namesTheSourceThatThrows(@TempDir Path folder) {
        refuses(
                new Throwing(),
                "FaultySourcesTest$Throwing.functions() threw java.lang.IllegalStateException: no data;");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GenerateSources.run(line -> {}, folder.toString(), Unloadable.class.getName()))
                .withMessageStartingWith("cannot load " + Unloadable.class.getName()
                        + ": java.lang.NumberFormatException: For input string: \"bad\";");
    }

    @Test
    void namesTheFileThatCannotBeWritten(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatIOException()
                .isThrownBy(() -> GenerateSources.run(line -> {}, file.toString(), DecaySource.class.getName()))
                .withMessageStartingWith("cannot write " + file.resolve("golden/Decay.java") + ": java.nio.file.")
                .withMessageContaining("check its path and permissions");
    }
}
