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
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What occurs in a part of a method. */
final class Scan extends TreeScanner<@Nullable Void, @Nullable Void> {

    private final Reading reading;
    private final Set<Element> assigned = new HashSet<>();
    private final Set<Element> read = new HashSet<>();
    private final Set<String> stored = new HashSet<>();
    private final Set<String> loaded = new HashSet<>();
    private boolean storesAnything;
    private boolean continues;
    private boolean breaks;
    private boolean yields;

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

    /** Whether elements of arrays are read. */
    boolean loads() {
        return !loaded.isEmpty();
    }

    /** Whether elements that another part reads may be changed: rows are changed by storing rows, not numbers. */
    boolean mayChangeWhatLoads(Scan other) {
        return other.loads() && (storesAnything || !Collections.disjoint(stored, other.loaded));
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
            storeElement(reading.type(target));
        }
    }

    private void storeElement(Optional<? extends TypeMirror> type) {
        type.ifPresentOrElse(known -> stored.add(name(known)), () -> storesAnything = true);
    }

    /** Without the annotations that a type may carry. */
    private static String name(TypeMirror type) {
        return type instanceof ArrayType array
                ? name(array.getComponentType()) + "[]"
                : type.getKind().name();
    }

    /** A method may store elements into what it is handed: in arrays of their types, in records of any. */
    private void hand(Optional<? extends TypeMirror> type) {
        if (type.isPresent() && type.get() instanceof ArrayType array) {
            storeElement(Optional.of(array.getComponentType()));
            hand(Optional.of(array.getComponentType()));
        } else if (type.filter(known -> known.getKind().isPrimitive()).isEmpty()) {
            storesAnything = true;
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
        loaded.add(reading.type(node).map(Scan::name).orElse(""));
        return super.visitArrayAccess(node, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree node, @Nullable Void none) {
        if (reading.effects().has(node)) {
            node.getArguments().forEach(argument -> hand(reading.type(argument)));
        }
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
