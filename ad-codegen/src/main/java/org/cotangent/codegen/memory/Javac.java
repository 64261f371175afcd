package org.cotangent.codegen.memory;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;

/** The JDK's compiler, for one generated class at a time. */
final class Javac {

    /** Nobody steps through a hidden class, and debug information doubles the time. */
    private static final List<String> OPTIONS =
            List.of("-proc:none", "-g:none", "-nowarn", "-Xlint:none", "-implicit:none");

    private static final int SHOWN = 3;

    private final JavaCompiler compiler;

    Javac(JavaCompiler compiler) {
        this.compiler = compiler;
    }

    /**
     * Compiles a class.
     *
     * @param name its qualified name
     * @return the class file
     * @throws IllegalStateException if the source has errors, naming the file it is kept in
     */
    byte[] compile(String name, String source) {
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        StringWriter other = new StringWriter();
        try (MemoryFiles files = new MemoryFiles(compiler.getStandardFileManager(problems, null, null), source)) {
            boolean compiled = compiler.getTask(
                            other, files, problems, OPTIONS, null, List.of(MemoryFiles.source(name, source)))
                    .call();
            if (compiled) {
                return files.classFile(name);
            }
            throw new IllegalStateException(message(name, source, problems, other.toString()));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static String message(
            String name, String source, DiagnosticCollector<JavaFileObject> problems, String other) {
        String found = problems.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .limit(SHOWN)
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
        return "the generated class " + name + " does not compile: " + found + other
                + "\nThis is a fault of the generator; please report it with the source, kept in " + kept(name, source)
                + ". Differentiation.of runs the function without compiling it.";
    }

    private static String kept(String name, String source) {
        try {
            Path file = Files.createTempFile(name.substring(name.lastIndexOf('.') + 1) + "-", ".java");
            return Files.writeString(file, source).toString();
        } catch (IOException problem) {
            return "no file (" + problem + ")";
        }
    }
}
