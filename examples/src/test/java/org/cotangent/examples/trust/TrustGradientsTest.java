package org.cotangent.examples.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cotangent.ad.check.CheckReport;
import org.cotangent.ad.check.DerivativeCheck;
import org.cotangent.ad.check.Verdict;
import org.cotangent.examples.models.SquireTrappGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustGradientsTest {

    @TempDir
    Path folder;

    @Test
    void rightDerivativesPass() {
        DerivativeCheck.of(SquireTrapp.byHand()).at(SquireTrapp.POINT).orThrow();
        DerivativeCheck.of(SquireTrapp.fromGraph()).at(SquireTrapp.POINT).orThrow();
        DerivativeCheck.of(Thurber.byHand()).around(Thurber.certified()).orThrow();
    }

    @Test
    void plantedErrorsAreCaught() {
        assertThat(DerivativeCheck.of(SquireTrapp.byHandButWrong())
                        .at(SquireTrapp.POINT)
                        .report()
                        .verdict())
                .isEqualTo(Verdict.WRONG);
        CheckReport report = DerivativeCheck.of(Thurber.byHandButWrong())
                .around(Thurber.certified())
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(report.worst().entry()).contains("dx[6]");
        assertThat(report.hint().orElseThrow()).contains("x[6]").doesNotContain("x[5]");
    }

    @Test
    void printsReportsAndDrawsPictures() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        new TrustGradients(new PrintStream(printed, true, StandardCharsets.UTF_8), folder).run();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("RIGHT", "WRONG", "look at");
        for (String picture : new String[] {"v-curve.svg", "v-curve-wrong.svg", "expression.svg"}) {
            assertThat(Files.readString(folder.resolve(picture)))
                    .startsWith("<svg")
                    .doesNotContain("NaN", "Infinity");
        }
        assertThat(Files.readString(folder.resolve("expression.dot"))).startsWith("digraph");
    }

    @Test
    void nodesOfTheDrawingDoNotOverlap() {
        GraphLayout layout = GraphLayout.of(new SquireTrappGraph().value());
        for (GraphLayout.Node a : layout.nodes()) {
            for (GraphLayout.Node b : layout.nodes()) {
                if (a != b && a.layer() == b.layer() && !a.bend() && !b.bend()) {
                    assertThat(Math.abs(a.column() - b.column())).isGreaterThanOrEqualTo(1 - 1e-9);
                }
            }
        }
        assertThat(layout.nodes()).extracting(GraphLayout.Node::label).contains("x", "sin", "cos", "exp", "/", "sqrt");
    }
}
