package org.cotangent.codegen.parse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.ir.External;

/** What the rules of a routine can take, by the names that they know it by. */
final class RuleParts {

    /** What a parameter of a rule is. */
    enum Kind {
        VALUE,
        TANGENT,
        ADJOINT
    }

    /** A parameter that a rule may have. */
    record Part(Kind kind, JavaType.Plain type) {

        /** Whether a rule may declare it as that. */
        boolean fits(JavaType.Plain given) {
            return given.equals(type) || (type.equals(JavaType.Plain.FLOAT) && given.equals(JavaType.Plain.DOUBLE));
        }
    }

    private final External routine;
    private final Map<String, Part> known = new LinkedHashMap<>();

    /**
     * @param method the routine as it is declared
     * @param routine as programs call it
     */
    RuleParts(ExecutableElement method, External routine) {
        this.routine = routine;
        for (int i = 0; i < routine.parameters().size(); i++) {
            External.Parameter parameter = routine.parameters().get(i);
            value(
                    parameter.name(),
                    JavaTypes.plain(method.getParameters().get(i).asType()).orElseThrow());
            if (parameter.type().isDifferentiable()) {
                tangent(parameter.name(), parameter.type());
                if (parameter.type().isArray()) {
                    adjoint(parameter.name(), parameter.type());
                }
            }
        }
        routine.results().forEach(result -> {
            value(result.name(), JavaTypes.plain(method.getReturnType()).orElseThrow());
            adjoint(result.name(), result.type());
            if (result.type().isArray()) {
                tangent(result.name(), result.type());
            }
        });
    }

    private void value(String name, JavaType.Plain type) {
        known.put(name, new Part(Kind.VALUE, type));
    }

    private void tangent(String name, Type type) {
        known.put(routine.dot(name), new Part(Kind.TANGENT, shadow(type)));
    }

    private void adjoint(String name, Type type) {
        known.put(routine.bar(name), new Part(Kind.ADJOINT, shadow(type)));
    }

    private static JavaType.Plain shadow(Type type) {
        return new JavaType.Plain(Type.Kind.DOUBLE, type.rank());
    }

    /** What a name means, if it means something. */
    Optional<Part> of(String name) {
        return Optional.ofNullable(known.get(name));
    }

    /** All names, for messages. */
    String told() {
        return told(Kind.VALUE, " (values)") + ", " + told(Kind.TANGENT, " (tangents)") + ", "
                + told(Kind.ADJOINT, " (adjoints)");
    }

    private String told(Kind kind, String suffix) {
        return known.entrySet().stream()
                        .filter(entry -> entry.getValue().kind() == kind)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.joining(", "))
                + suffix;
    }
}
