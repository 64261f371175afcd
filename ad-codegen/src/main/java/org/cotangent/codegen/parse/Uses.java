package org.cotangent.codegen.parse;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import org.cotangent.ad.expr.Type;
import org.jspecify.annotations.Nullable;

/** Finds what each parameter of an annotated method is for. */
final class Uses {

    private final Signature signature;
    private final MethodBody body;
    private final Problems problems;
    private final String called;

    Uses(Signature signature, MethodBody body, Problems problems) {
        this.signature = signature;
        this.body = body;
        this.problems = problems;
        this.called = "method " + signature.method().getSimpleName();
    }

    /** Whether values of a type can be those of a vector function. */
    static boolean isVector(JavaType type) {
        return type.equals(new JavaType.Plain(Type.Kind.DOUBLE, 1));
    }

    private static boolean isReal(JavaType type) {
        return type instanceof JavaType.Plain plain && plain.isReal();
    }

    /** The use of each parameter, or nothing if that is not clear. */
    Optional<List<ParsedMethod.Use>> of(Set<String> wrt, Set<String> outputs) {
        if (!areNames(wrt, "wrt", Tag.WRT) || !areNames(outputs, "outputs", Tag.OUTPUT)) {
            return Optional.empty();
        }
        Optional<Set<String>> written = outputs(wrt, outputs);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        Optional<Set<String>> active = active(wrt, written.get());
        return active.map(names -> uses(names, written.get()));
    }

    private boolean areNames(Set<String> names, String attribute, Tag tag) {
        Set<String> known = new HashSet<>(names(i -> true));
        for (String name : names) {
            if (!known.contains(name)) {
                return refuse(
                        tag,
                        attribute + " of " + called + " names " + name + ", expected parameters: " + names(i -> true));
            }
        }
        return true;
    }

    private boolean refuse(Tag tag, String message) {
        problems.error(tag, signature.method(), message);
        return false;
    }

    private List<String> names(java.util.function.IntPredicate chosen) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < signature.parameters().size(); i++) {
            if (chosen.test(i)) {
                names.add(signature
                        .method()
                        .getParameters()
                        .get(i)
                        .getSimpleName()
                        .toString());
            }
        }
        return names;
    }

    /** The parameter that receives the values, if the method returns none. */
    private Optional<Set<String>> outputs(Set<String> wrt, Set<String> outputs) {
        if (signature.result().isPresent()) {
            JavaType result = signature.result().get();
            boolean fits = isReal(result) || isVector(result);
            if (!fits) {
                refuse(
                        Tag.OUTPUT,
                        called + " returns " + result + ", expected double or double[]; put other values into"
                                + " a double[]");
                return Optional.empty();
            }
            if (!outputs.isEmpty()) {
                refuse(Tag.OUTPUT, called + " returns its value, so nothing else receives one; leave outputs out");
                return Optional.empty();
            }
            return Optional.of(Set.of());
        }
        Set<String> found = outputs.isEmpty() ? written(wrt) : outputs;
        if (found.size() != 1) {
            refuse(
                    Tag.OUTPUT,
                    called + " returns nothing and " + (found.isEmpty() ? "writes no" : "writes more than one")
                            + " double[] that could be its values" + (found.isEmpty() ? "" : " " + found)
                            + "; say which: @Differentiable(outputs = \"name\")");
            return Optional.empty();
        }
        if (!vectors().containsAll(found)) {
            refuse(
                    Tag.OUTPUT,
                    "outputs of " + called + " names " + found + ", expected a parameter of type double[]:" + " one of "
                            + vectors());
            return Optional.empty();
        }
        return Optional.of(found);
    }

    private List<String> vectors() {
        return names(i -> isVector(signature.parameters().get(i)));
    }

    /** Arrays that are stored into, or else passed on to methods that may. */
    private Set<String> written(Set<String> wrt) {
        Set<String> candidates =
                vectors().stream().filter(n -> !wrt.contains(n)).collect(Collectors.toSet());
        Stores stores = new Stores();
        body.tree().accept(stores, null);
        Set<String> stored = intersection(candidates, stores.stored);
        return stored.isEmpty() ? intersection(candidates, stores.passed) : stored;
    }

    private static Set<String> intersection(Set<String> first, Set<String> second) {
        return first.stream().filter(second::contains).collect(Collectors.toSet());
    }

    private final class Stores extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final Set<String> stored = new HashSet<>();
        private final Set<String> passed = new HashSet<>();

        private void store(ExpressionTree target) {
            if (target instanceof ArrayAccessTree access) {
                parameter(access.getExpression()).ifPresent(stored::add);
            }
        }

        private Optional<String> parameter(Tree tree) {
            if (!(tree instanceof IdentifierTree)) {
                return Optional.empty();
            }
            Optional<Element> element = body.reading().element(tree);
            return element.filter(VariableElement.class::isInstance)
                    .filter(signature.method().getParameters()::contains)
                    .map(e -> e.getSimpleName().toString());
        }

        @Override
        public @Nullable Void visitAssignment(AssignmentTree node, @Nullable Void none) {
            store(node.getVariable());
            return super.visitAssignment(node, null);
        }

        @Override
        public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree node, @Nullable Void none) {
            store(node.getVariable());
            return super.visitCompoundAssignment(node, null);
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree node, @Nullable Void none) {
            Optional<Set<Integer>> written = body.reading()
                    .element(node)
                    .filter(ExecutableElement.class::isInstance)
                    .map(ExecutableElement.class::cast)
                    .flatMap(method -> written(method, body.reading().session()));
            for (int i = 0; i < node.getArguments().size(); i++) {
                Optional<String> name = parameter(node.getArguments().get(i));
                if (written.isEmpty()) {
                    name.ifPresent(passed::add);
                } else if (written.get().contains(i)) {
                    name.ifPresent(stored::add);
                }
            }
            return super.visitMethodInvocation(node, null);
        }
    }

    private static Optional<Set<Integer>> written(ExecutableElement method, Session session) {
        Optional<Set<Integer>> byRules = session.handwritten().written(method);
        return byRules.isPresent() ? byRules : session.routines().written(method);
    }

    private Optional<Set<String>> active(Set<String> wrt, Set<String> outputs) {
        List<String> candidates =
                names(i -> signature.parameters().get(i).registers().anyMatch(Type::isDifferentiable)).stream()
                        .filter(name -> !outputs.contains(name))
                        .toList();
        if (wrt.isEmpty() && candidates.size() != 1) {
            String line = "@Differentiable(wrt = {"
                    + candidates.stream().map(n -> "\"" + n + "\"").collect(Collectors.joining(", ")) + "})";
            refuse(
                    Tag.WRT,
                    candidates.isEmpty()
                            ? called + " has no parameter that can carry a derivative, expected a double, a float, an"
                                    + " array of them, or a record with one"
                            : called + " has several parameters that can carry derivatives: " + candidates
                                    + "; say which are variables and not data, for all of them write " + line);
            return Optional.empty();
        }
        for (String name : wrt) {
            if (outputs.contains(name)) {
                refuse(Tag.WRT, "wrt of " + called + " names " + name + ", which receives its values; name others");
                return Optional.empty();
            }
            if (!candidates.contains(name)) {
                refuse(
                        Tag.WRT,
                        "wrt of " + called + " names " + name + ", which cannot carry a derivative, expected"
                                + " one of " + candidates);
                return Optional.empty();
            }
        }
        return Optional.of(wrt.isEmpty() ? Set.copyOf(candidates) : wrt);
    }

    private List<ParsedMethod.Use> uses(Set<String> active, Set<String> outputs) {
        return names(i -> true).stream()
                .map(name -> active.contains(name)
                        ? ParsedMethod.Use.ACTIVE
                        : outputs.contains(name) ? ParsedMethod.Use.OUTPUT : ParsedMethod.Use.DATA)
                .toList();
    }
}
