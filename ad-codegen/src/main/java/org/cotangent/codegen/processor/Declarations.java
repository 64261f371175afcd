package org.cotangent.codegen.processor;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import org.cotangent.codegen.parse.Problems;
import org.cotangent.codegen.parse.Tag;

/** Checks what can be told of annotated methods without reading them: their names. */
final class Declarations {

    /** A static factory of such a name would hide, or clash with, the method of every object. */
    private static final Set<String> OF_OBJECT =
            Set.of("hashCode", "toString", "wait", "notify", "notifyAll", "getClass", "equals", "clone", "finalize");

    private Declarations() {}

    static void check(List<ExecutableElement> methods, Problems problems) {
        Map<String, Long> counts = methods.stream()
                .collect(Collectors.groupingBy(method -> method.getSimpleName().toString(), Collectors.counting()));
        for (ExecutableElement method : methods) {
            String name = method.getSimpleName().toString();
            long count = counts.getOrDefault(name, 0L);
            if (count > 1) {
                problems.error(
                        Tag.METHOD,
                        method,
                        count + " methods named " + name + " are annotated, expected one, as derivatives are named"
                                + " after it; rename one of them, to " + name + "Of... for example");
            }
            if (OF_OBJECT.contains(name)) {
                problems.error(
                        Tag.METHOD,
                        method,
                        "method is named " + name + " as a method of every object, expected another name, as the"
                                + " factory of its function objects is named after it; rename it, to " + name
                                + "Function for example");
            }
            if (name.contains("$")) {
                problems.error(
                        Tag.METHOD,
                        method,
                        "method is named " + name + ", expected a name without $, which Java keeps for names made by"
                                + " tools; rename it");
            }
        }
    }
}
