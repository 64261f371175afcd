package org.cotangent.ad;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Iterator;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cotangent.ad.eval.RoutineCompiler;
import org.jspecify.annotations.Nullable;

/**
 * Finds the compiler on the class path or module path, if there is one: first where this class comes
 * from, then, for containers that share this library among applications, where the calling
 * application's classes come from. What was found in an application is not kept here, so that the
 * application can be unloaded.
 */
final class Compilers {

    private static final String ADVICE = "functions are interpreted, which is several times slower; ";
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    private Compilers() {}

    /** The compiler beside this library is looked for once. */
    private static final class Beside {
        static final Found FOUND = Found.in(Compilers.class.getClassLoader());
    }

    /** What a class loader offers: a compiler, or why there is none. */
    private record Found(Optional<RoutineCompiler> compiler, String obstacle) {

        static Found in(@Nullable ClassLoader loader) {
            try {
                Iterator<RoutineCompiler> found =
                        ServiceLoader.load(RoutineCompiler.class, loader).iterator();
                if (!found.hasNext()) {
                    return new Found(
                            Optional.empty(),
                            "no compiler is on the class path; add the artifact org.cotangent:ad-codegen");
                }
                RoutineCompiler compiler = found.next();
                Optional<String> obstacle = compiler.obstacle();
                return obstacle.isEmpty()
                        ? new Found(Optional.of(compiler), "")
                        : new Found(Optional.empty(), obstacle.get());
            } catch (ServiceConfigurationError | LinkageError problem) {
                return new Found(
                        Optional.empty(),
                        "the compiler cannot be loaded (" + problem
                                + "); put org.cotangent:ad-codegen on the class path in the version of ad-core, with"
                                + " what it depends on");
            }
        }
    }

    /** Compiled code if that is possible here, the interpreter otherwise. */
    static Backend backend() {
        Found found = Beside.FOUND;
        if (found.compiler().isEmpty()) {
            ClassLoader application = Thread.currentThread().getContextClassLoader();
            Found other = Found.in(application);
            found = other.compiler().isPresent() ? other : found;
        }
        if (found.compiler().isEmpty()) {
            tell(ADVICE + found.obstacle());
        }
        return found.compiler().map(Backend::of).orElse(Backend.INTERPRETER);
    }

    private static void tell(String notice) {
        if (TOLD.compareAndSet(false, true)) {
            Logger logger = System.getLogger("org.cotangent.ad");
            logger.log(Level.WARNING, "Differentiation.compile: {0}", notice);
        }
    }
}
