package org.cotangent.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.cotangent.codegen.emit.Structure.Single;

/** The fields of a function object, and the constructor that sets them to checked copies of what is given. */
final class Bindings {

    private final Names names;
    private final List<FieldSpec> fields = new ArrayList<>();
    private final Code constructor = new Code();

    /** @param names of fields and of the constructor's locals */
    Bindings(Names names) {
        this.names = names;
    }

    List<FieldSpec> fields() {
        return fields;
    }

    CodeBlock constructor() {
        return constructor.build();
    }

    /** Keeps the lengths of a variable, and how many elements they make. */
    void shape(Single single, Shape shape) {
        String checked = OpenShapes.checked(single, shape);
        if (!shape.extents().contains(shape.elements())) {
            shape.extents().forEach(extent -> bind(extent, TypeName.INT, extent));
        }
        bind(shape.elements(), TypeName.INT, checked);
    }

    /** Requires a record to be there. */
    void present(String record) {
        constructor.statement(present(record, "expected data"));
    }

    /** Keeps a value; of an array, a copy. */
    void value(Single single, String field, String given) {
        TypeName type = Code.type(single.variable().type());
        if (!single.isArray()) {
            bind(field, type, given);
            return;
        }
        bind(field, type, copied(single, given));
        if (single.variable().type().rank() > 1) {
            copyRows("this." + field, single.variable().type().rank() - 1, "a row of " + given, names);
        }
    }

    /** Keeps the number of values. */
    void count(String text, String function) {
        fields.add(FieldSpec.builder(TypeName.INT, "outputDimension", Modifier.PRIVATE, Modifier.FINAL)
                .build());
        constructor.statement(
                "this.outputDimension = $checks:T.dimension(\"number of values of " + function + "\",$W" + text + ")");
    }

    private void bind(String field, TypeName type, String value) {
        fields.add(FieldSpec.builder(type, field.replace("$$", "$"), Modifier.PRIVATE, Modifier.FINAL)
                .build());
        constructor.statement("this." + field + " = " + value);
    }

    private static String copied(Single single, String given) {
        return single.length().isPresent()
                ? "$checks:T.length(\"" + given + "\",$W" + given + ",$W"
                        + single.length().getAsInt() + ",$W\"length of the data\").clone()"
                : present(given, "expected data") + ".clone()";
    }

    private static String present(String given, String expected) {
        return "$objects:T.requireNonNull(" + given + ",$W\"" + given + " is null, " + expected + "\")";
    }

    private void copyRows(String array, int levels, String row, Names locals) {
        String i = ExpressionPrinter.escaped(locals.free(levels > 1 ? "plane" : "row"));
        String element = array + "[" + i + "]";
        constructor.open("for (int " + i + " = 0; " + i + " < " + array + ".length; " + i + "++)");
        constructor.statement(element + " = $objects:T.requireNonNull(" + element + ",$W\"" + row
                + " is null, expected data\").clone()");
        if (levels > 1) {
            copyRows(element, levels - 1, row, locals);
        }
        constructor.close();
    }
}
