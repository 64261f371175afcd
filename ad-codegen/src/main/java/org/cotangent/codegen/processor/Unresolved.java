package org.cotangent.codegen.processor;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import org.cotangent.codegen.parse.RuleMethods;
import org.jspecify.annotations.Nullable;

/**
 * Finds names that mean nothing in a method or in what it calls. javac tells of them, but only if
 * processors find no fault: then nothing is said of the method.
 */
final class Unresolved extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final Trees trees;
    private final Set<Element> called = new HashSet<>();
    private final Set<Element> seen = new HashSet<>();
    private final Deque<TreePath> pending = new ArrayDeque<>();
    private boolean found;

    private Unresolved(Trees trees) {
        this.trees = trees;
    }

    static boolean in(ExecutableElement method, Trees trees) {
        Unresolved search = new Unresolved(trees);
        search.enter(method);
        return search.isFound();
    }

    /** As {@link #in}, of a rule: it is read whether it has rules itself or not. */
    static boolean inRule(ExecutableElement rule, Trees trees) {
        Unresolved search = new Unresolved(trees);
        search.read(rule);
        return search.isFound();
    }

    private boolean isFound() {
        while (!pending.isEmpty()) {
            scan(pending.remove(), null);
        }
        return found;
    }

    /** A routine with rules is called and not read: its rules are. */
    private void enter(ExecutableElement method) {
        if (!called.add(method)) {
            return;
        }
        List<ExecutableElement> rules = RuleMethods.of(method);
        if (rules.isEmpty()) {
            read(method);
        } else {
            rules.forEach(this::read);
        }
    }

    private void read(Element method) {
        TreePath path = trees.getPath(method);
        if (path != null && path.getLeaf() instanceof MethodTree && seen.add(method)) {
            pending.add(path);
        }
    }

    private void check() {
        Optional<Element> element = Optional.ofNullable(trees.getElement(getCurrentPath()));
        if (element.isEmpty() || element.get().asType().getKind() == TypeKind.ERROR) {
            found = true;
        } else if (element.get() instanceof ExecutableElement called) {
            enter(called);
        }
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree node, @Nullable Void none) {
        check();
        return super.visitIdentifier(node, null);
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree node, @Nullable Void none) {
        if (!node.getIdentifier().contentEquals("length")) {
            check();
        }
        return super.visitMemberSelect(node, null);
    }
}
