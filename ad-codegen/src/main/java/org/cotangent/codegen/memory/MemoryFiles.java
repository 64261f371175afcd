package org.cotangent.codegen.memory;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.cotangent.ad.runtime.Routine;

/**
 * The files of one compilation, none of them on a disk: the source, the class it becomes, and the
 * library's own classes that the source names, as the class loader gives them. The application's
 * class path plays no part: in containers, in jars within jars and on the module path, the library
 * is not on it.
 */
final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {

    /** How generated code names a class of the library, in imports and elsewhere. */
    private static final Pattern LIBRARY = Pattern.compile("\\borg\\.cotangent\\.ad\\.[a-z]+\\.[A-Z]\\w*");

    /** What is needed without being named in full: a class of the same package, and its supertype. */
    private static final Set<String> UNNAMED = Set.of(
            ForeignCall.class.getName(),
            org.cotangent.ad.ir.Routine.class.getName(),
            org.cotangent.ad.ir.Routine.Arguments.class.getName());

    private final Map<String, List<JavaFileObject>> library;
    private final Map<String, ByteArrayOutputStream> written = new LinkedHashMap<>();

    /**
     * The files for a source.
     *
     * @param files where the classes of the JDK are
     */
    MemoryFiles(StandardJavaFileManager files, String source) throws IOException {
        super(files);
        files.setLocation(StandardLocation.CLASS_PATH, List.of());
        Stream<String> named = LIBRARY.matcher(source).results().map(MatchResult::group);
        library = Stream.concat(UNNAMED.stream(), named)
                .distinct()
                .map(LibraryClass::new)
                .collect(Collectors.groupingBy(LibraryClass::packageName, Collectors.toList()));
    }

    /** A source that is a text. */
    static JavaFileObject source(String name, String text) {
        return new SimpleJavaFileObject(uri(name, Kind.SOURCE), Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private static URI uri(String name, Kind kind) {
        return URI.create("memory:///" + name.replace('.', '/') + kind.extension);
    }

    /** What a class was compiled to. */
    byte[] classFile(String name) {
        ByteArrayOutputStream bytes = written.get(name);
        if (bytes == null || written.size() > 1) {
            throw new IllegalStateException("compiling " + name + " made the classes " + written.keySet()
                    + ", expected that one alone; this is a fault of the generator, please report it");
        }
        return bytes.toByteArray();
    }

    @Override
    public Iterable<JavaFileObject> list(Location location, String packageName, Set<Kind> kinds, boolean recurse)
            throws IOException {
        Iterable<JavaFileObject> found = super.list(location, packageName, kinds, recurse);
        List<JavaFileObject> own = library.get(packageName);
        if (location != StandardLocation.CLASS_PATH || own == null || !kinds.contains(Kind.CLASS)) {
            return found;
        }
        List<JavaFileObject> all = new ArrayList<>(own);
        found.forEach(all::add);
        return all;
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof LibraryClass known ? known.name : super.inferBinaryName(location, file);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(Location location, String name, Kind kind, FileObject sibling) {
        return new SimpleJavaFileObject(uri(name, kind), kind) {
            @Override
            public OutputStream openOutputStream() {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                written.put(name, bytes);
                return bytes;
            }
        };
    }

    /** A class of the library, read when the compiler asks for it. */
    private static final class LibraryClass extends SimpleJavaFileObject {

        private final String name;

        LibraryClass(String name) {
            super(MemoryFiles.uri(name, Kind.CLASS), Kind.CLASS);
            this.name = name;
        }

        String packageName() {
            return name.substring(0, name.lastIndexOf('.'));
        }

        @Override
        public InputStream openInputStream() throws IOException {
            String resource = "/" + name.replace('.', '/') + kind.extension;
            Class<?> neighbour = name.startsWith(MemoryCompiler.PACKAGE) ? MemoryCompiler.class : Routine.class;
            InputStream bytes = neighbour.getResourceAsStream(resource);
            if (bytes == null) {
                throw new FileNotFoundException("class file " + resource + " of the library is missing");
            }
            return bytes;
        }
    }
}
