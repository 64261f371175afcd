package org.cotangent.codegen.parse;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.MathMethods;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Statement;

/** Reads calls of methods and of the constructors of records. */
final class Calls {

    private final Reading reading;
    private final ExpressionReader expressions;
    private final Writer writer;
    private final ArrayMethods arrays;

    Calls(Reading reading, ExpressionReader expressions) {
        this.reading = reading;
        this.expressions = expressions;
        this.writer = reading.writer();
        this.arrays = new ArrayMethods(reading, expressions);
    }

    /** Reads a call; a method without a result gives nothing. */
    Optional<Value> call(MethodInvocationTree node) {
        ExecutableElement method = method(node);
        String owner = Library.owner(method);
        if (arrays.knows(method, node)) {
            return arrays.call(method, node);
        }
        if (isAccessor(method)) {
            return Optional.of(component(method, node));
        }
        if (Library.isMath(owner) && !Library.isOfIntegersOnly(method)) {
            return Optional.of(math(method, node));
        }
        Optional<Function<List<Expr>, Expr>> expression = Library.expression(method);
        if (expression.isPresent()) {
            List<Expr> operands = parts(arguments(node.getArguments(), types(method, node)));
            return Optional.of(Value.of(
                    JavaTypes.plain(method.getReturnType()).orElseThrow(),
                    expression.get().apply(operands)));
        }
        if (reading.session().handwritten().isRoutine(method)) {
            return handwritten(method, node);
        }
        Optional<TreePath> source = reading.session().procedures().source(method);
        if (source.isEmpty() && reading.session().routines().has(method)) {
            return routine(method, node);
        }
        return source.isPresent() ? internal(method, source.get(), node) : external(method, node);
    }

    private ExecutableElement method(MethodInvocationTree node) {
        Element element = reading.element(node)
                .orElseThrow(() -> reading.refuse(
                        Tag.CALL,
                        node,
                        "method " + node.getMethodSelect() + " is not known to the compiler; correct the call"));
        return (ExecutableElement) element;
    }

    private List<JavaType> types(ExecutableElement method, Tree tree) {
        List<JavaType> types = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            types.add(JavaTypes.of(parameter.asType())
                    .orElseThrow(() -> reading.refuse(
                            Tag.CALL,
                            tree,
                            "method " + method.getSimpleName() + " takes a " + parameter.asType() + ", "
                                    + JavaTypes.expected() + "; do its work in the method, or outside of it")));
        }
        return types;
    }

    /** Reads arguments from left to right, converted to what the method takes. */
    private List<Value> arguments(List<? extends ExpressionTree> trees, List<JavaType> types) {
        List<Value> values = new ArrayList<>();
        Refused.all(IntStream.range(0, trees.size())
                .mapToObj(i -> (Runnable) () -> {
                    Value value = reading.converted(expressions.read(trees.get(i)), types.get(i), trees.get(i));
                    values.add(reading.kept(
                            value, trees.subList(i + 1, trees.size()).toArray(Tree[]::new)));
                })
                .toArray(Runnable[]::new));
        return values;
    }

    private static List<Expr> parts(List<Value> values) {
        return values.stream().flatMap(Value::parts).toList();
    }

    private Value math(ExecutableElement method, MethodInvocationTree node) {
        MathMethods.Entry entry = Library.math(method);
        if (entry.refusal().isPresent()) {
            MathMethods.Refusal refusal = entry.refusal().get();
            throw reading.refuse(
                    Tag.MATH,
                    node,
                    Library.type(method).getSimpleName() + "." + method.getSimpleName() + " " + refusal.reason() + "; "
                            + refusal.remedy());
        }
        List<Expr> operands = parts(arguments(node.getArguments(), types(method, node)));
        Expr result = Expr.apply(entry.op().orElseThrow(), operands.toArray(Expr[]::new));
        reading.origin(result, node);
        return Value.of(JavaTypes.plain(method.getReturnType()).orElseThrow(), result);
    }

    private static boolean isAccessor(ExecutableElement method) {
        TypeElement owner = Library.type(method);
        return owner.getKind() == ElementKind.RECORD
                && method.getParameters().isEmpty()
                && owner.getRecordComponents().stream()
                        .anyMatch(component -> component.getSimpleName().equals(method.getSimpleName()));
    }

    private Value component(ExecutableElement method, MethodInvocationTree node) {
        if (reading.session().elements().getOrigin(method) != Elements.Origin.MANDATED
                && reading.session().procedures().source(method).isPresent()) {
            throw reading.refuse(
                    Tag.RECORD,
                    node,
                    "record " + Library.type(method).getSimpleName() + " has an accessor "
                            + method.getSimpleName()
                            + " of its own; use a record that only holds its components, or a static method");
        }
        if (node.getMethodSelect() instanceof MemberSelectTree select
                && expressions.read(select.getExpression()) instanceof Value.OfRecord ofRecord) {
            return ofRecord.component(method.getSimpleName().toString());
        }
        throw reading.refuse(
                Tag.RECORD,
                node,
                "component " + method.getSimpleName() + " is read from a record that cannot be held, "
                        + JavaTypes.expected());
    }

    private Optional<Value> internal(ExecutableElement method, TreePath source, MethodInvocationTree node) {
        Signature signature = reading.session()
                .procedures()
                .of(method, source)
                .orElseThrow(() -> reading.refuse(
                        Tag.CALL,
                        node,
                        "method " + method.getSimpleName() + " is called, which cannot be differentiated; see the"
                                + " error at its declaration"));
        List<Expr> arguments = parts(arguments(node.getArguments(), signature.parameters()));
        String name = method.getSimpleName().toString();
        Optional<Value> result = signature.result().map(type -> Reading.registers(name + "Value", type));
        writer.add(new Statement.Call(registers(result), signature.name(), arguments));
        return result;
    }

    private Optional<Value> handwritten(ExecutableElement method, MethodInvocationTree node) {
        External callee = reading.session().handwritten().call(method).orElseThrow(Refused::new);
        reading.origin(callee, node);
        List<Expr> arguments = parts(arguments(node.getArguments(), types(method, node)));
        Optional<Value> result = JavaTypes.plain(method.getReturnType())
                .map(type -> Reading.registers(method.getSimpleName() + "Value", type));
        writer.add(new Statement.Call(registers(result), callee, arguments));
        return result;
    }

    private Optional<Value> routine(ExecutableElement method, MethodInvocationTree node) {
        List<Expr> arguments = parts(arguments(node.getArguments(), types(method, node)));
        Optional<Value> result = JavaTypes.plain(method.getReturnType())
                .map(type -> Reading.registers(method.getSimpleName() + "Value", type));
        writer.add(reading.session().routines().call(method, registers(result), arguments));
        return result;
    }

    private static List<Variable> registers(Optional<Value> result) {
        return result.stream().flatMap(Value::parts).map(Variable.class::cast).toList();
    }

    private Optional<Value> external(ExecutableElement method, MethodInvocationTree node) {
        ExternalMethod external = ExternalMethod.of(
                method, reading.session().elements(), problem -> reading.refuse(Tag.CALL, node, problem));
        reading.origin(external.callee(), node);
        List<Expr> arguments = parts(arguments(node.getArguments(), types(method, node)));
        Optional<Value> result =
                external.result().map(type -> Reading.registers(method.getSimpleName() + "Value", type));
        writer.add(new Statement.Call(registers(result), external.callee(), arguments));
        return result;
    }

    /** Reads {@code new R(...)} of a record. */
    Value construct(NewClassTree node) {
        Optional<JavaType.OfRecord> type = reading.type(node)
                .flatMap(JavaTypes::of)
                .filter(JavaType.OfRecord.class::isInstance)
                .map(JavaType.OfRecord.class::cast);
        if (type.isEmpty() || node.getClassBody() != null) {
            throw reading.refuse(
                    Tag.OBJECT,
                    node,
                    "an object of " + node.getIdentifier() + " is made; use numbers, arrays, or records of these");
        }
        boolean plain = reading.element(node)
                .filter(constructor -> reading.session().elements().getOrigin(constructor) == Elements.Origin.MANDATED)
                .isPresent();
        if (!plain) {
            throw reading.refuse(
                    Tag.RECORD,
                    node,
                    "record " + type.get() + " has a constructor of its own; use a record that only holds its"
                            + " components, or a static method that makes it");
        }
        List<JavaType> types =
                type.get().fields().stream().map(JavaType.Field::type).toList();
        return new Value.OfRecord(type.get(), arguments(node.getArguments(), types));
    }
}
