package org.cotangent.codegen.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import org.cotangent.ad.GraphDefinition;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.transform.Derivation;
import org.cotangent.ad.transform.Derivation.Path;
import org.cotangent.ad.transform.Derivation.Role;
import org.cotangent.ad.transform.Derivation.Slot;

/**
 * Writes the static method that fills a dense Jacobian: column by column with tangents, or row by
 * row with adjoints, whichever are fewer.
 *
 * <p>(Considered: one sweep that carries several tangents computes the function once instead of n
 * times, but its code grows with their number.)
 */
final class JacobianWriter {

    private final GraphDefinition function;
    private final GeneratedClass target;
    private final Variable out;
    private final Variable jacobian = Variable.of("jacobian", Type.DOUBLES);
    private final Names names = Names.own();
    private final Map<Variable, String> parameters = new LinkedHashMap<>();
    private final FlatPoint point;
    private final String values;
    private final String n;
    private final String i;
    private final String j;
    private final Code code = new Code();

    /** A derivative program with the method written for it. */
    record Sweep(Derivation derivation, Callee callee) {}

    /**
     * A writer for one function.
     *
     * @param out the parameter that the function writes its values into
     * @param values Java text of how many there are, if the graph fixes it
     */
    JacobianWriter(GraphDefinition function, GeneratedClass target, Variable out, Optional<String> values) {
        this.function = function;
        this.target = target;
        this.out = out;
        function.parameters().forEach(p -> parameters.put(p, ExpressionPrinter.escaped(names.declare(p))));
        parameters.put(out, ExpressionPrinter.escaped(names.declare(out)));
        parameters.put(jacobian, ExpressionPrinter.escaped(names.declare(jacobian)));
        names.free("workspace");
        this.i = ExpressionPrinter.escaped(names.free("i"));
        this.j = ExpressionPrinter.escaped(names.free("j"));
        this.point = new FlatPoint(function, v -> parameters.get(v) + ".length");
        this.n = point.dimension().contains(" ") ? ExpressionPrinter.escaped(names.free("n")) : point.dimension();
        this.values = values.orElse(parameters.get(out) + ".length");
    }

    /** The array that the method fills. */
    Variable jacobian() {
        return jacobian;
    }

    /** Java text of the number of variables. */
    String dimension() {
        return point.dimension();
    }

    /** What the method takes. */
    Derivation slots() {
        List<Slot> slots = new ArrayList<>();
        parameters.keySet().forEach(v -> slots.add(new Slot(v, v, Path.PRIMAL)));
        return new Derivation(Program.of(procedure("jacobian")), slots, List.of());
    }

    private Procedure procedure(String name) {
        return new Procedure(name, List.copyOf(parameters.keySet()), List.of(), Statement.Block.of());
    }

    /** Writes the method over the sweeps there are, at least one. */
    Callee write(String javadoc, Optional<Sweep> jvp, Optional<Sweep> vjp) {
        if (!n.equals(point.dimension())) {
            code.statement("int " + n + " = " + point.dimension());
        }
        if (jvp.isPresent() && vjp.isPresent()) {
            code.open("if (" + values + " < " + n + ")");
            rows(vjp.get());
            code.between("else");
            columns(jvp.get());
            code.close();
        } else {
            jvp.ifPresent(this::columns);
            vjp.ifPresent(this::rows);
        }
        String name = target.freeMethod(function.name() + "Jacobian");
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("$L\n", javadoc);
        parameters.forEach((variable, text) -> method.addParameter(Code.type(variable.type()), names.of(variable)));
        method.addParameter(ParameterSpec.builder(Code.WORKSPACE, "workspace").build());
        target.include(type -> type.addMethod(method.addCode(code.build()).build()));
        return new Callee(procedure(name), name, true, false);
    }

    /** A tangent for each variable. */
    private void columns(Sweep jvp) {
        Map<Slot, String> arguments = new HashMap<>();
        for (FlatPoint.Place place : point.places()) {
            slot(jvp, place.variable(), Role.TANGENT).ifPresent(slot -> {
                if (place.isVector()) {
                    arguments.put(slot, scratch(slot, place.length()));
                    code.statement("$arrays:T.fill(" + arguments.get(slot) + ", 0.0)");
                } else {
                    arguments.put(slot, "0.0");
                }
            });
        }
        Slot product = slot(jvp, out, Role.TANGENT).orElseThrow();
        arguments.put(product, scratch(product, values));
        for (FlatPoint.Place place : point.places()) {
            Optional<Slot> seed = slot(jvp, place.variable(), Role.TANGENT);
            if (place.isVector()) {
                columns(jvp, arguments, place, seed, arguments.get(product));
            } else {
                seed.ifPresent(slot -> arguments.put(slot, "1.0"));
                column(jvp, arguments, place.offset(), arguments.get(product));
                seed.ifPresent(slot -> arguments.put(slot, "0.0"));
            }
        }
    }

    private void columns(
            Sweep jvp, Map<Slot, String> arguments, FlatPoint.Place place, Optional<Slot> seed, String product) {
        code.open("for (int " + j + " = 0; " + j + " < " + place.length() + "; " + j + "++)");
        seed.ifPresent(slot -> code.statement(arguments.get(slot) + "[" + j + "] = 1"));
        column(jvp, arguments, place.offset().equals("0") ? j : place.offset() + " + " + j, product);
        seed.ifPresent(slot -> code.statement(arguments.get(slot) + "[" + j + "] = 0"));
        code.close();
    }

    private void column(Sweep jvp, Map<Slot, String> arguments, String column, String product) {
        call(jvp, arguments);
        code.open("for (int " + i + " = 0; " + i + " < " + values + "; " + i + "++)");
        code.statement(entry(column) + " = " + product + "[" + i + "]");
        code.close();
    }

    private String entry(String column) {
        return parameters.get(jacobian) + "[" + at(column) + "]";
    }

    /** Where the entry of row i is. */
    private String at(String column) {
        return i + " * " + n + (column.equals("0") ? "" : " + " + column);
    }

    /** An adjoint for each value. */
    private void rows(Sweep vjp) {
        Map<Slot, String> arguments = new HashMap<>();
        Slot seed = slot(vjp, out, Role.ADJOINT).orElseThrow();
        arguments.put(seed, scratch(seed, values));
        for (FlatPoint.Place place : point.places()) {
            slot(vjp, place.variable(), Role.ADJOINT)
                    .ifPresent(slot -> arguments.put(slot, scratch(slot, place.length())));
        }
        code.open("for (int " + i + " = 0; " + i + " < " + values + "; " + i + "++)");
        code.statement("$arrays:T.fill(" + arguments.get(seed) + ", 0.0)");
        code.statement(arguments.get(seed) + "[" + i + "] = 1");
        Optional<String> returned = call(vjp, arguments);
        for (FlatPoint.Place place : point.places()) {
            row(vjp, place, arguments, returned);
        }
        code.close();
    }

    private void row(Sweep vjp, FlatPoint.Place place, Map<Slot, String> arguments, Optional<String> returned) {
        Optional<Slot> product = slot(vjp, place.variable(), Role.ADJOINT);
        if (place.isVector()) {
            String array = product.map(arguments::get).orElseThrow();
            code.statement("System.arraycopy(" + array + ",$W0,$W" + parameters.get(jacobian) + ",$W"
                    + at(place.offset()) + ",$W" + place.length() + ")");
            return;
        }
        List<Slot> results = vjp.derivation().results();
        for (int k = 0; k < results.size(); k++) {
            if (results.get(k).of() == place.variable() && results.get(k).role() == Role.ADJOINT) {
                String value = vjp.callee().isReturned(k)
                        ? returned.orElseThrow()
                        : vjp.callee().received(k);
                code.statement(entry(place.offset()) + " = " + value);
            }
        }
    }

    /** Calls the sweep's method; gives the name of its value, if it has one. */
    private Optional<String> call(Sweep sweep, Map<Slot, String> arguments) {
        List<String> texts = new ArrayList<>();
        for (Slot slot : sweep.derivation().parameters()) {
            texts.add(slot.role() == Role.PRIMAL ? parameters.get(slot.of()) : arguments.get(slot));
        }
        if (sweep.callee().needsWorkspace()) {
            texts.add("workspace");
        }
        String call = ExpressionPrinter.escaped(sweep.callee().method()) + "(" + String.join(",$W", texts) + ")";
        if (sweep.callee().returnType().isEmpty()) {
            code.statement(call);
            return Optional.empty();
        }
        String result = ExpressionPrinter.escaped(names.free("result"));
        code.statement("double " + result + " = " + call);
        return Optional.of(result);
    }

    private String scratch(Slot slot, String length) {
        String array = ExpressionPrinter.escaped(names.free(slot.variable().name()));
        code.statement("double[] " + array + " = workspace.vector(" + target.nextArray() + ", " + length + ")");
        return array;
    }

    private static Optional<Slot> slot(Sweep sweep, Variable of, Role role) {
        return sweep.derivation().parameters().stream()
                .filter(s -> s.of() == of && s.role() == role)
                .findFirst();
    }
}
