package org.cotangent.codegen.parse;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/** The methods that have been met so far, and those whose source is still to be read. */
final class Procedures {

    private final Trees trees;
    private final Problems problems;
    private final Map<ExecutableElement, Optional<Signature>> known = new LinkedHashMap<>();
    private final Deque<Signature> pending = new ArrayDeque<>();
    private final Set<String> names = new HashSet<>();

    Procedures(Trees trees, Problems problems) {
        this.trees = trees;
        this.problems = problems;
    }

    /** Whether the source of a method is there to be read. */
    Optional<TreePath> source(ExecutableElement method) {
        TreePath path = trees.getPath(method);
        return path != null && path.getLeaf() instanceof MethodTree tree && tree.getBody() != null
                ? Optional.of(path)
                : Optional.empty();
    }

    /** The procedure of a method that has source, or nothing if it was refused; read when its turn comes. */
    Optional<Signature> of(ExecutableElement method, TreePath path) {
        Optional<Signature> found = known.get(method);
        if (found == null) {
            found = signature(method, path);
            known.put(method, found);
            found.ifPresent(pending::add);
        }
        return found;
    }

    /** The next method to be read. */
    Optional<Signature> next() {
        return Optional.ofNullable(pending.poll());
    }

    Collection<ExecutableElement> methods() {
        return Collections.unmodifiableCollection(known.keySet());
    }

    private Optional<Signature> signature(ExecutableElement method, TreePath path) {
        String called = "method " + method.getSimpleName();
        boolean legal = true;
        if (!method.getModifiers().contains(Modifier.STATIC)) {
            legal = refuse(
                    Tag.METHOD,
                    method,
                    called + " is not static; make it static and pass what it needs of its" + " object as arguments");
        }
        if (method.getModifiers().contains(Modifier.SYNCHRONIZED)) {
            legal = refuse(
                    Tag.SYNCHRONIZED,
                    method,
                    called + " is synchronized, which is not understood here; lock outside of it");
        }
        if (!method.getTypeParameters().isEmpty()) {
            legal = refuse(
                    Tag.GENERIC,
                    method,
                    called + " has type parameters; write it for the types that it is" + " used with");
        }
        if (method.isVarArgs()) {
            legal = refuse(Tag.VARARGS, method, called + " takes any number of arguments; declare an array instead");
        }
        List<JavaType> parameters = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            Optional<JavaType> type = JavaTypes.of(parameter.asType());
            type.ifPresent(parameters::add);
            if (type.isEmpty()) {
                legal = refuse(
                        Tag.TYPE,
                        parameter,
                        "parameter " + parameter.getSimpleName() + " of " + called + " is of type " + parameter.asType()
                                + ", " + JavaTypes.expected());
            }
        }
        Optional<JavaType> result = JavaTypes.of(method.getReturnType());
        if (result.isEmpty() && method.getReturnType().getKind() != TypeKind.VOID) {
            legal = refuse(
                    Tag.TYPE, method, called + " returns " + method.getReturnType() + ", " + JavaTypes.expected());
        }
        return legal
                ? Optional.of(
                        new Signature(method, unused(method.getSimpleName().toString()), parameters, result, path))
                : Optional.empty();
    }

    /** The annotated method, if a method is another one. */
    Optional<String> reaching(TreePath path) {
        return annotated()
                .filter(root -> trees.getPath(root).getLeaf() != path.getLeaf())
                .map(Procedures::told);
    }

    /** The method that is annotated. */
    Optional<ExecutableElement> annotated() {
        return known.keySet().stream().findFirst();
    }

    private static String told(ExecutableElement method) {
        return Library.type(method).getSimpleName() + "." + method.getSimpleName();
    }

    private boolean refuse(Tag tag, Element element, String message) {
        problems.add(new Problem(
                tag, true, message, new Problem.AtElement(element), annotated().map(Procedures::told)));
        return false;
    }

    /** A name that no procedure has. */
    String unused(String wanted) {
        String name = wanted;
        for (int i = 2; !names.add(name); i++) {
            name = wanted + i;
        }
        return name;
    }
}
