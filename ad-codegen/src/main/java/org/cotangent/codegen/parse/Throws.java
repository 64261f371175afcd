package org.cotangent.codegen.parse;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.ir.Statement;

/** Reads {@code throw new X("... " + n)}. */
final class Throws {

    private final Reading reading;
    private final ExpressionReader expressions;

    Throws(Reading reading, ExpressionReader expressions) {
        this.reading = reading;
        this.expressions = expressions;
    }

    Statement.Throw read(ThrowTree node) {
        if (!(node.getExpression() instanceof NewClassTree created)
                || created.getArguments().size() > 1
                || created.getClassBody() != null) {
            throw reading.refuse(
                    Tag.THROW,
                    node,
                    "an exception is thrown in a way that generated code cannot repeat; write throw new X(\"message\")");
        }
        String exception = exception(created, node);
        Message message = new Message(new ArrayList<>(), new ArrayList<>());
        for (ExpressionTree argument : created.getArguments()) {
            requireText(argument);
            message.pieces().add("");
            append(argument, message);
        }
        return new Statement.Throw(exception, message.pieces(), message.values());
    }

    /** What a message consists of: a text, and behind each value another one. */
    private record Message(List<String> pieces, List<Expr> values) {

        void add(String text) {
            int last = pieces.size() - 1;
            pieces.set(last, pieces.get(last) + text);
        }

        void add(Expr value) {
            values.add(value);
            pieces.add("");
        }
    }

    private String exception(NewClassTree created, Tree tree) {
        Optional<TypeMirror> type = reading.type(created);
        if (type.isPresent() && type.get() instanceof DeclaredType declared) {
            TypeElement element = (TypeElement) declared.asElement();
            if (isVisible(element) && element.getNestingKind() != NestingKind.LOCAL && isUnchecked(element)) {
                return element.getQualifiedName().toString();
            }
        }
        throw reading.refuse(
                Tag.THROW,
                tree,
                "exception " + created.getIdentifier() + " cannot be thrown from generated code; throw an unchecked"
                        + " exception that is not private");
    }

    private static boolean isVisible(TypeElement element) {
        for (Element outer = element; outer instanceof TypeElement; outer = outer.getEnclosingElement()) {
            if (outer.getModifiers().contains(Modifier.PRIVATE)) {
                return false;
            }
        }
        return true;
    }

    /** Whether methods need not declare an exception. */
    static boolean isUnchecked(TypeElement element) {
        for (TypeElement type = element; ; ) {
            String name = type.getQualifiedName().toString();
            if (name.equals("java.lang.RuntimeException") || name.equals("java.lang.Error")) {
                return true;
            }
            if (!(type.getSuperclass() instanceof DeclaredType superclass)) {
                return false;
            }
            type = (TypeElement) superclass.asElement();
        }
    }

    private void requireText(ExpressionTree argument) {
        boolean text = reading.type(argument)
                .filter(type -> type.toString().equals("java.lang.String"))
                .isPresent();
        if (!text) {
            throw reading.refuse(
                    Tag.THROW, argument, "an exception is made of something else than a message; give it a text only");
        }
    }

    private void append(ExpressionTree tree, Message message) {
        if (tree instanceof ParenthesizedTree parenthesized) {
            append(parenthesized.getExpression(), message);
        } else if (isText(tree) && tree instanceof BinaryTree sum) {
            append(sum.getLeftOperand(), message);
            append(sum.getRightOperand(), message);
        } else {
            constant(tree).ifPresentOrElse(message::add, () -> message.add(scalar(tree)));
        }
    }

    private Expr scalar(ExpressionTree tree) {
        Value.Plain value = expressions.plain(tree);
        if (value.type().isArray()) {
            throw reading.refuse(Tag.THROW, tree, "a message tells an array; tell its length or an element");
        }
        if (value.type().kind() == Type.Kind.FLOAT) {
            throw reading.refuse(
                    Tag.THROW, tree, "a message tells a float, which is kept as a double here; cast it to double");
        }
        return value.expr();
    }

    private boolean isText(ExpressionTree tree) {
        return reading.type(tree)
                .filter(type -> type.toString().equals("java.lang.String"))
                .isPresent();
    }

    /** The text of a literal or a constant. */
    private Optional<String> constant(ExpressionTree tree) {
        if (tree instanceof com.sun.source.tree.LiteralTree literal) {
            return Optional.of(String.valueOf(literal.getValue()));
        }
        return reading.element(tree)
                .filter(VariableElement.class::isInstance)
                .map(element -> ((VariableElement) element).getConstantValue())
                .map(String::valueOf);
    }
}
