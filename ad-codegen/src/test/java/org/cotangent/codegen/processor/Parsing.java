package org.cotangent.codegen.processor;

import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.cotangent.ad.annotation.Differentiable;
import org.cotangent.codegen.parse.MethodParser;
import org.cotangent.codegen.parse.ParsedMethod;
import org.cotangent.codegen.parse.Problem;
import org.cotangent.codegen.parse.Problems;

/** Reads the marked methods of a compilation and writes nothing. */
final class Parsing extends AbstractProcessor {

    private final boolean isAlone;
    private final List<ParsedMethod> parsed = new ArrayList<>();

    /** @param isAlone whether no other processor tells what is wrong */
    Parsing(boolean isAlone) {
        this.isAlone = isAlone;
    }

    List<ParsedMethod> parsed() {
        return List.copyOf(parsed);
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
        Trees trees = Trees.instance(processingEnv);
        MethodParser parser = new MethodParser(trees, processingEnv.getElementUtils());
        for (Element element : round.getElementsAnnotatedWith(Differentiable.class)) {
            Differentiable asked = element.getAnnotation(Differentiable.class);
            Problems problems = new Problems();
            parser.parse((ExecutableElement) element, names(asked.wrt()), names(asked.outputs()), problems)
                    .ifPresent(parsed::add);
            if (isAlone) {
                problems.all().forEach(problem -> tell(problem, trees));
            }
        }
        return isAlone;
    }

    private static Set<String> names(String[] names) {
        return new LinkedHashSet<>(List.of(names));
    }

    private void tell(Problem problem, Trees trees) {
        Diagnostic.Kind kind = problem.isError() ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING;
        if (problem.place() instanceof Problem.InTree at) {
            trees.printMessage(kind, problem.text(), at.tree(), at.file());
        } else if (problem.place() instanceof Problem.AtElement at) {
            processingEnv.getMessager().printMessage(kind, problem.text(), at.element());
        }
    }
}
