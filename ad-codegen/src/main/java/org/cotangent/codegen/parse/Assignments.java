package org.cotangent.codegen.parse;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import org.cotangent.ad.expr.Expr;

/** Reads assignments; as expressions they give the value that was assigned. */
final class Assignments {

    private final Reading reading;
    private final ExpressionReader expressions;
    private final Writer writer;

    Assignments(Reading reading, ExpressionReader expressions) {
        this.reading = reading;
        this.expressions = expressions;
        this.writer = reading.writer();
    }

    /**
     * Assigns a value.
     *
     * @param isRead whether somebody reads the value that it gives
     */
    Value assign(AssignmentTree node, boolean isRead) {
        Place place = place(node.getVariable(), isRead).kept(reading, node.getExpression());
        Value value = reading.converted(expressions.read(node.getExpression()), place.type(), node);
        place.write(value, writer);
        return place.read();
    }

    /** As {@link #assign}, of what an operation makes of the old value. */
    Value compound(CompoundAssignmentTree node, boolean isRead) {
        Place place = place(node.getVariable(), isRead).kept(reading, node.getExpression());
        Value.Plain old = scalar(place, node);
        Value.Plain left = Value.of(old.type(), reading.kept("value", old.expr(), node.getExpression()));
        Value.Plain right = expressions.plain(node.getExpression());
        Value.Plain result = expressions.combine(left, right, Operators.ofCompound(node.getKind()), node);
        place.write(cast(result, left.type(), node), writer);
        return place.read();
    }

    private Place place(ExpressionTree tree, boolean isRead) {
        Place place = expressions.place(tree);
        return isRead ? place.readable(writer) : place;
    }

    private Value.Plain scalar(Place place, Tree tree) {
        if (place.read() instanceof Value.Plain plain) {
            return plain;
        }
        throw reading.refuse(Tag.RECORD, tree, "a record is combined with a number; use one of its components");
    }

    private Value.Plain cast(Value.Plain value, JavaType.Plain type, Tree tree) {
        return type.isNumber() ? reading.number(value, type.kind(), tree) : value;
    }

    /**
     * Adds or subtracts one.
     *
     * @param isRead whether somebody reads the value that it gives
     */
    Value increment(UnaryTree node, boolean isRead) {
        Place place = place(node.getExpression(), isRead);
        Value.Plain old = scalar(place, node);
        boolean postfix =
                node.getKind() == Tree.Kind.POSTFIX_INCREMENT || node.getKind() == Tree.Kind.POSTFIX_DECREMENT;
        boolean up = node.getKind() == Tree.Kind.POSTFIX_INCREMENT || node.getKind() == Tree.Kind.PREFIX_INCREMENT;
        Value.Plain given = postfix && isRead ? Value.of(old.type(), writer.kept("value", old.expr())) : old;
        Value.Plain one = reading.number(
                Value.of(JavaType.Plain.INT, Expr.constant(1)), old.type().kind(), node);
        Value.Plain next = expressions.combine(old, one, up ? Tree.Kind.PLUS : Tree.Kind.MINUS, node);
        place.write(next, writer);
        return postfix ? given : place.read();
    }
}
