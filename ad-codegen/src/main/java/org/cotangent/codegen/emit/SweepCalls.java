package org.cotangent.codegen.emit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.transform.Derivation.Role;
import org.cotangent.ad.transform.Derivation.Slot;
import org.cotangent.ad.transform.Written;

/**
 * Writes the calls of sweeps that fill a Jacobian: each finds everything as the first did, whatever
 * the function stores into its arguments.
 */
final class SweepCalls {

    private final Variable out;
    private final FlatPoint point;
    private final Map<Variable, String> parameters;
    private final Code code;
    private final Names names;
    private final ArrayLoops loops;
    private final Scratch scratch;
    private final boolean startsFromOutput;
    private final Map<JacobianWriter.Sweep, Map<Slot, Copy>> copies = new HashMap<>();

    /**
     * An array of the method's own.
     *
     * @param name of the local that refers to it
     * @param scratch Java text that gives it, with its rows where they were at first
     */
    private record Copy(String name, String scratch) {}

    /**
     * Calls in one method.
     *
     * @param out the parameter that the function writes its values into
     * @param parameters of the method, Java text by the variable they are for
     */
    SweepCalls(
            FunctionDescriptor function,
            Variable out,
            FlatPoint point,
            Map<Variable, String> parameters,
            Code code,
            Names names,
            ArrayLoops loops,
            Scratch scratch) {
        this.out = out;
        this.point = point;
        this.parameters = parameters;
        this.code = code;
        this.names = names;
        this.loops = loops;
        this.scratch = scratch;
        this.startsFromOutput = function.startsFromOutput();
    }

    /** Makes the arrays that every call needs anew: copies of what is stored into, derivatives of data. */
    void prepare(JacobianWriter.Sweep sweep) {
        Map<Slot, Copy> made = new HashMap<>();
        copies.put(sweep, made);
        Set<Variable> stored = Written.parameters(sweep.derivation().program());
        for (Slot slot : sweep.derivation().parameters()) {
            boolean isShadow = slot.role() != Role.PRIMAL && isData(slot);
            boolean isCopy = slot.role() == Role.PRIMAL && slot.of() != out && stored.contains(slot.variable());
            if (isShadow || isCopy) {
                requireDoubles(slot);
                String array =
                        ExpressionPrinter.escaped(names.free(slot.variable().name()));
                String own = scratch.like(slot, Known.of(parameters, slot.of()));
                code.statement(slot.variable().type() + " " + array + " = " + own);
                made.put(slot, new Copy(array, own));
            }
        }
    }

    private boolean isData(Slot slot) {
        return slot.of() != out && point.place(slot.of()).isEmpty();
    }

    private static void requireDoubles(Slot slot) {
        Type type = slot.of().type();
        if (type.kind() != Type.Kind.DOUBLE) {
            throw new IllegalArgumentException("array " + slot.of().name() + " of type " + type
                    + " is written, expected only arrays of double to be; work on a clone of it");
        }
    }

    /** Calls the sweep's method; gives the name of its value, if it has one. */
    Optional<String> call(JacobianWriter.Sweep sweep, Map<Slot, String> arguments) {
        List<String> texts = new ArrayList<>();
        for (Slot slot : sweep.derivation().parameters()) {
            texts.add(argument(slot, arguments, Known.of(copies, sweep)));
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

    private String argument(Slot slot, Map<Slot, String> arguments, Map<Slot, Copy> made) {
        boolean isPrimal = slot.role() == Role.PRIMAL;
        String given = isPrimal ? Known.of(parameters, slot.of()) : arguments.getOrDefault(slot, "");
        int rank = slot.variable().type().rank();
        if (made.containsKey(slot)) {
            return prepared(Known.of(made, slot), given, isPrimal, rank);
        } else if (slot.of() == out && startsFromOutput && slot.role() != Role.ADJOINT) {
            loops.zero(given, rank);
        }
        return given;
    }

    private String prepared(Copy copy, String given, boolean isPrimal, int rank) {
        if (rank > 1) {
            // The function may have put other arrays in the place of rows.
            code.statement(copy.name() + " = " + copy.scratch());
        }
        if (isPrimal) {
            loops.copy(given, copy.name(), rank);
        } else {
            loops.zero(copy.name(), rank);
        }
        return copy.name();
    }
}
