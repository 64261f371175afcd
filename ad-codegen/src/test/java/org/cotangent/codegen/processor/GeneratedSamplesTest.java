package org.cotangent.codegen.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.codegen.parse.ParsedMethod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the processor writes for the samples gives the values of their methods, and their derivatives. */
class GeneratedSamplesTest {

    private static final int POINTS = 3;

    static List<Source> samples() {
        return Source.folder("constructs");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void agree(Source source) {
        Marked.Collector collector = new Marked.Collector(false);
        Parsing parsing = new Parsing(false);
        Compilation compilation =
                Compilation.of(List.of(collector, parsing, new DifferentiableProcessor()), List.of(source));
        List<Message> complaints = compilation.complaints().stream()
                .filter(message -> !(message.tag().equals("AD-UNUSED") && isFlat(source)))
                .toList();
        assertThat(complaints)
                .withFailMessage(() -> complaints + "\n" + compilation.listing())
                .isEmpty();
        ClassLoader classes = compilation.load();
        for (Trial trial : Trial.of(source)) {
            for (int i = 0; i < collector.found().size(); i++) {
                Marked marked = collector.found().get(i);
                if (marked.method().equals(trial.method())) {
                    CompanionClass companion = CompanionClass.of(marked, compilation, classes);
                    for (int seed = 1; seed <= POINTS; seed++) {
                        UserMethod method = UserMethod.of(trial, marked, classes, seed);
                        agree(trial, companion, method, parsing.parsed().get(i));
                    }
                }
            }
        }
    }

    private static boolean isFlat(Source source) {
        return Trial.of(source).stream().anyMatch(trial -> trial.has(Trial.Remark.FLAT));
    }

    private static void agree(Trial trial, CompanionClass companion, UserMethod method, ParsedMethod parsed) {
        boolean fails = trial.has(Trial.Remark.THROWS);
        int count = method.isScalar() || fails ? 1 : method.values(method.point()).length;
        Interpreted interpreted = new Interpreted(parsed, parsed.program(), method, count);
        Verification verification = new Verification(trial, method);
        if (method.isScalar()) {
            TwiceDifferentiableFunction f =
                    (TwiceDifferentiableFunction) companion.function(trial.method(), method, count);
            verification.of(f, GeneratedSamplesTest::sameMessage);
            verification.agrees(
                    (x, v) -> new double[] {companion.tangent(trial.method(), method, x, v)}, interpreted::complexStep);
        } else {
            TwiceDifferentiableVectorFunction f =
                    (TwiceDifferentiableVectorFunction) companion.function(trial.method(), method, count);
            verification.of(f, GeneratedSamplesTest::sameMessage);
        }
    }

    private static void sameMessage(Throwable found, Throwable expected) {
        assertThat(found).hasMessage(expected.getMessage());
    }
}
