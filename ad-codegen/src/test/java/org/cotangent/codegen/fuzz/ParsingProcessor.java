package org.cotangent.codegen.fuzz;

import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.cotangent.ad.annotation.Differentiable;
import org.cotangent.codegen.parse.MethodParser;
import org.cotangent.codegen.parse.ParsedMethod;
import org.cotangent.codegen.parse.Problem;
import org.cotangent.codegen.parse.Problems;

/** Reads annotated methods while they are compiled, so that their programs can be run here. */
final class ParsingProcessor extends AbstractProcessor {

    private final Map<String, ParsedMethod> methods = new HashMap<>();
    private final Map<String, String> failures = new HashMap<>();

    /** What was read, by the qualified name of the class. */
    Map<String, ParsedMethod> methods() {
        return Collections.unmodifiableMap(methods);
    }

    /** What was refused or went wrong, by the qualified name of the class. */
    Map<String, String> failures() {
        return Collections.unmodifiableMap(failures);
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Differentiable.class.getName());
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (Element element : round.getElementsAnnotatedWith(Differentiable.class)) {
            read((ExecutableElement) element);
        }
        return false;
    }

    private void read(ExecutableElement method) {
        String owner =
                ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
        Differentiable annotation = method.getAnnotation(Differentiable.class);
        Problems problems = new Problems();
        try {
            MethodParser parser = new MethodParser(Trees.instance(processingEnv), processingEnv.getElementUtils());
            parser.parse(method, Set.of(annotation.wrt()), Set.of(annotation.outputs()), problems)
                    .ifPresent(parsed -> methods.put(owner, parsed));
        } catch (RuntimeException | StackOverflowError thrown) {
            failures.put(owner, "the parser throws " + Failures.text(thrown));
            return;
        }
        List<String> errors = new ArrayList<>();
        for (Problem problem : problems.all()) {
            if (problem.isError()) {
                errors.add(text(problem));
            }
        }
        if (!errors.isEmpty()) {
            failures.put(owner, String.join("\n", errors));
        }
    }

    private static String text(Problem problem) {
        return problem.place() instanceof Problem.InTree place
                ? problem.text() + "\n    at: " + place.tree()
                : problem.text();
    }
}
