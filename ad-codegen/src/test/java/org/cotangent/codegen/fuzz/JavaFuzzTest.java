package org.cotangent.codegen.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Random classes; {@link JavaFuzzer} runs more of them. */
class JavaFuzzTest {

    private static final int PROGRAMS = 500;
    private static final int THREADS = 2;
    private static final int ENOUGH_FOR_ALL = 2_000;

    /** Other programs in each run; a run is repeated by {@code -Dcotangent.fuzz.seed=...}. */
    @Test
    void derivativesOfProgramsAgree() throws InterruptedException {
        long first = Long.getLong("cotangent.fuzz.seed", System.nanoTime() >>> 8);
        System.out.println("random Java programs, repeated by -Dcotangent.fuzz.seed=" + first);
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

    /** Programs with floats are compiled with double for float as well; 5064 named a helper twice then. */
    @Test
    void helpersOfOneNameDifferByMoreThanFloats() {
        for (long seed = 5_000; seed < 5_100; seed++) {
            for (String file : ProgramGenerator.of(seed).files().values()) {
                for (String type : file.split("\\bclass ")) {
                    assertThat(helpers(type.replace("float", "double")))
                            .as("helpers of seed %d", seed)
                            .doesNotHaveDuplicates();
                }
            }
        }
    }

    private static List<String> helpers(String type) {
        return Pattern.compile("static \\S+ (helper[0-9]+\\([^)]*\\))")
                .matcher(type)
                .results()
                .map(found -> found.group(1).replace("final ", "").replaceAll(" \\w+(?=[,)])", ""))
                .toList();
    }

    @Test
    void oneSeedGivesOneProgram() {
        assertThat(ProgramGenerator.of(7)).hasToString(ProgramGenerator.of(7).toString());
    }
}
