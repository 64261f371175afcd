package org.cotangent.examples.downhill;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Random;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.cotangent.examples.downhill.Contours.Line;
import org.cotangent.examples.downhill.Trace.Stop;
import org.junit.jupiter.api.Test;

class ThinningTest {

    private static final List<Stop> WALK = walk(new Random(17));

    private static List<Stop> walk(Random random) {
        List<Stop> stops = new ArrayList<>(List.of(new Stop(0, 0, 1, 1)));
        for (int i = 2; i <= 5_000; i++) {
            Stop last = stops.get(stops.size() - 1);
            stops.add(new Stop(
                    last.x() + random.nextGaussian(), last.y() + random.nextGaussian(), i, random.nextDouble()));
        }
        return stops;
    }

    @Test
    void stopsAreApartAndNoneLeftOutIsFarFromTheOneKeptBefore() {
        List<Stop> kept = Thinning.apart(WALK, 5);
        assertThat(kept)
                .startsWith(WALK.get(0))
                .endsWith(WALK.get(WALK.size() - 1))
                .isSubsetOf(WALK);
        for (int i = 2; i < kept.size(); i++) {
            assertThat(distance(kept.get(i - 2), kept.get(i - 1))).isGreaterThanOrEqualTo(5);
        }
        Stop last = WALK.get(0);
        for (Stop stop : WALK) {
            last = kept.contains(stop) ? stop : last;
            assertThat(distance(last, stop)).isLessThan(5);
        }
    }

    private static double distance(Stop a, Stop b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }

    @Test
    void everyColumnKeepsItsLowestAndItsHighest() {
        List<Stop> kept = Thinning.envelope(WALK, 10);
        assertThat(kept).hasSizeLessThan(4 * 38).isSubsetOf(WALK);
        for (int column = 0; column < 37; column++) {
            double from = Math.pow(10, column / 10.0);
            double to = Math.pow(10, (column + 1) / 10.0);
            LongPredicate inside = evaluations -> evaluations >= from && evaluations < to;
            DoubleSummaryStatistics all = norms(WALK, inside);
            assertThat(norms(kept, inside).getMin()).isEqualTo(all.getMin());
            assertThat(norms(kept, inside).getMax()).isEqualTo(all.getMax());
        }
    }

    private static DoubleSummaryStatistics norms(List<Stop> stops, LongPredicate inside) {
        return stops.stream()
                .filter(stop -> inside.test(stop.evaluations()))
                .mapToDouble(Stop::gradientNorm)
                .summaryStatistics();
    }

    @Test
    void noPointThatALineLosesIsFarFromIt() {
        double[] angles = IntStream.rangeClosed(0, 1_000)
                .mapToDouble(i -> 2 * Math.PI * i / 1_000)
                .toArray();
        Line circle = new Line(
                IntStream.range(0, 1_001).mapToDouble(i -> Math.cos(angles[i])).toArray(),
                IntStream.range(0, 1_001).mapToDouble(i -> Math.sin(angles[i])).toArray());
        Line few = Thinning.bends(circle, 1e-3);
        // An arc of angle a is 1 - cos(a/2) away from its chord: at least 71 chords, twice that by halving.
        assertThat(few.x().length).isBetween(72, 143);
        for (int i = 0; i <= 1_000; i++) {
            assertThat(distance(few, circle.x()[i], circle.y()[i])).isLessThanOrEqualTo(1e-3);
        }
    }

    private static double distance(Line line, double x, double y) {
        return IntStream.range(1, line.x().length)
                .mapToDouble(i -> Line2D.ptSegDist(line.x()[i - 1], line.y()[i - 1], line.x()[i], line.y()[i], x, y))
                .min()
                .orElseThrow();
    }
}
