package org.cotangent.codegen.processor;

import com.sun.source.util.Trees;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import org.cotangent.ad.annotation.Differentiable;
import org.cotangent.ad.runtime.Generated;
import org.cotangent.codegen.parse.Problems;

/**
 * The annotation processor behind {@link Differentiable}: for each class with annotated methods, a
 * companion class of their derivatives.
 *
 * <p>With the option {@code -Aad.report=true} it also notes where a variable decides a branch, and
 * which values the reverse sweeps keep and why.
 */
public final class DifferentiableProcessor extends AbstractProcessor {

    static final String REPORT = "ad.report";

    private Optional<Trees> trees = Optional.empty();
    private final Set<String> postponed = new LinkedHashSet<>();
    private boolean refused;

    /** Found by name, as javac does. */
    public DifferentiableProcessor() {}

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        trees = trees(environment);
    }

    /** The trees of javac; other compilers have none, or hide them. */
    private static Optional<Trees> trees(ProcessingEnvironment environment) {
        try {
            return Optional.of(Trees.instance(environment));
        } catch (IllegalArgumentException | LinkageError otherCompiler) {
            return Optional.empty();
        }
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Differentiable.class.getName(), Generated.class.getName());
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(REPORT);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    /** Claims the annotations: both are nobody else's, and javac warns of those that nobody claims. */
    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // for annotations that several processors may read
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Set<String> types = new LinkedHashSet<>(postponed);
        ElementFilter.methodsIn(round.getElementsAnnotatedWith(Differentiable.class)).stream()
                .map(ExecutableElement::getEnclosingElement)
                .filter(TypeElement.class::isInstance)
                .forEach(type ->
                        types.add(((TypeElement) type).getQualifiedName().toString()));
        postponed.clear();
        // What is not understood in the last round stays without derivatives: javac tells why.
        if (!types.isEmpty() && !round.processingOver()) {
            trees.ifPresentOrElse(found -> write(found, types), this::refuse);
        }
        return true;
    }

    private void write(Trees found, Set<String> names) {
        Elements elements = processingEnv.getElementUtils();
        List<TypeElement> types = names.stream().map(elements::getTypeElement).toList();
        Set<String> companions = types.stream()
                .map(type -> CompanionName.of(type, elements).simpleName())
                .collect(Collectors.toSet());
        types.forEach(type -> write(found, type, companions));
    }

    private void write(Trees found, TypeElement type, Set<String> companions) {
        Problems problems = new Problems();
        Companion companion = new Companion(found, processingEnv, type, problems, isReporting());
        if (!companion.write(annotated(type), companions)) {
            postponed.add(type.getQualifiedName().toString());
        }
        Reporter reporter = new Reporter(found, processingEnv);
        reporter.print(problems.all());
        if (isReporting()) {
            companion.remarks().forEach(remark -> reporter.print(remark, Diagnostic.Kind.NOTE));
        }
    }

    /** Whether a report is asked for: by the option alone, or with a value other than false. */
    private boolean isReporting() {
        return processingEnv.getOptions().containsKey(REPORT)
                && !"false".equals(processingEnv.getOptions().get(REPORT));
    }

    private static List<ExecutableElement> annotated(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> method.getAnnotation(Differentiable.class) != null)
                .toList();
    }

    private void refuse() {
        if (!refused) {
            refused = true;
            processingEnv
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.WARNING,
                            "Cotangent writes no derivatives here: this compiler gives no access to javac's trees"
                                    + " (Eclipse has none, IntelliJ shows them with the VM option"
                                    + " -Djps.track.ap.dependencies=false); build with Maven, Gradle or javac");
        }
    }
}
