package org.cotangent.examples.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cotangent.examples.pictures.Fonts;
import org.cotangent.examples.pictures.Gallery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertifyTest {

    private static final Contender LEVENBERG_MARQUARDT = Contender.all().get(0);

    @TempDir
    Path folder;

    @Test
    void printsEveryMethodAndDrawsProfiles() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        new Certify(out, new Gallery(out, folder)).run(List.of(ProblemSet.MGH), true);
        String text = printed.toString(StandardCharsets.UTF_8);
        for (Contender contender : Contender.all()) {
            assertThat(text.lines()).anyMatch(line -> line.startsWith(contender.title() + " "));
        }
        assertThat(text.lines())
                .anyMatch(line -> line.matches("Levenberg-Marquardt +39 +39 +0 +[\\d,]+ +[\\d,]+ +\\d+ +0"))
                .anyMatch(line -> line.matches("  SciPy lm +39 +39 +0 +1,524 +1,272 +0 +0"))
                // Watson's gradient in twelve variables is below 1e-8 where the value is 1e-8 above the minimum.
                .anyMatch(line -> line.startsWith("conjugate gradients, watson12, missed: Converged: "));
        if (Fonts.available()) {
            assertThat(Files.readString(folder.resolve("profiles.svg")))
                    .contains(">Hipparchus LM<", ">trust region, exact<")
                    .doesNotContain("NaN", "Infinity");
        }
    }

    @Test
    void levenbergMarquardtSolvesAllOfNist() {
        Entry entry = new Entry(LEVENBERG_MARQUARDT.family(), "LM", true, ProblemSet.NIST.scores(LEVENBERG_MARQUARDT));
        assertThat(entry.scores()).hasSize(54);
        assertThat(entry.count(Score::solved)).isEqualTo(54);
        assertThat(entry.count(Score::missed)).isZero();
        assertThat(entry.fewestDigits()).isGreaterThanOrEqualTo(10);
        assertThat(Tables.of(ProblemSet.NIST, List.of(entry)).lines())
                .anyMatch(line -> line.matches("LM +54 +54 +0 +1\\d\\.\\d +54 +[\\d,]+ +[\\d,]+ +\\d+ +0"));
    }

    @Test
    void peersHaveAScoreForEveryProblem() {
        assertThat(Peers.of(ProblemSet.MGH))
                .hasSize(20)
                .allSatisfy(entry -> assertThat(entry.scores()).hasSize(39));
        assertThat(Peers.of(ProblemSet.NIST))
                .hasSize(13)
                .allSatisfy(entry -> assertThat(entry.scores()).hasSize(54));
    }

    @Test
    void unknownSetsAreNamed() {
        assertThatThrownBy(() -> Certify.named("Cuter"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no set of problems is called \"cuter\", expected mgh or nist, or the word details");
    }

    /** Two problems, three methods; by hand. */
    @Test
    void profilesCompareWithTheBestOfEachProblem() {
        Entry quick = entry("quick", score(true, 10), score(false, 1));
        Entry steady = entry("steady", score(true, 20), score(true, 30));
        Entry slow = entry("slow", score(true, 40), score(true, 120));
        Profile profile = new Profile(List.of(quick, steady, slow));
        assertThat(profile.ratios(quick)).containsExactly(new double[] {1, Double.POSITIVE_INFINITY}, within(0.0));
        assertThat(profile.ratios(steady)).containsExactly(new double[] {1, 2}, within(0.0));
        assertThat(profile.ratios(slow)).containsExactly(new double[] {4, 4}, within(0.0));
    }

    private static Entry entry(String title, Score... scores) {
        return new Entry(Family.GRADIENTS, title, true, List.of(scores));
    }

    private static Score score(boolean solved, long evaluations) {
        return new Score("", 2, solved, Optional.of(true), Double.NaN, new Cost(evaluations, 0, 0, 0), "");
    }

    @Test
    void aHessianCountsAsItsColumns() {
        assertThat(new Cost(5, 3, 7, 2).work(10)).isEqualTo(5 + 7 + 20);
    }
}
