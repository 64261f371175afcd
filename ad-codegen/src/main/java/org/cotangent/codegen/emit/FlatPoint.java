package org.cotangent.codegen.emit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotangent.ad.GraphDefinition;
import org.cotangent.ad.GraphDefinition.Input;
import org.cotangent.ad.expr.Variable;

/** Where the variables of a function lie in the flat point, as Java text: lengths may be fields. */
final class FlatPoint {

    /**
     * A variable's place.
     *
     * @param offset Java text
     * @param length Java text
     */
    record Place(Variable variable, String offset, String length) {
        boolean isVector() {
            return variable.type().isArray();
        }
    }

    private final List<Place> places = new ArrayList<>();
    private final Map<Variable, String> lengthFields = new LinkedHashMap<>();
    private final String dimension;

    FlatPoint(GraphDefinition function, Names fields) {
        int fixed = 0;
        String open = "";
        for (Input input : function.variables()) {
            String length = length(input, fields);
            String offset = open.isEmpty() ? Integer.toString(fixed) : open + (fixed == 0 ? "" : " + " + fixed);
            places.add(new Place(input.variable(), offset, length));
            if (lengthFields.containsKey(input.variable())) {
                open += (open.isEmpty() ? "" : " + ") + length;
            } else {
                fixed += Integer.parseInt(length);
            }
        }
        dimension = open.isEmpty() ? Integer.toString(fixed) : open + (fixed == 0 ? "" : " + " + fixed);
    }

    private String length(Input input, Names fields) {
        if (!input.variable().type().isArray()) {
            return "1";
        }
        if (input.length().isPresent()) {
            return Integer.toString(input.length().getAsInt());
        }
        String field = ExpressionPrinter.escaped(fields.free(input.variable().name() + "Length"));
        lengthFields.put(input.variable(), field);
        return field;
    }

    List<Place> places() {
        return places;
    }

    /** The fields that hold lengths which the graph leaves open. */
    List<String> lengthFields() {
        return List.copyOf(lengthFields.values());
    }

    String dimension() {
        return dimension;
    }

    /** Whether the flat point is one of the function's own arrays. */
    boolean isOneVector() {
        return places.size() == 1 && places.get(0).isVector();
    }

    boolean holds(Variable variable) {
        return places.stream().anyMatch(place -> place.variable() == variable);
    }
}
