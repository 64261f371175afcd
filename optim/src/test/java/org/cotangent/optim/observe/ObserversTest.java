package org.cotangent.optim.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.run.Observer;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Run;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.search.PathSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Observers see what happened, and change nothing. */
class ObserversTest {

    private static final double[] START = {-1.2, 1};

    private static PathSearch<DifferentiableFunction> method(Stopwatch function, Observer observer) {
        return Minimizers.lbfgs(5).clock(function.clock()).observer(observer);
    }

    private static Result minimize(Observer observer) {
        Stopwatch function = new Stopwatch();
        return method(function, observer).minimize(function, START);
    }

    @Test
    void progressIsALineASecondAndTheSummary() {
        List<String> lines = new ArrayList<>();
        Result result = minimize(Progress.every(Duration.ofSeconds(1), lines::add));
        // Ten calls a second: never sooner, and not a whole step later.
        assertThat(lines).hasSizeBetween((int) result.evaluations() / 13, (int) result.evaluations() / 10 + 1);
        assertThat(lines.get(0))
                .matches("iteration \\d+: value [0-9.E-]+, gradient norm [0-9.e-]+, 1\\d evaluations, 1\\.?\\d* s");
        assertThat(lines.get(lines.size() - 1)).isEqualTo(result.summary());
    }

    @Test
    void progressOfAShortRunIsSilent() {
        List<String> lines = new ArrayList<>();
        Progress progress = Progress.every(Duration.ofSeconds(30), lines::add);
        minimize(progress);
        minimize(progress);
        assertThat(lines).isEmpty();
    }

    @Test
    void progressBeginsAnewWithEachRun() {
        List<String> lines = new ArrayList<>();
        Progress progress = Progress.every(Duration.ofSeconds(1), lines::add);
        minimize(progress);
        int once = lines.size();
        minimize(progress);
        assertThat(lines).hasSize(2 * once);
        assertThat(lines.subList(0, once)).isEqualTo(lines.subList(once, 2 * once));
    }

    @Test
    void aSavedRunOutlivesItsProcess(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("run");
        Result whole = minimize(Observer.NONE);
        Stopwatch dying = new Stopwatch();
        Observer death = iterate -> {
            if (iterate.iteration() == 17) {
                throw new UnsupportedOperationException("power cut");
            }
            return Observer.Decision.CONTINUE;
        };
        assertThatThrownBy(() -> method(dying, Saving.every(5, file).and(death)).minimize(dying, START))
                .isInstanceOf(UnsupportedOperationException.class);
        Stopwatch later = new Stopwatch();
        Recording recording = Recording.ofNumbers();
        Result resumed = method(later, recording).resume(later, file).finish();
        assertThat(recording.rows().get(0).iteration()).isEqualTo(16);
        assertThat(resumed.point()).containsExactly(whole.point());
        assertThat(resumed.counts()).isEqualTo(whole.counts());
    }

    @Test
    void savingByTimeSavesTheEndToo(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("run");
        List<Boolean> there = new ArrayList<>();
        Observer looking = iterate -> {
            there.add(Files.exists(file));
            return Observer.Decision.CONTINUE;
        };
        Stopwatch function = new Stopwatch();
        Result result = method(
                        function, Saving.every(Duration.ofSeconds(1), file).and(looking))
                .minimize(function, START);
        assertThat(there.subList(0, 7)).containsOnly(false);
        assertThat(there.subList(12, there.size())).containsOnly(true);
        Run<Result> end = method(function, Observer.NONE).resume(function, file);
        assertThat(end.done()).isTrue();
        assertThat(end.result().message()).isEqualTo(result.message());
    }

    @Test
    void aFailedSaveIsToldAndEndsNothing(@TempDir Path folder) {
        List<IOException> failures = new ArrayList<>();
        Result result = minimize(
                Saving.every(10, folder.resolve("missing").resolve("run")).onFailure(failures::add));
        assertThat(result.converged()).isTrue();
        assertThat(failures).hasSize((int) (result.iterations() / 10) + 2);
    }

    @Test
    void aRecordingHoldsEveryPointAndItsPrice() {
        Recording recording = Recording.withPoints();
        Result result = minimize(recording);
        List<Recording.Row> rows = recording.rows();
        assertThat(rows).hasSize((int) result.iterations() + 1);
        assertThat(rows.get(0).point()).containsExactly(-1.2, 1.0);
        assertThat(rows.get(0).stepNorm()).isNaN();
        Recording.Row last = rows.get(rows.size() - 1);
        assertThat(last.value()).isEqualTo(result.value());
        assertThat(last.counts()).isEqualTo(result.counts());
        assertThat(last.point()).containsExactly(result.point()[0], result.point()[1]);
        for (int k = 1; k < rows.size(); k++) {
            Recording.Row from = rows.get(k - 1);
            Recording.Row to = rows.get(k);
            double step = Math.hypot(
                    to.point().get(0) - from.point().get(0),
                    to.point().get(1) - from.point().get(1));
            assertThat(to.stepNorm()).isCloseTo(step, withinPercentage(1e-10));
            assertThat(to.seconds()).isCloseTo(to.counts().evaluations() / 10.0, within(1e-9));
        }
    }

    @Test
    void theTableIsReadBackToTheBit(@TempDir Path folder) throws IOException {
        Recording recording = Recording.withPoints().every(4);
        Result result = minimize(recording);
        Path file = folder.resolve("run.csv");
        recording.writeCsv(file);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0))
                .isEqualTo(
                        "iteration,value,gradient_norm,step_norm,values,gradients,jacobians,products,hessians,seconds,x0,x1");
        assertThat(lines).hasSize((int) Math.ceil(result.iterations() / 4.0) + 2);
        String[] last = lines.get(lines.size() - 1).split(",");
        assertThat(Long.parseLong(last[0])).isEqualTo(result.iterations());
        assertThat(Double.parseDouble(last[1])).isEqualTo(result.value());
        assertThat(Double.parseDouble(last[11])).isEqualTo(result.point()[1]);
        StringBuilder numbers = new StringBuilder();
        Recording.ofNumbers().writeCsv(numbers);
        assertThat(numbers.toString()).endsWith(",seconds\n");
    }

    @Test
    void severalObserversSeeAllAndAnyMayStop() {
        Recording first = Recording.ofNumbers();
        Recording last = Recording.ofNumbers();
        Observer stopping = iterate -> iterate.iteration() == 5 ? Observer.Decision.STOP : Observer.Decision.CONTINUE;
        Result result = minimize(first.and(stopping).and(last));
        assertThat(result.status()).isEqualTo(Status.STOPPED_BY_OBSERVER);
        assertThat(first.rows()).isEqualTo(last.rows()).hasSize(6);
    }

    @Test
    void watchingChangesNoBit() {
        assertThat(minimize(Recording.withPoints()).point())
                .containsExactly(minimize(Observer.NONE).point());
    }

    @Test
    void settingsOutOfRange(@TempDir Path folder) {
        assertThatThrownBy(() -> Progress.every(Duration.ZERO, line -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("interval is PT0S, expected a positive duration");
        assertThatThrownBy(() -> Saving.every(0, folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("every 0 iterations, expected at least 1");
        assertThatThrownBy(() -> Recording.ofNumbers().every(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("every 0 iterations");
    }
}
