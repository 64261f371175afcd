package org.cotangent.codegen.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.codegen.emit.Structure.Single;

/** Where the variables of a function lie in the flat point, as Java text: lengths may be fields. */
final class FlatPoint {

    /**
     * A variable's place.
     *
     * @param offset Java text
     */
    record Place(Variable variable, String offset, Shape shape) {
        boolean isArray() {
            return variable.type().isArray();
        }

        /** How many elements of the flat point it takes, Java text. */
        String length() {
            return shape.elements();
        }
    }

    private final List<Place> places = new ArrayList<>();
    private final String dimension;
    private final boolean isFixed;

    /**
     * The places of a function's variables.
     *
     * @param open the shape of an array whose length is not fixed
     */
    FlatPoint(List<Single> variables, Function<Single, Shape> open) {
        int fixed = 0;
        String sum = "";
        for (Single single : variables) {
            boolean isOpen = single.isArray() && single.length().isEmpty();
            Shape shape = isOpen ? open.apply(single) : fixedShape(single);
            places.add(new Place(single.variable(), total(sum, fixed), shape));
            if (isOpen) {
                sum += (sum.isEmpty() ? "" : " + ") + shape.elements();
            } else {
                fixed += Integer.parseInt(shape.elements());
            }
        }
        dimension = total(sum, fixed);
        isFixed = sum.isEmpty();
    }

    private static Shape fixedShape(Single single) {
        return single.isArray() ? Shape.vector(Integer.toString(single.length().orElseThrow())) : Shape.SCALAR;
    }

    private static String total(String open, int fixed) {
        return open.isEmpty() ? Integer.toString(fixed) : open + (fixed == 0 ? "" : " + " + fixed);
    }

    List<Place> places() {
        return places;
    }

    /** The place of a variable, if it is differentiated by. */
    Optional<Place> place(Variable variable) {
        return places.stream().filter(place -> place.variable() == variable).findFirst();
    }

    /** The number of variables, if all lengths are fixed. */
    OptionalInt fixedDimension() {
        return isFixed ? OptionalInt.of(Integer.parseInt(dimension)) : OptionalInt.empty();
    }

    String dimension() {
        return dimension;
    }

    /** Whether the flat point is one of the function's own arrays. */
    boolean isOneVector() {
        return places.size() == 1 && places.get(0).variable().type().equals(Type.DOUBLES);
    }
}
