package org.cotangent.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;
import org.cotangent.ad.GraphDefinition;
import org.cotangent.ad.GraphDefinition.Input;
import org.cotangent.ad.expr.Variable;

/** Writes the class of a function's objects, which hold its data, and the factory that makes them. */
final class FunctionObject {

    private final GraphDefinition function;
    private final GeneratedClass target;
    private final Names fields = Names.own();
    private final FlatPoint point;
    private final Map<Variable, String> data = new LinkedHashMap<>();
    private final List<MethodSpec> methods = new ArrayList<>();
    private final List<FieldSpec> bound = new ArrayList<>();
    private final Code constructor = new Code();
    private String outputDimension = "";
    private boolean usesPool;

    FunctionObject(GraphDefinition function, GeneratedClass target) {
        this.function = function;
        this.target = target;
        List.of("pool", "outputDimension").forEach(fields::free);
        this.point = new FlatPoint(function, v -> ExpressionPrinter.escaped(fields.free(v.name() + "Length")));
        for (Input input : function.data()) {
            data.put(input.variable(), "this." + ExpressionPrinter.escaped(fields.declare(input.variable())));
        }
    }

    FlatPoint point() {
        return point;
    }

    /** The expressions for data variables. */
    Map<Variable, String> data() {
        return data;
    }

    /** Adds a method that gives a number. */
    void constant(String name, String value) {
        Code body = new Code();
        body.statement("return " + value);
        methods.add(MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.INT)
                .addCode(body.build())
                .build());
    }

    /** Adds a method of the function's interface. */
    void add(Adapter adapter, MethodSpec method) {
        methods.add(method);
        usesPool |= adapter.usesWorkspace();
    }

    /** Sets how many values the function has, an expression for the constructor. */
    void outputDimension(String text) {
        outputDimension = text;
    }

    /** An argument of the right length where only lengths matter. */
    String probe(Variable parameter) {
        String known = data.get(parameter);
        if (known != null) {
            return known;
        }
        return point.places().stream()
                .filter(place -> place.variable() == parameter && place.isVector())
                .map(place -> "new double[" + place.length() + "]")
                .findFirst()
                .orElse("0.0");
    }

    /** Adds class and factory to the generated class. */
    void finish(ClassName implemented) {
        String name = function.name();
        ClassName own = target.name().nestedClass(TakenNames.ofClass(function));
        MethodSpec.Builder factory = MethodSpec.methodBuilder(Names.legal(name))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(implemented)
                .addJavadoc("The function $L as an object that any number of threads may share.\n", name);
        bind(factory);
        List<ParameterSpec> parameters = bound.stream()
                .map(field -> ParameterSpec.builder(field.type(), field.name()).build())
                .toList();
        factory.addParameters(parameters);
        Code make = new Code();
        String arguments = String.join(
                ",$W",
                bound.stream().map(f -> ExpressionPrinter.escaped(f.name())).toList());
        make.statement("return new " + own.simpleName() + "(" + arguments + ")");
        target.include(outer -> outer.addMethod(factory.addCode(make.build()).build()));
        target.include(outer -> outer.addType(
                type(own, parameters).addSuperinterface(implemented).build()));
    }

    /** Finds the fields, how the constructor sets them, and what the factory's Javadoc says of them. */
    private void bind(MethodSpec.Builder factory) {
        for (String length : point.openLengths()) {
            bind(length, TypeName.INT, "$checks:T.dimension(\"" + length + "\",$W" + length + ")");
            factory.addJavadoc("\n@param $L elements of the variable, at least 1", length);
        }
        for (Input input : function.data()) {
            Variable variable = input.variable();
            String field = Objects.requireNonNull(data.get(variable)).substring("this.".length());
            bind(field, Code.type(variable.type()), copied(input, field));
            factory.addJavadoc("\n@param $L data$L", field, shape(input));
        }
        if (!outputDimension.isEmpty()) {
            constructor.statement("this.outputDimension = $checks:T.dimension(\"number of values of " + function.name()
                    + "\",$W" + outputDimension + ")");
        }
    }

    private void bind(String field, TypeName type, String value) {
        bound.add(
                FieldSpec.builder(type, field, Modifier.PRIVATE, Modifier.FINAL).build());
        constructor.statement("this." + field + " = " + value);
    }

    private static String shape(Input input) {
        if (!input.variable().type().isArray()) {
            return "";
        }
        return (input.length().isPresent() ? ", length " + input.length().getAsInt() : "") + ", copied";
    }

    private static String copied(Input input, String field) {
        if (!input.variable().type().isArray()) {
            return field;
        }
        return input.length().isPresent()
                ? "$checks:T.length(\"" + field + "\",$W" + field + ",$W"
                        + input.length().getAsInt() + ",$W\"length of the data\").clone()"
                : "$objects:T.requireNonNull(" + field + ",$W\"" + field + " is null, expected data\").clone()";
    }

    private TypeSpec.Builder type(ClassName own, List<ParameterSpec> parameters) {
        TypeSpec.Builder type =
                TypeSpec.classBuilder(own).addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
        if (usesPool) {
            type.addField(FieldSpec.builder(Code.POOL, "pool", Modifier.PRIVATE, Modifier.FINAL)
                    .initializer("new $T()", Code.POOL)
                    .build());
        }
        type.addFields(bound);
        if (!outputDimension.isEmpty()) {
            type.addField(TypeName.INT, "outputDimension", Modifier.PRIVATE, Modifier.FINAL);
        }
        return type.addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameters(parameters)
                        .addCode(constructor.build())
                        .build())
                .addMethods(methods);
    }
}
