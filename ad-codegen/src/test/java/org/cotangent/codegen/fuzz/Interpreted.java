package org.cotangent.codegen.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.transform.Derivation;
import org.cotangent.ad.transform.Derivation.Role;
import org.cotangent.ad.transform.Derivatives;
import org.cotangent.codegen.parse.ParsedMethod;

/** A method as the parser read it, with derivatives run by the interpreter, and complex steps of all of them. */
final class Interpreted implements Derived {

    private final Map<Variable, Object> arguments = new LinkedHashMap<>();
    private final List<Variable> active = new ArrayList<>();
    private final Optional<Variable> output;
    private final List<Variable> given;
    private final Layer primal;
    private final Layer adjoint;
    private final org.cotangent.ad.ir.Program function;

    /** @param values how many values the method gives */
    Interpreted(ParsedMethod parsed, Program program, int values) {
        for (int i = 0; i < parsed.parameters().size(); i++) {
            place(parsed.parameters().get(i), program.parameters().get(i));
        }
        output = parsed.output().map(ParsedMethod.Output::variable);
        output.ifPresent(o -> arguments.put(o, new double[values]));
        function = RunnableCalls.of(parsed.program());
        given = output.map(List::of).orElseGet(() -> function.entry().results());
        primal = new Layer(Derivation.primal(function));
        adjoint = new Layer(
                output.isEmpty() ? Derivatives.gradient(function, active) : Derivatives.vjp(function, active, given));
    }

    private void place(ParsedMethod.Parameter parameter, Program.Parameter argument) {
        List<Object> parts = new ArrayList<>();
        flatten(argument.value(), parts);
        for (int i = 0; i < parts.size(); i++) {
            Variable variable = parameter.components().get(i).variable();
            arguments.put(variable, parts.get(i));
            if (parameter.use() == ParsedMethod.Use.ACTIVE && variable.type().isDifferentiable()) {
                active.add(variable);
            }
        }
    }

    private static void flatten(Object value, List<Object> parts) {
        if (value instanceof Program.Fields fields) {
            fields.values().forEach(part -> flatten(part, parts));
        } else {
            parts.add(value instanceof Float real ? (Object) real.doubleValue() : value);
        }
    }

    /** What parameters are given: a vector spread over those that are active, in every role. */
    private Layer.Given given(double[] x, double[] v, double[] w, boolean imaginary) {
        Map<Variable, Object> points = spread(x, imaginary);
        Map<Variable, Object> directions = spread(v, true);
        return (variable, role) -> {
            Object own = arguments.get(variable);
            boolean isOutput = output.filter(variable::equals).isPresent();
            return switch (role) {
                case PRIMAL ->
                    points.containsKey(variable)
                            ? points.get(variable)
                            : imaginary ? Layer.zero(own) : Values.copy(own);
                case TANGENT -> directions.containsKey(variable) ? directions.get(variable) : Layer.zero(own);
                case ADJOINT -> isOutput ? w.clone() : Layer.zero(own);
                default -> Layer.zero(own);
            };
        };
    }

    private Map<Variable, Object> spread(double[] vector, boolean wide) {
        Values.Position position = new Values.Position(vector);
        Map<Variable, Object> spread = new LinkedHashMap<>();
        for (Variable variable : active) {
            Object like = arguments.get(variable);
            spread.put(variable, Values.shaped(wide ? Values.wide(like) : like, position));
        }
        return spread;
    }

    private static double[] scaled(double[] v) {
        double[] scaled = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            scaled[i] = v[i] * Layer.STEP;
        }
        return scaled;
    }

    private static double[] weighed(double[] gradient, double[] w, boolean scalar) {
        double[] weighed = gradient.clone();
        for (int i = 0; scalar && i < weighed.length; i++) {
            weighed[i] *= w[0];
        }
        return weighed;
    }

    @Override
    public double[] values(double[] x) {
        return primal.run(given(x, x, new double[0], false), given, Role.PRIMAL);
    }

    @Override
    public double[] jvp(double[] x, double[] v) {
        Layer tangent = new Layer(Derivatives.jvp(function, active));
        return tangent.run(given(x, v, new double[0], false), given, Role.TANGENT);
    }

    @Override
    public double[] vjp(double[] x, double[] w) {
        return weighed(adjoint.run(given(x, x, w, false), active, Role.ADJOINT), w, output.isEmpty());
    }

    @Override
    public double[] product(double[] x, double[] w, double[] v) {
        Layer second = new Layer(
                output.isEmpty()
                        ? Derivatives.hessianVectorProduct(function, active)
                        : Derivatives.weightedHessianVectorProduct(function, active, given));
        return weighed(second.run(given(x, v, w, false), active, Role.ADJOINT_TANGENT), w, output.isEmpty());
    }

    /** The Jacobian times v by a complex step of the function. */
    double[] complexJvp(double[] x, double[] v) {
        return primal.complexStep(
                given(x, x, new double[0], false), given(scaled(v), x, new double[0], true), given, Role.PRIMAL);
    }

    /** The Hessian of weighed values times v by a complex step of the adjoint. */
    double[] complexProduct(double[] x, double[] w, double[] v) {
        double[] found = adjoint.complexStep(given(x, x, w, false), given(scaled(v), x, w, true), active, Role.ADJOINT);
        return weighed(found, w, output.isEmpty());
    }
}
