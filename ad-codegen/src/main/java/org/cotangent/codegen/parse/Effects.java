package org.cotangent.codegen.parse;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import java.util.IdentityHashMap;
import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Tells whether evaluating an expression can change what an expression before it was read from. */
final class Effects {

    private final Reading reading;
    private final Map<Tree, Boolean> known = new IdentityHashMap<>();

    Effects(Reading reading) {
        this.reading = reading;
    }

    boolean has(Tree tree) {
        Boolean found = known.get(tree);
        if (found == null) {
            found = Boolean.TRUE.equals(tree.accept(new Scanner(), null));
            known.put(tree, found);
        }
        return found;
    }

    private final class Scanner extends TreeScanner<@Nullable Boolean, @Nullable Void> {

        @Override
        public Boolean reduce(@Nullable Boolean first, @Nullable Boolean second) {
            return Boolean.TRUE.equals(first) || Boolean.TRUE.equals(second);
        }

        @Override
        public Boolean visitAssignment(AssignmentTree node, @Nullable Void none) {
            return true;
        }

        @Override
        public Boolean visitCompoundAssignment(CompoundAssignmentTree node, @Nullable Void none) {
            return true;
        }

        @Override
        public @Nullable Boolean visitUnary(UnaryTree node, @Nullable Void none) {
            return switch (node.getKind()) {
                case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
                default -> super.visitUnary(node, null);
            };
        }

        @Override
        public @Nullable Boolean visitMethodInvocation(MethodInvocationTree node, @Nullable Void none) {
            boolean pure = reading.element(node)
                    .filter(ExecutableElement.class::isInstance)
                    .map(ExecutableElement.class::cast)
                    .filter(Effects::isPure)
                    .isPresent();
            return pure ? super.visitMethodInvocation(node, null) : Boolean.TRUE;
        }
    }

    private static boolean isPure(ExecutableElement method) {
        TypeElement owner = Library.type(method);
        return owner.getKind() == ElementKind.RECORD && method.getParameters().isEmpty()
                || Library.isMath(owner.getQualifiedName().toString());
    }
}
