package org.cotangent.codegen.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.cotangent.ad.annotation.Differentiable;

/**
 * What a source says of a method to be differentiated.
 *
 * @param type binary name of its class
 * @param parameters names in order
 * @param wrt as written
 */
record Marked(String type, String method, List<String> parameters, List<String> wrt) {

    /** Notes the marked methods of a compilation, independently of what is under test. */
    static final class Collector extends AbstractProcessor {
        private final boolean claims;
        private final List<Marked> found = new ArrayList<>();

        /** @param claims whether no other processor is there to claim the annotation */
        Collector(boolean claims) {
            this.claims = claims;
        }

        List<Marked> found() {
            return List.copyOf(found);
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of(Differentiable.class.getCanonicalName());
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            for (Element element : round.getElementsAnnotatedWith(Differentiable.class)) {
                found.add(new Marked(
                        processingEnv
                                .getElementUtils()
                                .getBinaryName((TypeElement) element.getEnclosingElement())
                                .toString(),
                        element.getSimpleName().toString(),
                        ((ExecutableElement) element)
                                .getParameters().stream()
                                        .map(parameter ->
                                                parameter.getSimpleName().toString())
                                        .toList(),
                        List.of(element.getAnnotation(Differentiable.class).wrt())));
            }
            return claims;
        }
    }
}
