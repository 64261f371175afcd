package org.cotangent.codegen.parse;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** What occurs in a part of a method. */
final class Scan extends TreeScanner<@Nullable Void, @Nullable Void> {

    private final Reading reading;
    private final Set<Element> assigned = new HashSet<>();
    private final Set<Element> read = new HashSet<>();
    private boolean storesElements;
    private boolean calls;
    private boolean continues;
    private boolean breaks;
    private boolean yields;
    private boolean loads;

    private Scan(Reading reading) {
        this.reading = reading;
    }

    static Scan of(Tree tree, Reading reading) {
        Scan scan = new Scan(reading);
        tree.accept(scan, null);
        return scan;
    }

    /** The variables that are assigned. */
    Set<Element> assigned() {
        return assigned;
    }

    /** The variables that occur. */
    Set<Element> variables() {
        return read;
    }

    boolean storesElements() {
        return storesElements;
    }

    boolean calls() {
        return calls;
    }

    boolean loads() {
        return loads;
    }

    boolean continues() {
        return continues;
    }

    boolean breaks() {
        return breaks;
    }

    boolean yields() {
        return yields;
    }

    private void assign(ExpressionTree target) {
        if (target instanceof ParenthesizedTree parenthesized) {
            assign(parenthesized.getExpression());
        } else if (target instanceof IdentifierTree) {
            reading.element(target).ifPresent(assigned::add);
        } else {
            storesElements = true;
        }
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree node, @Nullable Void none) {
        assign(node.getVariable());
        return super.visitAssignment(node, null);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree node, @Nullable Void none) {
        assign(node.getVariable());
        return super.visitCompoundAssignment(node, null);
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree node, @Nullable Void none) {
        switch (node.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
                assign(node.getExpression());
            default -> {}
        }
        return super.visitUnary(node, null);
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree node, @Nullable Void none) {
        reading.element(node).ifPresent(read::add);
        return super.visitIdentifier(node, null);
    }

    @Override
    public @Nullable Void visitArrayAccess(ArrayAccessTree node, @Nullable Void none) {
        loads = true;
        return super.visitArrayAccess(node, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree node, @Nullable Void none) {
        calls |= reading.effects().has(node);
        return super.visitMethodInvocation(node, null);
    }

    @Override
    public @Nullable Void visitContinue(ContinueTree node, @Nullable Void none) {
        continues = true;
        return super.visitContinue(node, null);
    }

    @Override
    public @Nullable Void visitBreak(BreakTree node, @Nullable Void none) {
        breaks = true;
        return super.visitBreak(node, null);
    }

    @Override
    public @Nullable Void visitYield(YieldTree node, @Nullable Void none) {
        yields = true;
        return super.visitYield(node, null);
    }
}
