package org.cotangent.examples.nist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatFileTest {

    private static final String SMALL = """
            Data:          1 Response  (y = weight)
                           1 Predictor (x = time, weeks)
                           3 Observations

            Model:         Miscellaneous Class
                           2 Parameters (b1 and b2)

                           y = b1 +
                               b2*x  +  e

              b1 =    1     1.5     1.2500000000E+00  2.0E-01
              b2 =   -2    -2.5    -2.2500000000E-03  1.0E-05

            Residual Sum of Squares:                    4.5E-01

            Data:   y       x
                 1.5E0    -1
                 .5E0      0

                 2        10
            """;

    @Test
    void readsEveryPart() {
        Dataset data = DatFile.parse("Small", SMALL);
        assertThat(data.name()).isEqualTo("Small");
        assertThat(data.model()).isEqualTo("y = b1 + b2*x");
        assertThat(data.responseLabel()).isEqualTo("weight");
        assertThat(data.predictorLabels()).containsExactly("time, weeks");
        assertThat(data.response()).containsExactly(1.5, 0.5, 2);
        assertThat(data.predictors()).hasSize(1);
        assertThat(data.predictors().get(0)).containsExactly(-1, 0, 10);
        assertThat(data.starts().get(0)).containsExactly(1, -2);
        assertThat(data.starts().get(1)).containsExactly(1.5, -2.5);
        assertThat(data.parameters()).containsExactly(1.25, -2.25e-3);
        assertThat(data.deviations()).containsExactly(0.2, 1e-5);
        assertThat(data.residualSumOfSquares()).isEqualTo(0.45);
    }

    @Test
    void readsTwoPredictors() {
        Dataset nelson = Problem.NELSON.dataset();
        assertThat(nelson.predictorLabels()).containsExactly("time", "temperature");
        assertThat(nelson.predictors()).allSatisfy(x -> assertThat(x).hasSize(128));
        assertThat(nelson.response()).startsWith(15, 17, 15.5);
        assertThat(nelson.predictors().get(1)).startsWith(180).endsWith(275);
    }

    @ParameterizedTest
    @EnumSource(Problem.class)
    void everyFileIsWhole(Problem problem) {
        Dataset data = problem.dataset();
        assertThat(data.observationCount()).isGreaterThan(data.parameterCount());
        assertThat(data.starts()).allSatisfy(start -> assertThat(start).hasSize(data.parameterCount()));
        assertThat(data.deviations()).hasSize(data.parameterCount());
        assertThat(data.model()).contains("=", "b" + data.parameterCount());
    }

    @Test
    void namesTheLineThatIsNoNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatFile.parse("Small", SMALL.replace(".5E0      0", ".5E0      zero")))
                .withMessage("Small, line 18 is \".5E0      zero\", expected 2 numbers; correct the line");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatFile.parse("Small", SMALL.replace("  2.0E-01", "")))
                .withMessageContaining("Small, line 11 is")
                .withMessageContaining("expected 4 numbers");
    }

    @Test
    void refusesAFileThatIsCut() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatFile.parse("Small", SMALL.replace("     2        10\n", "")))
                .withMessage("Small has 2 rows of data, expected 3 (announced in line 3); "
                        + "the file is cut or damaged, fetch it again");
    }

    @Test
    void refusesAnotherFormat() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatFile.parse("notes", "Dear diary"))
                .withMessageContaining("notes lacks")
                .withMessageContaining("NIST's format");
    }
}
