package org.cotangent.codegen.emit;

import java.util.List;
import java.util.stream.Collectors;
import org.cotangent.codegen.emit.FunctionDescriptor.Use;
import org.cotangent.codegen.emit.Structure.Place;

/** Says in Javadoc how the variables of a function follow one another in the flat point. */
final class FlatOrder {

    private FlatOrder() {}

    /** A paragraph, or nothing if the point is the function's own array. */
    static String of(FunctionDescriptor function) {
        List<Place> places = function.parameters().stream()
                .filter(parameter -> parameter.use() == Use.ACTIVE)
                .flatMap(parameter -> parameter.structure().places(parameter.name()).stream())
                .filter(place -> place.single().isDifferentiable())
                .toList();
        boolean hasRows = places.stream()
                .anyMatch(place -> place.single().variable().type().rank() > 1);
        if (places.size() == 1 && !hasRows) {
            return "";
        }
        return "\n<p>The flat point holds "
                + places.stream()
                        .map(place ->
                                "{@code " + place.access().replace("()", "").replace("$$", "$") + "}")
                        .collect(Collectors.joining(", then "))
                + (hasRows ? "; arrays row by row.\n" : ".\n");
    }
}
