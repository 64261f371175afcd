package org.cotangent.codegen.processor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import org.cotangent.ad.eval.ComplexMachine;
import org.cotangent.ad.eval.Interpreter;
import org.cotangent.ad.expr.Complex;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.transform.Derivation;
import org.cotangent.ad.transform.Derivation.Role;
import org.cotangent.ad.transform.Derivation.Slot;
import org.cotangent.ad.transform.Derivatives;
import org.cotangent.codegen.parse.ParsedMethod;

/** A parsed method and its derivatives, run by the interpreter with the data of a user's method. */
final class Interpreted {

    private final ParsedMethod parsed;
    private final Program program;
    private final UserMethod method;
    private final int count;
    private final List<Variable> active = new ArrayList<>();
    private final Optional<Variable> output;
    private final Map<Program, Interpreter> interpreters = new IdentityHashMap<>();

    /**
     * @param program of the method, as it was read or with procedures put where they are called
     * @param count number of values
     */
    Interpreted(ParsedMethod parsed, Program program, UserMethod method, int count) {
        this.parsed = parsed;
        this.program = program;
        this.method = method;
        this.count = count;
        this.output = parsed.output().map(ParsedMethod.Output::variable);
        parsed.parameters().stream()
                .filter(parameter -> parameter.use() == ParsedMethod.Use.ACTIVE)
                .flatMap(parameter -> parameter.components().stream())
                .map(ParsedMethod.Component::variable)
                .filter(variable -> variable.type().isDifferentiable())
                .forEach(active::add);
    }

    /** What each parameter of the program is at a point. */
    private Map<Variable, Object> primal(double[] x) {
        Map<Variable, Object> primal = new HashMap<>();
        output.ifPresent(variable -> primal.put(variable, new double[count]));
        Object[] arguments = method.arguments(x);
        for (int i = 0; i < arguments.length; i++) {
            List<Object> parts = Components.flat(arguments[i]);
            for (int k = 0; k < parts.size(); k++) {
                Object part = parts.get(k);
                primal.put(
                        parsed.parameters().get(i).components().get(k).variable(),
                        part instanceof Float real ? Double.valueOf(real) : part);
            }
        }
        return primal;
    }

    /** Runs a derivation; what it holds afterwards, by variable and role. */
    private Map<List<Object>, Object> run(
            Derivation derivation, Map<Role, double[]> point, Map<Role, double[]> values) {
        Map<Variable, Object> primal = primal(point.get(Role.PRIMAL));
        Map<Role, PrimitiveIterator.OfDouble> flat = new HashMap<>();
        point.forEach((role, numbers) -> flat.put(role, Arrays.stream(numbers).iterator()));
        Map<List<Object>, Object> held = new HashMap<>();
        for (Variable variable : active) {
            for (Role role : List.of(Role.TANGENT, Role.ADJOINT, Role.ADJOINT_TANGENT)) {
                held.put(
                        List.of(variable, role),
                        Components.shadow(primal.get(variable), flat.getOrDefault(role, Components.zeros())));
            }
        }
        primal.forEach((variable, value) -> held.put(List.of(variable, Role.PRIMAL), value));
        output.ifPresent(variable -> {
            for (Role role : List.of(Role.TANGENT, Role.ADJOINT, Role.ADJOINT_TANGENT)) {
                held.put(
                        List.of(variable, role),
                        values.getOrDefault(role, new double[count]).clone());
            }
        });
        Object[] arguments = derivation.parameters().stream()
                .map(slot -> held.computeIfAbsent(
                        List.of(slot.of(), slot.role()),
                        absent -> Components.shadow(primal.get(slot.of()), Components.zeros())))
                .toArray();
        Object[] results = interpreters
                .computeIfAbsent(derivation.program(), Interpreter::of)
                .run(arguments);
        for (int i = 0; i < results.length; i++) {
            Slot slot = derivation.results().get(i);
            held.put(List.of(slot.of(), slot.role()), results[i]);
        }
        return held;
    }

    private void collect(Map<List<Object>, Object> held, Role role, double[] flat) {
        double[] found = active.stream()
                .flatMap(variable -> Components.reals(held.get(List.of(variable, role))).stream())
                .mapToDouble(x -> x)
                .toArray();
        System.arraycopy(found, 0, flat, 0, flat.length);
    }

    private void outputs(Map<List<Object>, Object> held, Role role, double[] values) {
        System.arraycopy((double[]) held.get(List.of(output.orElseThrow(), role)), 0, values, 0, count);
    }

    private static double result(Derivation derivation, Map<List<Object>, Object> held) {
        Slot value = derivation.results().stream()
                .filter(slot -> slot.role() == Role.PRIMAL)
                .findFirst()
                .orElseThrow();
        return (double) held.get(List.of(value.of(), Role.PRIMAL));
    }

    /** The values at a point. */
    double[] values(double[] x) {
        Derivation primal = Derivation.primal(program);
        Map<List<Object>, Object> held = run(primal, Map.of(Role.PRIMAL, x), Map.of());
        if (output.isEmpty()) {
            return new double[] {result(primal, held)};
        }
        double[] values = new double[count];
        outputs(held, Role.PRIMAL, values);
        return values;
    }

    /** The derivatives of all values along a direction, by complex step. */
    double[] complexStep(double[] x, double[] direction) {
        double tiny = 0x1p-300;
        Map<Variable, Object> re = primal(x);
        PrimitiveIterator.OfDouble next =
                Arrays.stream(direction).map(d -> tiny * d).iterator();
        Map<Variable, Object> im = new HashMap<>();
        active.forEach(variable -> im.put(variable, Components.shadow(re.get(variable), next)));
        double[] valuesIm = new double[count];
        output.ifPresent(variable -> im.put(variable, valuesIm));
        ComplexMachine machine =
                interpreters.computeIfAbsent(program, Interpreter::of).complexMachine();
        List<Variable> parameters = program.entry().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            set(machine, i, re.get(parameters.get(i)), Optional.ofNullable(im.get(parameters.get(i))));
        }
        machine.run();
        double[] derivatives =
                output.isEmpty() ? new double[] {machine.complex(0).im()} : valuesIm;
        return Arrays.stream(derivatives).map(d -> d / tiny).toArray();
    }

    private static void set(ComplexMachine machine, int parameter, Object re, Optional<Object> im) {
        if (re.getClass().isArray()) {
            im.ifPresentOrElse(i -> machine.setArray(parameter, re, i), () -> machine.setArray(parameter, re));
        } else if (re instanceof Double real) {
            machine.setComplex(parameter, new Complex(real, (double) im.orElse(0.0)));
        } else if (re instanceof Boolean truth) {
            machine.setBoolean(parameter, truth);
        } else {
            machine.setInteger(parameter, ((Number) re).longValue());
        }
    }

    TwiceDifferentiableFunction scalar() {
        Derivation gradient = Derivatives.gradient(program, active);
        Derivation second = Derivatives.hessianVectorProduct(program, active);
        return new TwiceDifferentiableFunction() {
            @Override
            public int dimension() {
                return method.point().length;
            }

            @Override
            public double value(double[] x) {
                return values(x)[0];
            }

            @Override
            public double valueAndGradient(double[] x, double[] xBar) {
                Map<List<Object>, Object> held = run(gradient, Map.of(Role.PRIMAL, x), Map.of());
                collect(held, Role.ADJOINT, xBar);
                return result(gradient, held);
            }

            @Override
            public void hessianVectorProduct(double[] x, double[] v, double[] product) {
                Map<List<Object>, Object> held = run(second, Map.of(Role.PRIMAL, x, Role.TANGENT, v), Map.of());
                collect(held, Role.ADJOINT_TANGENT, product);
            }
        };
    }

    TwiceDifferentiableVectorFunction vector() {
        List<Variable> outputs = List.of(output.orElseThrow());
        Derivation forward = Derivatives.jvp(program, active);
        Derivation reverse = Derivatives.vjp(program, active, outputs);
        Derivation second = Derivatives.weightedHessianVectorProduct(program, active, outputs);
        return new TwiceDifferentiableVectorFunction() {
            @Override
            public int inputDimension() {
                return method.point().length;
            }

            @Override
            public int outputDimension() {
                return count;
            }

            @Override
            public void value(double[] x, double[] y) {
                System.arraycopy(values(x), 0, y, 0, count);
            }

            @Override
            public void jvp(double[] x, double[] xDot, double[] y, double[] yDot) {
                Map<List<Object>, Object> held = run(forward, Map.of(Role.PRIMAL, x, Role.TANGENT, xDot), Map.of());
                outputs(held, Role.PRIMAL, y);
                outputs(held, Role.TANGENT, yDot);
            }

            @Override
            public void vjp(double[] x, double[] yBar, double[] y, double[] xBar) {
                Map<List<Object>, Object> held = run(reverse, Map.of(Role.PRIMAL, x), Map.of(Role.ADJOINT, yBar));
                outputs(held, Role.PRIMAL, y);
                collect(held, Role.ADJOINT, xBar);
            }

            @Override
            public void weightedHessianVectorProduct(double[] x, double[] w, double[] v, double[] product) {
                Map<List<Object>, Object> held =
                        run(second, Map.of(Role.PRIMAL, x, Role.TANGENT, v), Map.of(Role.ADJOINT, w));
                collect(held, Role.ADJOINT_TANGENT, product);
            }
        };
    }
}
