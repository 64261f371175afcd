package org.cotangent.codegen.processor;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.cotangent.ad.annotation.Form;
import org.cotangent.codegen.emit.FunctionDescriptor;
import org.cotangent.codegen.emit.Structure;
import org.cotangent.codegen.parse.ParsedMethod;
import org.cotangent.codegen.parse.Problems;
import org.cotangent.codegen.parse.Tag;

/** Describes a method that has been read, for those who write its derivatives. */
final class MethodDescription {

    private final ParsedMethod parsed;
    private final ProcessingEnvironment environment;
    private final Problems problems;

    private MethodDescription(ParsedMethod parsed, ProcessingEnvironment environment, Problems problems) {
        this.parsed = parsed;
        this.environment = environment;
        this.problems = problems;
    }

    /**
     * The description.
     *
     * @param forms what was asked for; everything there is if empty
     * @param problems receives what is wrong
     * @return nothing if there is an error
     */
    static Optional<FunctionDescriptor> of(
            ParsedMethod parsed,
            Set<Form> forms,
            CompanionName name,
            ProcessingEnvironment environment,
            Problems problems) {
        MethodDescription description = new MethodDescription(parsed, environment, problems);
        Optional<Set<Form>> chosen = description.forms(forms);
        Optional<List<FunctionDescriptor.Parameter>> parameters = description.parameters();
        if (chosen.isEmpty() || parameters.isEmpty()) {
            return Optional.empty();
        }
        ExecutableElement method = parsed.method();
        return Optional.of(new FunctionDescriptor(
                method.getSimpleName().toString(),
                name.reference(method),
                name.isPublic(method),
                parsed.inlined(),
                parameters.get(),
                parsed.output().map(out -> new FunctionDescriptor.Output(out.variable(), out.length())),
                chosen.get()));
    }

    private Optional<Set<Form>> forms(Set<Form> wanted) {
        boolean isVector = parsed.output().isPresent();
        Set<Form> possible = FunctionDescriptor.formsOfMethod(isVector);
        if (wanted.isEmpty() || possible.containsAll(wanted)) {
            return Optional.of(wanted.isEmpty() ? possible : wanted);
        }
        Set<Form> impossible = EnumSet.copyOf(wanted);
        impossible.removeAll(possible);
        problems.error(
                Tag.FORM,
                parsed.method(),
                "method " + parsed.method().getSimpleName() + " is to have the forms " + impossible
                        + ", which a method with " + (isVector ? "an array of values" : "one value")
                        + " does not have; choose from " + possible);
        return Optional.empty();
    }

    private Optional<List<FunctionDescriptor.Parameter>> parameters() {
        List<FunctionDescriptor.Parameter> parameters = new ArrayList<>();
        boolean visible = true;
        for (int i = 0; i < parsed.parameters().size(); i++) {
            ParsedMethod.Parameter parameter = parsed.parameters().get(i);
            Element declared = parsed.method().getParameters().get(i);
            visible &= isVisible(parameter.type(), declared);
            Structure structure =
                    structure(parameter.type(), parameter.components().iterator());
            parameters.add(new FunctionDescriptor.Parameter(
                    parameter.name(),
                    FunctionDescriptor.Use.valueOf(parameter.use().name()),
                    structure));
        }
        return visible ? Optional.of(parameters) : Optional.empty();
    }

    /** The companion names records, in its signatures at least. */
    private boolean isVisible(TypeMirror type, Element declared) {
        if (!(type instanceof DeclaredType record && record.asElement() instanceof TypeElement element)) {
            return true;
        }
        boolean visible = true;
        for (Element outer = element; outer instanceof TypeElement; outer = outer.getEnclosingElement()) {
            if (outer.getModifiers().contains(Modifier.PRIVATE)) {
                problems.error(
                        Tag.RECORD,
                        declared,
                        outer.getSimpleName() + " is private, expected a record that the class of derivatives, in the"
                                + " same package, can name; leave the word private out");
                visible = false;
            }
        }
        for (RecordComponentElement component : element.getRecordComponents()) {
            visible &= isVisible(component.asType(), declared);
        }
        return visible;
    }

    /** A record as a tree of its components, which come in order. */
    private Structure structure(TypeMirror type, Iterator<ParsedMethod.Component> components) {
        if (type instanceof DeclaredType record && record.asElement() instanceof TypeElement element) {
            List<Structure.Member> members = new ArrayList<>();
            for (RecordComponentElement component : element.getRecordComponents()) {
                members.add(new Structure.Member(
                        component.getSimpleName().toString(), structure(component.asType(), components)));
            }
            String binaryName =
                    environment.getElementUtils().getBinaryName(element).toString();
            return new Structure.Composite(binaryName, members);
        }
        return new Structure.Single(
                components.next().variable(), OptionalInt.empty(), type.getKind() == TypeKind.FLOAT);
    }
}
