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
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * Finds names that mean nothing in a method or in what it calls. javac tells of them, but only if
 * processors find no fault: then nothing is said of the method.
 */
final class Unresolved extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final Trees trees;
    private final Set<Element> seen = new HashSet<>();
    private final Deque<TreePath> pending = new ArrayDeque<>();
    private boolean found;

    private Unresolved(Trees trees) {
        this.trees = trees;
    }

    static boolean in(ExecutableElement method, Trees trees) {
        Unresolved search = new Unresolved(trees);
        search.enter(method);
        while (!search.pending.isEmpty()) {
            search.scan(search.pending.remove(), null);
        }
        return search.found;
    }

    private void enter(Element method) {
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
