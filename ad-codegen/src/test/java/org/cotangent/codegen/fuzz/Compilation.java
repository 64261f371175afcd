package org.cotangent.codegen.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.cotangent.ad.annotation.Differentiable;
import org.jspecify.annotations.NullMarked;

/** Classes compiled in memory, what the compiler said about each file, and what a processor wrote. */
final class Compilation {

    /** A message of the compiler. */
    record Message(boolean isError, String file, String text) {}

    /** What programs and their companions use: the fewer places there are, the less javac searches. */
    private static final String CLASS_PATH = Stream.of(Differentiable.class, NullMarked.class)
            .map(type -> Path.of(URI.create(String.valueOf(
                            type.getProtectionDomain().getCodeSource().getLocation())))
                    .toString())
            .collect(Collectors.joining(File.pathSeparator));

    private boolean crashed;
    private final List<Message> messages = new ArrayList<>();
    private final Map<String, Memory> classes = new HashMap<>();
    private final Map<String, Memory> written = new HashMap<>();

    private Compilation() {}

    /**
     * Compiles files together.
     *
     * @param files text by qualified class name
     * @param processors annotation processors, none for none
     */
    static Compilation of(Map<String, String> files, List<Processor> processors) {
        Compilation made = new Compilation();
        List<JavaFileObject> sources = new ArrayList<>();
        files.forEach((name, text) -> sources.add(new Memory(name, Kind.SOURCE, text)));
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options =
                new ArrayList<>(List.of("-Xlint:all", "-parameters", "-Xmaxerrs", "100000", "-Xmaxwarns", "100000"));
        options.addAll(List.of("-classpath", CLASS_PATH));
        options.addAll(processors.isEmpty() ? List.of("-proc:none") : List.of());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter other = new StringWriter();
        try (JavaFileManager manager = made.new Files(compiler.getStandardFileManager(found, null, null))) {
            JavaCompiler.CompilationTask task = compiler.getTask(other, manager, found, options, null, sources);
            task.setProcessors(processors);
            made.run(task);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        found.getDiagnostics().forEach(made::add);
        if (!other.toString().isBlank()) {
            made.messages.add(new Message(true, "", other.toString()));
        }
        return made;
    }

    /** A crash of javac, as some wrong programs cause, is a message of no file. */
    private void run(JavaCompiler.CompilationTask task) {
        try {
            task.call();
        } catch (RuntimeException | StackOverflowError crash) {
            crashed = true;
            messages.add(new Message(true, "", "javac throws " + Failures.text(crash)));
        }
    }

    /** A file that is in memory. */
    static JavaFileObject source(String name, String text) {
        return new Memory(name, Kind.SOURCE, text);
    }

    private void add(Diagnostic<? extends JavaFileObject> diagnostic) {
        boolean isError = diagnostic.getKind() == Diagnostic.Kind.ERROR;
        String file = diagnostic.getSource() instanceof Memory memory ? memory.name : "";
        messages.add(new Message(isError, file, diagnostic.toString()));
    }

    /** What the compiler said, in order. */
    List<Message> messages() {
        return List.copyOf(messages);
    }

    /** Whether javac ended before it could say which programs are wrong. */
    boolean hasCrashed() {
        return crashed;
    }

    /** The text of a class that a processor wrote, empty if there is none. */
    String written(String name) {
        Memory source = written.get(name);
        return source == null ? "" : source.text();
    }

    ClassLoader loader() {
        return new ClassLoader(Compilation.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                Memory file = classes.get(name);
                if (file == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = file.bytes.toByteArray();
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
    }

    /** A source or class file that is on no disk. */
    private static final class Memory extends SimpleJavaFileObject {
        private final String name;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Memory(String name, Kind kind, String text) {
            super(URI.create("memory:///" + name.replace('.', '/') + kind.extension), kind);
            this.name = name;
            bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }

        String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text();
        }

        @Override
        public OutputStream openOutputStream() {
            bytes.reset();
            return bytes;
        }
    }

    private final class Files extends ForwardingJavaFileManager<JavaFileManager> {

        Files(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(Location location, String name, Kind kind, FileObject sibling) {
            Memory file = new Memory(name, kind, "");
            (kind == Kind.SOURCE ? written : classes).put(name, file);
            return file;
        }
    }
}
