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
 * <p>Columns of a vector come four in a sweep, which computes the values, and all that the columns
 * have in common, once for four; what is left over comes one by one.
 */
final class JacobianWriter {

    /** Tangents in a wide sweep. */
    static final int WIDTH = 4;

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

    /**
     * Writes the method over the sweeps there are, at least one.
     *
     * @param wide a sweep of several tangents, if there is one of a single tangent too
     */
    Callee write(String javadoc, Optional<Sweep> jvp, Optional<Sweep> wide, Optional<Sweep> vjp) {
        if (!n.equals(point.dimension())) {
            code.statement("int " + n + " = " + point.dimension());
        }
        if (jvp.isPresent() && vjp.isPresent()) {
            code.open("if (" + values + " < " + n + ")");
            rows(vjp.get());
            code.between("else");
            columns(jvp.get(), wide);
            code.close();
        } else {
            jvp.ifPresent(sweep -> columns(sweep, wide));
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

    /** Whether a wide sweep would be used: it takes a vector of so many elements. */
    static boolean isWide(GraphDefinition function) {
        return function.variables().stream()
                .anyMatch(input -> input.variable().type().isArray()
                        && (input.length().isEmpty() || input.length().getAsInt() >= WIDTH));
    }

    /** A tangent for each variable. */
    private void columns(Sweep jvp, Optional<Sweep> wide) {
        boolean someAreNarrow =
                wide.isEmpty() || point.places().stream().anyMatch(place -> !place.isVector() || !isWhole(place));
        Map<Slot, String> arguments = someAreNarrow ? seeds(jvp, 1) : Map.of();
        Map<Slot, String> wideArguments = wide.map(sweep -> seeds(sweep, WIDTH)).orElse(Map.of());
        for (FlatPoint.Place place : point.places()) {
            if (place.isVector()) {
                wide.filter(sweep -> lastWide(place).map(last -> last > 0).orElse(true))
                        .ifPresent(sweep -> wideColumns(sweep, wideArguments, place));
                columns(jvp, arguments, place, wide.isPresent());
            } else {
                Optional<Slot> seed = slot(jvp, place.variable(), Role.TANGENT, 0);
                seed.ifPresent(slot -> arguments.put(slot, "1.0"));
                call(jvp, arguments);
                entries(arguments, jvp, 1, place.offset());
                seed.ifPresent(slot -> arguments.put(slot, "0.0"));
            }
        }
    }

    /** Whether wide sweeps take all elements of a vector. */
    private static boolean isWhole(FlatPoint.Place place) {
        return lastWide(place)
                .map(String::valueOf)
                .filter(place.length()::equals)
                .isPresent();
    }

    /** How many elements of a vector wide sweeps take, if its length is known. */
    private static Optional<Integer> lastWide(FlatPoint.Place place) {
        boolean known = place.length().chars().allMatch(Character::isDigit);
        return known ? Optional.of(Integer.parseInt(place.length()) / WIDTH * WIDTH) : Optional.empty();
    }

    /** Directions that are 0, and arrays for the products. */
    private Map<Slot, String> seeds(Sweep sweep, int width) {
        Map<Slot, String> arguments = new HashMap<>();
        for (int direction = 0; direction < width; direction++) {
            for (FlatPoint.Place place : point.places()) {
                slot(sweep, place.variable(), Role.TANGENT, direction).ifPresent(slot -> {
                    if (place.isVector()) {
                        arguments.put(slot, scratch(slot, place.length()));
                        code.statement("$arrays:T.fill(" + arguments.get(slot) + ", 0.0)");
                    } else {
                        arguments.put(slot, "0.0");
                    }
                });
            }
            Slot product = slot(sweep, out, Role.TANGENT, direction).orElseThrow();
            arguments.put(product, scratch(product, values));
        }
        return arguments;
    }

    private void wideColumns(Sweep wide, Map<Slot, String> arguments, FlatPoint.Place place) {
        String last = lastWide(place).map(String::valueOf).orElse(place.length() + " - " + (WIDTH - 1));
        code.open("for (int " + j + " = 0; " + j + " < " + last + "; " + j + " += " + WIDTH + ")");
        set(wide, arguments, place, WIDTH, "1");
        call(wide, arguments);
        entries(arguments, wide, WIDTH, column(place));
        set(wide, arguments, place, WIDTH, "0");
        code.close();
    }

    /** The columns that wide sweeps have left. */
    private void columns(Sweep jvp, Map<Slot, String> arguments, FlatPoint.Place place, boolean someAreWide) {
        String first = !someAreWide
                ? "0"
                : lastWide(place).map(String::valueOf).orElse(place.length() + " / " + WIDTH + " * " + WIDTH);
        if (someAreWide && isWhole(place)) {
            return;
        }
        code.open("for (int " + j + " = " + first + "; " + j + " < " + place.length() + "; " + j + "++)");
        set(jvp, arguments, place, 1, "1");
        call(jvp, arguments);
        entries(arguments, jvp, 1, column(place));
        set(jvp, arguments, place, 1, "0");
        code.close();
    }

    private void set(Sweep sweep, Map<Slot, String> arguments, FlatPoint.Place place, int width, String value) {
        for (int direction = 0; direction < width; direction++) {
            String element = "[" + j + plus(direction) + "] = " + value;
            slot(sweep, place.variable(), Role.TANGENT, direction)
                    .ifPresent(slot -> code.statement(arguments.get(slot) + element));
        }
    }

    private String column(FlatPoint.Place place) {
        return place.offset().equals("0") ? j : place.offset() + " + " + j;
    }

    private static String plus(int number) {
        return number == 0 ? "" : " + " + number;
    }

    /** Puts the products into neighbouring columns. */
    private void entries(Map<Slot, String> arguments, Sweep sweep, int width, String column) {
        code.open("for (int " + i + " = 0; " + i + " < " + values + "; " + i + "++)");
        for (int direction = 0; direction < width; direction++) {
            Slot product = slot(sweep, out, Role.TANGENT, direction).orElseThrow();
            code.statement(entry(column + plus(direction)) + " = " + arguments.get(product) + "[" + i + "]");
        }
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
        Slot seed = slot(vjp, out, Role.ADJOINT, 0).orElseThrow();
        arguments.put(seed, scratch(seed, values));
        for (FlatPoint.Place place : point.places()) {
            slot(vjp, place.variable(), Role.ADJOINT, 0)
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
        Optional<Slot> product = slot(vjp, place.variable(), Role.ADJOINT, 0);
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

    private static Optional<Slot> slot(Sweep sweep, Variable of, Role role, int direction) {
        Path path = role.along(direction);
        return sweep.derivation().parameters().stream()
                .filter(s -> s.of() == of && s.path().equals(path))
                .findFirst();
    }
}
