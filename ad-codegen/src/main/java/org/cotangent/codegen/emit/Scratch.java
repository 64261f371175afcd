package org.cotangent.codegen.emit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.transform.Derivation.Slot;

/**
 * Java text for arrays that come from the workspace, so that calls make none. What holds the same of
 * the same variable is the same array in every method of a function object, of which one at a time
 * runs in a workspace.
 */
final class Scratch {

    private final IntSupplier nextArray;
    private final Map<List<Object>, Integer> numbers = new HashMap<>();

    /** @param nextArray numbers that no other array of the workspace has */
    Scratch(IntSupplier nextArray) {
        this.nextArray = nextArray;
    }

    /** An array of doubles or floats for a slot. */
    String of(Slot slot, Shape shape) {
        Type type = slot.variable().type();
        String prefix = type.kind() == Type.Kind.FLOAT ? "float" : "";
        return "workspace." + decapitalised(prefix + accessor(type)) + "(" + number(slot) + ", "
                + String.join(", ", shape.extents()) + ")";
    }

    /**
     * An array of doubles for a slot that has the shape of another.
     *
     * @param model Java text
     */
    String like(Slot slot, String model) {
        if (slot.variable().type().rank() == 1) {
            return of(slot, Shape.vector(model + ".length"));
        }
        return "workspace." + decapitalised(accessor(slot.variable().type())) + "(" + number(slot) + ", " + model + ")";
    }

    private int number(Slot slot) {
        return numbers.computeIfAbsent(List.of(slot.of(), slot.path()), key -> nextArray.getAsInt());
    }

    private static String accessor(Type type) {
        return type.rank() == 1 ? "Vector" : type.rank() == 2 ? "Matrix" : "Cube";
    }

    private static String decapitalised(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
