package org.cotangent.codegen.memory;

import java.util.Optional;
import java.util.function.Supplier;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.cotangent.ad.eval.RoutineCompiler;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.transform.Derivation;
import org.cotangent.codegen.emit.GeneratedClass;
import org.cotangent.codegen.emit.RoutineWriter;

/**
 * Writes derived programs as Java, compiles them by the JDK's own compiler and loads the classes as
 * hidden ones, which live as long as somebody uses them. All compilers share one cache.
 */
public final class MemoryCompiler implements RoutineCompiler {

    /** Hidden classes belong to the package of whoever defines them. */
    static final String PACKAGE = MemoryCompiler.class.getPackageName();

    /** Derivatives whose classes are kept for functions of the same structure. */
    private static final int CAPACITY = 64;

    /** Static, as where a container shares ad-core every lookup makes a new compiler. */
    private static final RoutineCache SHARED = new RoutineCache(CAPACITY);

    private final RoutineCache cache;
    private final SizeLimit limit;

    /** A compiler with the standard limits. */
    public MemoryCompiler() {
        this(SHARED, SizeLimit.STANDARD);
    }

    MemoryCompiler(RoutineCache cache, SizeLimit limit) {
        this.cache = cache;
        this.limit = limit;
    }

    @Override
    public Optional<String> obstacle() {
        // Fails here if the library that writes Java is missing, and not when something is compiled.
        GeneratedClass.named(PACKAGE, "Probe");
        return ToolProvider.getSystemJavaCompiler() == null
                ? Optional.of("this Java has no compiler (module jdk.compiler); run on a JDK instead of a JRE")
                : Optional.empty();
    }

    @Override
    public Compiled compile(Program function, String form, Supplier<Derivation> derive) {
        limit.requireSmallFunction(function, form);
        Structure structure = Structure.of(function);
        Supplier<LoadedRoutine> load = () -> load(function, form, derive.get());
        LoadedRoutine routine =
                structure.isClosed() ? cache.get(new RoutineCache.Key(form, structure.digest()), load) : load.get();
        return routine.of(function);
    }

    private LoadedRoutine load(Program function, String form, Derivation derivation) {
        limit.requireSmallDerivative(derivation.program(), form);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException(obstacle().orElseThrow());
        }
        String name = simpleName(form);
        RoutineWriter.Written written =
                limit.written(form, budget -> RoutineWriter.write(PACKAGE, name, derivation.program(), budget));
        byte[] classFile = new Javac(compiler)
                .compile(PACKAGE + "." + name, written.target().source());
        return LoadedRoutine.of(classFile, written.externals(), function, derivation);
    }

    /** What profilers show: the form, as a name in Java. */
    private static String simpleName(String form) {
        StringBuilder name = new StringBuilder("Derivative");
        for (String word : form.split("[^A-Za-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        return name.toString();
    }
}
