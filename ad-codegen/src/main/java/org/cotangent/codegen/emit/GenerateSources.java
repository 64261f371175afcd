package org.cotangent.codegen.emit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
     * @throws IllegalArgumentException if an argument is missing, a class is not a graph source,
     *     cannot be made or fails, or a graph is faulty, naming it
     * @throws IOException if a file cannot be written, naming it
     */
    static List<Path> run(Consumer<String> report, String... arguments) throws IOException {
        if (arguments.length < 2) {
            throw new IllegalArgumentException("got " + arguments.length + " arguments, expected at least 2: " + USAGE);
        }
        List<Path> written = new ArrayList<>();
        for (String name : Arrays.asList(arguments).subList(1, arguments.length)) {
            DescribedClass described = DescribedClass.of(DescribedClass.load(name));
            Path file = file(Path.of(arguments[0]), described.name());
            GeneratedClass generated = generated(described);
            generated.warnings().forEach(w -> report.accept("warning: " + described.name() + ": " + w));
            if (write(file, generated.source())) {
                written.add(file);
                report.accept("wrote " + file);
            }
        }
        return written;
    }

    /** Writes a file unless it has the text already. */
    private static boolean write(Path file, String text) throws IOException {
        try {
            if (Files.exists(file) && Files.readString(file).equals(text)) {
                return false;
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
            return true;
        } catch (IOException problem) {
            throw new IOException(
                    "cannot write " + file + ": " + problem + "; expected an output folder that can be made and"
                            + " written to, check its path and permissions",
                    problem);
        }
    }

    private static Path file(Path folder, String className) {
        return folder.resolve(className.replace('.', '/') + ".java");
    }

    /** The text of the class that a source describes. */
    static String text(GraphSource source) {
        return generated(DescribedClass.of(source)).source();
    }

    private static GeneratedClass generated(DescribedClass described) {
        String full = described.name();
        int dot = full.lastIndexOf('.');
        GeneratedClass target = GeneratedClass.named(dot < 0 ? "" : full.substring(0, dot), full.substring(dot + 1))
                .describe("Functions and their derivatives, generated from {@code " + described.source() + "}.");
        TakenNames names = new TakenNames(full);
        List<FunctionDescriptor> functions = new ArrayList<>();
        for (GraphDefinition function : described.functions()) {
            FunctionDescriptor descriptor = naming(function.name(), full, () -> DescribedGraph.of(function));
            target.reserve(names.take(descriptor));
            functions.add(descriptor);
        }
        for (FunctionDescriptor function : functions) {
            naming(function.name(), full, () -> {
                FunctionWriter.write(function, target);
                return target;
            });
        }
        return target;
    }

    /** Does a part of the work, and names the function if it fails. */
    private static <T> T naming(String function, String type, Supplier<T> part) {
        try {
            return part.get();
        } catch (IllegalArgumentException problem) {
            throw new IllegalArgumentException(
                    "function " + function + " of " + type + ": " + problem.getMessage(), problem);
        }
    }
}
