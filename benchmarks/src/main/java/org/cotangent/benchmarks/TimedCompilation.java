package org.cotangent.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.cotangent.codegen.processor.DifferentiableProcessor;

/**
 * One class compiled in memory with derivatives, in milliseconds of this thread's processor time.
 *
 * @param processing what the annotation processor took
 * @param compiling what javac took for everything else
 * @param linesWritten of the companion
 * @param messages what the compiler said
 */
record TimedCompilation(double processing, double compiling, long linesWritten, List<String> messages) {

    private static final double NANOS = 1e6;
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    static TimedCompilation of(String name, String text) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        Timed processor = new Timed();
        long start = THREAD.getCurrentThreadCpuTime();
        try (Files files = new Files(compiler.getStandardFileManager(found, null, null))) {
            JavaFileObject source = new Memory(name, Kind.SOURCE, text);
            JavaCompiler.CompilationTask task = compiler.getTask(null, files, found, null, null, List.of(source));
            task.setProcessors(List.of(processor));
            task.call();
            double all = (THREAD.getCurrentThreadCpuTime() - start) / NANOS;
            double own = processor.nanoseconds / NANOS;
            long lines = files.written.stream().mapToLong(Memory::lines).sum();
            List<String> messages =
                    found.getDiagnostics().stream().map(d -> d.getMessage(null)).toList();
            return new TimedCompilation(own, all - own, lines, messages);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** The processor with a clock around it. */
    private static final class Timed extends AbstractProcessor {
        private final DifferentiableProcessor processor = new DifferentiableProcessor();
        private long nanoseconds;

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            processor.init(environment);
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return processor.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return processor.getSupportedSourceVersion();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            long start = THREAD.getCurrentThreadCpuTime();
            processor.process(annotations, round);
            nanoseconds += THREAD.getCurrentThreadCpuTime() - start;
            return false;
        }
    }

    /** A source or class file that is on no disk. */
    private static final class Memory extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Memory(String name, Kind kind, String text) {
            super(URI.create("memory:///" + name.replace('.', '/') + kind.extension), kind);
            bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }

        long lines() {
            return bytes.toString(StandardCharsets.UTF_8).lines().count();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return bytes.toString(StandardCharsets.UTF_8);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    private static final class Files extends ForwardingJavaFileManager<JavaFileManager> {
        private final List<Memory> written = new ArrayList<>();

        Files(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(Location location, String name, Kind kind, FileObject sibling) {
            Memory file = new Memory(name, kind, "");
            if (kind == Kind.SOURCE) {
                written.add(file);
            }
            return file;
        }
    }
}
