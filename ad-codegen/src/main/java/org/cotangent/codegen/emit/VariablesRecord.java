package org.cotangent.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import org.cotangent.ad.expr.Type;
import org.cotangent.codegen.emit.FunctionDescriptor.Parameter;
import org.cotangent.codegen.emit.FunctionDescriptor.Use;
import org.cotangent.codegen.emit.Structure.Place;
import org.cotangent.codegen.emit.Structure.Single;

/**
 * Writes the record of what a function is differentiated by, as people declare it, with the ways
 * into the flat point and back.
 */
final class VariablesRecord {

    private final FunctionDescriptor function;
    private final FunctionObject object;
    private final List<Parameter> active;
    private final Map<Parameter, String> components = new HashMap<>();
    private final ClassName own;

    private VariablesRecord(FunctionDescriptor function, FunctionObject object, GeneratedClass target) {
        this.function = function;
        this.object = object;
        this.active = function.parameters().stream()
                .filter(parameter -> parameter.use() == Use.ACTIVE)
                .toList();
        this.own = target.name().nestedClass(TakenNames.ofVariables(function.name()));
        Names names = Names.own();
        // Methods that every record has, or must not have.
        List.of(
                        "pack",
                        "unpack",
                        "clone",
                        "finalize",
                        "getClass",
                        "hashCode",
                        "notify",
                        "notifyAll",
                        "toString",
                        "wait")
                .forEach(names::free);
        active.forEach(parameter -> components.put(parameter, names.free(parameter.name())));
    }

    /** Writes it, unless the flat point is the function's own array. */
    static void write(FunctionDescriptor function, FunctionObject object, GeneratedClass target) {
        if (object.point().isOneVector()) {
            return;
        }
        TypeSpec type = new VariablesRecord(function, object, target).type();
        target.include(outer -> outer.addType(type));
    }

    private TypeSpec type() {
        MethodSpec.Builder header = MethodSpec.constructorBuilder();
        TypeSpec.Builder type = TypeSpec.recordBuilder(own)
                .addModifiers(function.access().toArray(Modifier[]::new))
                .addJavadoc("The variables of $L one by one. Arrays are not copied.\n", function.reference())
                .addJavadoc("$L", FlatOrder.of(function));
        for (Parameter parameter : active) {
            String component = Known.of(components, parameter);
            header.addParameter(ParameterSpec.builder(parameter.structure().type(), component)
                    .build());
            type.addJavadoc("\n@param $L $L", component, meaning(parameter));
        }
        type.addJavadoc("\n");
        return type.recordConstructor(header.build())
                .addMethod(pack())
                .addMethod(unpack())
                .build();
    }

    private static String meaning(Parameter parameter) {
        boolean hasRows = parameter.places().stream()
                .anyMatch(place -> place.single().variable().type().rank() > 1);
        return hasRows ? "a variable, whose rows have one length" : "a variable";
    }

    private MethodSpec pack() {
        Code code = new Code();
        Names names = Names.own();
        components.values().forEach(names::free);
        String point = ExpressionPrinter.escaped(names.free("point"));
        Map<Single, String> accesses = new HashMap<>();
        for (Parameter parameter : active) {
            String component = ExpressionPrinter.escaped(Known.of(components, parameter));
            parameter
                    .structure()
                    .places("this." + component)
                    .forEach(place -> accesses.put(place.single(), local(place, names, code)));
        }
        FlatPoint flat = new FlatPoint(function.active(), single -> measured(single, accesses, names, code));
        ArrayLoops loops = ArrayLoops.of(code, names);
        code.statement("double[] " + point + " = new double[" + flat.dimension() + "]");
        for (Single single : function.active()) {
            FlatPoint.Place place = flat.place(single.variable()).orElseThrow();
            String access = Known.of(accesses, single);
            if (single.length().isPresent()) {
                code.statement("$checks:T.length(\"" + single.variable().name() + "\", " + access + ",$W"
                        + place.length() + ",$W\"length of the variable\")");
            }
            if (single.isArray()) {
                loops.toFlat(access, single.variable().type(), place.shape(), point, place.offset());
            } else {
                code.statement(point + "[" + place.offset() + "] = " + access);
            }
        }
        code.statement("return " + point);
        return MethodSpec.methodBuilder("pack")
                .addModifiers(Modifier.PUBLIC)
                .returns(Code.type(Type.DOUBLES))
                .addJavadoc("The flat point, a new array.\n")
                .addCode(code.build())
                .build();
    }

    /** A local for what is read more than once and not by its own name. */
    private static String local(Place place, Names names, Code code) {
        Single single = place.single();
        if (!single.isArray() || place.access().indexOf('(') < 0) {
            return place.access();
        }
        String name = ExpressionPrinter.escaped(names.free(single.variable().name()));
        code.statement(single.variable().type() + " " + name + " = " + place.access());
        return name;
    }

    /** The lengths of an array, whose rows are required to have one. */
    private static Shape measured(Single single, Map<Single, String> accesses, Names names, Code code) {
        String array = Known.of(accesses, single);
        String name = single.variable().name();
        return switch (single.variable().type().rank()) {
            case 1 -> Shape.vector(array + ".length");
            case 2 -> {
                String columns = columns(array + ".length == 0", array + "[0]", name, names, code);
                requireRows(array, name, columns, names, code);
                yield new Shape(List.of(array + ".length", columns), array + ".length * " + columns);
            }
            default -> {
                String rows = ExpressionPrinter.escaped(names.free(name + "Rows"));
                code.statement("int " + rows + " = " + array + ".length == 0 ? 0 : " + array + "[0].length");
                String columns = columns(rows + " == 0", array + "[0][0]", name, names, code);
                String plane = ExpressionPrinter.escaped(names.free("plane"));
                code.open("for (int " + plane + " = 0; " + plane + " < " + array + ".length; " + plane + "++)");
                String element = array + "[" + plane + "]";
                code.statement(
                        "$checks:T.row(\"" + name + "\",$W" + plane + ",$W" + element + ".length,$W" + rows + ")");
                requireRows(element, "a plane of " + name, columns, names, code);
                code.close();
                yield new Shape(
                        List.of(array + ".length", rows, columns), array + ".length * " + rows + " * " + columns);
            }
        };
    }

    private static String columns(String isEmpty, String row, String name, Names names, Code code) {
        String columns = ExpressionPrinter.escaped(names.free(name + "Columns"));
        code.statement("int " + columns + " = " + isEmpty + " ? 0 : " + row + ".length");
        return columns;
    }

    private static void requireRows(String array, String name, String columns, Names names, Code code) {
        String row = ExpressionPrinter.escaped(names.free("row"));
        code.open("for (int " + row + " = 0; " + row + " < " + array + ".length; " + row + "++)");
        code.statement(
                "$checks:T.row(\"" + name + "\",$W" + row + ",$W" + array + "[" + row + "].length,$W" + columns + ")");
        code.close();
    }

    private MethodSpec unpack() {
        Code code = new Code();
        Names names = Names.own();
        List<Given> given = new ArrayList<>();
        active.forEach(parameter -> given.addAll(Given.ofActive(parameter, object.shapes(), object::dataName)));
        given.forEach(each -> names.free(each.plain()));
        String point = ExpressionPrinter.escaped(names.free("point"));
        for (Single single : function.active()) {
            if (object.shapes().has(single)) {
                Shape shape = object.shapes().of(single);
                String checked = OpenShapes.checked(single, shape);
                code.statement(
                        shape.extents().contains(shape.elements())
                                ? checked
                                : "int " + shape.elements() + " = " + checked);
                names.free(shape.elements().replace("$$", "$"));
            }
        }
        FlatPoint flat = object.point();
        code.statement("$checks:T.length(\"" + point + "\", " + point + ",$W" + flat.dimension() + ")");
        ArrayLoops loops = ArrayLoops.of(code, names);
        Map<Single, String> values = new HashMap<>();
        for (Single single : function.active()) {
            values.put(single, value(single, flat.place(single.variable()).orElseThrow(), point, loops, names, code));
        }
        List<String> arguments = active.stream()
                .map(parameter -> parameter
                        .structure()
                        .made(
                                code,
                                single -> values.containsKey(single)
                                        ? Known.of(values, single)
                                        : object.dataName(single)))
                .toList();
        code.statement("return new " + own.simpleName() + "(" + String.join(",$W", arguments) + ")");
        return signature(given, point).addCode(code.build()).build();
    }

    private static String value(
            Single single, FlatPoint.Place place, String point, ArrayLoops loops, Names names, Code code) {
        if (!single.isArray()) {
            return (single.isFloat() ? "(float) " : "") + point + "[" + place.offset() + "]";
        }
        Type type = single.variable().type();
        String array = ExpressionPrinter.escaped(names.free(single.variable().name()));
        String scalar = single.isOfFloats() ? "float" : "double";
        code.statement(type + " " + array + " = new " + scalar + "["
                + String.join("][", place.shape().extents()) + "]");
        loops.fromFlat(point, place.offset(), array, type, place.shape());
        return array;
    }

    private MethodSpec.Builder signature(List<Given> given, String point) {
        MethodSpec.Builder unpack = MethodSpec.methodBuilder("unpack")
                .addModifiers(function.access())
                .addModifiers(Modifier.STATIC)
                .returns(own)
                .addJavadoc("The variables that a flat point holds, in new arrays.\n")
                .addJavadoc("\n@param $L the flat point, not modified", point.replace("$$", "$"))
                .addParameter(Code.type(Type.DOUBLES), point.replace("$$", "$"));
        for (Given each : given) {
            unpack.addJavadoc("\n@param $L $L", each.plain(), each.meaning()).addParameter(each.parameter());
        }
        return unpack.addJavadoc(
                "\n@throws IllegalArgumentException if the point has another length than these make\n");
    }
}
