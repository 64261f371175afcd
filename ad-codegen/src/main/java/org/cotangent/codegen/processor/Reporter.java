package org.cotangent.codegen.processor;

import com.sun.source.util.Trees;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.tools.Diagnostic;
import org.cotangent.ad.annotation.Differentiable;
import org.cotangent.codegen.parse.Problem;
import org.cotangent.codegen.parse.Tag;

/** Prints problems where they lie: at a tree, a declaration, or an element of the annotation. */
final class Reporter {

    /** What of the annotation a problem is about. */
    private static final Map<Tag, String> ATTRIBUTES = Map.of(Tag.WRT, "wrt", Tag.OUTPUT, "outputs", Tag.FORM, "forms");

    private final Trees trees;
    private final ProcessingEnvironment environment;

    Reporter(Trees trees, ProcessingEnvironment environment) {
        this.trees = trees;
        this.environment = environment;
    }

    void print(List<Problem> problems) {
        problems.forEach(
                problem -> print(problem, problem.isError() ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING));
    }

    void print(Problem problem, Diagnostic.Kind kind) {
        if (problem.place() instanceof Problem.InTree place) {
            trees.printMessage(kind, problem.text(), place.tree(), place.file());
        } else if (problem.place() instanceof Problem.InAnnotation place) {
            print(problem, kind, place.element(), place.annotation(), Optional.of(place.attribute()));
        } else if (problem.place() instanceof Problem.AtElement place) {
            Optional<String> attribute = Optional.ofNullable(ATTRIBUTES.get(problem.tag()));
            print(problem, kind, place.element(), Differentiable.class.getName(), attribute);
        }
    }

    private void print(
            Problem problem, Diagnostic.Kind kind, Element element, String type, Optional<String> attribute) {
        Optional<? extends AnnotationMirror> annotation = annotation(element, type);
        if (annotation.isEmpty() || attribute.isEmpty()) {
            environment.getMessager().printMessage(kind, problem.text(), element);
            return;
        }
        Optional<AnnotationValue> value = value(annotation.get(), attribute.get());
        if (value.isPresent()) {
            environment.getMessager().printMessage(kind, problem.text(), element, annotation.get(), value.get());
        } else {
            environment.getMessager().printMessage(kind, problem.text(), element, annotation.get());
        }
    }

    private static Optional<? extends AnnotationMirror> annotation(Element element, String type) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> mirror.getAnnotationType().toString().equals(type))
                .findFirst();
    }

    private static Optional<AnnotationValue> value(AnnotationMirror annotation, String attribute) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                annotation.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(attribute)) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }
}
