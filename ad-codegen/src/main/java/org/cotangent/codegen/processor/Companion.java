package org.cotangent.codegen.processor;

import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.cotangent.ad.annotation.Differentiable;
import org.cotangent.ad.eval.CodeTooLargeException;
import org.cotangent.ad.transform.UndifferentiableCallException;
import org.cotangent.codegen.emit.CompanionClass;
import org.cotangent.codegen.emit.FunctionDescriptor;
import org.cotangent.codegen.parse.MethodParser;
import org.cotangent.codegen.parse.ParsedMethod;
import org.cotangent.codegen.parse.Problem;
import org.cotangent.codegen.parse.Problems;
import org.cotangent.codegen.parse.Tag;

/** Writes the companion of one class, or says why not: it is complete, or it is not there. */
final class Companion {

    /** Frames of a fault that are told, enough to find it. */
    private static final int FRAMES = 5;

    private final ProcessingEnvironment environment;
    private final Trees trees;
    private final TypeElement type;
    private final Problems problems;
    private final MethodParser parser;
    private final CompanionName name;
    private final List<Problem> remarks = new ArrayList<>();
    private final Set<Element> origins = new LinkedHashSet<>();
    private final Map<Object, Problem.InTree> places = new HashMap<>();
    private final boolean reports;

    /** @param reports whether remarks tell what reverse sweeps keep, which takes time to find out */
    Companion(Trees trees, ProcessingEnvironment environment, TypeElement type, Problems problems, boolean reports) {
        this.reports = reports;
        this.trees = trees;
        this.environment = environment;
        this.type = type;
        this.problems = problems;
        this.parser = new MethodParser(trees, environment.getElementUtils());
        this.name = CompanionName.of(type, environment.getElementUtils());
    }

    /** What is worth knowing, but need not be changed. */
    List<Problem> remarks() {
        return List.copyOf(remarks);
    }

    /**
     * Writes it.
     *
     * @param all simple names of the companions that are being written
     * @return false if the methods cannot be understood yet, as they use classes that are still to be
     *     written, or that javac will miss
     */
    boolean write(List<ExecutableElement> methods, Set<String> all) {
        for (ExecutableElement method : methods) {
            if (attempt(method, () -> Optional.of(Unresolved.in(method, trees))).orElse(false)) {
                InferredTypes.check(type, trees, all, problems);
                return false;
            }
        }
        origins.add(type);
        Declarations.check(methods, problems);
        Map<ExecutableElement, FunctionDescriptor> functions = functions(methods);
        InferredTypes.check(type, trees, all, problems);
        write(functions);
        return true;
    }

    private Map<ExecutableElement, FunctionDescriptor> functions(List<ExecutableElement> methods) {
        Map<ExecutableElement, FunctionDescriptor> functions = new LinkedHashMap<>();
        for (ExecutableElement method : methods) {
            attempt(method, () -> describe(method)).ifPresent(function -> functions.put(method, function));
        }
        return functions;
    }

    private void write(Map<ExecutableElement, FunctionDescriptor> functions) {
        if (functions.isEmpty()) {
            return;
        }
        ExecutableElement first = functions.keySet().iterator().next();
        Optional<CompanionClass> companion = attempt(
                first,
                () -> Optional.of(CompanionClass.of(
                        name.packageName(), name.simpleName(), name.reference(), List.copyOf(functions.values()))));
        companion.ifPresent(made -> {
            functions.forEach((method, function) -> attempt(method, () -> Optional.of(made.write(function))));
            if (!problems.hasErrors()) {
                made.warnings().forEach(warning -> problems.warning(Tag.SIZE, first, warning));
                attempt(first, () -> Optional.of(create(made.source(), first)));
            }
        });
    }

    private Optional<FunctionDescriptor> describe(ExecutableElement method) {
        Differentiable annotation = method.getAnnotation(Differentiable.class);
        Set<String> wrt = new LinkedHashSet<>(List.of(annotation.wrt()));
        Set<String> outputs = new LinkedHashSet<>(List.of(annotation.outputs()));
        Optional<ParsedMethod> parsed = parser.parse(method, wrt, outputs, problems);
        parsed.ifPresent(read -> {
            origins.addAll(read.sources());
            places.putAll(read.origins());
        });
        return parsed.flatMap(read -> {
            boolean isFit = Remarks.add(read, problems, remarks);
            if (reports && isFit) {
                remarks.add(Kept.of(read, Remarks.active(read)));
            }
            Optional<FunctionDescriptor> described =
                    MethodDescription.of(read, Set.of(annotation.forms()), name, environment, problems);
            return isFit ? described : Optional.empty();
        });
    }

    private Companion create(String source, ExecutableElement first) {
        try (Writer file = environment
                .getFiler()
                .createSourceFile(name.qualified(), origins.toArray(Element[]::new))
                .openWriter()) {
            file.write(ShadowedTypes.imported(source, name.packageName(), environment.getElementUtils()));
        } catch (IOException problem) {
            problems.error(
                    Tag.METHOD,
                    first,
                    "cannot write class " + name.qualified() + ": " + problem.getMessage()
                            + "; expected no other class of that name and a folder that can be written to");
        }
        return this;
    }

    /** Does a part of the work on a method; whatever goes wrong is a message, never a crash of javac. */
    private <T> Optional<T> attempt(ExecutableElement method, Supplier<Optional<T>> part) {
        try {
            return part.get();
        } catch (CodeTooLargeException large) {
            problems.error(Tag.SIZE, method, String.valueOf(large.getMessage()));
        } catch (UndifferentiableCallException call) {
            problems.add(MissingRule.told(call, method, Optional.ofNullable(places.get(call.routine()))));
        } catch (IllegalArgumentException | UnsupportedOperationException refusal) {
            problems.error(Tag.UNSUPPORTED, method, String.valueOf(refusal.getMessage()));
        } catch (NoClassDefFoundError missing) {
            problems.error(Tag.INTERNAL, method, MissingJar.told(missing));
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError fault) {
            problems.error(Tag.INTERNAL, method, told(method, fault));
        }
        return Optional.empty();
    }

    private static String told(ExecutableElement method, Throwable fault) {
        StringBuilder text = new StringBuilder("cannot differentiate " + method.getSimpleName() + ": " + fault
                + "; this is a fault of Cotangent, please report it with the source of the method and this:");
        StackTraceElement[] frames = fault.getStackTrace();
        for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
            text.append("\n    at ").append(frames[i]);
        }
        return text.toString();
    }
}
