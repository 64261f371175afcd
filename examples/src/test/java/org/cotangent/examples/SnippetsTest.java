package org.cotangent.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snippets of pages compile, given the functions, data and results that the pages speak of. */
class SnippetsTest {

    private static final Pattern SNIPPET = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    /** A method whose body a page leaves out. */
    private static final Pattern DECLARATION = Pattern.compile("/\\*\\*.*?\\*/\\n@.*?\\{ … }\\n", Pattern.DOTALL);

    private static final String IMPORTS = """
            import java.nio.file.Path;
            import java.time.Duration;
            import java.util.ArrayList;
            import java.util.List;
            import org.cotangent.ad.function.*;
            import org.cotangent.examples.curve.*;
            import org.cotangent.optim.*;
            import org.cotangent.optim.leastsquares.*;
            import org.cotangent.optim.model.*;
            import org.cotangent.optim.observe.*;
            import org.cotangent.optim.run.*;
            import org.cotangent.optim.scalar.*;
            import org.cotangent.optim.stochastic.*;
            import org.cotangent.problems.*;
            """;

    private static final String OPTIMIZERS = """
            static TwiceDifferentiableFunction f;
            static TwiceDifferentiableVectorFunction residuals;
            static DifferentiableFunction changed;
            static Run<Result> earlier;
            static double[] start, minutes, temperatures, sigma;
            """;

    private static final String LEARNING = """
            static DigitImages images;
            static TwiceDifferentiableSum sum;
            static DenseNetwork network;
            static double[] times;
            static double[][] measured;
            """;

    @TempDir
    Path folder;

    @Test
    void optimizersCompile() throws IOException {
        compile("optimizers.md", "org.cotangent.examples.curve", OPTIMIZERS);
    }

    @Test
    void learningCompiles() throws IOException {
        compile("learning.md", "org.cotangent.examples.digits", LEARNING);
    }

    /**
     * Compiles all snippets of a page.
     *
     * @param home the package of the examples that it speaks of
     * @param known what snippets use and do not declare
     */
    private void compile(String page, String home, String known) throws IOException {
        String text = Files.readString(Path.of("../docs", page)).replace("\r\n", "\n");
        List<String> snippets =
                SNIPPET.matcher(text).results().map(SnippetsTest::statements).toList();
        assertThat(snippets).hasSizeGreaterThan(4);
        StringBuilder source = new StringBuilder("package %s;\n%sclass Snippets {\n%s".formatted(home, IMPORTS, known));
        for (int i = 0; i < snippets.size(); i++) {
            source.append("static void snippet%d() throws Exception {\n%s}\n".formatted(i, snippets.get(i)));
        }
        source.append("}\n");
        StringWriter messages = new StringWriter();
        List<String> options =
                List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", folder.toString());
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(messages, null, null, options, null, List.of(file(source.toString())))
                .call();
        assertThat(compiled).as(messages.toString()).isTrue();
    }

    private static String statements(MatchResult snippet) {
        return DECLARATION.matcher(snippet.group(1)).replaceAll("");
    }

    private static JavaFileObject file(String source) {
        return new SimpleJavaFileObject(URI.create("string:///Snippets.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }
}
