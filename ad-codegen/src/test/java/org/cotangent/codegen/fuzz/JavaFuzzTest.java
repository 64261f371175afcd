package org.cotangent.codegen.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Random classes; {@link JavaFuzzer} runs more of them. */
class JavaFuzzTest {

    private static final int PROGRAMS = 500;
    private static final int THREADS = 2;
    private static final int ENOUGH_FOR_ALL = 2_000;

    /** Other programs by {@code -Dcotangent.fuzz.seed=...}. */
    @Test
    void derivativesOfProgramsAgree() throws InterruptedException {
        long first = Long.getLong("cotangent.fuzz.seed", 1);
        System.out.println("random Java programs from seed " + first);
        requireAgreement(first);
    }

    private static void requireAgreement(long first) throws InterruptedException {
        Tally tally = Campaign.of(first, PROGRAMS, 0).run(THREADS);
        assertThat(tally.reports()).isEmpty();
        assertThat(tally.failed()).isZero();
        assertThat(tally.slopedShare()).as("share with a derivative").isGreaterThan(0.9);
        assertThat(tally.skippedShare()).as("share skipped").isLessThan(0.05);
        assertThat(tally.kinkShare())
                .as("share of components without differences")
                .isLessThan(0.05);
    }

    @Test
    void programsContainEveryConstruct() {
        Set<Syntax> missing = EnumSet.allOf(Syntax.class);
        for (long seed = 0; seed < ENOUGH_FOR_ALL && !missing.isEmpty(); seed++) {
            missing.removeAll(ProgramGenerator.of(seed).found());
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void oneSeedGivesOneProgram() {
        assertThat(ProgramGenerator.of(7)).hasToString(ProgramGenerator.of(7).toString());
    }
}
