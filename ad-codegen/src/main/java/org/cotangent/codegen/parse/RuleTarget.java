package org.cotangent.codegen.parse;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.ElementFilter;

/** Finds the one routine that a rule is of, or says why there is none. */
final class RuleTarget {

    private RuleTarget() {}

    static Optional<ExecutableElement> of(ExecutableElement rule, Problems problems) {
        String name = RuleMethods.declared(rule).method();
        List<ExecutableElement> routines = RuleMethods.routines(rule);
        String type = Library.type(rule).getSimpleName().toString();
        if (routines.isEmpty()) {
            refuse(
                    rule,
                    "rule " + rule.getSimpleName() + " is of method " + name + ", and " + type + " has none of that"
                            + " name, expected one of " + methods(rule) + "; rules stand in the class of their"
                            + " routine: if it is in another one, give them to a method here that calls it",
                    problems);
        } else if (routines.size() > 1) {
            refuse(
                    rule,
                    "rule " + rule.getSimpleName() + " is of method " + name + ", and there are " + routines.size()
                            + " of that name, expected one; rename the one that it is of, or give the rule to a method"
                            + " of another name that calls it",
                    problems);
        }
        return routines.size() == 1 ? Optional.of(routines.get(0)) : Optional.empty();
    }

    private static String methods(ExecutableElement rule) {
        return ElementFilter.methodsIn(Library.type(rule).getEnclosedElements()).stream()
                .filter(method -> !method.equals(rule) && method.getModifiers().contains(Modifier.STATIC))
                .map(method -> method.getSimpleName().toString())
                .distinct()
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static void refuse(ExecutableElement rule, String message, Problems problems) {
        problems.add(new Problem(Tag.RULE, true, message, RuleSignature.attribute(rule, "method")));
    }
}
