package org.cotangent.codegen.processor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * One run of javac in memory, with all lints, and what came of it.
 *
 * @param messages in order
 * @param generated texts of the sources that processors wrote, by class name
 * @param classFiles by class name; none if something is wrong
 */
record Compilation(List<Message> messages, Map<String, String> generated, Map<String, byte[]> classFiles) {

    private static final List<String> OPTIONS =
            List.of("--release", "17", "-Xlint:all", "-parameters", "-encoding", "UTF-8", "-Xmaxerrs", "1000");

    /** Compiles sources with processors. */
    static Compilation of(List<? extends Processor> processors, List<Source> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
        Map<String, Written> written = new LinkedHashMap<>();
        boolean compiles;
        try (JavaFileManager files = new InMemory(compiler.getStandardFileManager(null, null, null), written)) {
            List<String> options = new ArrayList<>(OPTIONS);
            if (processors.isEmpty()) {
                options.add("-proc:none");
            }
            JavaCompiler.CompilationTask task =
                    compiler.getTask(Writer.nullWriter(), files, collector, options, null, sources);
            task.setProcessors(processors);
            compiles = task.call();
        } catch (IOException unexpected) {
            throw new AssertionError(unexpected);
        }
        List<Message> messages =
                collector.getDiagnostics().stream().map(Message::of).toList();
        if (compiles == messages.stream().anyMatch(Message::isError)) {
            throw new AssertionError("javac says " + compiles + " to " + messages);
        }
        return new Compilation(
                messages,
                of(JavaFileObject.Kind.SOURCE, written).collect(Collectors.toMap(w -> w.name, Written::text)),
                of(JavaFileObject.Kind.CLASS, written).collect(Collectors.toMap(w -> w.name, Written::bytes)));
    }

    private static java.util.stream.Stream<Written> of(JavaFileObject.Kind kind, Map<String, Written> written) {
        return written.values().stream().filter(file -> file.getKind() == kind);
    }

    List<Message> errors() {
        return messages.stream().filter(Message::isError).toList();
    }

    /** Everything that -Werror would stop at, and what is wrong anyway. */
    List<Message> complaints() {
        return messages.stream()
                .filter(message -> message.isError() || message.isWarning())
                .toList();
    }

    /** The classes, loaded anew, with assertions on. */
    ClassLoader load() {
        ClassLoader loader = new ClassLoader(Compilation.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = classFiles.get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
        loader.setDefaultAssertionStatus(true);
        return loader;
    }

    /** All generated sources, for messages of failing tests. */
    String listing() {
        return String.join("\n", generated.values());
    }

    /** A file that the compiler writes. */
    private static final class Written extends SimpleJavaFileObject {
        private final String name;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Written(String name, Kind kind) {
            super(URI.create("mem:///" + name.replace('.', '/') + kind.extension), kind);
            this.name = name;
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }

        String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text();
        }
    }

    /** Keeps class files and generated sources in memory. */
    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, Written> written;

        InMemory(JavaFileManager files, Map<String, Written> written) {
            super(files);
            this.written = written;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            Written file = new Written(name, kind);
            written.put(kind + name, file);
            return file;
        }
    }
}
