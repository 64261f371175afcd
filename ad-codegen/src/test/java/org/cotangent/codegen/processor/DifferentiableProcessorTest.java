package org.cotangent.codegen.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.cotangent.ad.check.DerivativeCheck;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.junit.jupiter.api.Test;

/** From an annotated method to a function object, and from a faulty one to a message at its place. */
class DifferentiableProcessorTest {

    private static final String HEAD = """
            package user;

            import org.cotangent.ad.annotation.Differentiable;
            import org.cotangent.ad.annotation.Form;

            """;

    private static Map<String, String> source(String body) {
        return Map.of("user.Model", HEAD + body);
    }

    @Test
    void methodOfOneArrayBecomesAFunction() {
        Processed processed = Processed.of("user.Rosenbrock", HEAD + """
                final class Rosenbrock {
                    @Differentiable
                    static double rosenbrock(double[] x) {
                        double sum = 0;
                        for (int i = 0; i + 1 < x.length; i++) {
                            double valley = x[i + 1] - x[i] * x[i];
                            double slope = 1 - x[i];
                            sum += 100 * valley * valley + slope * slope;
                        }
                        return sum;
                    }
                }
                """);
        var f = (TwiceDifferentiableFunction) processed.call("user.RosenbrockDerivatives", "rosenbrock", 3);
        double[] x = {-1.2, 1, 0.5};
        assertThat(f.value(x)).isEqualTo(processed.call("user.Rosenbrock", "rosenbrock", x));
        DerivativeCheck.of(f).at(x).around(x).orThrow();
        assertThat(processed.generated().get("user.RosenbrockDerivatives"))
                .contains("static double rosenbrockGradient(double[] x, double[] xBar) {")
                .contains("{@link Rosenbrock#rosenbrock}")
                .doesNotContain("public static");
    }

    @Test
    void recordsMatricesAndDataBecomeAFunction() {
        Processed processed = Processed.of("user.Model", HEAD + """
                public final class Model {
                    public record Scale(double factor, float shift) {}
                    record Weighted(double[] weights, int power) {}
                    public record Data(double[][] rows, boolean[] used) {}

                    @Differentiable(wrt = {"scale", "a"})
                    public static double misfit(Scale scale, Data data, double[][] a) {
                        double sum = 0;
                        for (int i = 0; i < a.length; i++) {
                            if (data.used()[i]) {
                                sum += row(scale, data.rows()[i], a[i]);
                            }
                        }
                        return Math.exp(sum) + scale.shift() * scale.factor();
                    }

                    private static double row(Scale scale, double[] t, double[] a) {
                        double sum = 0;
                        for (int j = 0; j < a.length; j++) {
                            sum += Math.sin(scale.factor() * a[j] + scale.shift()) * t[j];
                        }
                        return sum;
                    }

                    @Differentiable(wrt = "weighted")
                    private static double[] weighted(Weighted weighted, double[] t) {
                        double[] values = new double[t.length];
                        for (int i = 0; i < t.length; i++) {
                            values[i] = Math.pow(weighted.weights()[0] * t[i] + weighted.weights()[1], weighted.power());
                        }
                        return values;
                    }
                }
                """);
        Object data = record(
                processed, "Data", new double[][] {{1, -2}, {3, 0.5}, {9, 9}}, new boolean[] {true, true, false});
        var f = (TwiceDifferentiableFunction) processed.call("user.ModelDerivatives", "misfit", data, 3, 2);
        double[] x = {0.7, 0.25, 0.1, -0.4, 0.9, 0.3, 5, 6};
        Object scale = record(processed, "Scale", 0.7, 0.25f);
        Object expected =
                processed.call("user.Model", "misfit", scale, data, new double[][] {{0.1, -0.4}, {0.9, 0.3}, {5, 6}});
        assertThat(f.value(x)).isEqualTo(expected);
        double[] gradient = new double[8];
        f.valueAndGradient(x, gradient);
        for (int j : new int[] {0, 2, 3, 4, 5, 6, 7}) {
            double[] high = x.clone();
            double[] low = x.clone();
            high[j] += 1e-5;
            low[j] -= 1e-5;
            assertThat(gradient[j]).isCloseTo((f.value(high) - f.value(low)) / 2e-5, within(1e-8));
        }
        var weighted = (TwiceDifferentiableVectorFunction)
                processed.call("user.ModelDerivatives", "weighted", 2, 3, new double[] {1, 2, 4});
        DerivativeCheck.of(weighted).at(0.5, 1.25).orThrow();
        assertThat(processed.generated().get("user.ModelDerivatives"))
                .contains("public static double misfitGradient(")
                .contains("{@code Model.weighted}")
                .contains("\n    static void weightedJvp(")
                .contains("public record MisfitVariables(Model.Scale scale, double[][] a)");
    }

    private static Object record(Processed processed, String name, Object... arguments) {
        try {
            var constructor = processed.type("user.Model$" + name).getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void nestedClassesHaveCompanionsOfTheirOwn() {
        Processed processed = Processed.of("user.Outer", HEAD + """
                public interface Outer {
                    @Differentiable
                    static double square(double x) {
                        return x * x;
                    }

                    final class Inner {
                        @Differentiable
                        public static void cubes(double[] x, double[] out) {
                            for (int i = 0; i < out.length; i++) {
                                out[i] = x[i] * x[i] * x[i];
                            }
                        }
                    }
                }
                """);
        var square = (TwiceDifferentiableFunction) processed.call("user.OuterDerivatives", "square");
        double[] gradient = new double[1];
        assertThat(square.valueAndGradient(new double[] {3}, gradient)).isEqualTo(9);
        assertThat(gradient[0]).isEqualTo(6);
        var cubes = (TwiceDifferentiableVectorFunction) processed.call("user.Outer_InnerDerivatives", "cubes", 2, 2);
        double[] jacobian = new double[4];
        cubes.jacobian(new double[] {1, 2}, new double[2], jacobian);
        assertThat(jacobian).containsExactly(3, 0, 0, 12);
    }

    @Test
    void helpersDoNotTakeTheNamesThatUsersCall() {
        Processed processed = Processed.of("user.Model", HEAD + """
                final class Model {
                    @Differentiable
                    static double f(double x) {
                        return fValue(x, 3) + g(x);
                    }

                    static double fValue(double x, int n) {
                        return n == 0 ? 1 : x * fValue(x, n - 1);
                    }

                    static double fGradient(double x, int n) {
                        return n == 0 ? 1 : x * fGradient(x, n - 1);
                    }

                    @Differentiable
                    static double g(double x) {
                        return fGradient(x, 2) * Math.sin(x);
                    }
                }
                """);
        var f = (TwiceDifferentiableFunction) processed.call("user.ModelDerivatives", "f");
        var g = (TwiceDifferentiableFunction) processed.call("user.ModelDerivatives", "g");
        assertThat(f.value(new double[] {1.5})).isEqualTo(processed.call("user.Model", "f", 1.5));
        DerivativeCheck.of(f).at(1.5).orThrow();
        DerivativeCheck.of(g).at(1.5).orThrow();
        assertThat(processed.generated().get("user.ModelDerivatives"))
                .contains("static double fGradient(double x, Workspace workspace)")
                .contains("static double gValue(double x)");
    }

    @Test
    void textIsTheSameInEveryRun() {
        String body = """
                class Model {
                    @Differentiable(wrt = {"a", "b"})
                    static double f(double[] a, double b, double[] t) {
                        double sum = 0;
                        for (int i = 0; i < a.length; i++) {
                            sum += a[i] * b * t[i];
                        }
                        return sum * sum;
                    }
                }
                """;
        Map<String, String> first = Processed.of(source(body)).generated();
        assertThat(first).containsOnlyKeys("user.ModelDerivatives");
        assertThat(Processed.of(source(body)).generated()).isEqualTo(first);
    }

    @Test
    void onlyTheFormsAskedForAreWritten() {
        Processed processed = Processed.of(source("""
                class Model {
                    @Differentiable(forms = {Form.VALUE, Form.GRADIENT})
                    static double f(double[] a) {
                        return a[0] * a[1];
                    }
                }
                """));
        assertThat(processed.generated().get("user.ModelDerivatives"))
                .contains("static DifferentiableFunction f(int aLength)")
                .doesNotContain("fTangent", "fHessianVectorProduct");
    }

    @Test
    void allErrorsComeAtOnceAndAtTheirPlace() {
        Processed processed = Processed.of(source("""
                class Model {
                    @Differentiable(wrt = "w")
                    static double f(double[] a, double b) {
                        return a[0] * b;
                    }

                    @Differentiable(wrt = "x", forms = {Form.VJP, Form.VALUE})
                    static double g(double x) {
                        return x;
                    }

                    @Differentiable
                    static double two(double x, double y) {
                        return x * y;
                    }

                    @Differentiable
                    double instance(double x) {
                        return x;
                    }

                    @Differentiable
                    static double same(double x) {
                        return x;
                    }

                    @Differentiable
                    static double same(double[] x) {
                        return x[0];
                    }

                    @Differentiable
                    static double caught(double[] x) {
                        try {
                            return x[0];
                        } finally {
                            x[0] = 1;
                        }
                    }

                    private record Hidden(double x) {}

                    @Differentiable
                    static double hidden(Hidden hidden) {
                        return hidden.x();
                    }
                }
                """));
        assertThat(processed.succeeded()).isFalse();
        assertThat(processed.generated()).isEmpty();
        List<String> messages = processed.messages();
        assertThat(messages)
                .anyMatch(m -> m.startsWith("7: [AD-WRT] wrt of method f names w, expected parameters: [a, b]"));
        assertThat(messages)
                .anyMatch(m -> m.startsWith("12: [AD-FORM] method g is to have the forms [VJP], which a method with one"
                        + " value does not have; choose from [VALUE, GRADIENT, JVP, HESSIAN_VECTOR_PRODUCT]"));
        assertThat(messages)
                .anyMatch(m -> m.startsWith("17: [AD-WRT] method two has several parameters")
                        && m.contains("@Differentiable(wrt = {\"x\", \"y\"})"));
        assertThat(messages)
                .anyMatch(m -> m.startsWith("23: [AD-METHOD] method instance is not static; make it static"));
        assertThat(messages).anyMatch(m -> m.startsWith("28: [AD-METHOD] 2 methods named same are annotated"));
        assertThat(messages).anyMatch(m -> m.startsWith("33: [AD-METHOD] 2 methods named same are annotated"));
        assertThat(messages).anyMatch(m -> m.startsWith("39: [AD-TRY]"));
        assertThat(messages).anyMatch(m -> m.startsWith("49: [AD-RECORD] Hidden is private"));
    }

    @Test
    void namesOfEveryObjectsMethodsAreRefused() {
        Processed processed = Processed.of(source("""
                class Model {
                    @Differentiable
                    static double wait(double[] x) {
                        return x[0];
                    }
                }
                """));
        assertThat(processed.messages()).anyMatch(m -> m.startsWith("8: [AD-METHOD] method is named wait as a method"));
    }

    @Test
    void floatsReachMethodsOfTheLibraryAsFloats() {
        Processed processed = Processed.of(source("""
                final class Model {
                    @Differentiable(forms = Form.VALUE)
                    static double f(double[] x) {
                        float y = (float) x[0];
                        return x[0] * (Float.compare(y, 1.0f) > 0 ? 2 : 3);
                    }
                }
                """));
        assertThat(processed.messages()).isEmpty();
        assertThat(processed.call("user.ModelDerivatives", "fValue", new double[] {2}))
                .isEqualTo(4.0);
    }

    @Test
    void codeWithoutSourceIsRefusedWhereItIsCalled() {
        Processed processed = Processed.of(source("""
                class Model {
                    @Differentiable
                    static double f(double x) {
                        double y = x;
                        return y * org.cotangent.ad.function.Checks.elements("n", 2)
                                + java.awt.geom.Point2D.distance(y, 0, 1, 1);
                    }
                }
                """));
        assertThat(processed.succeeded()).isFalse();
        assertThat(processed.messages()).anyMatch(m -> m.startsWith("11: [AD-CALL]") || m.startsWith("10: [AD-"));
    }

    @Test
    void aVariableThatDoesNotMatterIsAWarning() {
        Processed processed = Processed.of(source("""
                class Model {
                    @Differentiable(wrt = {"x", "y"})
                    static double f(double x, double y) {
                        return x * x;
                    }
                }
                """));
        assertThat(processed.diagnostics())
                .filteredOn(d -> d.getKind() == Diagnostic.Kind.WARNING)
                .extracting(d -> d.getMessage(Locale.ROOT))
                .anyMatch(m -> m.startsWith("[AD-UNUSED] nothing that method f computes depends on y"));
    }

    @Test
    void mistakesThatJavacTellsAreNotToldTwice() {
        Processed form = Processed.of(source("""
                class Model {
                    @Differentiable(forms = Form.NONE)
                    static double f(double x) {
                        return x;
                    }
                }
                """));
        assertThat(form.messages()).hasSize(1).allMatch(m -> m.startsWith("7: ") && !m.contains("[AD-"));
        Processed body = Processed.of(source("""
                class Model {
                    @Differentiable
                    static double f(double x) {
                        Strange y = x;
                        return x * missing(z) + y;
                    }
                }
                """));
        assertThat(body.succeeded()).isFalse();
        assertThat(body.messages())
                .anyMatch(m -> m.startsWith("9: cannot find symbol"))
                .noneMatch(m -> m.contains("[AD-INTERNAL]"));
    }

    @Test
    void companionsMayBeUsedBesideTheMethod() {
        Processed processed = Processed.of("user.Model", HEAD + """
                class Model<T> {
                    static double slope(double x) {
                        double[] gradient = new double[1];
                        ModelDerivatives.f().valueAndGradient(new double[] {x}, gradient);
                        return gradient[0];
                    }

                    @Differentiable
                    static double f(double x) {
                        return x * x * x;
                    }
                }
                """);
        assertThat(processed.call("user.Model", "slope", 2.0)).isEqualTo(12.0);
    }

    @Test
    void typesThatCannotBeInferredYetAreTold() {
        Processed processed = Processed.of(source("""
                class Model {
                    @Differentiable
                    static double f(double x) {
                        var cube = x * x * x;
                        return cube;
                    }

                    static void use() {
                        var variables = new ModelDerivatives.FVariables(2);
                        ModelDerivatives.FVariables explicit = new ModelDerivatives.FVariables(2);
                        var fine = new double[] {2};
                        java.util.function.DoubleUnaryOperator g = y -> ModelDerivatives.f().value(fine) + y;
                        java.util.List.of(explicit).forEach(each -> System.out.println(each.pack()[0]));
                        for (var point : java.util.List.of(explicit.pack())) {
                            System.out.println(g.applyAsDouble(point[0]));
                        }
                    }
                }
                """));
        assertThat(processed.messages()).hasSize(3).allMatch(m -> m.contains("[AD-TYPE] the type of "));
        assertThat(processed.messages())
                .anyMatch(m -> m.startsWith("14: ") && m.contains("variables cannot be inferred in the file of Model"))
                .anyMatch(m -> m.startsWith("18: "))
                .anyMatch(m -> m.startsWith("19: "));
    }

    @Test
    void typesThatCannotBeInferredNameTheCompanionTheyComeFrom() {
        Processed processed = Processed.of(source("""
                class Model {
                    @Differentiable
                    static double f(double x) {
                        return x * x;
                    }

                    static class Other {
                        @Differentiable
                        static double g(double x) {
                            return x + 1;
                        }
                    }

                    static void use() {
                        var mine = ModelDerivatives.f();
                        var other = Model_OtherDerivatives.g();
                        var later = mine;
                    }
                }
                """));
        assertThat(processed.messages())
                .anyMatch(m -> m.contains("type of mine") && m.contains("before ModelDerivatives is written"))
                .anyMatch(m -> m.contains("type of other") && m.contains("before Model_OtherDerivatives is written"))
                .anyMatch(m -> m.contains("type of later")
                        && m.contains("before ModelDerivatives, Model_OtherDerivatives are written"));
    }

    @Test
    void methodsMayCallDerivativesOfOthers() {
        Processed processed = Processed.of("user.Model", HEAD + """
                class Model {
                    static class Curve {
                        @Differentiable
                        static double height(double x) {
                            return x * x * x;
                        }
                    }

                    @Differentiable
                    static double slope(double x) {
                        return Model_CurveDerivatives.heightTangent(x, 2.0) + x;
                    }
                }
                """);
        var f = (TwiceDifferentiableFunction) processed.call("user.ModelDerivatives", "slope");
        double[] gradient = new double[1];
        assertThat(f.valueAndGradient(new double[] {2}, gradient)).isEqualTo(26);
        assertThat(gradient[0]).isEqualTo(25);
    }

    @Test
    void arraysThatAreNotOfDoublesMustNotBeWritten() {
        Processed processed = Processed.of(source("""
                class Model {
                    @Differentiable(wrt = "x")
                    static double f(double[] x, int[] counts) {
                        counts[0]++;
                        return x[counts[0]];
                    }
                }
                """));
        assertThat(processed.messages()).anyMatch(m -> m.startsWith("8: [AD-UNSUPPORTED] data counts of type int[]"));
    }

    @Test
    void reportsBranchesWhenAsked() {
        String body = """
                class Model {
                    @Differentiable
                    static double f(double x) {
                        int whole = (int) x;
                        if (x > 1) {
                            return x * x * whole;
                        }
                        return x;
                    }
                }
                """;
        assertThat(Processed.of(source(body)).messages())
                .anyMatch(m -> m.startsWith("9: [AD-TRUNCATION]") && m.contains("@SuppressWarnings(\"AD-TRUNCATION\")"))
                .noneMatch(m -> m.contains("[AD-BRANCH]"));
        Processed told = Processed.of(source(body), "-Aad.report=true");
        assertThat(told.messages())
                .anyMatch(m -> m.startsWith("10: [AD-BRANCH]"))
                .anyMatch(m -> m.startsWith("9: [AD-TRUNCATION]"));
    }

    @Test
    void errorsInHelpersAreToldOnceWhoeverCallsThem() {
        Processed processed = Processed.of(source("""
                class Model {
                    @Differentiable
                    static double first(double x) {
                        return helper(x);
                    }

                    @Differentiable
                    static double second(double x) {
                        return 2 * helper(x);
                    }

                    private static double helper(double x) {
                        return Math.ulp(x);
                    }
                }
                """));
        assertThat(processed.messages())
                .singleElement()
                .asString()
                .startsWith("18: [AD-MATH]")
                .endsWith("(called from the @Differentiable method Model.first)");
    }

    @Test
    void packagesMayHaveTypesNamedLikeThoseOfTheJdk() {
        String text = "package user;\n\npublic final class %s {\n    static double twice(double x) {\n"
                + "        return 2 * x;\n    }\n}\n";
        List<String> names = List.of("Math", "Double", "Object", "String", "System", "Override", "Arrays", "Workspace");
        Map<String, String> sources = new HashMap<>();
        names.forEach(name -> sources.put("user." + name, text.formatted(name)));
        sources.put("user.Model", HEAD + """
                class Model {
                    @Differentiable(wrt = {"x", "y"})
                    static double f(double[] x, double y) {
                        double sum = 0;
                        for (double v : x) {
                            if (v < 0) {
                                throw new IllegalArgumentException("negative: " + v);
                            }
                            sum += java.lang.Math.sqrt(v) * Math.twice(y);
                        }
                        return sum;
                    }
                }
                """);
        Processed processed = Processed.of(sources);
        assertThat(processed.messages()).isEmpty();
        var f = (TwiceDifferentiableFunction) processed.call("user.ModelDerivatives", "f", 1);
        double[] gradient = new double[2];
        assertThat(f.valueAndGradient(new double[] {4, 3}, gradient)).isEqualTo(12);
        assertThat(gradient).containsExactly(1.5, 4);
    }

    /** Storing numbers changes neither how long rows are nor which rows there are. */
    @Test
    void loopsOverMatricesCountAndKeepNoRows() {
        String generated = Processed.of(Map.of("Products", """
                        import org.cotangent.ad.annotation.Differentiable;

                        class Products {
                            @Differentiable(wrt = {"a", "b"})
                            static double sum(double[][] a, double[][] b) {
                                double[][] c = new double[a.length][b[0].length];
                                for (int i = 0; i < a.length; i++) {
                                    for (int j = 0; j < b[0].length; j++) {
                                        for (int k = 0; k < b.length; k++) {
                                            c[i][j] += a[i][k] * b[k][j];
                                        }
                                    }
                                }
                                double sum = 0;
                                for (double[] row : c) {
                                    for (double element : row) {
                                        sum += element * element;
                                    }
                                }
                                return sum;
                            }
                        }
                        """)).generated().get("ProductsDerivatives");
        assertThat(generated).doesNotContain("while").doesNotContain("ReferenceTape");
    }

    @Test
    void divisionsByZeroThatAreNeverReachedAreNoWarning() {
        Processed processed = Processed.of("user.Model", HEAD + """
                class Model {
                    private static final int STEPS = 0;

                    @Differentiable
                    @SuppressWarnings("divzero")
                    static double f(double x) {
                        double y = x;
                        for (int i = 0; i < 9 && STEPS != 0 && 100 / STEPS > i; i++) {
                            y *= x;
                        }
                        return y * y;
                    }
                }
                """);
        var f = (TwiceDifferentiableFunction) processed.call("user.ModelDerivatives", "f");
        double[] gradient = new double[1];
        assertThat(f.valueAndGradient(new double[] {3}, gradient)).isEqualTo(9);
        assertThat(gradient).containsExactly(6);
    }

    @Test
    void warningsCanBeSuppressedByTheirTags() {
        String body = """
                class Model {
                    @SuppressWarnings({"AD-TRUNCATION", "AD-UNUSED"})
                    @Differentiable(wrt = {"x", "y"})
                    static double f(double x, double y) {
                        int whole = (int) x;
                        return x * x * whole;
                    }
                }
                """;
        assertThat(Processed.of(source(body)).diagnostics()).isEmpty();
        String told = body.replace("AD-UNUSED", "AD-OTHER");
        assertThat(Processed.of(source(told)).messages())
                .anyMatch(m -> m.contains("[AD-UNUSED]") && m.contains("depends on y"))
                .noneMatch(m -> m.contains("[AD-TRUNCATION]"));
    }

    @Test
    void reportsWhatIsKeptAndWhy() {
        String body = """
                class Model {
                    @Differentiable
                    static double f(double x) {
                        double y = x;
                        while (y < 10) {
                            y = y * y + 1;
                        }
                        return y;
                    }

                    @Differentiable
                    static double g(double[] x) {
                        double sum = 0;
                        for (double value : x) {
                            sum += value * value;
                        }
                        return sum;
                    }
                }
                """;
        List<String> told = Processed.of(source(body), "-Aad.report").messages();
        assertThat(told)
                .anyMatch(m -> m.contains("[AD-KEPT] the reverse sweep of f keeps:")
                        && m.contains("y (double), in each turn of a loop, because it is overwritten later"))
                .anyMatch(m -> m.contains("[AD-KEPT] the reverse sweep of g keeps nothing"));
    }

    /** A compiler that hides its trees, as Eclipse's does. */
    private static final class Foreign extends AbstractProcessor {
        private final DifferentiableProcessor processor = new DifferentiableProcessor();

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public javax.lang.model.SourceVersion getSupportedSourceVersion() {
            return javax.lang.model.SourceVersion.latestSupported();
        }

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            super.init(environment);
            processor.init((ProcessingEnvironment) java.lang.reflect.Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {ProcessingEnvironment.class},
                    (proxy, method, arguments) -> method.invoke(environment, arguments)));
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return processor.process(annotations, round);
        }
    }

    @Test
    void otherCompilersAreToldOnce() {
        Processed processed = Processed.of(
                new Foreign(),
                Map.of(
                        "user.A", HEAD + "class A { @Differentiable static double f(double x) { return x; } }",
                        "user.B", HEAD + "class B { @Differentiable static double f(double x) { return x; } }"));
        assertThat(processed.generated()).isEmpty();
        assertThat(processed.messages())
                .filteredOn(m -> m.contains("build with Maven, Gradle or javac"))
                .hasSize(1);
    }
}
