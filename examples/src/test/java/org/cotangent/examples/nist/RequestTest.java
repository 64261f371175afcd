package org.cotangent.examples.nist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RequestTest {

    private static final Path FOLDER = Path.of("default");

    @Test
    void withoutArgumentsItIsTheMainJob() {
        assertThat(Request.of(FOLDER))
                .isEqualTo(new Request(java.util.List.of(Problem.RAT43, Problem.THURBER), true, FOLDER));
    }

    @Test
    void namesChooseDataSetsWhateverTheirCase() {
        Request request = Request.of(FOLDER, "enso", "MISRA1a", "ENSO");
        assertThat(request.problems()).containsExactly(Problem.ENSO, Problem.MISRA1A);
        assertThat(request.everything()).isFalse();
    }

    @Test
    void picturesGoWhereAsked() {
        assertThat(Request.of(FOLDER, "--pictures", "elsewhere").pictures()).isEqualTo(Path.of("elsewhere"));
    }

    @Test
    void anUnknownDataSetListsTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Request.of(FOLDER, "Thurbr"))
                .withMessageStartingWith("no data set is called \"Thurbr\", expected one of Bennett5, BoxBOD, ")
                .withMessageEndingWith(", Roszman1, Thurber");
    }

    @Test
    void anUnknownOptionNamesTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Request.of(FOLDER, "--picture", "here"))
                .withMessage("unknown option --picture, expected --pictures FOLDER, --help or names of data sets");
    }

    @Test
    void aMissingFolderIsAskedFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Request.of(FOLDER, "Thurber", "--pictures"))
                .withMessageContaining("--pictures is given no folder");
    }
}
