package org.cotangent.codegen.parse;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.ir.External;

/** Declarations of rules, for messages that say what to write. */
public final class RuleLines {

    private final External routine;
    private final List<String> values = new ArrayList<>();
    private final String name;

    /** @param method the routine as it is declared */
    RuleLines(ExecutableElement method, External routine) {
        this(method.getSimpleName().toString(), routine);
    }

    private RuleLines(String name, External routine) {
        this.routine = routine;
        this.name = name;
        for (External.Parameter parameter : routine.parameters()) {
            values.add((parameter.single() ? "float" : parameter.type()) + " " + parameter.name());
        }
    }

    /** Lines for a routine that programs call. */
    public static RuleLines of(External routine) {
        return new RuleLines(routine.method().map(External.Method::name).orElse(routine.name()), routine);
    }

    private String line(String returned, String suffix, List<String> further) {
        List<String> parameters = new ArrayList<>(values);
        parameters.addAll(further);
        return "@DerivativeOf(method = \"" + name + "\") static " + returned + " " + name + suffix + "("
                + String.join(", ", parameters) + ")";
    }

    /** A tangent rule along everything. */
    public String tangent() {
        List<String> dots = new ArrayList<>();
        routine.parameters().stream()
                .filter(p -> p.type().isDifferentiable())
                .forEach(p -> dots.add(p.type().shadow() + " " + routine.dot(p.name())));
        String returned = routine.results().stream()
                .map(r -> r.type().shadow())
                .findFirst()
                .map(Type::toString)
                .orElse("void");
        return line(returned, "Tangent", dots);
    }

    /** An adjoint rule that gives everything. */
    public String adjoint() {
        List<String> bars = new ArrayList<>();
        routine.results().forEach(r -> bars.add(r.type().shadow() + " " + routine.bar(r.name())));
        routine.parameters().stream()
                .filter(p -> p.type().isDifferentiable() && p.type().isArray())
                .forEach(p -> bars.add(p.type().shadow() + " " + routine.bar(p.name())));
        List<String> numbers = routine.parameters().stream()
                .filter(p -> p.isInput() && p.type().isReal())
                .map(p -> "double " + routine.bar(p.name()))
                .toList();
        if (numbers.size() < 2) {
            return line(numbers.isEmpty() ? "void" : "double", "Adjoint", bars);
        }
        return line("Adjoints", "Adjoint", bars) + " with record Adjoints(" + String.join(", ", numbers) + ") {}";
    }
}
