package org.cotangent.benchmarks;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.codegen.emit.GenerateSources;

/** A function object of a class that is generated and compiled now, as a build would do. */
final class GeneratedFunction {

    private GeneratedFunction() {}

    /**
     * @param source a class that describes one function without data
     * @param className what it generates
     * @param function the name of the function
     */
    static TwiceDifferentiableFunction of(Class<?> source, String className, String function) {
        try {
            Path folder = Files.createTempDirectory("cotangent");
            GenerateSources.main(folder.toString(), source.getName());
            String file = folder.resolve(className.replace('.', '/') + ".java").toString();
            int status = ToolProvider.getSystemJavaCompiler()
                    .run(null, null, null, "-proc:none", "-nowarn", "-d", folder.toString(), file);
            if (status != 0) {
                throw new IllegalStateException("javac refused " + file + " with status " + status);
            }
            ClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
            Object made = loader.loadClass(className).getMethod(function).invoke(null);
            return (TwiceDifferentiableFunction) made;
        } catch (IOException | ReflectiveOperationException problem) {
            throw new IllegalStateException("cannot run the generated class " + className, problem);
        }
    }
}
