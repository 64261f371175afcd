package org.cotangent.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import org.cotangent.ad.GraphDefinition;
import org.cotangent.ad.GraphDefinition.Input;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.ir.Lowering;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.transform.Derivation;
import org.cotangent.ad.transform.Derivation.Role;
import org.cotangent.ad.transform.Derivatives;

/**
 * Writes a function described by a graph: a static method for each derivative, a factory that binds
 * the data, and the class of the function objects it makes.
 */
final class FunctionWriter {

    private static final String FUNCTION = "org.cotangent.ad.function";

    private final GraphDefinition function;
    private final GeneratedClass target;
    private final Names fields = Names.own();
    private final FlatPoint point;
    private final Map<Variable, String> data = new LinkedHashMap<>();
    private final List<Variable> active;
    private final TypeSpec.Builder type;
    private final ClassName typeName;

    private FunctionWriter(GraphDefinition function, GeneratedClass target) {
        this.function = function;
        this.target = target;
        List.of("pool", "outputDimension").forEach(fields::free);
        this.point = new FlatPoint(function, fields);
        for (Input input : function.data()) {
            data.put(input.variable(), "this." + ExpressionPrinter.escaped(fields.declare(input.variable())));
        }
        this.active = function.variables().stream().map(Input::variable).toList();
        String name = function.name();
        this.typeName =
                target.name().nestedClass(Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Function");
        this.type = TypeSpec.classBuilder(typeName.simpleName())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addField(FieldSpec.builder(Code.POOL, "pool", Modifier.PRIVATE, Modifier.FINAL)
                        .initializer("new $T()", Code.POOL)
                        .build());
    }

    static void write(GraphDefinition function, GeneratedClass target) {
        FunctionWriter writer = new FunctionWriter(function, target);
        if (function.value().isPresent()) {
            writer.scalar(function.value().get());
        } else {
            function.values().ifPresent(writer::vector);
        }
    }

    private void scalar(Expr value) {
        Program program = Lowering.of(function.name(), function.parameters(), value);
        Derivation primal = Derivation.primal(program);
        Derivation gradient = Derivatives.gradient(program, active);
        Derivation product = Derivatives.hessianVectorProduct(program, active);
        type.addMethod(constant("dimension", point.dimension()));
        type.addMethod(
                adapter("value").input("point", Role.PRIMAL).calling(primal, method(primal, "Value", "The value.")));
        type.addMethod(adapter("valueAndGradient")
                .input("point", Role.PRIMAL)
                .output("gradient", Role.ADJOINT)
                .calling(gradient, method(gradient, "Gradient", "The value and its gradient.")));
        type.addMethod(adapter("hessianVectorProduct")
                .input("point", Role.PRIMAL)
                .input("direction", Role.TANGENT)
                .output("product", Role.ADJOINT_TANGENT)
                .calling(
                        product,
                        method(
                                product,
                                "HessianVectorProduct",
                                "The value, its gradient, and the product of its Hessian with a direction.")));
        finish(ClassName.get(FUNCTION, "TwiceDifferentiableFunction"), new Code());
    }

    private void vector(VectorExpr values) {
        Program program = Lowering.of(function.name(), function.parameters(), values);
        List<Variable> parameters = program.entry().parameters();
        List<Variable> out = List.of(parameters.get(parameters.size() - 1));
        Derivation primal = Derivation.primal(program);
        Derivation jvp = Derivatives.jvp(program, active);
        Derivation vjp = Derivatives.vjp(program, active, out);
        Derivation curvature = Derivatives.weightedHessianVectorProduct(program, active, out);
        type.addMethod(constant("inputDimension", point.dimension()));
        type.addMethod(constant("outputDimension", "outputDimension"));
        type.addMethod(adapter("value")
                .input("point", Role.PRIMAL)
                .values("values", Role.PRIMAL, true)
                .calling(primal, method(primal, "Value", "The values.")));
        type.addMethod(adapter("jvp")
                .input("point", Role.PRIMAL)
                .input("tangent", Role.TANGENT)
                .values("values", Role.PRIMAL, true)
                .values("product", Role.TANGENT, true)
                .calling(jvp, method(jvp, "Jvp", "The values, and the product of the Jacobian with a tangent.")));
        type.addMethod(adapter("vjp")
                .input("point", Role.PRIMAL)
                .values("adjoint", Role.ADJOINT, false)
                .values("values", Role.PRIMAL, true)
                .output("product", Role.ADJOINT)
                .calling(
                        vjp,
                        method(vjp, "Vjp", "The values, and the product of the transposed Jacobian with an adjoint.")));
        type.addMethod(adapter("weightedHessianVectorProduct")
                .input("point", Role.PRIMAL)
                .values("weights", Role.ADJOINT, false)
                .input("direction", Role.TANGENT)
                .output("product", Role.ADJOINT_TANGENT)
                .calling(
                        curvature,
                        method(
                                curvature,
                                "WeightedHessianVectorProduct",
                                "The values, and the product of the Hessian of their weighted sum with a direction.")));
        type.addField(TypeName.INT, "outputDimension", Modifier.PRIVATE, Modifier.FINAL);
        finish(ClassName.get(FUNCTION, "TwiceDifferentiableVectorFunction"), outputDimension(values.length()));
    }

    private Adapter adapter(String name) {
        return new Adapter(name, point, data, target::nextArray).ofLength("outputDimension");
    }

    private static MethodSpec constant(String name, String value) {
        Code body = new Code();
        body.statement("return " + value);
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.INT)
                .addCode(body.build())
                .build();
    }

    /** Writes the static method of a derivation. */
    private Callee method(Derivation derivation, String suffix, String summary) {
        Program program = derivation.program();
        Program named = Program.of(program.entry().withName(function.name() + suffix), program.callees());
        return target.write(named, MethodJavadoc.of(derivation, summary, active, function));
    }

    /** Computes the number of values when a function object is made, as it may depend on data. */
    private Code outputDimension(Expr length) {
        Code code = new Code();
        String text;
        if (length instanceof Constant constant) {
            text = Literals.of(constant);
        } else {
            Program program = Lowering.of(function.name() + "Length", function.parameters(), length);
            Callee callee = target.write(program, "The number of values of " + function.name() + ".");
            List<String> arguments =
                    function.parameters().stream().map(this::probe).toList();
            text = ExpressionPrinter.escaped(callee.method()) + "(" + String.join(", ", arguments) + ")";
        }
        code.statement("this.outputDimension = $checks:T.dimension(\"number of values of " + function.name() + "\", "
                + text + ")");
        return code;
    }

    private String probe(Variable parameter) {
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

    /** Adds fields, constructor and factory. */
    private void finish(ClassName implemented, Code last) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
        MethodSpec.Builder factory = MethodSpec.methodBuilder(Names.legal(function.name()))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(implemented)
                .addJavadoc("The function $L as an object that any number of threads may share.\n", function.name());
        Code body = new Code();
        StringBuilder arguments = new StringBuilder();
        for (String field : point.lengthFields()) {
            parameter(field, TypeName.INT, constructor, factory, arguments);
            factory.addJavadoc("\n@param $L elements of the variable, at least 1", field);
            body.statement("this." + field + " = $checks:T.dimension(\"" + field + "\", " + field + ")");
        }
        for (Input input : function.data()) {
            String field = data.getOrDefault(input.variable(), "").substring("this.".length());
            parameter(field, Code.type(input.variable().type()), constructor, factory, arguments);
            factory.addJavadoc(
                    "\n@param $L data$L", field, input.variable().type().isArray() ? ", copied" : "");
            body.statement("this." + field + " = " + bound(input, field));
        }
        body.append(last);
        type.addMethod(constructor.addCode(body.build()).build());
        type.addSuperinterface(implemented);
        Code make = new Code();
        make.statement("return new " + typeName.simpleName() + "(" + arguments + ")");
        target.include(outer -> outer.addMethod(factory.addCode(make.build()).build()));
        target.include(outer -> outer.addType(type.build()));
    }

    private void parameter(
            String name,
            TypeName typed,
            MethodSpec.Builder constructor,
            MethodSpec.Builder factory,
            StringBuilder arguments) {
        ParameterSpec parameter = ParameterSpec.builder(typed, name).build();
        constructor.addParameter(parameter);
        factory.addParameter(parameter);
        arguments.append(arguments.length() == 0 ? "" : ", ").append(name);
        type.addField(typed, name, Modifier.PRIVATE, Modifier.FINAL);
    }

    private static String bound(Input input, String field) {
        if (!input.variable().type().isArray()) {
            return field;
        }
        return input.length().isPresent()
                ? "$checks:T.length(\"" + field + "\", " + field + ", "
                        + input.length().getAsInt() + ").clone()"
                : field + ".clone()";
    }
}
