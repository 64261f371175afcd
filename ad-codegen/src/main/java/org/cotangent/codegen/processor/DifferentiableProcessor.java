package org.cotangent.codegen.processor;

import com.sun.source.util.Trees;
import java.lang.annotation.Annotation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import org.cotangent.ad.annotation.DerivativeOf;
import org.cotangent.ad.annotation.Differentiable;
import org.cotangent.ad.runtime.Generated;
import org.cotangent.codegen.parse.Problems;

/**
 * The annotation processor behind {@link Differentiable}: for each class with annotated methods, a
 * companion class of their derivatives. Rules, which are {@link DerivativeOf} a routine, it checks.
 *
 * <p>With the option {@code -Aad.report=true} it also notes where a variable decides a branch, and
 * which values the reverse sweeps keep and why.
 */
public final class DifferentiableProcessor extends AbstractProcessor {

    static final String REPORT = "ad.report";

    private Optional<Trees> trees = Optional.empty();
    private final Set<String> postponed = new LinkedHashSet<>();
    private final Set<String> uncheckedRules = new LinkedHashSet<>();
    private final Problems told = new Problems();
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
        return Set.of(Differentiable.class.getName(), DerivativeOf.class.getName(), Generated.class.getName());
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(REPORT);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    /** Claims the annotations: they are nobody else's, and javac warns of those that nobody claims. */
    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // for annotations that several processors may read
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Set<String> types = classes(round, Differentiable.class, postponed);
        Set<String> rules = classes(round, DerivativeOf.class, uncheckedRules);
        boolean isNeeded = !types.isEmpty() || !rules.isEmpty();
        // What is not understood in the last round stays without derivatives: javac tells why.
        if (isNeeded && !round.processingOver()) {
            trees.ifPresentOrElse(
                    found -> {
                        try {
                            check(found, rules, types);
                            write(found, types);
                        } catch (NoClassDefFoundError | ServiceConfigurationError fault) {
                            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, MissingJar.told(fault));
                        }
                    },
                    this::refuse);
        }
        return true;
    }

    /** Names of the classes with annotated methods, those left over from former rounds first. */
    private static Set<String> classes(
            RoundEnvironment round, Class<? extends Annotation> annotation, Set<String> leftOver) {
        Set<String> types = new LinkedHashSet<>(leftOver);
        ElementFilter.methodsIn(round.getElementsAnnotatedWith(annotation)).stream()
                .map(ExecutableElement::getEnclosingElement)
                .filter(TypeElement.class::isInstance)
                .forEach(type ->
                        types.add(((TypeElement) type).getQualifiedName().toString()));
        leftOver.clear();
        return types;
    }

    /** Checks rules, whether something calls their routines or not. */
    private void check(Trees found, Set<String> names, Set<String> annotatedTypes) {
        Problems problems = new Problems();
        RuleCheck check = new RuleCheck(found, processingEnv, companions(annotatedTypes), problems);
        for (TypeElement type : types(names)) {
            if (!check.of(type)) {
                uncheckedRules.add(type.getQualifiedName().toString());
            }
        }
        tell(problems, new Reporter(found, processingEnv));
    }

    private List<TypeElement> types(Set<String> names) {
        return names.stream()
                .map(processingEnv.getElementUtils()::getTypeElement)
                .toList();
    }

    private Set<String> companions(Set<String> names) {
        return types(names).stream()
                .map(type ->
                        CompanionName.of(type, processingEnv.getElementUtils()).simpleName())
                .collect(Collectors.toSet());
    }

    /** Prints what has not been printed: a faulty rule is a problem of every method that needs it. */
    private void tell(Problems problems, Reporter reporter) {
        reporter.print(problems.all().stream().filter(told::add).toList());
    }

    private void write(Trees found, Set<String> names) {
        Set<String> companions = companions(names);
        types(names).forEach(type -> write(found, type, companions));
    }

    private void write(Trees found, TypeElement type, Set<String> companions) {
        Problems problems = new Problems();
        Companion companion = new Companion(found, processingEnv, type, problems, isReporting());
        if (!companion.write(annotated(type, Differentiable.class), companions)) {
            postponed.add(type.getQualifiedName().toString());
        }
        Reporter reporter = new Reporter(found, processingEnv);
        tell(problems, reporter);
        if (isReporting()) {
            companion.remarks().forEach(remark -> reporter.print(remark, Diagnostic.Kind.NOTE));
        }
    }

    /** Whether a report is asked for: by the option alone, or with a value other than false. */
    private boolean isReporting() {
        return processingEnv.getOptions().containsKey(REPORT)
                && !"false".equals(processingEnv.getOptions().get(REPORT));
    }

    static List<ExecutableElement> annotated(TypeElement type, Class<? extends Annotation> annotation) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> method.getAnnotation(annotation) != null)
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
