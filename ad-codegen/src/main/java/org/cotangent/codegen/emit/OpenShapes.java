package org.cotangent.codegen.emit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotangent.ad.expr.Variable;
import org.cotangent.codegen.emit.Structure.Single;

/**
 * What the lengths of a function's variables are called where they are given: the factory, the
 * object's fields, the record of variables.
 */
final class OpenShapes {

    private static final List<String> EXTENTS = List.of("Planes", "Rows", "Columns");

    private final Map<Variable, Shape> shapes = new LinkedHashMap<>();

    /**
     * The lengths of a function that are open.
     *
     * @param names of the fields of its object
     */
    OpenShapes(FunctionDescriptor function, Names names) {
        for (Single single : function.active()) {
            if (single.isArray() && single.length().isEmpty()) {
                shapes.put(single.variable(), named(single.variable(), names));
            }
        }
    }

    private static Shape named(Variable variable, Names names) {
        int rank = variable.type().rank();
        String elements = ExpressionPrinter.escaped(names.free(variable.name() + "Length"));
        if (rank == 1) {
            return Shape.vector(elements);
        }
        List<String> extents = new ArrayList<>();
        for (String extent : EXTENTS.subList(EXTENTS.size() - rank, EXTENTS.size())) {
            extents.add(ExpressionPrinter.escaped(names.free(variable.name() + extent)));
        }
        return new Shape(extents, elements);
    }

    /** The shape of an array whose length is open. */
    Shape of(Single single) {
        return Known.of(shapes, single.variable());
    }

    boolean has(Single single) {
        return shapes.containsKey(single.variable());
    }

    /** Java text that checks the lengths and gives the number of elements. */
    static String checked(Single single, Shape shape) {
        return single.variable().type().rank() == 1
                ? "$checks:T.dimension(\"" + shape.elements() + "\",$W" + shape.elements() + ")"
                : "$checks:T.elements(\""
                        + ExpressionPrinter.escaped(single.variable().name()) + "\",$W"
                        + String.join(",$W", shape.extents()) + ")";
    }
}
