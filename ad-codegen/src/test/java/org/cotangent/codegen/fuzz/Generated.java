package org.cotangent.codegen.fuzz;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.ad.runtime.Workspace;

/** The class that the processor wrote, by its function object and, for directions, its static method. */
final class Generated implements Derived {

    private static final double TOLERANCE = 1e-10;

    private final Program program;
    private final Class<?> companion;
    private final Object function;

    Generated(Program program, ClassLoader loader, int values) {
        this.program = program;
        try {
            companion = loader.loadClass(Program.PACKAGE + "." + program.name() + "Derivatives");
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
        this.function = function(values);
    }

    private Method method(String name) {
        Method found = Arrays.stream(companion.getDeclaredMethods())
                .filter(m -> m.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the companion has no method " + name));
        found.setAccessible(true);
        return found;
    }

    private Object function(int values) {
        Method factory = method(Program.METHOD);
        Class<?>[] types = factory.getParameterTypes();
        List<Object> arguments = new ArrayList<>();
        for (Program.Parameter parameter : program.parameters()) {
            switch (parameter.use()) {
                case ACTIVE -> shapes(parameter.value(), arguments);
                case OUTPUT -> arguments.add(values);
                default -> arguments.add(UserMethod.converted(Values.copy(parameter.value()), types[arguments.size()]));
            }
        }
        if (arguments.size() < types.length && program.result() == Program.Result.RETURNED_VECTOR) {
            arguments.add(values);
        }
        return UserMethod.call(factory, arguments.toArray());
    }

    /** Lengths of arrays, and what of a record carries no derivative. */
    private static void shapes(Object value, List<Object> arguments) {
        if (value instanceof Program.Fields fields) {
            fields.values().forEach(part -> shapes(part, arguments));
        } else if (value.getClass().isArray()) {
            lengths(value, arguments);
        } else if (!(value instanceof Double || value instanceof Float)) {
            arguments.add(value);
        }
    }

    private static void lengths(Object array, List<Object> arguments) {
        if (array instanceof double[] || array instanceof float[]) {
            arguments.add(Array.getLength(array));
        } else if (array instanceof Object[] parts) {
            arguments.add(parts.length);
            lengths(parts[0], arguments);
        }
    }

    private TwiceDifferentiableFunction scalar() {
        return (TwiceDifferentiableFunction) function;
    }

    private TwiceDifferentiableVectorFunction vector() {
        return (TwiceDifferentiableVectorFunction) function;
    }

    private boolean isScalar() {
        return program.result() == Program.Result.SCALAR;
    }

    @Override
    public double[] values(double[] x) {
        if (isScalar()) {
            return new double[] {scalar().value(x)};
        }
        double[] y = new double[vector().outputDimension()];
        vector().value(x, y);
        return y;
    }

    @Override
    public double[] jvp(double[] x, double[] v) {
        if (isScalar()) {
            return new double[] {tangent(x, v)};
        }
        double[] y = new double[vector().outputDimension()];
        double[] yDot = used(y.length);
        vector().jvp(x, v, y, yDot);
        requireSame("values beside the jvp", values(x), y);
        requireJacobian(x, v, yDot);
        return yDot;
    }

    private void requireJacobian(double[] x, double[] v, double[] yDot) {
        double[] y = new double[yDot.length];
        double[] jacobian = used(y.length * x.length);
        vector().jacobian(x, y, jacobian);
        requireSame("values beside the Jacobian", values(x), y);
        for (int i = 0; i < y.length; i++) {
            double[] row = Arrays.copyOfRange(jacobian, i * x.length, (i + 1) * x.length);
            double found = Vectors.dot(row, v);
            if (!(Math.abs(found - yDot[i]) <= TOLERANCE * Vectors.scale(row, yDot) * x.length)) {
                throw Stopped.failed("Jacobian", "row " + i + " gives " + found + ", the jvp " + yDot[i]);
            }
        }
    }

    @Override
    public double[] vjp(double[] x, double[] w) {
        double[] gradient = used(x.length);
        if (isScalar()) {
            double value = scalar().valueAndGradient(x, gradient);
            requireSame("value beside the gradient", values(x), new double[] {value});
            return scaled(gradient, w[0]);
        }
        double[] y = new double[vector().outputDimension()];
        vector().vjp(x, w, y, gradient);
        requireSame("values beside the vjp", values(x), y);
        return gradient;
    }

    @Override
    public double[] product(double[] x, double[] w, double[] v) {
        double[] product = used(x.length);
        if (isScalar()) {
            scalar().hessianVectorProduct(x, v, product);
            return scaled(product, w[0]);
        }
        vector().weightedHessianVectorProduct(x, w, v, product);
        return product;
    }

    /** An array that is to be overwritten. */
    private static double[] used(int length) {
        double[] array = new double[length];
        Arrays.fill(array, 7);
        return array;
    }

    private static double[] scaled(double[] vector, double factor) {
        return Arrays.stream(vector).map(e -> e * factor).toArray();
    }

    private static void requireSame(String check, double[] expected, double[] found) {
        if (!Vectors.same(expected, found)) {
            throw Stopped.failed(check, "found " + Arrays.toString(found) + ", expected " + Arrays.toString(expected));
        }
    }

    /** The static method that gives the derivative along a direction, its arguments by their names. */
    private double tangent(double[] x, double[] v) {
        Map<String, Object> points = new LinkedHashMap<>();
        Map<String, Object> directions = new LinkedHashMap<>();
        Values.Position at = new Values.Position(x);
        Values.Position along = new Values.Position(v);
        for (Program.Parameter parameter : program.parameters()) {
            boolean active = parameter.use() == Program.Use.ACTIVE;
            Object point = active ? Values.shaped(parameter.value(), at) : Values.copy(parameter.value());
            Object direction = active
                    ? Values.shaped(Values.wide(parameter.value()), along)
                    : Layer.zero(flattenable(parameter.value()));
            name(parameter.name(), point, points);
            name(parameter.name(), direction, directions);
        }
        Method method = method(Program.METHOD + "Tangent");
        Object[] arguments = Arrays.stream(method.getParameters())
                .map(p -> argument(p.getName(), points, directions))
                .toArray();
        return (double) UserMethod.call(method, arguments);
    }

    private static Object flattenable(Object value) {
        return value instanceof Boolean ? (Object) 0 : value;
    }

    private static Object argument(String name, Map<String, Object> points, Map<String, Object> directions) {
        if (name.equals("workspace")) {
            return new Workspace();
        } else if (points.containsKey(name)) {
            return points.get(name);
        }
        Object direction = name.endsWith("Dot") ? directions.get(name.substring(0, name.length() - 3)) : null;
        if (direction == null) {
            throw new IllegalStateException("fTangent has a parameter " + name + ", known are " + points.keySet());
        }
        return direction;
    }

    private void name(String name, Object value, Map<String, Object> named) {
        if (!(value instanceof Program.Fields fields)) {
            named.put(name, value);
            return;
        }
        Structure structure = program.structures().stream()
                .filter(s -> s.name().equals(fields.record()))
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < fields.values().size(); i++) {
            String component = structure.components().get(i).name();
            String joined = name + Character.toUpperCase(component.charAt(0)) + component.substring(1);
            name(joined, fields.values().get(i), named);
        }
    }
}
