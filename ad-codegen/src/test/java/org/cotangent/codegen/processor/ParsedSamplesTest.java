package org.cotangent.codegen.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.ad.ir.Program;
import org.cotangent.codegen.parse.ParsedMethod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Methods read as programs give the values of the methods, and their derivatives: with every call a
 * call, where generated classes hold small callees where they are called.
 */
class ParsedSamplesTest {

    private static final int POINTS = 2;

    static List<Source> samples() {
        return Source.folder("constructs");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void agree(Source source) {
        Marked.Collector collector = new Marked.Collector(false);
        Parsing parsing = new Parsing(true);
        Compilation compilation = Compilation.of(List.of(collector, parsing), List.of(source));
        assertThat(compilation.complaints()).isEmpty();
        ClassLoader classes = compilation.load();
        for (Trial trial : Trial.of(source)) {
            if (trial.has(Trial.Remark.EXTERNAL)) {
                continue;
            }
            for (int i = 0; i < collector.found().size(); i++) {
                Marked marked = collector.found().get(i);
                if (marked.method().equals(trial.method())) {
                    agree(trial, marked, parsing.parsed().get(i), classes);
                }
            }
        }
    }

    private static void agree(Trial trial, Marked marked, ParsedMethod parsed, ClassLoader classes) {
        for (int seed = 1; seed <= POINTS; seed++) {
            UserMethod method = UserMethod.of(trial, marked, classes, seed);
            int count = method.isScalar() || trial.has(Trial.Remark.THROWS) ? 1 : method.values(method.point()).length;
            Program program = trial.has(Trial.Remark.INLINED) ? parsed.inlined() : parsed.program();
            agree(new Verification(trial, method), new Interpreted(parsed, program, method, count), method);
        }
    }

    private static void agree(Verification verification, Interpreted interpreted, UserMethod method) {
        if (method.isScalar()) {
            TwiceDifferentiableFunction f = interpreted.scalar();
            verification.of(f, (found, expected) -> {});
            verification.agrees((x, v) -> new double[] {slope(f, x, v)}, interpreted::complexStep);
        } else {
            TwiceDifferentiableVectorFunction f = interpreted.vector();
            verification.of(f, (found, expected) -> {});
            verification.agrees((x, v) -> slopes(f, x, v), interpreted::complexStep);
        }
    }

    private static double slope(TwiceDifferentiableFunction f, double[] x, double[] v) {
        double[] gradient = new double[x.length];
        f.valueAndGradient(x, gradient);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += gradient[i] * v[i];
        }
        return sum;
    }

    private static double[] slopes(TwiceDifferentiableVectorFunction f, double[] x, double[] v) {
        double[] slopes = new double[f.outputDimension()];
        f.jvp(x, v, new double[slopes.length], slopes);
        return slopes;
    }
}
