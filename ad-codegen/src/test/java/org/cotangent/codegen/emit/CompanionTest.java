package org.cotangent.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cotangent.ad.annotation.Form;
import org.cotangent.ad.check.DerivativeCheck;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.ad.runtime.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The companion of methods with arrays of every rank, records and data, against differences and closed forms. */
class CompanionTest {

    private static final Compiled CLASS = compiled(MethodSamples.all());
    private static final double[][] A = {{0.4, -1.2, 0.8}, {1.5, 0.3, -0.7}};
    private static final double[] T = {0.5, -2, 1.25};

    private static String text(List<FunctionDescriptor> functions) {
        return text("models", "ModelsDerivatives", functions);
    }

    private static String text(String folder, String name, List<FunctionDescriptor> functions) {
        CompanionClass companion = CompanionClass.of(folder, name, "{@link Models}", functions);
        functions.forEach(companion::write);
        return companion.source();
    }

    private static Compiled compiled(List<FunctionDescriptor> functions) {
        return Compiled.of("models.ModelsDerivatives", text(functions), Map.of("models.Models", MethodSamples.MODELS));
    }

    private static Object record(String name, Object... arguments) {
        try {
            Class<?> type = CLASS.type().getClassLoader().loadClass("models.Models$" + name);
            return type.getDeclaredConstructors()[0].newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Object nested(String name, String method, Object target, Object... arguments) {
        try {
            Class<?> type = CLASS.type().getClassLoader().loadClass("models.ModelsDerivatives$" + name);
            Method found = Arrays.stream(type.getMethods())
                    .filter(m -> m.getName().equals(method))
                    .findFirst()
                    .orElseThrow();
            return found.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw (RuntimeException) thrown.getCause();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static TwiceDifferentiableFunction misfit() {
        return (TwiceDifferentiableFunction) CLASS.call("misfit", 2, 3, T);
    }

    private static double[] misfitPoint() {
        return new double[] {0.9, 0.4, -1.2, 0.8, 1.5, 0.3, -0.7};
    }

    private static TwiceDifferentiableFunction posed(boolean negative) {
        Object sheet = record("Sheet", new double[][] {{1, 2}, {3, 4}}, new int[] {1, 0}, negative);
        return (TwiceDifferentiableFunction) CLASS.call("posed", 2, 3, sheet);
    }

    private static TwiceDifferentiableVectorFunction layers() {
        return (TwiceDifferentiableVectorFunction) CLASS.call("layers", 2, 2, 3, 3, T);
    }

    private static TwiceDifferentiableVectorFunction accumulated() {
        return (TwiceDifferentiableVectorFunction) CLASS.call(
                "accumulated", 3, new double[] {0.5, -1, 2}, 2, new double[][] {{1, 2, 3}, {4}});
    }

    private static TwiceDifferentiableVectorFunction waves() {
        return (TwiceDifferentiableVectorFunction) CLASS.call(
                "waves", 3, new long[][] {{0, 2}, {0, 3, 9}, {1, -1}}, new boolean[] {true, false, true}, 3);
    }

    private static double[] layersPoint() {
        double[] x = new double[15];
        for (int i = 0; i < 12; i++) {
            x[i] = Math.sin(3 * i) / 2;
        }
        // These are floats, which a point of doubles must not be rounded to.
        x[12] = 0.5;
        x[13] = -0.25;
        x[14] = 1.5;
        return x;
    }

    private static void golden(String name, FunctionDescriptor function) throws IOException {
        Path file = Path.of("src/test/resources/golden/" + name + ".java");
        String source = text("golden", name, List.of(function));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, source);
        }
        assertThat(source).isEqualTo(Files.readString(file));
    }

    @Test
    void looksLikeTheGoldenFiles() throws IOException {
        golden("RosenbrockDerivatives", MethodSamples.rosenbrock());
        golden("MisfitDerivatives", MethodSamples.misfit());
    }

    @Test
    void sameMethodsGiveSameBytes() {
        assertThat(text(MethodSamples.all())).isEqualTo(text(MethodSamples.all()));
    }

    @Test
    void oneVectorIsThePoint() {
        var f = (TwiceDifferentiableFunction) CLASS.call("rosenbrock", 4);
        double[] x = {-1.2, 1, 0.5, 2};
        assertThat(f.value(x)).isEqualTo(rosenbrock(x));
        DerivativeCheck.of(f).at(x).around(x).orThrow();
        assertThat(CLASS.type().getDeclaredClasses())
                .extracting(Class::getSimpleName)
                .doesNotContain("RosenbrockVariables")
                .contains("MisfitVariables");
    }

    private static double rosenbrock(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double valley = x[i + 1] - x[i] * x[i];
            double slope = 1 - x[i];
            sum += 100 * valley * valley + slope * slope;
        }
        return sum;
    }

    @Test
    void scalarAndMatrixMakeOneFlatPoint() {
        double[] x = misfitPoint();
        double[] gradient = new double[7];
        double value = misfit().valueAndGradient(x, gradient);
        double expected = 0.81;
        double byScale = 1.8;
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 3; j++) {
                expected += Math.sin(0.9 * A[i][j]) * T[j];
                byScale += A[i][j] * Math.cos(0.9 * A[i][j]) * T[j];
                assertThat(gradient[1 + 3 * i + j]).isCloseTo(0.9 * Math.cos(0.9 * A[i][j]) * T[j], within(1e-15));
            }
        }
        assertThat(value).isCloseTo(expected, within(1e-15));
        assertThat(gradient[0]).isCloseTo(byScale, within(1e-15));
        assertThat(x).containsExactly(misfitPoint());
        DerivativeCheck.of(misfit()).at(x).around(x).orThrow();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void recordsAreFlattenedInOrder(boolean negative) {
        TwiceDifferentiableFunction f = posed(negative);
        double[] x = {0.5, -0.25, 1.5, 0.75};
        double expected = Math.exp(0.5 * 1.5) * 2 + Math.exp(-0.25 * 1.5) * 3 + 0.75 * 0.75 * 3;
        assertThat(f.dimension()).isEqualTo(4);
        assertThat(f.value(x)).isCloseTo(negative ? -expected : expected, within(1e-14));
        DerivativeCheck.of(f).at(x).around(x).orThrow();
    }

    @Test
    void argumentsThatTheMethodWritesStayAsTheyWere() {
        var f = (TwiceDifferentiableFunction) CLASS.call("determinant", 3, 3);
        double[] x = {0, 2, 1, 3, -1, 0.5, 1, 4, 2};
        double expected = 0 * (-1 * 2 - 0.5 * 4) - 2 * (3 * 2 - 0.5 * 1) + 1 * (3 * 4 - -1 * 1);
        double[] gradient = new double[9];
        for (int call = 0; call < 3; call++) {
            assertThat(f.value(x)).isCloseTo(expected, within(1e-14));
            assertThat(f.valueAndGradient(x, gradient)).isCloseTo(expected, within(1e-14));
            // The cofactor of the entry in row 0, column 1.
            assertThat(gradient[1]).isCloseTo(-(3 * 2 - 0.5 * 1), within(1e-14));
        }
        assertThat(x).containsExactly(0, 2, 1, 3, -1, 0.5, 1, 4, 2);
        DerivativeCheck.of(f).at(1.5, 2, 1, 3, -1, 0.5, 1, 4, 2).orThrow();
    }

    @Test
    void arraysOfRankThreeAndOfFloatsMakeValues() {
        TwiceDifferentiableVectorFunction f = layers();
        double[] x = layersPoint();
        double[] y = new double[3];
        f.value(x, y);
        for (int i = 0; i < 3; i++) {
            double sum = 0;
            for (int k = 0; k < 12; k++) {
                sum += x[k] * x[k] * T[i] + x[12 + k % 3] * x[k];
            }
            assertThat(y[i]).isCloseTo(Math.sin(sum), within(1e-14));
        }
        jacobianIsThatOfProducts(f, x);
        hessianIsThatOfVjps(f, x);
    }

    @Test
    void arraysOfFloatsTakeDoubleAdjoints() {
        double[] x = layersPoint();
        double[] adjoint = {1, 0, 0};
        double[] values = new double[3];
        double[] product = new double[15];
        layers().vjp(x, adjoint, values, product);
        double slope = Math.sqrt(1 - values[0] * values[0]) * Math.signum(Math.cos(argument(x)));
        double byFirst = x[0] + x[3] + x[6] + x[9];
        assertThat(product[12]).isCloseTo(slope * byFirst, within(1e-13));
        assertThat(adjoint).containsExactly(1, 0, 0);
    }

    private static double argument(double[] x) {
        double sum = 0;
        for (int k = 0; k < 12; k++) {
            sum += x[k] * x[k] * T[0] + x[12 + k % 3] * x[k];
        }
        return sum;
    }

    @Test
    void dataAndValuesThatTheMethodUsesAreTheSameInEveryCall() {
        TwiceDifferentiableVectorFunction f = accumulated();
        double[] x = {0.5, 1.5, -0.75, 2};
        double[] y = {99, 99};
        for (int call = 0; call < 3; call++) {
            f.value(x, y);
            double work0 = 0.5 + 0.5 * 2;
            double work1 = -1 + 1.5 * 2;
            assertThat(y[0]).isCloseTo(0.5 * work0 * (work0 * 0.5) + 2, within(1e-15));
            assertThat(y[1]).isCloseTo(1.5 * work1 * (work1 * 1.5) + 2, within(1e-15));
        }
        jacobianIsThatOfProducts(f, x);
        hessianIsThatOfVjps(f, x);
        DerivativeCheck.of(f).at(x).around(x).orThrow();
        assertThat(x).containsExactly(0.5, 1.5, -0.75, 2);
    }

    @Test
    void callsItselfUnderItsNewName() {
        var f = (TwiceDifferentiableFunction) CLASS.call("power", 5);
        double[] gradient = new double[1];
        double[] product = new double[1];
        assertThat(f.valueAndGradient(new double[] {1.5}, gradient)).isEqualTo(Math.pow(1.5, 5));
        assertThat(gradient[0]).isCloseTo(5 * Math.pow(1.5, 4), within(1e-14));
        f.hessianVectorProduct(new double[] {1.5}, new double[] {2}, product);
        assertThat(product[0]).isCloseTo(2 * 20 * Math.pow(1.5, 3), within(1e-13));
    }

    @Test
    void countsOfValuesAreGivenWhereNothingTellsThem() {
        TwiceDifferentiableVectorFunction f = waves();
        double[] x = {0.5, -1.5, 0.75};
        double[] y = new double[3];
        assertThat(f.outputDimension()).isEqualTo(3);
        f.value(x, y);
        assertThat(y[0]).isEqualTo(Math.sin(0.25 * 2));
        assertThat(y[2]).isEqualTo(Math.sin(0.375 * -1));
        assertThatThrownBy(() -> CLASS.call("accumulated", 3, T, 0, A))
                .hasMessageStartingWith("number of values of accumulated is 0, expected at least 1");
    }

    /** The Jacobian against products with unit vectors, which are checked against differences. */
    private static void jacobianIsThatOfProducts(VectorFunction f, double[] x) {
        int n = f.inputDimension();
        int m = f.outputDimension();
        double[] jacobian = new double[n * m];
        double[] values = new double[m];
        double[] plain = new double[m];
        f.value(x, plain);
        f.jacobian(x, values, jacobian);
        assertThat(values).containsExactly(plain);
        double h = 1e-5;
        for (int j = 0; j < n; j++) {
            double[] direction = new double[n];
            double[] column = new double[m];
            direction[j] = 1;
            f.jvp(x, direction, values, column);
            assertThat(values).containsExactly(plain);
            for (int i = 0; i < m; i++) {
                // Rows and columns add in different orders.
                assertThat(column[i]).isCloseTo(jacobian[i * n + j], within(1e-12));
                if (x[j] != (float) x[j] || n != 15 || j < 12) {
                    assertThat(column[i]).isCloseTo(difference(f, x, j, i, h), within(1e-7));
                }
            }
        }
        for (int i = 0; i < m; i++) {
            double[] weights = new double[m];
            double[] row = new double[n];
            weights[i] = 1;
            f.vjp(x, weights, values, row);
            for (int j = 0; j < n; j++) {
                assertThat(row[j]).isCloseTo(jacobian[i * n + j], within(1e-12));
            }
        }
    }

    /** Central difference; its error is h² by the third derivative. */
    private static double difference(VectorFunction f, double[] x, int j, int i, double h) {
        double[] high = x.clone();
        double[] low = x.clone();
        high[j] += h;
        low[j] -= h;
        double[] above = new double[f.outputDimension()];
        double[] below = new double[f.outputDimension()];
        f.value(high, above);
        f.value(low, below);
        return (above[i] - below[i]) / (high[j] - low[j]);
    }

    private static void hessianIsThatOfVjps(TwiceDifferentiableVectorFunction f, double[] x) {
        int n = f.inputDimension();
        double[] weights = new double[f.outputDimension()];
        Arrays.setAll(weights, i -> 0.5 - i);
        double[] direction = new double[n];
        // Floats are not moved: they could not take the step.
        Arrays.setAll(direction, j -> n == 15 && j >= 12 ? 0 : Math.cos(j + 1.0));
        double[] product = new double[n];
        f.weightedHessianVectorProduct(x, weights, direction, product);
        double h = 1e-5;
        double[] high = x.clone();
        double[] low = x.clone();
        for (int j = 0; j < n; j++) {
            high[j] += h * direction[j];
            low[j] -= h * direction[j];
        }
        double[] values = new double[weights.length];
        double[] above = new double[n];
        double[] below = new double[n];
        f.vjp(high, weights, values, above);
        f.vjp(low, weights, values, below);
        for (int j = 0; j < n; j++) {
            assertThat(product[j]).isCloseTo((above[j] - below[j]) / (2 * h), within(1e-6));
        }
    }

    @Test
    void staticMethodsTakeArraysAsDeclared() {
        double[][] aBar = {{9, 9, 9}, {9, 9, 9}};
        double[][] aDot = {{1, -1, 0.5}, {2, 0, 1}};
        Workspace workspace = new Workspace();
        double[] gradient = new double[7];
        double value = misfit().valueAndGradient(misfitPoint(), gradient);
        assertThat(CLASS.callIn(workspace, "misfitValue", 0.9, A, T)).isEqualTo(value);
        assertThat(CLASS.callIn(workspace, "misfitGradient", 0.9, A, aBar, T)).isEqualTo(value);
        assertThat(workspace.real(1)).isEqualTo(gradient[0]);
        assertThat(aBar[1]).containsExactly(gradient[4], gradient[5], gradient[6]);
        double along = 3 * gradient[0];
        for (int k = 0; k < 6; k++) {
            along += aDot[k / 3][k % 3] * gradient[1 + k];
        }
        double tangent = (double) CLASS.callIn(workspace, "misfitTangent", 0.9, 3.0, A, aDot, T);
        assertThat(tangent).isCloseTo(along, within(1e-14));
    }

    @Test
    void variablesGoIntoThePointAndBack() {
        float[] b = {0.5f, -0.25f, 1.5f};
        Object variables = nested("LayersVariables", "unpack", null, layersPoint(), 2, 2, 3, 3);
        assertThat(nested("LayersVariables", "b", variables)).isEqualTo(b);
        double[][][] w = (double[][][]) nested("LayersVariables", "w", variables);
        assertThat(w[1][0][2]).isEqualTo(layersPoint()[8]);
        assertThat((double[]) nested("LayersVariables", "pack", variables)).containsExactly(layersPoint());
    }

    @Test
    void recordsGoIntoThePointAndBack() {
        Object pose = record("Pose", new double[] {1, 2}, record("Inner", 3.0, 4f, 7));
        double[] point = {1, 2, 3, 4};
        Object variables = nested("PosedVariables", "unpack", null, point, 2, 7);
        assertThat(nested("PosedVariables", "pose", variables).toString()).contains("scale=3.0, shift=4.0, power=7");
        assertThat((double[]) nested("PosedVariables", "pack", variables)).containsExactly(point);
        assertThat(pose.getClass())
                .isSameAs(nested("PosedVariables", "pose", variables).getClass());
    }

    @Test
    void wrongShapesAreNamed() {
        assertThatThrownBy(() -> nested("MisfitVariables", "unpack", null, new double[6], 2, 3))
                .hasMessageStartingWith("point has length 6, expected 7");
        assertThatThrownBy(() -> CLASS.call("misfit", 70_000, 70_000, T))
                .hasMessageStartingWith("extents of a are [70000, 70000], expected at least 1 each");
        assertThatThrownBy(() -> CLASS.call("misfit", 2, 0, T)).hasMessageStartingWith("extents of a are [2, 0]");
        assertThatThrownBy(() -> CLASS.call("posed", 2, 3, null)).hasMessage("sheet is null, expected data");
        assertThatThrownBy(() -> CLASS.call("posed", 2, 3, record("Sheet", new double[][] {null}, null, true)))
                .hasMessage("a row of sheet.table() is null, expected data");
        assertThatThrownBy(() -> misfit().valueAndGradient(new double[7], new double[6]))
                .hasMessageStartingWith("gradient has length 6, expected 7");
    }

    @Test
    void raggedVariablesAreRefused() throws ReflectiveOperationException {
        Class<?> type = CLASS.type().getClassLoader().loadClass("models.ModelsDerivatives$MisfitVariables");
        Object ragged = type.getConstructors()[0].newInstance(1.0, new double[][] {{1, 2}, {3}});
        assertThatThrownBy(() -> nested("MisfitVariables", "pack", ragged))
                .hasMessageStartingWith("row 1 of a has length 1, expected 2");
    }

    @Test
    void dataIsCopiedToTheLastRow() {
        double[][] table = {{1, 2}, {3, 4}};
        int[] columns = {1, 0};
        var f = (TwiceDifferentiableFunction) CLASS.call("posed", 2, 3, record("Sheet", table, columns, false));
        double[] x = {0.5, -0.25, 1.5, 0.75};
        double before = f.value(x);
        table[0][1] = 99;
        columns[1] = 1;
        assertThat(f.value(x)).isEqualTo(before);
    }

    @Test
    void warmCallsAllocateNothing() {
        TwiceDifferentiableFunction posed = posed(true);
        TwiceDifferentiableFunction misfit = misfit();
        var determinant = (TwiceDifferentiableFunction) CLASS.call("determinant", 3, 3);
        VectorFunction accumulated = accumulated();
        VectorFunction layers = layers();
        double[] matrix = {1.5, 2, 1, 3, -1, 0.5, 1, 4, 2};
        double[] out = new double[45];
        double[] x4 = new double[4];
        double[] v4 = new double[4];
        double[] g4 = new double[4];
        double[] x7 = new double[7];
        double[] g7 = new double[7];
        double[] g9 = new double[9];
        double[] y2 = new double[2];
        double[] j8 = new double[8];
        double[] x15 = new double[15];
        double[] y3 = new double[3];
        Runnable calls = () -> {
            everything(posed, x4, v4, g4);
            everything(misfit, x7, x7, g7);
            everything(determinant, matrix, matrix, g9);
            accumulated.jacobian(x4, y2, j8);
            layers.jacobian(x15, y3, out);
        };
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        // Enough for pools to look after their workspaces once, which loads classes.
        int rounds = 2_000;
        for (int i = 0; i < rounds; i++) {
            calls.run();
        }
        thread.getCurrentThreadAllocatedBytes();
        long before = thread.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < rounds; i++) {
            calls.run();
        }
        long bytes = thread.getCurrentThreadAllocatedBytes() - before;
        // The smallest object takes 16 bytes; less than one a round is the measurement's own.
        assertThat(bytes).isLessThan(16L * rounds);
    }

    private static void everything(TwiceDifferentiableFunction f, double[] x, double[] v, double[] out) {
        f.value(x);
        f.valueAndGradient(x, out);
        f.hessianVectorProduct(x, v, out);
    }

    @Test
    void threadsGetTheBitsOfOne() {
        VectorFunction f = accumulated();
        double[] expected = new double[8];
        double[] x = {0.5, 1.5, -0.75, 2};
        f.jacobian(x, new double[2], expected);
        List<double[]> found = IntStream.range(0, 2_000)
                .parallel()
                .mapToObj(i -> {
                    double[] jacobian = new double[8];
                    f.jacobian(x, new double[2], jacobian);
                    return jacobian;
                })
                .toList();
        assertThat(found).allSatisfy(jacobian -> assertThat(jacobian).containsExactly(expected));
    }

    @Test
    void formsThatAreAskedForAreWritten() {
        Compiled gradient =
                compiled(List.of(MethodSamples.only(MethodSamples.rosenbrock(), Form.VALUE, Form.GRADIENT)));
        assertThat(gradient.call("rosenbrock", 3))
                .isInstanceOf(DifferentiableFunction.class)
                .isNotInstanceOf(TwiceDifferentiableFunction.class);
        Compiled tangent = compiled(List.of(MethodSamples.only(MethodSamples.rosenbrock(), Form.JVP)));
        assertThat(tangent.type().getMethods())
                .extracting(Method::getName)
                .contains("rosenbrockTangent")
                .doesNotContain("rosenbrock", "rosenbrockValue", "rosenbrockGradient");
    }
}
