package org.cotangent.codegen.parse;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a routine that has rules, or a rule, changes an array that it is given, or gives back one that
 * is not new: both would make derivatives wrong. What it passes on to other methods is not followed.
 */
final class RoutineWrites extends TreePathScanner<@Nullable Void, @Nullable Void> {

    /** Methods of the JDK that write an argument: which one. */
    private static final Map<String, Integer> WRITING = Map.of(
            "java.lang.System.arraycopy", 2,
            "java.util.Arrays.fill", 0,
            "java.util.Arrays.sort", 0,
            "java.util.Arrays.parallelSort", 0,
            "java.util.Arrays.setAll", 0,
            "java.util.Arrays.parallelPrefix", 0);

    private final ExecutableElement routine;
    private final boolean isRule;
    private final Set<String> outputs;
    private final Session session;
    private final Set<Element> reassigned;
    private final List<Problem> found = new ArrayList<>();
    private int depth;

    private RoutineWrites(
            ExecutableElement routine, boolean isRule, TreePath path, Set<String> outputs, Session session) {
        this.routine = routine;
        this.isRule = isRule;
        this.outputs = outputs;
        this.session = session;
        this.reassigned = Scan.of(path.getLeaf(), new Reading(session, path)).assigned();
    }

    /** @param outputs names of parameters that it may write */
    static List<Problem> find(ExecutableElement routine, TreePath path, Set<String> outputs, Session session) {
        return new RoutineWrites(routine, false, path, outputs, session).in(path);
    }

    /** As {@link #find}, of a rule. */
    static List<Problem> inRule(HandwrittenRule rule, TreePath path, Session session) {
        return new RoutineWrites(rule.method(), true, path, rule.written(), session).in(path);
    }

    private List<Problem> in(TreePath path) {
        scan(path, null);
        return found;
    }

    private String subject() {
        return isRule
                ? "rule " + routine.getSimpleName()
                : "method " + routine.getSimpleName() + " has rules for its derivative and";
    }

    private Optional<Element> element(Tree tree) {
        return Optional.ofNullable(session.trees().getElement(new TreePath(getCurrentPath(), tree)));
    }

    /** A parameter that still refers to what was given. */
    private Optional<Element> parameter(Tree tree) {
        return tree instanceof IdentifierTree ? element(tree).filter(this::isGiven) : Optional.empty();
    }

    private boolean isGiven(Element element) {
        return routine.getParameters().contains(element) && !reassigned.contains(element);
    }

    private void refuse(Tree tree, String message) {
        found.add(new Problem(
                Tag.RULE,
                true,
                message,
                new Problem.InTree(tree, getCurrentPath().getCompilationUnit())));
    }

    private void writes(Tree at, ExpressionTree array) {
        ExpressionTree whole = array;
        while (whole instanceof ArrayAccessTree row) {
            whole = row.getExpression();
        }
        parameter(whole)
                .map(e -> e.getSimpleName().toString())
                .filter(name -> !outputs.contains(name))
                .ifPresent(name -> refuse(
                        at,
                        subject() + " writes its argument " + name + ", expected one that is only read; work on a copy"
                                + (isRule
                                        ? ", as others need what it holds"
                                        : ", or, if every element is assigned whatever it held, name it in one rule:"
                                                + " outputs = \"" + name + "\"")));
    }

    private void target(ExpressionTree variable) {
        if (variable instanceof ArrayAccessTree element) {
            writes(element, element.getExpression());
        }
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree node, @Nullable Void none) {
        target(node.getVariable());
        return super.visitAssignment(node, null);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree node, @Nullable Void none) {
        target(node.getVariable());
        return super.visitCompoundAssignment(node, null);
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree node, @Nullable Void none) {
        switch (node.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
                target(node.getExpression());
            default -> {
                // Other operators change nothing.
            }
        }
        return super.visitUnary(node, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree node, @Nullable Void none) {
        element(node)
                .filter(ExecutableElement.class::isInstance)
                .map(ExecutableElement.class::cast)
                .map(method -> WRITING.get(Library.owner(method) + "." + method.getSimpleName()))
                .ifPresent(place -> writes(node, node.getArguments().get(place)));
        return super.visitMethodInvocation(node, null);
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree node, @Nullable Void none) {
        ExpressionTree returned = node.getExpression();
        if (depth == 0
                && returned instanceof IdentifierTree
                && routine.getReturnType().getKind() == TypeKind.ARRAY) {
            element(returned)
                    .filter(this::isNotNew)
                    .ifPresent(e -> refuse(
                            node,
                            subject() + " returns the array "
                                    + e.getSimpleName() + ", which others may hold, expected a new one; return "
                                    + e.getSimpleName() + ".clone()"));
        }
        return super.visitReturn(node, null);
    }

    private boolean isNotNew(Element element) {
        return isGiven(element)
                || (element.getKind() == ElementKind.FIELD
                        && element.getModifiers().contains(Modifier.STATIC));
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree node, @Nullable Void none) {
        depth++;
        super.visitLambdaExpression(node, null);
        depth--;
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree node, @Nullable Void none) {
        depth++;
        super.visitClass(node, null);
        depth--;
        return null;
    }
}
