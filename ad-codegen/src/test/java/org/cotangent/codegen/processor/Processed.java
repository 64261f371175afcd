package org.cotangent.codegen.processor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Sources compiled in memory with the annotation processor, as a user's build does, every warning an error. */
final class Processed {

    private final boolean succeeded;
    private final List<Diagnostic<? extends JavaFileObject>> diagnostics;
    private final Map<String, ByteArrayOutputStream> files;
    private final ClassLoader loader;

    private Processed(
            boolean succeeded,
            List<Diagnostic<? extends JavaFileObject>> diagnostics,
            Map<String, ByteArrayOutputStream> files) {
        this.succeeded = succeeded;
        this.diagnostics = diagnostics;
        this.files = files;
        this.loader = new ClassLoader(Processed.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                ByteArrayOutputStream bytes = files.get(name + ".class");
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes.toByteArray(), 0, bytes.size());
            }
        };
    }

    /** Compiles one class, which must succeed. */
    static Processed of(String name, String source) {
        Processed processed = of(Map.of(name, source));
        if (!processed.succeeded) {
            throw new AssertionError(processed.messages() + "\n" + processed.generated());
        }
        return processed;
    }

    static Processed of(Map<String, String> sources, String... options) {
        return of(new DifferentiableProcessor(), sources, options);
    }

    static Processed of(Processor processor, Map<String, String> sources, String... options) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        Map<String, ByteArrayOutputStream> files = new TreeMap<>();
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-Xlint:all", "-Werror", "-parameters"));
        arguments.addAll(Arrays.asList(options));
        List<JavaFileObject> units = new ArrayList<>();
        new TreeMap<>(sources).forEach((name, text) -> units.add(source(name, text)));
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(diagnostics, null, null);
                JavaFileManager manager = new InMemory(standard, files)) {
            JavaCompiler.CompilationTask task = compiler.getTask(null, manager, diagnostics, arguments, null, units);
            task.setProcessors(List.of(processor));
            return new Processed(task.call(), diagnostics.getDiagnostics(), files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaFileObject source(String name, String text) {
        URI uri = URI.create("string:///" + name.replace('.', '/') + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    boolean succeeded() {
        return succeeded;
    }

    List<Diagnostic<? extends JavaFileObject>> diagnostics() {
        return diagnostics;
    }

    /** Line, then message, of each. */
    List<String> messages() {
        return diagnostics.stream()
                .map(d -> d.getLineNumber() + ": " + d.getMessage(Locale.ROOT))
                .toList();
    }

    /** Texts of generated classes by name. */
    Map<String, String> generated() {
        Map<String, String> sources = new LinkedHashMap<>();
        files.forEach((name, bytes) -> {
            if (name.endsWith(".java")) {
                sources.put(name.substring(0, name.length() - ".java".length()), bytes.toString());
            }
        });
        return sources;
    }

    Class<?> type(String name) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(missing);
        }
    }

    /** Calls a static method, whoever may see it. */
    Object call(String type, String name, Object... arguments) {
        Method method = Arrays.stream(type(type).getDeclaredMethods())
                .filter(m -> m.getName().equals(name) && m.getParameterCount() == arguments.length)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no method " + name + " of " + arguments.length));
        try {
            method.setAccessible(true);
            return method.invoke(null, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(thrown.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** Keeps what is written in memory. */
    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> files;

        InMemory(JavaFileManager manager, Map<String, ByteArrayOutputStream> files) {
            super(manager);
            this.files = files;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///" + name.replace('.', '/') + kind.extension), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    files.put(name + kind.extension, bytes);
                    return bytes;
                }

                @Override
                public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                    ByteArrayOutputStream bytes = files.get(name + kind.extension);
                    return bytes == null ? "" : bytes.toString();
                }
            };
        }
    }
}
