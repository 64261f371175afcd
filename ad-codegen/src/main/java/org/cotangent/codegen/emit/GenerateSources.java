package org.cotangent.codegen.emit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.cotangent.ad.GraphDefinition;
import org.cotangent.ad.GraphSource;

/**
 * Writes the classes of {@link GraphSource}s, as a step of a build. Files whose text would not
 * change are left alone, so that nothing is compiled again without need.
 */
public final class GenerateSources {

    private static final String USAGE = "arguments are the output folder, then one or more class names that implement "
            + GraphSource.class.getName();

    private GenerateSources() {}

    /**
     * Runs the generator; ends the virtual machine with status 1 if anything is wrong.
     *
     * @param arguments the output folder, then the class names of graph sources
     */
    public static void main(String... arguments) {
        try {
            run(System.out::println, arguments);
        } catch (IllegalArgumentException | IOException problem) {
            System.err.println("Cotangent: " + problem.getMessage());
            System.exit(1);
        }
    }

    /**
     * Writes the classes.
     *
     * @param report takes lines about what was written and what will be slow
     * @return the files whose text has changed
     * @throws IllegalArgumentException if an argument is missing, a class is not a graph source or
     *     cannot be made, or a graph is faulty, naming it
     */
    static List<Path> run(Consumer<String> report, String... arguments) throws IOException {
        if (arguments.length < 2) {
            throw new IllegalArgumentException("got " + arguments.length + " arguments, expected at least 2: " + USAGE);
        }
        List<Path> written = new ArrayList<>();
        for (String name : Arrays.asList(arguments).subList(1, arguments.length)) {
            GraphSource source = source(name);
            Path file = file(Path.of(arguments[0]), source.className());
            GeneratedClass generated = generated(source);
            generated.warnings().forEach(w -> report.accept("warning: " + source.className() + ": " + w));
            String text = generated.source();
            if (!Files.exists(file) || !Files.readString(file).equals(text)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, text);
                written.add(file);
                report.accept("wrote " + file);
            }
        }
        return written;
    }

    private static Path file(Path folder, String className) {
        return folder.resolve(className.replace('.', '/') + ".java");
    }

    private static GraphSource source(String name) {
        try {
            Class<?> type = Class.forName(name, true, Thread.currentThread().getContextClassLoader());
            return type.asSubclass(GraphSource.class).getConstructor().newInstance();
        } catch (ClassNotFoundException missing) {
            throw new IllegalArgumentException(
                    "class " + name + " is not on the class path; compile it before the generator runs", missing);
        } catch (ClassCastException other) {
            throw new IllegalArgumentException("class " + name + " does not implement " + GraphSource.class.getName());
        } catch (ReflectiveOperationException problem) {
            Throwable cause = problem.getCause() == null ? problem : problem.getCause();
            throw new IllegalArgumentException(
                    "cannot make a " + name + ": " + cause + "; it needs to be public with a public constructor"
                            + " that takes no arguments and does not throw",
                    problem);
        }
    }

    /** The text of the class that a source describes. */
    static String text(GraphSource source) {
        return generated(source).source();
    }

    private static GeneratedClass generated(GraphSource source) {
        String full = source.className();
        int dot = full.lastIndexOf('.');
        GeneratedClass target = GeneratedClass.named(dot < 0 ? "" : full.substring(0, dot), full.substring(dot + 1))
                .describe("Functions and their derivatives, generated from {@code "
                        + source.getClass().getName() + "}.");
        Set<String> names = new HashSet<>();
        for (GraphDefinition function : source.functions()) {
            if (!names.add(function.name())) {
                throw new IllegalArgumentException("class " + full + " has two functions named " + function.name()
                        + "; give each a name of its own");
            }
            try {
                FunctionWriter.write(function, target);
            } catch (IllegalArgumentException problem) {
                throw new IllegalArgumentException(
                        "function " + function.name() + " of " + full + ": " + problem.getMessage(), problem);
            }
        }
        return target;
    }
}
