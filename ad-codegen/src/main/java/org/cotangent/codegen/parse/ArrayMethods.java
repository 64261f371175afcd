package org.cotangent.codegen.parse;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Type.Kind;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;

/** The JDK's methods that fill and copy arrays, as loops. */
final class ArrayMethods {

    private static final Set<String> OF_ARRAYS = Set.of("fill", "copyOf", "copyOfRange");

    private final Reading reading;
    private final ExpressionReader expressions;
    private final Writer writer;

    ArrayMethods(Reading reading, ExpressionReader expressions) {
        this.reading = reading;
        this.expressions = expressions;
        this.writer = reading.writer();
    }

    boolean knows(ExecutableElement method, MethodInvocationTree node) {
        String name = method.getSimpleName().toString();
        return switch (Library.owner(method)) {
            case "java.util.Arrays" -> OF_ARRAYS.contains(name);
            case "java.lang.System" -> name.equals("arraycopy");
            default -> name.equals("clone") && cloned(node).isPresent();
        };
    }

    private Optional<ExpressionTree> cloned(MethodInvocationTree node) {
        return node.getMethodSelect() instanceof MemberSelectTree select
                        && reading.type(select.getExpression())
                                .filter(type -> type.getKind() == TypeKind.ARRAY)
                                .isPresent()
                ? Optional.of(select.getExpression())
                : Optional.empty();
    }

    Optional<Value> call(ExecutableElement method, MethodInvocationTree node) {
        return switch (method.getSimpleName().toString()) {
            case "clone" -> Optional.of(copied(array(cloned(node).orElseThrow())));
            case "fill" -> fill(node);
            case "copyOf" -> Optional.of(copyOf(node));
            case "copyOfRange" -> Optional.of(copyOfRange(node));
            default -> copy(node);
        };
    }

    /** Arguments from left to right; later ones do not change what earlier ones gave. */
    private List<Value.Plain> arguments(MethodInvocationTree node) {
        List<? extends ExpressionTree> trees = node.getArguments();
        List<Value.Plain> values = new ArrayList<>();
        for (int i = 0; i < trees.size(); i++) {
            Tree[] later = trees.subList(i + 1, trees.size()).toArray(Tree[]::new);
            values.add(expressions.before(trees.get(i), later));
        }
        return values;
    }

    private Value.Plain array(ExpressionTree tree) {
        Value.Plain value = expressions.plain(tree);
        return Value.of(value.type(), reference(value.expr()));
    }

    /** A reference to an array that is used several times. */
    private Expr reference(Expr array) {
        return array instanceof Variable ? array : writer.kept("array", array);
    }

    private Expr number(Expr value) {
        return value instanceof Variable ? value : writer.fixed("length", value);
    }

    private Value copied(Value.Plain array) {
        Variable copy = Variable.of("copy", array.type().register());
        Expr length = number(array.expr().length());
        writer.add(new Statement.Allocate(copy, List.of(length)));
        writer.count(
                "i",
                length,
                i -> writer.add(new Statement.Store(copy, i, array.expr().at(i))));
        return Value.of(array.type(), copy);
    }

    private Optional<Value> fill(MethodInvocationTree node) {
        List<Value.Plain> arguments = arguments(node);
        Value.Plain array = arguments.get(0);
        boolean ranged = arguments.size() == 4;
        Expr target = reference(array.expr());
        Value.Plain last = arguments.get(arguments.size() - 1);
        Value filling = reading.converted(last, array.type().component(), node);
        Expr value = writer.fixed("filling", ((Value.Plain) filling).expr());
        Expr from = ranged ? number(arguments.get(1).expr()) : Expr.constant(0);
        Expr to = ranged ? number(arguments.get(2).expr()) : target.length();
        Variable i = Variable.of("i", JavaType.Plain.INT.register());
        Statement.Block body = Statement.Block.of(new Statement.Store(target, i, value));
        writer.add(new Statement.For(writer.label("loop"), i, from, to, 1, body));
        return Optional.empty();
    }

    private Value copyOf(MethodInvocationTree node) {
        List<Value.Plain> arguments = arguments(node);
        Value.Plain array = arguments.get(0);
        Expr source = reference(array.expr());
        Expr length = number(arguments.get(1).expr());
        return part(array.type(), source, Expr.constant(0), length, Expr.apply(Op.INT_MIN, source.length(), length));
    }

    private Value copyOfRange(MethodInvocationTree node) {
        List<Value.Plain> arguments = arguments(node);
        Value.Plain array = arguments.get(0);
        Expr source = reference(array.expr());
        Expr from = number(arguments.get(1).expr());
        Expr to = number(arguments.get(2).expr());
        Expr present = Expr.apply(Op.INT_MIN, source.length().minus(from), to.minus(from));
        return part(array.type(), source, from, to.minus(from), present);
    }

    private Value part(JavaType.Plain type, Expr source, Expr from, Expr length, Expr present) {
        Variable copy = Variable.of("copy", type.register());
        writer.add(new Statement.Allocate(copy, List.of(length)));
        writer.count("i", number(present), i -> writer.add(new Statement.Store(copy, i, source.at(from.plus(i)))));
        return Value.of(type, copy);
    }

    /** Copies backwards where the target may be the source, further on. */
    private Optional<Value> copy(MethodInvocationTree node) {
        List<Value.Plain> arguments = arguments(node);
        if (!arguments.get(0).type().equals(arguments.get(2).type())) {
            throw reading.refuse(Tag.ARRAY, node, "arrays of different types are copied; use arrays of one type");
        }
        Expr source = reference(arguments.get(0).expr());
        Expr from = number(arguments.get(1).expr());
        Expr target = reference(arguments.get(2).expr());
        Expr to = number(arguments.get(3).expr());
        Expr length = number(reading.number(arguments.get(4), Kind.INT, node).expr());
        Statement.Block forward = loop(source, from, target, to, Expr.constant(0), length, 1);
        Statement.Block backward = loop(source, from, target, to, length.minus(1), Expr.constant(-1), -1);
        Expr ahead = Expr.apply(Op.INTEGER_LESS, from, to);
        if (ahead instanceof Constant known) {
            writer.addAll(known.integer() != 0 ? backward : forward);
        } else {
            writer.add(new Statement.If(ahead, backward, forward));
        }
        return Optional.empty();
    }

    private Statement.Block loop(Expr source, Expr from, Expr target, Expr to, Expr first, Expr end, int step) {
        Variable i = Variable.of("i", JavaType.Plain.INT.register());
        Statement.Store store = new Statement.Store(target, to.plus(i), source.at(from.plus(i)));
        return Statement.Block.of(
                new Statement.For(writer.label("loop"), i, first, end, step, Statement.Block.of(store)));
    }
}
