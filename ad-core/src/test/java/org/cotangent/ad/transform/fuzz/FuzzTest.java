package org.cotangent.ad.transform.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random programs; {@link Fuzzer} runs more of them. */
class FuzzTest {

    private static final int PROGRAMS = 1_000;
    private static final int THREADS = 2;
    private static final long LONG_PROGRAM_WITH_TANH = 41;

    /** A sine of a cube of nearly ten, read by a product that nearly cancels. */
    private static final long SENSITIVE_TO_INACTIVE_INPUT = 20261522424L;

    @Test
    void allModesAgreeOnKnownPrograms() throws InterruptedException {
        requireAgreement(1);
    }

    @Test
    void allModesAgreeOnNewPrograms() throws InterruptedException {
        long first = new SecureRandom().nextLong() >>> 1;
        System.out.println("random programs from seed " + first);
        requireAgreement(first);
    }

    private static void requireAgreement(long first) throws InterruptedException {
        Tally tally = Campaign.of(first, PROGRAMS).run(THREADS);
        assertThat(tally.failures()).isEmpty();
        assertThat(tally.failed()).isZero();
        assertThat(tally.share(false)).as("share with a gradient").isGreaterThan(0.95);
        assertThat(tally.share(true)).as("share skipped").isLessThan(0.05);
    }

    @ParameterizedTest
    @EnumSource(Construct.class)
    void programsContain(Construct construct) {
        boolean found = false;
        for (long seed = 1; seed < 5_000 && !found; seed++) {
            found = SampleGenerator.of(seed).constructs().contains(construct);
        }
        assertThat(found).isTrue();
    }

    @Test
    void shrinkingKeepsTheFailureAndLittleElse() {
        Sample sample = SampleGenerator.of(LONG_PROGRAM_WITH_TANH);
        Sample small = Shrinker.shrink(sample, s -> s.program().toString().contains("Math.tanh"));
        assertThat(sample.program().toString().lines().count()).isGreaterThan(15);
        assertThat(small.program().toString()).contains("Math.tanh");
        assertThat(small.program().toString().lines().count()).isLessThan(10);
    }

    @Test
    void roundingOfWhatCarriesNoDerivativeIsNoMismatch() {
        Verdict verdict = Comparison.of(SampleGenerator.of(SENSITIVE_TO_INACTIVE_INPUT), Comparison.Extent.ALL);
        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.SKIPPED);
    }
}
