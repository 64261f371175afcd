package org.cotangent.ad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every snippet of docs/graphs.md compiles and runs, and computes what its comments say. */
class GraphsGuideTest {

    private static final Path GUIDE = Path.of("../docs/graphs.md");
    private static final Pattern SNIPPET = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern IMPORTS = Pattern.compile("```java imports\\n(.*?)```", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("^double value = .*; // (-?[.\\d]+)", Pattern.MULTILINE);
    private static final Pattern ARRAY =
            Pattern.compile("(\\w+)\\); // (?:[-.\\d]+, )?\\(([-., \\d]+)\\)$", Pattern.MULTILINE);
    private static final Pattern TEXT =
            Pattern.compile("^(?:boolean|String) (\\w+) = .*; // (?!for )(.*)$", Pattern.MULTILINE);

    private static final String CHECKS = """
            static void same(double[] found, double... expected) {
                for (int i = 0; i < expected.length; i++) {
                    if (found.length != expected.length || !(Math.abs(found[i] - expected[i]) < 1e-9)) {
                        throw new AssertionError("computed " + java.util.Arrays.toString(found)
                                + ", the page says " + java.util.Arrays.toString(expected));
                    }
                }
            }

            static void same(Object found, String expected) {
                if (!found.toString().equals(expected)) {
                    throw new AssertionError("computed " + found + ", the page says " + expected);
                }
            }
            """;

    @TempDir
    private Path classes;

    private static List<String> found(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static String source(String guide) {
        List<String> snippets = found(SNIPPET, guide);
        StringBuilder methods = new StringBuilder();
        StringBuilder calls = new StringBuilder();
        for (int i = 0; i < snippets.size(); i++) {
            methods.append("static void snippet%d() {\n%s%s}\n".formatted(i, snippets.get(i), checks(snippets.get(i))));
            calls.append("snippet%d();\n".formatted(i));
        }
        return String.join("", found(IMPORTS, guide)) + "public class Guide {\n" + CHECKS + methods
                + "public static void run() {\n" + calls + "}\n}\n";
    }

    /** One check for each comment that gives a result. */
    private static String checks(String snippet) {
        StringBuilder checks = new StringBuilder();
        for (String number : found(NUMBER, snippet)) {
            checks.append("same(new double[] {value}, %s);\n".formatted(number));
        }
        for (Matcher array = ARRAY.matcher(snippet); array.find(); ) {
            checks.append("same(%s, %s);\n".formatted(array.group(1), array.group(2)));
        }
        for (Matcher text = TEXT.matcher(snippet); text.find(); ) {
            checks.append("same(%s, \"%s\");\n".formatted(text.group(1), text.group(2)));
        }
        return checks.toString();
    }

    private static JavaFileObject file(String source) {
        return new SimpleJavaFileObject(URI.create("string:///Guide.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }

    @Test
    void everySnippetCompilesAndComputesWhatItSays() throws IOException, ReflectiveOperationException {
        String source = source(Files.readString(GUIDE));
        assertThat(source).contains("same(gradient, -215.6, -88)", "same(product, 802, -400)", "same(formula, ");
        StringWriter messages = new StringWriter();
        List<String> options = List.of(
                "--release",
                "17",
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString());
        boolean compiles = ToolProvider.getSystemJavaCompiler()
                .getTask(messages, null, null, options, null, List.of(file(source)))
                .call();
        assertThat(compiles).as(() -> messages + source).isTrue();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            loader.loadClass("Guide").getMethod("run").invoke(null);
        }
    }
}
