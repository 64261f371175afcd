package org.cotangent.codegen.emit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
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
    private final Map<Variable, String> openLengths = new LinkedHashMap<>();
    private final String dimension;

    /**
     * The places of a function's variables.
     *
     * @param openLength the text for the length of a vector that the graph leaves open
     */
    FlatPoint(GraphDefinition function, Function<Variable, String> openLength) {
        int fixed = 0;
        String open = "";
        for (Input input : function.variables()) {
            String length = length(input, openLength);
            String offset = open.isEmpty() ? Integer.toString(fixed) : open + (fixed == 0 ? "" : " + " + fixed);
            places.add(new Place(input.variable(), offset, length));
            if (openLengths.containsKey(input.variable())) {
                open += (open.isEmpty() ? "" : " + ") + length;
            } else {
                fixed += Integer.parseInt(length);
            }
        }
        dimension = open.isEmpty() ? Integer.toString(fixed) : open + (fixed == 0 ? "" : " + " + fixed);
    }

    private String length(Input input, Function<Variable, String> openLength) {
        if (!input.variable().type().isArray()) {
            return "1";
        }
        if (input.length().isPresent()) {
            return Integer.toString(input.length().getAsInt());
        }
        String text = openLength.apply(input.variable());
        openLengths.put(input.variable(), text);
        return text;
    }

    List<Place> places() {
        return places;
    }

    /** The texts for lengths that the graph leaves open. */
    List<String> openLengths() {
        return List.copyOf(openLengths.values());
    }

    /** The number of variables, if the graph fixes all lengths. */
    OptionalInt fixedDimension() {
        return openLengths.isEmpty() ? OptionalInt.of(Integer.parseInt(dimension)) : OptionalInt.empty();
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
