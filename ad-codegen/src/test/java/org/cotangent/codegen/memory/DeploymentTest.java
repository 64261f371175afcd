package org.cotangent.codegen.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotangent.ad.Differentiation;
import org.cotangent.codegen.JdkTool;
import org.cotangent.codegen.deployed.TwoFunctions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiled or interpreted, as what is installed permits: each case in a virtual machine of its own. */
class DeploymentTest {

    private static final String NOTICE = "WARNING: Differentiation.compile: functions are interpreted";

    private static final Path CORE = place(Differentiation.class);
    private static final Path CODEGEN = place(MemoryCompiler.class);
    private static final Path TESTS = place(DeploymentTest.class);
    private static final List<Path> LIBRARIES =
            List.of(place(com.palantir.javapoet.JavaFile.class), place(org.jspecify.annotations.NullMarked.class));

    @TempDir
    private Path folder;

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static String path(List<Path> places) {
        return places.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static List<Path> with(Path... places) {
        List<Path> all = new ArrayList<>(List.of(places));
        all.addAll(LIBRARIES);
        return all;
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        List<String> command = new ArrayList<>(List.of(arguments));
        command.add(TwoFunctions.class.getName());
        Process process = JdkTool.java(command).redirectOutput(output.toFile()).start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String text = Files.readString(output);
        assertThat(text).contains("gradients 6.0 14.0");
        return text;
    }

    @Test
    void compilesOnTheClassPath() throws Exception {
        assertThat(run("-cp", path(with(CORE, CODEGEN, TESTS)))).doesNotContain("WARNING");
    }

    @Test
    void withoutTheGeneratorSaysOnceWhatToAdd() throws Exception {
        assertThat(run("-cp", path(with(CORE, TESTS))))
                .containsOnlyOnce(NOTICE)
                .contains("no compiler is on the class path; add the artifact org.cotangent:ad-codegen");
    }

    @Test
    void withoutACompilerSaysOnceWhatToRunOn() throws Exception {
        assertThat(run(
                        "--limit-modules",
                        "java.base,java.logging,java.compiler,jdk.zipfs",
                        "-cp",
                        path(with(CORE, CODEGEN, TESTS))))
                .containsOnlyOnce(NOTICE)
                .contains("this Java has no compiler (module jdk.compiler); run on a JDK instead of a JRE");
    }

    @Test
    void withoutAPartOfTheGeneratorSaysOnceWhatIsMissing() throws Exception {
        assertThat(run("-cp", path(List.of(CORE, CODEGEN, TESTS, LIBRARIES.get(1)))))
                .containsOnlyOnce(NOTICE)
                .contains("the compiler cannot be loaded (java.lang.NoClassDefFoundError: com/palantir/javapoet/");
    }

    /** An application server: the context class loader is of the application, the library is not. */
    @Test
    void findsTheCompilerOfTheCallingApplication() throws Exception {
        URL[] shared = {CORE.toUri().toURL(), LIBRARIES.get(1).toUri().toURL()};
        URL[] own = {
            CODEGEN.toUri().toURL(),
            LIBRARIES.get(0).toUri().toURL(),
            TESTS.toUri().toURL()
        };
        ClassLoader parent = new URLClassLoader(shared, ClassLoader.getPlatformClassLoader());
        ClassLoader application = new URLClassLoader(own, parent);
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        Handler handler = new StreamHandler(log, new SimpleFormatter());
        Logger logger = Logger.getLogger("org.cotangent.ad");
        logger.addHandler(handler);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(application);
        try {
            Class<?> program = application.loadClass(TwoFunctions.class.getName());
            program.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            thread.setContextClassLoader(before);
            handler.flush();
            logger.removeHandler(handler);
        }
        assertThat(log.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void compilesOnTheModulePath() throws Exception {
        Path core = jar("core.jar", "org.cotangent.ad", CORE);
        Path codegen = jar("codegen.jar", "org.cotangent.codegen", CODEGEN);
        Path program = folder.resolve("program");
        Path type = program.resolve(TwoFunctions.class.getName().replace('.', '/') + ".class");
        Files.createDirectories(type.getParent());
        Files.copy(TESTS.resolve(program.relativize(type)), type);
        String modules = path(with(core, codegen));
        assertThat(run("--module-path", modules, "--add-modules", "org.cotangent.codegen", "-cp", program.toString()))
                .doesNotContain("WARNING");
    }

    /** A jar of a module: Maven hands over a module's folder of classes, or its jar once that is packaged. */
    private Path jar(String name, String module, Path classes) throws IOException {
        if (Files.isDirectory(classes)) {
            return jarOf(name, module, classes);
        }
        try (FileSystem packaged = FileSystems.newFileSystem(classes)) {
            return jarOf(name, module, packaged.getPath("/"));
        }
    }

    private Path jarOf(String name, String module, Path classes) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Automatic-Module-Name", module);
        Path jar = folder.resolve(name);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                String entry = classes.relativize(path).toString().replace(File.separatorChar, '/');
                if (!entry.equals(JarFile.MANIFEST_NAME)) {
                    out.putNextEntry(new JarEntry(entry));
                    Files.copy(path, out);
                }
            }
        }
        return jar;
    }
}
