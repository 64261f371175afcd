package org.cotangent.codegen.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.expr.Arithmetic;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Foreign;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.MatrixExpr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.linalg.EigenFactors;
import org.cotangent.ad.linalg.LinearAlgebra;
import org.cotangent.ad.linalg.Matrices;
import org.cotangent.ad.linalg.MatrixRoutines;
import org.cotangent.ad.linalg.SingularFactors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every method of {@link Matrices} in an annotated method has the derivatives that the function of the same name has in
 * graphs, which are compared with complex steps elsewhere.
 */
class MatrixRoutineTableTest {

    private static final Map<String, List<Variable>> ROUTINES = routines();
    private static final Processed PROCESSED = Processed.of(Map.of("user.Model", source()));

    private static Map<String, List<Variable>> routines() {
        Map<String, List<Variable>> routines = new TreeMap<>();
        new MatrixRoutines().methods().forEach((method, routine) -> {
            if (method.type().equals(Matrices.class.getName())) {
                routines.put(method.name(), parameters(routine));
            }
        });
        return routines;
    }

    private static List<Variable> parameters(Foreign routine) {
        return routine instanceof Program program
                ? program.entry().parameters()
                : ((External) routine)
                        .parameters().stream().map(External.Parameter::variable).toList();
    }

    private static boolean isVector(String method, String array) {
        return array.equals("s") || array.equals("w") || method.startsWith("multiplyVector") && !array.equals("a");
    }

    /** Methods that call one routine with square matrices and write all its results to one array. */
    private static String source() {
        StringBuilder source = new StringBuilder("""
                package user;

                import org.cotangent.ad.annotation.Differentiable;
                import org.cotangent.ad.linalg.Matrices;

                final class Model {
                """);
        ROUTINES.forEach((name, parameters) -> source.append(method(name, parameters)));
        return source.append("}\n").toString();
    }

    private static String method(String name, List<Variable> parameters) {
        Map<String, String> inputs = new LinkedHashMap<>();
        Map<String, String> outputs = new LinkedHashMap<>();
        boolean behind = false;
        for (Variable parameter : parameters) {
            behind |= !parameter.type().isArray();
            if (parameter.type().isArray()) {
                (behind ? outputs : inputs).put(parameter.name(), isVector(name, parameter.name()) ? "n" : "n * n");
            }
        }
        String arguments = parameters.stream()
                .map(parameter -> parameter.type().isArray() ? parameter.name() : "n")
                .collect(Collectors.joining(", "));
        String call = "Matrices." + name + "(" + arguments + ")";
        StringBuilder body = new StringBuilder();
        outputs.forEach(
                (array, length) -> body.append("        double[] " + array + " = new double[" + length + "];\n"));
        body.append(outputs.isEmpty() ? "        out[0] = " + call + ";\n" : "        " + call + ";\n");
        String start = "0";
        for (Map.Entry<String, String> output : outputs.entrySet()) {
            body.append("        System.arraycopy(" + output.getKey() + ", 0, out, " + start + ", " + output.getValue()
                    + ");\n");
            start += " + " + output.getValue();
        }
        String declared =
                inputs.keySet().stream().map(array -> "double[] " + array).collect(Collectors.joining(", "));
        String wrt = inputs.keySet().stream().map(array -> '"' + array + '"').collect(Collectors.joining(", "));
        return "    @Differentiable(wrt = {" + wrt + "})\n    static void " + name + "(" + declared
                + ", int n, double[] out) {\n" + body + "    }\n\n";
    }

    private static VectorExpr graph(String name, List<Arithmetic<?>> variables) {
        MatrixExpr a = (MatrixExpr) variables.get(0);
        return switch (name) {
            case "trace" -> Graph.fill(1, a.trace());
            case "frobeniusNorm" -> Graph.fill(1, a.norm());
            case "transpose" -> a.transpose().flatten();
            case "multiplyVector" -> LinearAlgebra.multiply(a, (VectorExpr) variables.get(1));
            case "multiplyVectorTransposed" -> LinearAlgebra.multiplyTransposed(a, (VectorExpr) variables.get(1));
            default -> called(name, variables);
        };
    }

    private static VectorExpr called(String name, List<Arithmetic<?>> variables) {
        Class<?>[] types = variables.stream().map(Object::getClass).toArray(Class<?>[]::new);
        Object result;
        try {
            Method method = LinearAlgebra.class.getMethod(name, types);
            result = method.invoke(null, variables.toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
        if (result instanceof SingularFactors factors) {
            return Graph.concatenate(
                    factors.u().flatten(), factors.s(), factors.v().flatten());
        }
        if (result instanceof EigenFactors factors) {
            return Graph.concatenate(factors.w(), factors.v().flatten());
        }
        if (result instanceof MatrixExpr matrix) {
            return matrix.flatten();
        }
        return result instanceof VectorExpr vector ? vector : Graph.fill(1, (Expr) result);
    }

    private static List<Arithmetic<?>> variables(String name, int n) {
        return ROUTINES.get(name).stream()
                .takeWhile(parameter -> parameter.type().isArray())
                .<Arithmetic<?>>map(parameter -> isVector(name, parameter.name())
                        ? Graph.vector(parameter.name(), n)
                        : Graph.matrix(parameter.name(), n, n))
                .toList();
    }

    private static double[] point(List<Arithmetic<?>> variables, int n, Random random) {
        return variables.stream()
                .map(variable -> {
                    if (variable instanceof VectorExpr) {
                        return random.doubles(n, -1, 1).toArray();
                    }
                    double[] a = random.doubles((long) n * n, -0.2 / n, 0.2 / n).toArray();
                    for (int i = 0; i < n; i++) {
                        a[i * (n + 1)] += 1 + 10.0 * i / n;
                    }
                    return a;
                })
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 30, 200})
    void annotatedMethodsHaveTheDerivativesOfGraphs(int n) {
        assertThat(PROCESSED.messages()).isEmpty();
        Random random = new Random(13);
        for (String name : ROUTINES.keySet()) {
            List<Arithmetic<?>> variables = variables(name, n);
            TwiceDifferentiableVectorFunction expected = Differentiation.of(graph(name, variables), variables);
            TwiceDifferentiableVectorFunction found = annotated(name, variables, n, expected.outputDimension());
            double[] point = point(variables, n, random);
            double[] v = random.doubles(point.length, -1, 1).toArray();
            double[] w = random.doubles(expected.outputDimension(), -1, 1).toArray();
            double[] value = new double[w.length];
            double[] jvp = new double[w.length];
            double[] expectedJvp = new double[w.length];
            double[] expectedValue = new double[w.length];
            double[] vjp = new double[point.length];
            double[] expectedVjp = new double[point.length];
            expected.jvp(point, v, expectedValue, expectedJvp);
            found.jvp(point, v, value, jvp);
            near(value, expectedValue, name);
            near(jvp, expectedJvp, name + " tangent");
            expected.vjp(point, w, expectedValue, expectedVjp);
            found.vjp(point, w, value, vjp);
            near(vjp, expectedVjp, name + " adjoint");
            expected.weightedHessianVectorProduct(point, w, v, expectedVjp);
            found.weightedHessianVectorProduct(point, w, v, vjp);
            near(vjp, expectedVjp, name + " second derivative");
        }
    }

    private static TwiceDifferentiableVectorFunction annotated(
            String name, List<Arithmetic<?>> variables, int n, int outputs) {
        Object[] arguments = new Object[variables.size() + 2];
        arguments[variables.size()] = n;
        for (int i = 0; i < variables.size(); i++) {
            arguments[i] = variables.get(i) instanceof VectorExpr ? n : n * n;
        }
        arguments[variables.size() + 1] = outputs;
        return (TwiceDifferentiableVectorFunction) PROCESSED.call("user.ModelDerivatives", name, arguments);
    }

    /** The same operations, but perhaps in another order. */
    private static void near(double[] found, double[] expected, String what) {
        double difference = 0;
        double size = Double.MIN_NORMAL;
        for (int i = 0; i < found.length; i++) {
            difference = Math.max(difference, Math.abs(found[i] - expected[i]));
            size = Math.max(size, Math.abs(expected[i]));
        }
        assertThat(difference).as(what).isLessThanOrEqualTo(1e-12 * size);
    }
}
