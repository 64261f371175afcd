package org.cotangent.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.codegen.emit.FunctionDescriptor.Parameter;
import org.cotangent.codegen.emit.Structure.Single;

/** Writes the class of a function's objects, which hold its data, and the factory that makes them. */
final class FunctionObject {

    private final FunctionDescriptor function;
    private final GeneratedClass target;
    private final Names fields = Names.own();
    private final OpenShapes shapes;
    private final FlatPoint point;
    private final Map<Variable, String> data = new LinkedHashMap<>();
    private final List<MethodSpec> methods = new ArrayList<>();
    private final List<Given> given = new ArrayList<>();
    private final Bindings bindings;
    private boolean usesPool;

    FunctionObject(FunctionDescriptor function, GeneratedClass target) {
        this.function = function;
        this.target = target;
        List.of("pool", "outputDimension").forEach(fields::free);
        this.shapes = new OpenShapes(function, fields);
        this.point = new FlatPoint(function.active(), shapes::of);
        for (Single single : function.data()) {
            data.put(single.variable(), ExpressionPrinter.escaped(fields.declare(single.variable())));
        }
        this.bindings = new Bindings(fields);
        function.parameters().forEach(this::bind);
    }

    FlatPoint point() {
        return point;
    }

    OpenShapes shapes() {
        return shapes;
    }

    /** The name that an active parameter's value without a derivative is given by. */
    String dataName(Single single) {
        return Known.of(data, single.variable());
    }

    /** The expressions for data variables. */
    Map<Variable, String> data() {
        Map<Variable, String> expressions = new LinkedHashMap<>();
        data.forEach((variable, field) -> expressions.put(variable, "this." + field));
        return expressions;
    }

    private void bind(Parameter parameter) {
        switch (parameter.use()) {
            case ACTIVE -> bindActive(parameter);
            case DATA -> bindData(parameter);
            case OUTPUT -> bindCount(parameter.name());
        }
    }

    private void bindActive(Parameter parameter) {
        for (Structure.Place place : parameter.places()) {
            if (shapes.has(place.single())) {
                bindings.shape(place.single(), shapes.of(place.single()));
            } else if (!place.single().isDifferentiable()) {
                bindings.value(place.single(), dataName(place.single()), dataName(place.single()));
            }
        }
        given.addAll(Given.ofActive(parameter, shapes, this::dataName));
    }

    private void bindData(Parameter parameter) {
        boolean isRecord = !parameter.structure().records("").isEmpty();
        String name = isRecord
                ? ExpressionPrinter.escaped(fields.free(parameter.name()))
                : dataName(parameter.places().get(0).single());
        parameter.structure().records(name).forEach(bindings::present);
        for (Structure.Place place : parameter.structure().places(name)) {
            bindings.value(place.single(), dataName(place.single()), place.access());
        }
        given.add(new Given(parameter.structure().type(), name, "data" + shape(parameter)));
    }

    private static String shape(Parameter parameter) {
        List<Structure.Place> places = parameter.places();
        boolean copied = places.stream().anyMatch(place -> place.single().isArray());
        if (!copied) {
            return "";
        }
        Single first = places.get(0).single();
        return (first.length().isPresent() ? ", length " + first.length().getAsInt() : "") + ", copied";
    }

    private void bindCount(String output) {
        String count = ExpressionPrinter.escaped(fields.free(output + "Length"));
        bindings.count(count, function.name());
        given.add(new Given(TypeName.INT, count, "the number of values, at least 1"));
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

    /** Adds the number of values, unless its place among the parameters tells it. */
    void count(OutputCount counting) {
        if (function.isOutputGiven()) {
            return;
        }
        function.output()
                .flatMap(FunctionDescriptor.Output::length)
                .ifPresentOrElse(
                        length -> bindings.count(counting.whenMade(length, this::probe), function.name()),
                        () -> bindCount(function.name()));
    }

    /** Tells how the number of values is computed when an object is made. */
    interface OutputCount {
        String whenMade(Expr length, java.util.function.Function<Variable, String> arguments);
    }

    /** An argument of the right length where only lengths matter. */
    private String probe(Variable parameter) {
        String known = data.get(parameter);
        if (known != null) {
            return "this." + known;
        }
        String scalar = parameter.type().kind().name().toLowerCase(java.util.Locale.ROOT);
        return point.place(parameter)
                .filter(FlatPoint.Place::isArray)
                .map(place ->
                        "new " + scalar + "[" + String.join("][", place.shape().extents()) + "]")
                .orElse("0.0");
    }

    /** Adds class and factory to the generated class. */
    void finish(ClassName implemented) {
        String name = function.name();
        ClassName own = target.name().nestedClass(TakenNames.ofClass(name));
        MethodSpec.Builder factory = MethodSpec.methodBuilder(Names.legal(name))
                .addModifiers(function.access())
                .addModifiers(Modifier.STATIC)
                .returns(implemented)
                .addJavadoc(
                        "The function $L as an object that any number of threads may share.\n", function.reference())
                .addJavadoc("$L", FlatOrder.of(function));
        for (Given each : given) {
            factory.addJavadoc("\n@param $L $L", each.plain(), each.meaning()).addParameter(each.parameter());
        }
        Code make = new Code();
        String arguments = String.join(",$W", given.stream().map(Given::name).toList());
        make.statement("return new " + own.simpleName() + "(" + arguments + ")");
        target.include(outer -> outer.addMethod(factory.addCode(make.build()).build()));
        target.include(
                outer -> outer.addType(type(own).addSuperinterface(implemented).build()));
    }

    private TypeSpec.Builder type(ClassName own) {
        TypeSpec.Builder type =
                TypeSpec.classBuilder(own).addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
        if (usesPool) {
            type.addField(FieldSpec.builder(Code.POOL, "pool", Modifier.PRIVATE, Modifier.FINAL)
                    .initializer("new $T()", Code.POOL)
                    .build());
        }
        return type.addFields(bindings.fields())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameters(given.stream().map(Given::parameter).toList())
                        .addCode(bindings.constructor())
                        .build())
                .addMethods(methods);
    }
}
