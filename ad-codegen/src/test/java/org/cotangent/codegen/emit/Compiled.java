package org.cotangent.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.cotangent.ad.runtime.Workspace;

/** A class compiled in memory, with every warning an error, and loaded. */
final class Compiled {

    private final Class<?> type;
    private final Map<String, byte[]> classFiles;

    private Compiled(Class<?> type, Map<String, byte[]> classFiles) {
        this.type = type;
        this.classFiles = classFiles;
    }

    static Compiled of(GeneratedClass generated) {
        return of(
                generated.file().packageName() + "."
                        + generated.file().typeSpec().name(),
                generated.source());
    }

    static Compiled of(String name, String source) {
        return of(name, source, Map.of());
    }

    /**
     * A class with others that it needs.
     *
     * @param others their texts by name
     */
    static Compiled of(String name, String source, Map<String, String> others) {
        List<JavaFileObject> sources = new ArrayList<>();
        sources.add(source(name, source));
        others.forEach((other, text) -> sources.add(source(other, text)));
        Map<String, byte[]> classFiles = compile(source, sources);
        ClassLoader loader = new ClassLoader(Compiled.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String wanted) throws ClassNotFoundException {
                byte[] bytes = classFiles.get(wanted);
                if (bytes == null) {
                    throw new ClassNotFoundException(wanted);
                }
                return defineClass(wanted, bytes, 0, bytes.length);
            }
        };
        try {
            return new Compiled(loader.loadClass(name), classFiles);
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(missing);
        }
    }

    private static Map<String, byte[]> compile(String source, List<JavaFileObject> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, ByteArrayOutputStream> written = new LinkedHashMap<>();
        StringWriter messages = new StringWriter();
        try (JavaFileManager files = new InMemory(compiler.getStandardFileManager(null, null, null), written)) {
            boolean compiles = compiler.getTask(
                            messages,
                            files,
                            null,
                            List.of("--release", "17", "-Xlint:all", "-Werror", "-proc:none", "-Xmaxerrs", "5"),
                            null,
                            sources)
                    .call();
            String excerpt = source.length() < 20_000 ? source : source.substring(0, 20_000);
            assertThat(compiles).as(() -> messages + "\n" + excerpt).isTrue();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Map<String, byte[]> classFiles = new LinkedHashMap<>();
        written.forEach((type, bytes) -> classFiles.put(type, bytes.toByteArray()));
        return classFiles;
    }

    private static JavaFileObject source(String name, String source) {
        URI uri = URI.create("string:///" + name.replace('.', '/') + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }

    Map<String, byte[]> classFiles() {
        return classFiles;
    }

    Class<?> type() {
        return type;
    }

    /** Calls the static method of a name. */
    Object call(String name, Object... arguments) {
        Method method = Arrays.stream(type.getMethods())
                .filter(m -> m.getName().equals(name) && m.getParameterCount() == arguments.length)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no public method " + name + " of " + arguments.length));
        try {
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

    /** Calls the static method of a name, with a workspace if it takes one. */
    Object callIn(Workspace workspace, String name, Object... arguments) {
        boolean takesWorkspace = Arrays.stream(type.getMethods())
                .anyMatch(m -> m.getName().equals(name) && m.getParameterCount() == arguments.length + 1);
        if (!takesWorkspace) {
            return call(name, arguments);
        }
        Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = workspace;
        return call(name, all);
    }

    /** Keeps class files in memory. */
    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written;

        InMemory(JavaFileManager files, Map<String, ByteArrayOutputStream> written) {
            super(files);
            this.written = written;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///" + name + kind.extension), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    written.put(name, bytes);
                    return bytes;
                }
            };
        }
    }
}
