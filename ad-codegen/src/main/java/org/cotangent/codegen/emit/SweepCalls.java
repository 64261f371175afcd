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
    private final boolean readsOutput;
    private final Map<Slot, String> copies = new HashMap<>();

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
        this.readsOutput = function.readsOutput();
    }

    /** Makes the arrays that every call needs anew: copies of what is stored into, derivatives of data. */
    void prepare(JacobianWriter.Sweep sweep) {
        Set<Variable> stored = Written.parameters(sweep.derivation().program());
        for (Slot slot : sweep.derivation().parameters()) {
            boolean isShadow = slot.role() != Role.PRIMAL && isData(slot);
            boolean isCopy = slot.role() == Role.PRIMAL && slot.of() != out && stored.contains(slot.variable());
            if (isShadow || isCopy) {
                requireDoubles(slot);
                String array =
                        ExpressionPrinter.escaped(names.free(slot.variable().name()));
                code.statement(slot.variable().type() + " " + array + " = "
                        + scratch.like(slot, Known.of(parameters, slot.of())));
                copies.put(slot, array);
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
            texts.add(argument(slot, arguments));
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

    private String argument(Slot slot, Map<Slot, String> arguments) {
        boolean isPrimal = slot.role() == Role.PRIMAL;
        String given = isPrimal ? Known.of(parameters, slot.of()) : arguments.getOrDefault(slot, "");
        String copy = copies.getOrDefault(slot, given);
        int rank = slot.variable().type().rank();
        if (copies.containsKey(slot) && isPrimal) {
            loops.copy(given, copy, rank);
        } else if (copies.containsKey(slot) || (slot.of() == out && readsOutput && slot.role() != Role.ADJOINT)) {
            loops.zero(copy, rank);
        }
        return copy;
    }
}
