package org.cotangent.codegen.parse;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.ir.External;

/** Declares a routine that has rules as what programs call, or says why it cannot be. */
final class RoutineSignature {

    private static final String WRAP = "; give the rules to a plain static method that calls it, and call that";

    private final ExecutableElement routine;
    private final Set<String> outputs;
    private final Session session;
    private final String called;
    private boolean legal = true;

    private RoutineSignature(ExecutableElement routine, Set<String> outputs, Session session) {
        this.routine = routine;
        this.outputs = outputs;
        this.session = session;
        this.called = "method " + routine.getSimpleName();
    }

    /**
     * The routine, without rules; nothing if it is refused.
     *
     * @param rules all of its rules
     */
    static Optional<External> of(ExecutableElement routine, List<ExecutableElement> rules, Session session) {
        Set<String> outputs = rules.stream()
                .flatMap(rule -> List.of(RuleMethods.declared(rule).outputs()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        RoutineSignature signature = new RoutineSignature(routine, outputs, session);
        signature.checkOutputs(rules);
        signature.checkMethod();
        signature.checkResult();
        signature.checkTypes();
        if (signature.legal) {
            session.procedures().source(routine).ifPresent(path -> {
                RoutineWrites.find(routine, path, outputs, session).forEach(signature::add);
                OutputReads.find(routine, path, outputs, session).forEach(signature::add);
            });
        }
        return signature.legal ? Optional.of(signature.declaration()) : Optional.empty();
    }

    private void add(Problem problem) {
        legal = false;
        session.problems().add(problem);
    }

    private void refuse(Element element, String message) {
        add(new Problem(Tag.RULE, true, message, new Problem.AtElement(element)));
    }

    private void checkOutputs(List<ExecutableElement> rules) {
        List<String> arrays = routine.getParameters().stream()
                .filter(parameter -> parameter.asType().getKind() == TypeKind.ARRAY)
                .map(parameter -> parameter.getSimpleName().toString())
                .toList();
        for (ExecutableElement rule : rules) {
            for (String output : RuleMethods.declared(rule).outputs()) {
                if (!arrays.contains(output)) {
                    String message = "outputs of a rule of " + called + " names " + output
                            + ", expected arrays among its parameters: " + arrays;
                    add(new Problem(Tag.RULE, true, message, RuleSignature.attribute(rule, "outputs")));
                }
            }
        }
    }

    private void checkMethod() {
        Set<Modifier> modifiers = routine.getModifiers();
        if (!modifiers.contains(Modifier.STATIC)) {
            refuse(routine, called + " has rules for its derivative and is not static" + WRAP);
        }
        if (!routine.getTypeParameters().isEmpty()) {
            refuse(routine, called + " has rules for its derivative and type parameters" + WRAP);
        }
        if (routine.isVarArgs()) {
            refuse(routine, called + " has rules for its derivative and takes any number of arguments" + WRAP);
        }
        if (modifiers.contains(Modifier.STATIC) && !session.visibility().of(routine)) {
            refuse(
                    routine,
                    called + " has rules for its derivative, so the class of derivatives calls it, and cannot see it;"
                            + (modifiers.contains(Modifier.PRIVATE)
                                    ? " leave the word private out"
                                    : " make it and the classes around it public, as it is called from another"
                                            + " package, and not private"));
        }
        for (TypeMirror thrown : routine.getThrownTypes()) {
            boolean isUnchecked = thrown instanceof DeclaredType declared
                    && declared.asElement() instanceof TypeElement type
                    && Throws.isUnchecked(type);
            if (!isUnchecked) {
                refuse(
                        routine,
                        called + " has rules for its derivative and throws the checked exception " + thrown
                                + ", which derivatives do not declare; throw an unchecked one");
            }
        }
    }

    private void checkResult() {
        Optional<JavaType.Plain> result = JavaTypes.plain(routine.getReturnType());
        boolean isVoid = routine.getReturnType().getKind() == TypeKind.VOID;
        if (isVoid && outputs.isEmpty()) {
            refuse(
                    routine,
                    called
                            + " has rules for its derivative and returns nothing; if it assigns every element of an array,"
                            + " whatever that held, name that in one rule: outputs = \"name\"");
        } else if (!isVoid
                && result.filter(r -> r.register().isDifferentiable()).isEmpty()) {
            refuse(
                    routine,
                    called + " has rules for its derivative and returns " + routine.getReturnType()
                            + ", expected double, float or arrays of them" + WRAP);
        }
    }

    private void checkTypes() {
        for (VariableElement parameter : routine.getParameters()) {
            if (JavaTypes.plain(parameter.asType()).isEmpty()) {
                refuse(
                        parameter,
                        "parameter " + parameter.getSimpleName() + " of " + called + ", which has rules for its"
                                + " derivative, is of type " + parameter.asType() + ", expected double, float, int,"
                                + " long, boolean or arrays of them with up to three dimensions"
                                + "; give the rules to a method that takes the numbers in it");
            }
        }
    }

    private External declaration() {
        String name = routine.getSimpleName().toString();
        External external = External.pure(name);
        boolean taken = false;
        for (VariableElement parameter : routine.getParameters()) {
            String own = parameter.getSimpleName().toString();
            external =
                    parameter(external, own, JavaTypes.plain(parameter.asType()).orElseThrow());
            taken |= own.equals(name);
        }
        Optional<JavaType.Plain> result = JavaTypes.plain(routine.getReturnType());
        if (result.isPresent()) {
            external =
                    external.returns(taken ? name + "Value" : name, result.get().register());
        }
        String type = session.elements().getBinaryName(Library.type(routine)).toString();
        return external.method(type, name);
    }

    private External parameter(External external, String name, JavaType.Plain type) {
        if (outputs.contains(name)) {
            return external.writes(name, type.register());
        }
        boolean single = !type.isArray() && type.kind() == Type.Kind.FLOAT;
        return single ? external.readsFloat(name, true) : external.reads(name, type.register());
    }
}
