package org.cotangent.ad.transform.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.cotangent.ad.ir.Program;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random programs find mistakes of every kind, so that finding none means something. */
class FaultsTest {

    private static final int PROGRAMS = 2_000;

    @ParameterizedTest
    @EnumSource(Fault.class)
    void isFound(Fault fault) {
        assertThat(programsUntilFound(fault)).isLessThanOrEqualTo(PROGRAMS);
    }

    static int programsUntilFound(Fault fault) {
        for (int seed = 1; seed <= PROGRAMS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            UnaryOperator<Program> plant = program -> fault.plant(program, random);
            UnaryOperator<Program> none = UnaryOperator.identity();
            boolean tangent = fault.part() == Fault.Part.TANGENT;
            Verdict verdict = Comparison.of(
                    SampleGenerator.of(seed), Comparison.Extent.USUAL, tangent ? plant : none, tangent ? none : plant);
            if (verdict.failed()) {
                return seed;
            }
        }
        return Integer.MAX_VALUE;
    }
}
