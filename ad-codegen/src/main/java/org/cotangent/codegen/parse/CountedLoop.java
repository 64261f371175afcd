package org.cotangent.codegen.parse;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import java.util.Optional;
import java.util.OptionalInt;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/**
 * A for loop that may count: {@code for (int i = from; i < to; i += step)}, whose body leaves the
 * counter alone.
 */
final class CountedLoop {

    /** Larger ones might overflow where the sum in Java does not. */
    private static final int LARGEST_SHIFT = 1 << 16;

    private final Reading reading;
    private final VariableElement counter;
    private final ExpressionTree from;
    private final ExpressionTree to;
    private final Tree.Kind relation;
    private final int shift;
    private final Optional<ExpressionTree> step;
    private final boolean up;
    private final Scan body;

    private CountedLoop(
            Reading reading, VariableElement counter, ExpressionTree from, End end, Update update, Scan body) {
        this.reading = reading;
        this.counter = counter;
        this.from = from;
        this.to = end.to();
        this.relation = end.relation();
        this.shift = end.shift();
        this.step = update.step();
        this.up = update.up();
        this.body = body;
    }

    /**
     * The condition, turned so that the counter stands on the left.
     *
     * @param shift what is added to the counter before it is compared
     */
    private record End(ExpressionTree to, Tree.Kind relation, int shift) {}

    /** How the counter changes; no step means one. */
    private record Update(Optional<ExpressionTree> step, boolean up) {}

    static Optional<CountedLoop> of(ForLoopTree node, Reading reading) {
        if (node.getInitializer().size() != 1
                || node.getUpdate().size() != 1
                || node.getCondition() == null
                || !(node.getInitializer().get(0) instanceof VariableTree declaration)
                || declaration.getInitializer() == null) {
            return Optional.empty();
        }
        VariableElement counter = (VariableElement) reading.element(declaration).orElseThrow(Refused::new);
        Optional<End> end = end(node.getCondition(), counter, reading);
        Optional<Update> update = update(node.getUpdate().get(0).getExpression(), counter, reading);
        if (counter.asType().getKind() != TypeKind.INT
                || update.isEmpty()
                || end.filter(e -> isInt(e.to(), reading)).isEmpty()) {
            return Optional.empty();
        }
        Scan body = Scan.of(node.getStatement(), reading);
        CountedLoop loop =
                new CountedLoop(reading, counter, declaration.getInitializer(), end.get(), update.get(), body);
        return body.assigned().contains(counter) || !loop.endIsKept() ? Optional.empty() : Optional.of(loop);
    }

    private static boolean isInt(ExpressionTree tree, Reading reading) {
        return reading.type(tree).filter(type -> type.getKind() == TypeKind.INT).isPresent();
    }

    private static ExpressionTree bare(ExpressionTree tree) {
        return tree instanceof ParenthesizedTree parenthesized ? bare(parenthesized.getExpression()) : tree;
    }

    private static boolean is(ExpressionTree tree, Element variable, Reading reading) {
        return bare(tree) instanceof IdentifierTree identifier
                && reading.element(identifier).filter(variable::equals).isPresent();
    }

    private static Optional<End> end(ExpressionTree condition, Element counter, Reading reading) {
        if (!(bare(condition) instanceof BinaryTree binary)) {
            return Optional.empty();
        }
        if (!isRelation(binary.getKind())) {
            return Optional.empty();
        }
        OptionalInt left = shift(binary.getLeftOperand(), counter, reading);
        if (left.isPresent()) {
            return Optional.of(new End(binary.getRightOperand(), binary.getKind(), left.getAsInt()));
        }
        OptionalInt right = shift(binary.getRightOperand(), counter, reading);
        return right.isPresent()
                ? Optional.of(new End(binary.getLeftOperand(), turned(binary.getKind()), right.getAsInt()))
                : Optional.empty();
    }

    /** What is added to the counter, 0 in {@code i}, 1 in {@code i + 1}; nothing for other expressions. */
    private static OptionalInt shift(ExpressionTree tree, Element counter, Reading reading) {
        if (is(tree, counter, reading)) {
            return OptionalInt.of(0);
        }
        if (bare(tree) instanceof BinaryTree sum
                && is(sum.getLeftOperand(), counter, reading)
                && bare(sum.getRightOperand()) instanceof LiteralTree literal
                && literal.getValue() instanceof Integer number
                && number < LARGEST_SHIFT) {
            return switch (sum.getKind()) {
                case PLUS -> OptionalInt.of(number);
                case MINUS -> OptionalInt.of(-number);
                default -> OptionalInt.empty();
            };
        }
        return OptionalInt.empty();
    }

    private static boolean isRelation(Tree.Kind kind) {
        return switch (kind) {
            case LESS_THAN, LESS_THAN_EQUAL, GREATER_THAN, GREATER_THAN_EQUAL -> true;
            default -> false;
        };
    }

    private static Tree.Kind turned(Tree.Kind relation) {
        return switch (relation) {
            case LESS_THAN -> Tree.Kind.GREATER_THAN;
            case LESS_THAN_EQUAL -> Tree.Kind.GREATER_THAN_EQUAL;
            case GREATER_THAN -> Tree.Kind.LESS_THAN;
            default -> Tree.Kind.LESS_THAN_EQUAL;
        };
    }

    private static Optional<Update> update(ExpressionTree tree, Element counter, Reading reading) {
        if (tree instanceof UnaryTree unary && is(unary.getExpression(), counter, reading)) {
            return switch (unary.getKind()) {
                case PREFIX_INCREMENT, POSTFIX_INCREMENT -> Optional.of(new Update(Optional.empty(), true));
                case PREFIX_DECREMENT, POSTFIX_DECREMENT -> Optional.of(new Update(Optional.empty(), false));
                default -> Optional.empty();
            };
        }
        if (tree instanceof CompoundAssignmentTree compound && is(compound.getVariable(), counter, reading)) {
            return change(
                    compound.getKind(),
                    Tree.Kind.PLUS_ASSIGNMENT,
                    Tree.Kind.MINUS_ASSIGNMENT,
                    compound.getExpression());
        }
        if (tree instanceof AssignmentTree assignment
                && is(assignment.getVariable(), counter, reading)
                && bare(assignment.getExpression()) instanceof BinaryTree sum
                && is(sum.getLeftOperand(), counter, reading)) {
            return change(sum.getKind(), Tree.Kind.PLUS, Tree.Kind.MINUS, sum.getRightOperand());
        }
        return Optional.empty();
    }

    private static Optional<Update> change(Tree.Kind kind, Tree.Kind plus, Tree.Kind minus, ExpressionTree step) {
        return kind == plus || kind == minus
                ? Optional.of(new Update(Optional.of(step), kind == plus))
                : Optional.empty();
    }

    /** Whether the end, which Java evaluates before each turn, is the same before each. */
    private boolean endIsKept() {
        Scan end = Scan.of(to, reading);
        return !reading.effects().has(to)
                && !end.variables().contains(counter)
                && end.variables().stream().noneMatch(body.assigned()::contains)
                && !body.mayChangeWhatLoads(end);
    }

    /** Whether a bound reads only variables that the body leaves alone. */
    boolean isStable(ExpressionTree bound) {
        Scan scan = Scan.of(bound, reading);
        return !reading.effects().has(bound)
                && !scan.loads()
                && scan.variables().stream().noneMatch(body.assigned()::contains);
    }

    VariableElement counter() {
        return counter;
    }

    ExpressionTree from() {
        return from;
    }

    ExpressionTree to() {
        return to;
    }

    Optional<ExpressionTree> step() {
        return step;
    }

    /** Whether the step is added. */
    boolean isUp() {
        return up;
    }

    /** Whether the loop goes on while the counter is below its end. */
    boolean isBelow() {
        return relation == Tree.Kind.LESS_THAN || relation == Tree.Kind.LESS_THAN_EQUAL;
    }

    /** What must be added to the end so that the loop goes on while the counter has not reached it. */
    int correction() {
        int inclusive = switch (relation) {
            case LESS_THAN_EQUAL -> 1;
            case GREATER_THAN_EQUAL -> -1;
            default -> 0;
        };
        return inclusive - shift;
    }
}
