package org.cotangent.codegen.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.transform.Derivation;
import org.cotangent.ad.transform.Derivation.Path;
import org.cotangent.ad.transform.Derivation.Role;
import org.cotangent.ad.transform.Derivation.Slot;
import org.cotangent.ad.transform.Written;

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

    private final FunctionDescriptor function;
    private final GeneratedClass target;
    private final Variable out;
    private final Variable jacobian = Variable.of("jacobian", Type.DOUBLES);
    private final Scratch scratch;
    private final Names names = Names.own();
    private final Map<Variable, String> parameters = new LinkedHashMap<>();
    private final FlatPoint point;
    private final String values;
    private final String n;
    private final String i;
    private final String j;
    private final Code code = new Code();
    private final Map<String, String> scratchTexts = new HashMap<>();
    private final ArrayLoops loops;
    private final ArrayLoops columnLoops;
    private final SweepCalls calls;

    /** A derivative program with the method written for it. */
    record Sweep(Derivation derivation, Callee callee) {}

    /**
     * A writer for one function.
     *
     * @param out the parameter that the function writes its values into
     * @param values Java text of how many there are, if the graph fixes it
     */
    JacobianWriter(FunctionDescriptor function, GeneratedClass target, Variable out, Optional<String> values) {
        this.function = function;
        this.target = target;
        this.out = out;
        this.scratch = new Scratch(target::nextArray);
        List<Variable> taken = function.program().entry().parameters();
        taken.forEach(p -> parameters.put(p, ExpressionPrinter.escaped(names.declare(p))));
        parameters.put(jacobian, ExpressionPrinter.escaped(names.declare(jacobian)));
        names.free("workspace");
        this.i = ExpressionPrinter.escaped(names.free("i"));
        this.j = ExpressionPrinter.escaped(names.free("j"));
        this.loops = ArrayLoops.of(code, names, "p", "q", "r");
        // Within these stand the others, which must not have the same names.
        this.columnLoops = ArrayLoops.of(code, names, "k", "l", "m");
        this.point = new FlatPoint(function.active(), this::shape);
        this.n = isName(point.dimension()) ? point.dimension() : ExpressionPrinter.escaped(names.free("n"));
        this.values = values.orElse(parameters.get(out) + ".length");
        this.calls = new SweepCalls(function, out, point, parameters, code, names, loops, scratch);
    }

    private static boolean isName(String text) {
        return !text.contains(" ");
    }

    /** The lengths of an array that is passed; of its rows, that of the first. */
    private Shape shape(Structure.Single single) {
        String array = Known.of(parameters, single.variable());
        int rank = single.variable().type().rank();
        if (rank == 1) {
            return Shape.vector(array + ".length");
        }
        List<String> extents = new ArrayList<>();
        String first = array;
        for (String extent : List.of("Planes", "Rows", "Columns").subList(3 - rank, 3)) {
            String name = ExpressionPrinter.escaped(names.free(single.variable().name() + extent));
            code.statement("int " + name + " = " + first + ".length");
            extents.add(name);
            first += "[0]";
        }
        return new Shape(extents, String.join(" * ", extents));
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
        Optional<Sweep> constant = Stream.of(jvp, vjp)
                .flatMap(Optional::stream)
                .filter(this::isConstant)
                .findFirst();
        if (constant.isPresent()) {
            zeros(constant.get());
        } else if (jvp.isPresent() && vjp.isPresent()) {
            code.open("if (" + values + " < " + n + ")");
            rows(vjp.get());
            code.between("else");
            columns(jvp.get(), wide);
            code.close();
        } else {
            jvp.ifPresent(sweep -> columns(sweep, wide));
            vjp.ifPresent(this::rows);
        }
        String name = target.reservedMethod(function.name() + "Jacobian");
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(function.access())
                .addModifiers(Modifier.STATIC)
                .addJavadoc("$L\n", javadoc);
        parameters.forEach((variable, text) -> method.addParameter(Code.type(variable.type()), names.of(variable)));
        method.addParameter(ParameterSpec.builder(Code.WORKSPACE, "workspace").build());
        target.include(type -> type.addMethod(method.addCode(code.build()).build()));
        return new Callee(procedure(name), name, true, false);
    }

    /** Whether no value depends on a variable, so that the values have no derivative. */
    private boolean isConstant(Sweep sweep) {
        return slot(sweep, out, Role.TANGENT, 0).isEmpty()
                && slot(sweep, out, Role.ADJOINT, 0).isEmpty();
    }

    /** The values, by a sweep whose derivatives nobody reads, and a Jacobian of zeros. */
    private void zeros(Sweep sweep) {
        calls.prepare(sweep);
        Map<Slot, String> arguments = new HashMap<>();
        for (FlatPoint.Place place : point.places()) {
            for (Role role : List.of(Role.TANGENT, Role.ADJOINT)) {
                slot(sweep, place.variable(), role, 0)
                        .ifPresent(slot -> arguments.put(slot, place.isArray() ? scratch(slot, place.shape()) : "0.0"));
            }
        }
        calls.call(sweep, arguments);
        code.statement("$arrays:T.fill(" + parameters.get(jacobian) + ", 0.0)");
    }

    /** Whether a wide sweep would be used: it takes a vector of so many elements. */
    static boolean isWide(FunctionDescriptor function) {
        return function.active().stream()
                .anyMatch(single -> single.isArray()
                        && (single.length().isEmpty() || single.length().getAsInt() >= WIDTH));
    }

    /** A tangent for each variable. */
    private void columns(Sweep jvp, Optional<Sweep> wide) {
        boolean someAreNarrow =
                wide.isEmpty() || point.places().stream().anyMatch(place -> !place.isArray() || !isWhole(place));
        Map<Slot, String> arguments = someAreNarrow ? seeds(jvp, 1) : Map.of();
        Map<Slot, String> wideArguments = wide.map(sweep -> seeds(sweep, WIDTH)).orElse(Map.of());
        for (FlatPoint.Place place : point.places()) {
            if (place.isArray()) {
                wide.filter(sweep -> lastWide(place).map(last -> last > 0).orElse(true))
                        .ifPresent(sweep -> wideColumns(sweep, wideArguments, place));
                columns(jvp, arguments, place, wide.isPresent());
            } else {
                Optional<Slot> seed = slot(jvp, place.variable(), Role.TANGENT, 0);
                seed.ifPresent(slot -> arguments.put(slot, "1.0"));
                clearUsed(jvp, arguments, 1);
                calls.call(jvp, arguments);
                entries(arguments, jvp, 1, place.offset());
                seed.ifPresent(slot -> arguments.put(slot, "0.0"));
            }
        }
    }

    /** Whether wide sweeps take all elements of a vector. */
    private static boolean isWhole(FlatPoint.Place place) {
        return lastWide(place)
                .map(String::valueOf)
                .filter(place.shape().columns()::equals)
                .isPresent();
    }

    /** How many elements of a vector wide sweeps take, if its length is known. */
    private static Optional<Integer> lastWide(FlatPoint.Place place) {
        String length = place.shape().columns();
        boolean known = length.chars().allMatch(Character::isDigit);
        return known ? Optional.of(Integer.parseInt(length) / WIDTH * WIDTH) : Optional.empty();
    }

    /** Directions that are 0, and arrays for the products. */
    private Map<Slot, String> seeds(Sweep sweep, int width) {
        calls.prepare(sweep);
        Map<Slot, String> arguments = new HashMap<>();
        for (int direction = 0; direction < width; direction++) {
            for (FlatPoint.Place place : point.places()) {
                slot(sweep, place.variable(), Role.TANGENT, direction).ifPresent(slot -> {
                    if (place.isArray()) {
                        arguments.put(slot, scratch(slot, place.shape()));
                        loops.zero(
                                Known.of(arguments, slot),
                                slot.variable().type().rank());
                    } else {
                        arguments.put(slot, "0.0");
                    }
                });
            }
            Slot product = slot(sweep, out, Role.TANGENT, direction).orElseThrow();
            arguments.put(product, scratch(product, Shape.vector(values)));
        }
        return arguments;
    }

    private void wideColumns(Sweep wide, Map<Slot, String> arguments, FlatPoint.Place place) {
        String last = lastWide(place)
                .map(String::valueOf)
                .orElseGet(() -> place.shape().columns() + " - " + (WIDTH - 1));
        rows(place, (row, start) -> {
            code.open("for (int " + j + " = 0; " + j + " < " + last + "; " + j + " += " + WIDTH + ")");
            column(wide, arguments, place, WIDTH, row, start);
            code.close();
        });
    }

    /** The columns that wide sweeps have left. */
    private void columns(Sweep jvp, Map<Slot, String> arguments, FlatPoint.Place place, boolean someAreWide) {
        if (someAreWide && isWhole(place)) {
            return;
        }
        String length = place.shape().columns();
        String first = !someAreWide
                ? "0"
                : lastWide(place).map(String::valueOf).orElse(length + " / " + WIDTH + " * " + WIDTH);
        rows(place, (row, start) -> {
            code.open("for (int " + j + " = " + first + "; " + j + " < " + length + "; " + j + "++)");
            column(jvp, arguments, place, 1, row, start);
            code.close();
        });
    }

    /**
     * Loops over the rows of a variable.
     *
     * @param visit takes the indices of a row and where it starts in the flat point
     */
    private void rows(FlatPoint.Place place, BiConsumer<String, String> visit) {
        columnLoops.rows("", place.variable().type(), place.shape(), place.offset(), visit);
    }

    /** Neighbouring columns, by one sweep. */
    private void column(
            Sweep sweep, Map<Slot, String> arguments, FlatPoint.Place place, int width, String row, String start) {
        clearUsed(sweep, arguments, width);
        set(sweep, arguments, place, width, row, "1");
        calls.call(sweep, arguments);
        entries(arguments, sweep, width, ArrayLoops.plus(start, j));
        if (!isSeedUsed(sweep, place)) {
            set(sweep, arguments, place, width, row, "0");
        }
    }

    /** Sets the directions to 0 that the call before may have stored into. */
    private void clearUsed(Sweep sweep, Map<Slot, String> arguments, int width) {
        for (FlatPoint.Place place : point.places()) {
            if (place.isArray() && isSeedUsed(sweep, place)) {
                seedsOf(sweep, place, width).forEach(slot -> clear(slot, Known.of(arguments, slot)));
            }
        }
    }

    private void clear(Slot slot, String array) {
        int rank = slot.variable().type().rank();
        if (rank > 1) {
            // The function may have put other arrays in the place of rows.
            code.statement(array + " = " + Known.of(scratchTexts, array));
        }
        loops.zero(array, rank);
    }

    /** Whether a sweep stores into the direction, as it does where the function stores into its variable. */
    private boolean isSeedUsed(Sweep sweep, FlatPoint.Place place) {
        Set<Variable> stored = Written.parameters(sweep.derivation().program());
        return seedsOf(sweep, place, WIDTH).stream().anyMatch(slot -> stored.contains(slot.variable()));
    }

    private static List<Slot> seedsOf(Sweep sweep, FlatPoint.Place place, int width) {
        List<Slot> seeds = new ArrayList<>();
        for (int direction = 0; direction < width; direction++) {
            slot(sweep, place.variable(), Role.TANGENT, direction).ifPresent(seeds::add);
        }
        return seeds;
    }

    private void set(
            Sweep sweep, Map<Slot, String> arguments, FlatPoint.Place place, int width, String row, String value) {
        List<Slot> seeds = seedsOf(sweep, place, width);
        for (int direction = 0; direction < seeds.size(); direction++) {
            code.statement(arguments.get(seeds.get(direction)) + row + "[" + j + plus(direction) + "] = " + value);
        }
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
        calls.prepare(vjp);
        Map<Slot, String> arguments = new HashMap<>();
        Slot seed = slot(vjp, out, Role.ADJOINT, 0).orElseThrow();
        arguments.put(seed, scratch(seed, Shape.vector(values)));
        for (FlatPoint.Place place : point.places()) {
            slot(vjp, place.variable(), Role.ADJOINT, 0)
                    .ifPresent(slot -> arguments.put(slot, scratch(slot, place.shape())));
        }
        code.open("for (int " + i + " = 0; " + i + " < " + values + "; " + i + "++)");
        code.statement("$arrays:T.fill(" + arguments.get(seed) + ", 0.0)");
        code.statement(arguments.get(seed) + "[" + i + "] = 1");
        Optional<String> returned = calls.call(vjp, arguments);
        for (FlatPoint.Place place : point.places()) {
            row(vjp, place, arguments, returned);
        }
        code.close();
    }

    private void row(Sweep vjp, FlatPoint.Place place, Map<Slot, String> arguments, Optional<String> returned) {
        Optional<Slot> product = slot(vjp, place.variable(), Role.ADJOINT, 0);
        if (place.isArray()) {
            Slot slot = product.orElseThrow();
            String array = Known.of(arguments, slot);
            loops.toFlat(
                    array, slot.variable().type(), place.shape(), Known.of(parameters, jacobian), at(place.offset()));
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

    private String scratch(Slot slot, Shape shape) {
        String array = ExpressionPrinter.escaped(names.free(slot.variable().name()));
        String own = scratch.of(slot, shape);
        scratchTexts.put(array, own);
        code.statement(slot.variable().type() + " " + array + " = " + own);
        return array;
    }

    private static Optional<Slot> slot(Sweep sweep, Variable of, Role role, int direction) {
        Path path = role.along(direction);
        return sweep.derivation().parameters().stream()
                .filter(s -> s.of() == of && s.path().equals(path))
                .findFirst();
    }
}
