package org.cotangent.codegen.emit;

import java.util.List;
import org.cotangent.ad.GraphDefinition;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.transform.Derivation;
import org.cotangent.ad.transform.Derivation.Slot;

/** What the parameters of a generated method are, for its Javadoc. */
final class MethodJavadoc {

    private MethodJavadoc() {}

    static String of(Derivation derivation, String summary, List<Variable> active, GraphDefinition function) {
        StringBuilder text = new StringBuilder(summary).append('\n');
        for (Slot slot : derivation.parameters()) {
            boolean variable = active.contains(slot.of());
            boolean given = function.parameters().contains(slot.of());
            text.append("\n@param ").append(slot.variable().name()).append(' ');
            text.append(variable ? ofVariable(slot) : given ? "data, not modified" : ofValues(slot));
        }
        if (derivation.results().stream().anyMatch(r -> r.variable().type().equals(Type.DOUBLE))) {
            text.append("\n@return the value");
        }
        return text.toString();
    }

    private static String ofVariable(Slot slot) {
        String name = slot.of().name();
        return switch (slot.role()) {
            case PRIMAL -> "variable, not modified";
            case TANGENT -> "direction of " + name + ", not modified";
            case ADJOINT -> "receives the derivative by " + name + ", overwritten";
            case ADJOINT_TANGENT -> "receives the part of the product that belongs to " + name + ", overwritten";
        };
    }

    private static String ofValues(Slot slot) {
        return switch (slot.role()) {
            case PRIMAL -> "receives the values, overwritten";
            case TANGENT -> "receives the derivative of the values along the direction, overwritten";
            case ADJOINT -> "weights of the values, used up";
            case ADJOINT_TANGENT -> "derivative of the weights along the direction, usually zeros, used up";
        };
    }
}
