package org.cotangent.codegen.emit;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.transform.Derivation;
import org.cotangent.ad.transform.Derivation.Role;
import org.cotangent.ad.transform.Derivation.Slot;
import org.cotangent.ad.transform.Written;

/** What the parameters of the methods of a function are, for their Javadoc. */
final class MethodJavadoc {

    private final FunctionDescriptor function;
    private final List<Variable> active;
    private final String count;
    private final List<Variable> inputs;

    /**
     * The Javadoc of a function's methods.
     *
     * @param count how many values it has, in words or code; empty for a scalar function
     */
    MethodJavadoc(FunctionDescriptor function, String count) {
        this.function = function;
        this.active = function.activeVariables();
        this.count = count;
        this.inputs = function.inputs();
    }

    /** The text for the method of a derivation. */
    String of(String summary, Derivation derivation, Callee callee) {
        StringBuilder text = new StringBuilder(summary);
        text.append(inSlots(derivation.results(), callee)).append('\n');
        Set<Variable> stored = Written.parameters(derivation.program());
        for (Slot slot : derivation.parameters()) {
            String fate = stored.contains(slot.variable()) ? fate(slot, derivation) : notModified(slot);
            parameter(text, slot.variable().name(), meaning(slot) + fate);
        }
        if (callee.needsWorkspace()) {
            parameter(text, "workspace", "of this thread, used again in its next call");
        }
        for (int i = 0; i < derivation.results().size(); i++) {
            if (callee.isReturned(i)) {
                text.append("\n@return ").append(ofResult(derivation.results().get(i)));
            }
        }
        return text.toString();
    }

    /** The text for the method of the dense Jacobian. */
    String ofJacobian(String summary, JacobianWriter writer) {
        String dimension = writer.dimension();
        String n = dimension.contains(" ") ? "(" + dimension + ")" : dimension;
        StringBuilder text = new StringBuilder(summary).append('\n');
        for (Slot slot : writer.slots().parameters()) {
            parameter(
                    text,
                    slot.variable().name(),
                    slot.of() == writer.jacobian()
                            ? "receives the Jacobian by rows, entry (i, j) at {@code i * " + n + " + j}; overwritten"
                            : meaning(slot) + notModified(slot));
        }
        parameter(text, "workspace", "of this thread, used again in its next call");
        return text.toString();
    }

    private static void parameter(StringBuilder text, String name, String meaning) {
        text.append("\n@param ").append(name).append(' ').append(meaning);
    }

    /** Where to find the results that are not the method's value. */
    private static String inSlots(List<Slot> results, Callee callee) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < results.size(); i++) {
            if (!callee.isReturned(i)) {
                text.append(text.length() == 0 ? "\n\n<p>After the call the workspace holds " : ", ")
                        .append(ofResult(results.get(i)))
                        .append(" in {@code real(")
                        .append(i)
                        .append(")}");
            }
        }
        return text.length() == 0 ? "" : text + ".";
    }

    private String meaning(Slot slot) {
        if (active.contains(slot.of())) {
            return ofVariable(slot);
        }
        return inputs.contains(slot.of()) ? ofData(slot) : ofValues(slot);
    }

    /** What happens to an array that the program stores into, but not to return something. */
    private String fate(Slot slot, Derivation derivation) {
        boolean isOutput = !inputs.contains(slot.of());
        return switch (slot.role()) {
            case PRIMAL -> isOutput ? "" : isReverse(derivation) ? ", changed and put back" : ", modified";
            case TANGENT -> isOutput ? "" : ", used up";
            case ADJOINT, ADJOINT_TANGENT, FURTHER -> "";
        };
    }

    private String notModified(Slot slot) {
        boolean isGiven = inputs.contains(slot.of()) && (slot.role() == Role.PRIMAL || slot.role() == Role.TANGENT);
        return isGiven && slot.of().type().isArray() ? ", not modified" : "";
    }

    private static boolean isReverse(Derivation derivation) {
        return Stream.concat(derivation.parameters().stream(), derivation.results().stream())
                .anyMatch(slot -> slot.role() == Role.ADJOINT);
    }

    private String ofData(Slot slot) {
        return switch (slot.role()) {
            case PRIMAL -> "data" + length(slot);
            case TANGENT -> "tangent of " + slot.of().name() + length(slot) + ", zeros";
            case ADJOINT, ADJOINT_TANGENT -> "adjoint of " + slot.of().name() + length(slot) + ", zeros, used up";
            case FURTHER -> further(slot);
        };
    }

    private static String ofResult(Slot slot) {
        String name = slot.of().name();
        return switch (slot.role()) {
            case PRIMAL -> "the value";
            case TANGENT -> "the derivative of the value along the direction";
            case ADJOINT -> "the derivative by " + name;
            case ADJOINT_TANGENT -> "the part of the product that belongs to " + name;
            case FURTHER -> further(slot);
        };
    }

    private String ofVariable(Slot slot) {
        String name = slot.of().name();
        return switch (slot.role()) {
            case PRIMAL -> "variable" + length(slot);
            case TANGENT -> "direction of " + name + length(slot);
            case ADJOINT -> "receives the derivative by " + name + length(slot) + ", overwritten";
            case ADJOINT_TANGENT ->
                "receives the part of the product that belongs to " + name + length(slot) + ", overwritten";
            case FURTHER -> further(slot);
        };
    }

    /** The length of an array, of one that belongs to another as long as that. */
    private String length(Slot slot) {
        String name = slot.of().name();
        int rank = slot.of().type().rank();
        OptionalInt length = Stream.concat(function.active().stream(), function.data().stream())
                .filter(single -> single.variable() == slot.of())
                .map(Structure.Single::length)
                .findFirst()
                .orElse(OptionalInt.empty());
        if (length.isPresent()) {
            return ", length " + length.getAsInt();
        }
        if (rank == 0 || slot.role() == Role.PRIMAL) {
            return "";
        }
        return rank == 1 ? ", length {@code " + name + ".length}" : ", of the lengths of " + name;
    }

    private String ofValues(Slot slot) {
        String length = ", length " + count;
        return switch (slot.role()) {
            case PRIMAL -> "receives the values" + length + ", overwritten";
            case TANGENT -> "receives the tangent of the values" + length + ", overwritten";
            case ADJOINT -> "weights of the values" + length + ", used up";
            case ADJOINT_TANGENT ->
                "derivative of the weights along the direction" + length + ", usually zeros, used up";
            case FURTHER -> further(slot);
        };
    }

    private static String further(Slot slot) {
        return slot.path().steps().stream().map(Object::toString).collect(Collectors.joining(", ")) + " of "
                + slot.of().name();
    }
}
