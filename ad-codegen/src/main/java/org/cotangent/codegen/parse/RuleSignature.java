package org.cotangent.codegen.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.cotangent.ad.annotation.DerivativeOf;
import org.cotangent.ad.ir.External;

/** Finds what a rule computes from the names of what it takes and gives, or says what does not fit. */
final class RuleSignature {

    private final ExecutableElement rule;
    private final DerivativeOf annotation;
    private final External routine;
    private final RuleLines lines;
    private final Problems problems;
    private final String called;
    private final RuleParts known;
    private final Map<String, RuleParts.Kind> taken = new HashMap<>();
    private boolean legal = true;

    private RuleSignature(ExecutableElement rule, ExecutableElement method, External routine, Problems problems) {
        this.rule = rule;
        this.annotation = RuleMethods.declared(rule);
        this.routine = routine;
        this.lines = new RuleLines(method, routine);
        this.problems = problems;
        this.called = "rule " + rule.getSimpleName() + " of method " + method.getSimpleName();
        this.known = new RuleParts(method, routine);
    }

    /**
     * What a rule computes; nothing if it does not fit.
     *
     * @param method the routine as it is declared
     * @param routine as programs call it, without rules
     */
    static Optional<HandwrittenRule> of(
            ExecutableElement rule, ExecutableElement method, External routine, Problems problems) {
        return new RuleSignature(rule, method, routine, problems).read();
    }

    /** Where an element of the annotation of a rule stands. */
    static Problem.Place attribute(ExecutableElement rule, String name) {
        return new Problem.InAnnotation(rule, DerivativeOf.class.getName(), name);
    }

    private Optional<HandwrittenRule> read() {
        rule.getParameters().forEach(this::take);
        if (!legal) {
            return Optional.empty();
        }
        boolean tangents = taken.containsValue(RuleParts.Kind.TANGENT);
        boolean adjoints = taken.containsValue(RuleParts.Kind.ADJOINT);
        if (tangents && adjoints) {
            refuse(rule, called + " takes tangents and adjoints, expected one of them; write two rules");
        }
        HandwrittenRule read = tangents ? tangent() : adjoints ? adjoint() : partial();
        return legal ? Optional.of(read) : Optional.empty();
    }

    private void refuse(Element element, String message) {
        refuse(new Problem.AtElement(element), message);
    }

    private void refuse(Problem.Place place, String message) {
        legal = false;
        problems.add(new Problem(Tag.RULE, true, message, place));
    }

    private void take(VariableElement parameter) {
        String name = parameter.getSimpleName().toString();
        Optional<RuleParts.Part> part = known.of(name);
        Optional<JavaType.Plain> type = JavaTypes.plain(parameter.asType());
        if (part.isEmpty()) {
            refuse(parameter, called + " takes " + name + ", expected names out of " + known.told());
        } else if (type.filter(part.get()::fits).isEmpty()) {
            String expected = part.get().type().toString();
            refuse(parameter, called + " takes " + name + " as " + parameter.asType() + ", expected " + expected);
        } else {
            taken.put(name, part.get().kind());
        }
    }

    private List<String> numbers() {
        return routine.parameters().stream()
                .filter(p -> p.isInput() && p.type().isReal())
                .map(External.Parameter::name)
                .toList();
    }

    private boolean returnsNumber() {
        return JavaTypes.plain(rule.getReturnType())
                .filter(JavaType.Plain::isReal)
                .isPresent();
    }

    /** The number that the annotation names, or the only one there is. */
    private String number(String remedy) {
        List<String> numbers = numbers();
        if (annotation.wrt().isEmpty() && numbers.size() == 1) {
            return numbers.get(0);
        }
        if (annotation.wrt().isEmpty()) {
            refuse(rule, called + " " + remedy);
        } else if (!numbers.contains(annotation.wrt())) {
            boolean isArray = routine.parameters().stream()
                    .anyMatch(p -> p.isInput()
                            && p.type().isArray()
                            && p.type().isDifferentiable()
                            && p.name().equals(annotation.wrt()));
            refuse(
                    attribute(rule, "wrt"),
                    "wrt of " + called + " names " + annotation.wrt() + ", "
                            + (isArray
                                    ? "an array; leave wrt out, and write an adjoint rule: " + lines.adjoint()
                                    : "expected a number that can carry a derivative: one of " + numbers));
        }
        return annotation.wrt();
    }

    private HandwrittenRule partial() {
        boolean isNumber = routine.results().stream().anyMatch(r -> r.type().isReal());
        if (!isNumber || routine.parameters().stream().anyMatch(External.Parameter::isOutput)) {
            refuse(
                    rule,
                    called + " takes neither tangents nor adjoints, as a partial derivative of a method with one number"
                            + " as result does, but that one has arrays; write a tangent rule: " + lines.tangent()
                            + " or an adjoint rule: " + lines.adjoint());
            return new HandwrittenRule(rule, HandwrittenRule.Kind.PARTIAL, Set.of(), "", Set.of());
        }
        String by = number("takes neither tangents nor adjoints, so it is a partial derivative, and does not say by"
                + " which of " + numbers() + "; say it: wrt = \"name\", or write an adjoint rule: " + lines.adjoint());
        if (legal && !returnsNumber()) {
            refuse(rule, called + " returns " + rule.getReturnType() + ", expected double: the derivative by " + by);
        }
        return new HandwrittenRule(rule, HandwrittenRule.Kind.PARTIAL, Set.of(by), "derivative", Set.of());
    }

    private HandwrittenRule tangent() {
        if (!annotation.wrt().isEmpty()) {
            refuse(
                    attribute(rule, "wrt"),
                    called + " takes tangents, and so is along all of them at once; leave wrt out");
        }
        Set<String> inputs = new TreeSet<>();
        for (External.Parameter parameter : routine.parameters()) {
            String dot = routine.dot(parameter.name());
            if (parameter.isInput() && taken.containsKey(dot)) {
                inputs.add(parameter.name());
            } else if (parameter.isOutput() && parameter.type().isDifferentiable() && !taken.containsKey(dot)) {
                refuse(rule, called + " gives no " + dot + "; add the parameter: " + lines.tangent());
            }
        }
        boolean writesResult = routine.results().stream().anyMatch(r -> taken.containsKey(routine.dot(r.name())));
        TypeMirror expected = rule.getReturnType();
        boolean fits = routine.results().isEmpty() || writesResult
                ? expected.getKind() == TypeKind.VOID
                : JavaTypes.plain(expected)
                        .filter(t -> routine.results().get(0).type().shadow().equals(t.register()))
                        .isPresent();
        if (!fits) {
            String wanted = routine.results().isEmpty() || writesResult
                    ? "void, as the tangents are in its parameters"
                    : routine.results().get(0).type().shadow() + ", the tangent of the result";
            refuse(rule, called + " returns " + expected + ", expected " + wanted);
        }
        Set<String> written = new TreeSet<>();
        routine.results().forEach(r -> written.add(routine.dot(r.name())));
        routine.parameters().stream()
                .filter(External.Parameter::isOutput)
                .forEach(p -> written.add(routine.dot(p.name())));
        return new HandwrittenRule(rule, HandwrittenRule.Kind.TANGENT, inputs, "tangent", written);
    }

    private HandwrittenRule adjoint() {
        Set<String> given = new TreeSet<>();
        List<String> needed = new ArrayList<>();
        routine.results().forEach(result -> needed.add(routine.bar(result.name())));
        for (External.Parameter parameter : routine.parameters()) {
            String bar = routine.bar(parameter.name());
            if (parameter.isOutput() && parameter.type().isDifferentiable()) {
                needed.add(bar);
            } else if (taken.containsKey(bar)) {
                given.add(parameter.name());
            }
        }
        needed.stream()
                .filter(bar -> !taken.containsKey(bar))
                .forEach(bar -> refuse(rule, called + " takes no " + bar + "; add the parameter: " + lines.adjoint()));
        String result = returned(given);
        if (legal && given.isEmpty()) {
            refuse(rule, called + " gives no adjoint; return or write one: " + lines.adjoint());
        }
        Set<String> written = given.stream().map(routine::bar).collect(Collectors.toSet());
        return new HandwrittenRule(rule, HandwrittenRule.Kind.ADJOINT, given, result, written);
    }

    /** The name of the number that is returned; adds what is given that way. */
    private String returned(Set<String> given) {
        if (rule.getReturnType().getKind() == TypeKind.VOID) {
            if (!annotation.wrt().isEmpty()) {
                refuse(attribute(rule, "wrt"), called + " returns no adjoint of a number; leave wrt out");
            }
            return "";
        }
        Optional<JavaType> type = JavaTypes.of(rule.getReturnType());
        if (type.isPresent() && type.get() instanceof JavaType.OfRecord ofRecord) {
            ofRecord.fields().forEach(field -> component(field, given));
            return "";
        }
        if (!returnsNumber()) {
            refuse(
                    rule,
                    called + " returns " + rule.getReturnType() + ", expected double, the adjoint of a number, or void;"
                            + " adjoints of arrays are written to parameters: " + lines.adjoint());
            return "";
        }
        String by = number("returns the adjoint of a number and does not say of which of " + numbers()
                + "; say it: wrt = \"name\", or return a record of adjoints");
        given.add(by);
        return routine.bar(by);
    }

    private void component(JavaType.Field field, Set<String> given) {
        Optional<String> number = numbers().stream()
                .filter(name -> routine.bar(name).equals(field.name()))
                .findFirst();
        if (number.isEmpty() || !field.type().equals(JavaType.Plain.DOUBLE)) {
            refuse(
                    rule,
                    called + " returns a record with " + field.type() + " " + field.name()
                            + ", expected components of type double out of "
                            + numbers().stream().map(routine::bar).toList());
        }
        number.ifPresent(given::add);
    }
}
