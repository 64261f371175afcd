package org.cotangent.ad.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Right derivatives are never called wrong, and wrong ones are called right only where differences
 * cannot see that. Property {@code org.cotangent.check.draws} draws more functions of each family.
 */
class HardFunctionsTest {

    private static final int DRAWS = Integer.getInteger("org.cotangent.check.draws", 200);

    private static final double ERROR = 1e-4;

    @ParameterizedTest
    @EnumSource
    void rightDerivativesAreNotCalledWrong(HardFunction family) {
        Confusion counts = new Confusion();
        for (int number = 0; number < DRAWS; number++) {
            CheckReport report = draw(family, number).report(0, 1);
            counts.add(report.verdict());
            assertThat(report.verdict())
                    .as("seed " + seed(family, number) + "\n" + report)
                    .isNotEqualTo(Verdict.WRONG);
        }
        System.out.println(family + ", right derivatives: " + counts);
        assertThat(counts.of(Verdict.RIGHT)).as(counts.toString()).isGreaterThan(family.decidable() ? DRAWS - 1 : 0);
    }

    @ParameterizedTest
    @EnumSource
    void errorsOfATenThousandthAreFoundWhereTheyCanBeSeen(HardFunction family) {
        Confusion counts = new Confusion();
        for (int number = 0; number < DRAWS; number++) {
            Sample sample = draw(family, number);
            int variable = sample.decisive();
            if (sample.gradientHere()[variable] != 0) {
                CheckReport report = sample.report(variable, number % 2 == 0 ? 1 + ERROR : 1 - ERROR);
                counts.add(report.verdict());
                requireFoundOrHidden(report, "seed " + seed(family, number));
            }
        }
        System.out.println(family + ", one derivative off by 1e-4: " + counts);
        assertThat(counts.of(Verdict.WRONG))
                .as(counts.toString())
                .isGreaterThanOrEqualTo(family.decidable() ? counts.all() : 1);
    }

    /** A wrong derivative is called right only if its error is within the bound that is reported. */
    private static void requireFoundOrHidden(CheckReport report, String seed) {
        if (report.verdict() == Verdict.RIGHT) {
            Finding worst = report.worst();
            assertThat(worst.error()).as(seed + "\n" + report).isLessThanOrEqualTo(worst.bound());
        }
    }

    private static Sample draw(HardFunction family, int number) {
        return family.draw(new SplittableRandom(seed(family, number)));
    }

    private static long seed(HardFunction family, int number) {
        return 1_000_000L * family.ordinal() + number;
    }
}
