package org.cotangent.codegen.parse;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a routine surely reads an element of an array that is said to be its output before anything assigns one,
 * in the order of the text: what the array held is an argument then, of which derivatives would know nothing. What is
 * under a condition, done by other methods or under another name is not followed.
 */
final class OutputReads extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final ExecutableElement routine;
    private final Session session;

    /** The number of dimensions of each output that nothing was done to. */
    private final Map<String, Integer> untouched = new HashMap<>();

    private final List<Problem> found = new ArrayList<>();
    private int conditions;

    /** The text of the element whose new value is being read. */
    private Optional<String> assigned = Optional.empty();

    private OutputReads(ExecutableElement routine, Set<String> outputs, Session session) {
        this.routine = routine;
        this.session = session;
        for (VariableElement parameter : routine.getParameters()) {
            String name = parameter.getSimpleName().toString();
            if (outputs.contains(name)) {
                untouched.put(name, rank(parameter.asType()));
            }
        }
    }

    private static int rank(TypeMirror type) {
        return type instanceof ArrayType array ? 1 + rank(array.getComponentType()) : 0;
    }

    /** @param outputs names of parameters that rules call outputs */
    static List<Problem> find(ExecutableElement routine, TreePath path, Set<String> outputs, Session session) {
        OutputReads reads = new OutputReads(routine, outputs, session);
        reads.scan(path, null);
        return reads.found;
    }

    /** The name of the array that a tree is an element of, if it is one of an output that nothing was done to. */
    private @Nullable String output(Tree tree) {
        int indices = 0;
        Tree whole = tree;
        while (whole instanceof ArrayAccessTree row) {
            whole = row.getExpression();
            indices++;
        }
        if (!(whole instanceof IdentifierTree identifier)) {
            return null;
        }
        String name = identifier.getName().toString();
        boolean isElement = untouched.containsKey(name) && untouched.get(name) == indices;
        return isElement && isParameter(identifier) ? name : null;
    }

    private boolean isParameter(IdentifierTree identifier) {
        return routine.getParameters().contains(session.trees().getElement(new TreePath(getCurrentPath(), identifier)));
    }

    private void read(Tree at, String name) {
        if (conditions > 0) {
            return;
        }
        untouched.remove(name);
        found.add(new Problem(
                Tag.RULE,
                true,
                "method " + routine.getSimpleName() + " has rules for its derivative and reads its output " + name
                        + " before it assigns it, expected that nothing depends on what that held; take what it held as"
                        + " an argument of its own, and return a new array or assign another one",
                new Problem.InTree(at, getCurrentPath().getCompilationUnit())));
    }

    private void scanIndices(Tree element) {
        for (Tree tree = element; tree instanceof ArrayAccessTree row; tree = row.getExpression()) {
            scan(row.getIndex(), null);
        }
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree node, @Nullable Void none) {
        String name = output(node.getVariable());
        if (name == null) {
            return super.visitAssignment(node, null);
        }
        scanIndices(node.getVariable());
        Optional<String> outer = assigned;
        assigned = Optional.of(node.getVariable().toString());
        scan(node.getExpression(), null);
        assigned = outer;
        untouched.remove(name);
        return null;
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree node, @Nullable Void none) {
        String name = output(node.getVariable());
        super.visitCompoundAssignment(node, null);
        if (name != null) {
            untouched.remove(name);
        }
        return null;
    }

    @Override
    public @Nullable Void visitArrayAccess(ArrayAccessTree node, @Nullable Void none) {
        String name = output(node);
        if (name == null) {
            return super.visitArrayAccess(node, null);
        }
        scanIndices(node);
        // Another element than the one that is assigned may have been assigned by an earlier turn.
        if (assigned.isEmpty() || assigned.get().equals(node.toString())) {
            read(node, name);
        }
        return null;
    }

    /** Whatever else is done to an array, under another name perhaps, is not followed. */
    @Override
    public @Nullable Void visitIdentifier(IdentifierTree node, @Nullable Void none) {
        if (isParameter(node)) {
            untouched.remove(node.getName().toString());
        }
        return null;
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree node, @Nullable Void none) {
        if (node.getIdentifier().contentEquals("length")) {
            scanIndices(node.getExpression());
            return null;
        }
        return super.visitMemberSelect(node, null);
    }

    private @Nullable Void perhaps(Iterable<? extends Tree> trees) {
        conditions++;
        scan(trees, null);
        conditions--;
        return null;
    }

    private @Nullable Void perhaps(@Nullable Tree tree) {
        return perhaps(tree == null ? List.of() : List.of(tree));
    }

    @Override
    public @Nullable Void visitIf(IfTree node, @Nullable Void none) {
        scan(node.getCondition(), null);
        perhaps(node.getThenStatement());
        return perhaps(node.getElseStatement());
    }

    @Override
    public @Nullable Void visitConditionalExpression(ConditionalExpressionTree node, @Nullable Void none) {
        scan(node.getCondition(), null);
        return perhaps(List.of(node.getTrueExpression(), node.getFalseExpression()));
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree node, @Nullable Void none) {
        scan(node.getLeftOperand(), null);
        boolean isLazy = node.getKind() == Tree.Kind.CONDITIONAL_AND || node.getKind() == Tree.Kind.CONDITIONAL_OR;
        return isLazy ? perhaps(node.getRightOperand()) : scan(node.getRightOperand(), null);
    }

    @Override
    public @Nullable Void visitCase(CaseTree node, @Nullable Void none) {
        conditions++;
        super.visitCase(node, null);
        conditions--;
        return null;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree node, @Nullable Void none) {
        return perhaps(node.getBody());
    }
}
