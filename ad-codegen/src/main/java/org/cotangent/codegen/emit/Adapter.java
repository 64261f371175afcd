package org.cotangent.codegen.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.transform.Derivation;
import org.cotangent.ad.transform.Derivation.Role;
import org.cotangent.ad.transform.Derivation.Slot;
import org.cotangent.ad.transform.Written;

/**
 * Writes a method of a function interface that calls the static method of a derived program: checks
 * arguments, hands flat arrays over in the program's own parameters, and collects what comes back.
 */
final class Adapter {

    private final String name;
    private final FlatPoint point;
    private final Map<Variable, String> data;
    private final Scratch scratch;
    private final Names names = Names.own();
    private final List<String> parameters = new ArrayList<>();
    private final Code checks = new Code();
    private final Code before = new Code();
    private final Code after = new Code();
    private final ArrayLoops loops = ArrayLoops.of(before, names);
    private final Map<Role, String> inputs = new EnumMap<>(Role.class);
    private final Map<Role, String> outputs = new EnumMap<>(Role.class);
    private final Map<Role, String> values = new EnumMap<>(Role.class);
    private final List<String> written = new ArrayList<>();
    private final Set<Role> taken = EnumSet.noneOf(Role.class);
    private Set<Variable> stored = Set.of();
    private String outputLength = "";
    private boolean startsFromOutput;
    private boolean usesWorkspace;
    private boolean usesResult;

    /**
     * A method without parameters yet.
     *
     * @param data the expressions for data variables
     * @param scratch arrays of the workspace
     */
    Adapter(String name, FlatPoint point, Map<Variable, String> data, Scratch scratch) {
        this.name = name;
        this.point = point;
        this.data = new HashMap<>(data);
        this.scratch = scratch;
        List.of("workspace", "entry", "result", "dimension", "outputDimension", "pool")
                .forEach(names::free);
    }

    /** Adds a flat array that is read. */
    Adapter input(String parameter, Role role) {
        inputs.put(role, parameter);
        return checked(parameter, point.dimension(), false);
    }

    /** Adds a flat array that is overwritten. */
    Adapter output(String parameter, Role role) {
        outputs.put(role, parameter);
        return checked(parameter, point.dimension(), true);
    }

    /** Adds an array as long as the function's values. */
    Adapter values(String parameter, Role role, boolean written) {
        values.put(role, parameter);
        return checked(parameter, outputLength + ",$W\"number of values\"", written);
    }

    /** Says how many values the function has. */
    Adapter ofLength(String length) {
        outputLength = length;
        return this;
    }

    /** Says whether what the array for the values held before may show in them; then it starts as zeros. */
    Adapter clearing(boolean starts) {
        startsFromOutput = starts;
        return this;
    }

    /** Adds the array that receives the dense Jacobian. */
    Adapter jacobian(String parameter, Variable jacobian) {
        data.put(jacobian, parameter);
        String length = "Math.multiplyExact(" + outputLength + ", " + point.dimension() + ")";
        return checked(parameter, length + ",$W\"values times variables\"", true);
    }

    private Adapter checked(String parameter, String length, boolean isWritten) {
        names.free(parameter);
        checks.statement("$checks:T.length(\"" + parameter + "\", " + parameter + ",$W" + length + ")");
        for (String other : parameters) {
            if (isWritten) {
                distinct(parameter, other);
            } else if (written.contains(other)) {
                distinct(other, parameter);
            }
        }
        parameters.add(parameter);
        if (isWritten) {
            written.add(parameter);
        }
        return this;
    }

    private void distinct(String output, String input) {
        checks.statement("$checks:T.distinct(\"" + output + "\", " + output + ",$W\"" + input + "\", " + input + ")");
    }

    /** The method that calls a program; the value, if there is one, is returned. */
    MethodSpec calling(Derivation derivation, Callee callee) {
        stored = Written.parameters(derivation.program());
        String arguments = String.join(
                ",$W", derivation.parameters().stream().map(this::argument).toList());
        if (callee.needsWorkspace()) {
            usesWorkspace = true;
            arguments += arguments.isEmpty() ? "workspace" : ",$Wworkspace";
        }
        String call = ExpressionPrinter.escaped(callee.method()) + "(" + arguments + ")";
        collect(derivation, callee, "result");
        boolean value = values.isEmpty()
                && outputs.getOrDefault(Role.ADJOINT_TANGENT, "").isEmpty();
        Code body = new Code();
        body.append(checks);
        if (usesWorkspace) {
            body.statement("$pool:T.Entry entry = pool.borrow()");
            body.statement("$workspace:T workspace = entry.workspace()");
        }
        body.append(before);
        if (value && !usesWorkspace && !usesResult) {
            body.statement("return " + call);
        } else {
            body.statement(value || usesResult ? "double result = " + call : call);
            body.append(after);
            if (usesWorkspace) {
                body.statement("pool.giveBack(entry)");
            }
            if (value) {
                body.statement("return result");
            }
        }
        return signature(value).addCode(body.build()).build();
    }

    /** Whether the method that was made last borrows a workspace. */
    boolean usesWorkspace() {
        return usesWorkspace;
    }

    private MethodSpec.Builder signature(boolean value) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(value ? TypeName.DOUBLE : TypeName.VOID);
        parameters.forEach(p -> method.addParameter(Code.type(Type.DOUBLES), p));
        return method;
    }

    private String argument(Slot slot) {
        Optional<FlatPoint.Place> place = point.place(slot.of());
        if (place.isPresent()) {
            return active(slot, place.get());
        }
        String known = data.get(slot.of());
        if (known == null) {
            return value(slot);
        }
        return slot.role() == Role.PRIMAL ? datum(slot, known) : shadow(slot, known);
    }

    private String active(Slot slot, FlatPoint.Place place) {
        String input = inputs.get(slot.role());
        String output = outputs.get(slot.role());
        if (!place.isArray()) {
            return input == null ? "0.0" : input + "[" + place.offset() + "]";
        }
        if (point.isOneVector() && input != null && !stored.contains(slot.variable())) {
            return input;
        }
        if (point.isOneVector() && output != null) {
            return output;
        }
        Type type = slot.variable().type();
        String array = local(slot, scratch.of(slot, place.shape()));
        if (input != null) {
            loops.in(before).fromFlat(input, place.offset(), array, type, place.shape());
        }
        if (output != null) {
            loops.in(after).toFlat(array, type, place.shape(), output, place.offset());
        }
        return array;
    }

    /** Data as they are, or a copy if the program stores into them: other threads read them too. */
    private String datum(Slot slot, String known) {
        if (!stored.contains(slot.variable())) {
            return known;
        }
        Type type = slot.variable().type();
        if (type.kind() != Type.Kind.DOUBLE) {
            throw new IllegalArgumentException("data " + slot.of().name() + " of type " + type
                    + " is written, expected only arrays of double to be; work on a clone of it");
        }
        String array = local(slot, scratch.like(slot, known));
        loops.in(before).copy(known, array, type.rank());
        return array;
    }

    /** An array for derivatives of what is put into data, which have none to begin with. */
    private String shadow(Slot slot, String known) {
        Type type = slot.variable().type();
        if (slot.of().type().kind() != Type.Kind.DOUBLE && type.rank() > 1) {
            throw new IllegalArgumentException("data " + slot.of().name() + " of type "
                    + slot.of().type() + " receives values that have derivatives, expected an array of double to");
        }
        String array = local(slot, scratch.like(slot, known));
        loops.in(before).zero(array, type.rank());
        return array;
    }

    /** An array for the function's values or what belongs to them. */
    private String value(Slot slot) {
        taken.add(slot.role());
        String given = values.get(slot.role());
        boolean starts = startsFromOutput && (slot.role() == Role.PRIMAL || slot.role() == Role.TANGENT);
        if (given != null && written.contains(given)) {
            if (starts) {
                before.statement("$arrays:T.fill(" + given + ", 0.0)");
            }
            return given;
        }
        String array = local(slot, scratch.of(slot, Shape.vector(outputLength)));
        if (given != null) {
            before.statement("System.arraycopy(" + given + ",$W0,$W" + array + ",$W0,$W" + outputLength + ")");
        } else if (starts || slot.role() == Role.ADJOINT_TANGENT) {
            before.statement("$arrays:T.fill(" + array + ", 0.0)");
        }
        return array;
    }

    private String local(Slot slot, String text) {
        usesWorkspace = true;
        String array = ExpressionPrinter.escaped(names.free(slot.variable().name()));
        before.statement(slot.variable().type() + " " + array + " = " + text);
        return array;
    }

    /** Puts results into the flat outputs, and 0 where the program has none. */
    private void collect(Derivation derivation, Callee callee, String returned) {
        values.forEach((role, given) -> {
            // Values that depend on no variable have no derivative that the program could write.
            if (written.contains(given) && !taken.contains(role)) {
                after.statement("$arrays:T.fill(" + given + ", 0.0)");
            }
        });
        List<Slot> results = derivation.results();
        outputs.forEach((role, output) -> {
            for (FlatPoint.Place place : point.places()) {
                boolean found = derivation.hasParameter(place.variable(), role);
                for (int i = 0; i < results.size(); i++) {
                    if (results.get(i).of() == place.variable()
                            && results.get(i).role() == role) {
                        String value = callee.isReturned(i) ? returned : callee.received(i);
                        usesWorkspace |= !callee.isReturned(i);
                        usesResult |= callee.isReturned(i);
                        after.statement(output + "[" + place.offset() + "] = " + value);
                        found = true;
                    }
                }
                if (!found) {
                    after.statement("$arrays:T.fill(" + output + ",$W" + place.offset() + ",$W" + place.offset() + " + "
                            + place.length() + ",$W0.0)");
                }
            }
        });
    }
}
