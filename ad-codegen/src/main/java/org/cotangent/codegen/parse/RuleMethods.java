package org.cotangent.codegen.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.cotangent.ad.annotation.DerivativeOf;

/**
 * Finds the rules of a routine, and the routine of a rule. Both are in one class, or the rule in a class
 * nested there: whoever sees a routine sees whether it has rules, however the project is compiled.
 */
public final class RuleMethods {

    private RuleMethods() {}

    /** The rules of a method, in the order of the source. */
    public static List<ExecutableElement> of(ExecutableElement routine) {
        List<ExecutableElement> rules = new ArrayList<>();
        collect(Library.type(routine), isRuleOf(routine), rules);
        return rules;
    }

    private static Predicate<ExecutableElement> isRuleOf(ExecutableElement routine) {
        return method -> {
            Optional<DerivativeOf> annotation = annotation(method);
            return annotation
                            .filter(a -> routine.getSimpleName().contentEquals(a.method()))
                            .isPresent()
                    && routines(method).equals(List.of(routine));
        };
    }

    private static void collect(TypeElement type, Predicate<ExecutableElement> isRule, List<ExecutableElement> rules) {
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(isRule)
                .forEach(rules::add);
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(inner -> collect(inner, isRule, rules));
    }

    /** The methods that a rule may be of: one, or its annotation is wrong. */
    static List<ExecutableElement> routines(ExecutableElement rule) {
        String name = declared(rule).method();
        for (Element type = rule.getEnclosingElement();
                type instanceof TypeElement;
                type = type.getEnclosingElement()) {
            List<ExecutableElement> named = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                    .filter(method -> method.getSimpleName().contentEquals(name) && !method.equals(rule))
                    .toList();
            if (!named.isEmpty()) {
                List<ExecutableElement> others =
                        named.stream().filter(m -> annotation(m).isEmpty()).toList();
                return others.isEmpty() ? named : others;
            }
        }
        return List.of();
    }

    private static Optional<DerivativeOf> annotation(ExecutableElement method) {
        return Optional.ofNullable(method.getAnnotation(DerivativeOf.class));
    }

    /** What the source says of a rule. */
    static DerivativeOf declared(ExecutableElement rule) {
        return Objects.requireNonNull(rule.getAnnotation(DerivativeOf.class));
    }
}
