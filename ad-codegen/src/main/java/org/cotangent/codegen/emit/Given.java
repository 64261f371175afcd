package org.cotangent.codegen.emit;

import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cotangent.codegen.emit.Structure.Place;
import org.cotangent.codegen.emit.Structure.Single;

/**
 * A parameter of a factory, or of what makes variables from a flat point.
 *
 * @param name as it may stand in a format
 * @param meaning for Javadoc
 */
record Given(TypeName type, String name, String meaning) {

    private static final List<String> EXTENTS = List.of("planes", "rows", "elements of each row");

    ParameterSpec parameter() {
        return ParameterSpec.builder(type, plain()).build();
    }

    /** The parameter's own name. */
    String plain() {
        return name.replace("$$", "$");
    }

    /** What has to be known of a parameter that is differentiated by: its shape, and what carries no derivative. */
    static List<Given> ofActive(
            FunctionDescriptor.Parameter parameter, OpenShapes shapes, Function<Single, String> dataName) {
        List<Given> givens = new ArrayList<>();
        for (Place place : parameter.places()) {
            if (shapes.has(place.single())) {
                extents(place.single(), shapes.of(place.single()), givens);
            } else if (!place.single().isDifferentiable()) {
                givens.add(new Given(place.single().type(), dataName.apply(place.single()), "data"));
            }
        }
        return givens;
    }

    private static void extents(Single single, Shape shape, List<Given> givens) {
        int rank = shape.extents().size();
        for (int i = 0; i < rank; i++) {
            String what = rank == 1
                    ? "elements of the variable"
                    : EXTENTS.get(EXTENTS.size() - rank + i) + " of "
                            + single.variable().name();
            givens.add(new Given(TypeName.INT, shape.extents().get(i), what + ", at least 1"));
        }
    }
}
