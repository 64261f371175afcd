package org.cotangent.examples.downhill;

import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.cotangent.examples.downhill.Contours.Line;
import org.cotangent.examples.downhill.Trace.Stop;

/** Leaves out what would not be seen: thousands of points fall on the same few pixels. */
final class Thinning {

    private Thinning() {}

    /** Every stop that is at least a distance away from the last one kept; the first and the last in any case. */
    static List<Stop> apart(List<Stop> stops, double distance) {
        List<Stop> kept = new ArrayList<>(List.of(stops.get(0)));
        for (Stop stop : stops.subList(1, stops.size() - 1)) {
            Stop last = kept.get(kept.size() - 1);
            if (Math.hypot(stop.x() - last.x(), stop.y() - last.y()) >= distance) {
                kept.add(stop);
            }
        }
        kept.add(stops.get(stops.size() - 1));
        return kept;
    }

    /**
     * First, lowest, highest and last gradient norm of all stops that share a column when evaluations are
     * drawn logarithmically, in the order of the run.
     */
    static List<Stop> envelope(List<Stop> stops, int columnsPerDecade) {
        List<Stop> kept = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= stops.size(); to++) {
            if (to == stops.size()
                    || column(stops.get(to), columnsPerDecade) != column(stops.get(from), columnsPerDecade)) {
                kept.addAll(extremes(stops.subList(from, to)));
                from = to;
            }
        }
        return kept;
    }

    private static long column(Stop stop, int columnsPerDecade) {
        return (long) Math.floor(Math.log10((double) stop.evaluations()) * columnsPerDecade);
    }

    private static List<Stop> extremes(List<Stop> column) {
        int lowest = 0;
        int highest = 0;
        for (int i = 1; i < column.size(); i++) {
            lowest = column.get(i).gradientNorm() < column.get(lowest).gradientNorm() ? i : lowest;
            highest = column.get(i).gradientNorm() > column.get(highest).gradientNorm() ? i : highest;
        }
        return IntStream.of(0, lowest, highest, column.size() - 1)
                .distinct()
                .sorted()
                .mapToObj(column::get)
                .toList();
    }

    /**
     * The points of a line without which it would move by more than a tolerance (Douglas and Peucker, 1973):
     * the ends, the point farthest from the straight line between them, and so on in both parts.
     */
    static Line bends(Line line, double tolerance) {
        BitSet kept = new BitSet();
        int last = line.x().length - 1;
        kept.set(0);
        kept.set(last);
        bends(line, 0, last, tolerance, kept);
        return new Line(
                kept.stream().mapToDouble(i -> line.x()[i]).toArray(),
                kept.stream().mapToDouble(i -> line.y()[i]).toArray());
    }

    private static void bends(Line line, int from, int to, double tolerance, BitSet kept) {
        int farthest = from;
        double distance = tolerance;
        for (int i = from + 1; i < to; i++) {
            double far = Line2D.ptSegDist(
                    line.x()[from], line.y()[from], line.x()[to], line.y()[to], line.x()[i], line.y()[i]);
            if (far > distance) {
                farthest = i;
                distance = far;
            }
        }
        if (farthest > from) {
            kept.set(farthest);
            bends(line, from, farthest, tolerance, kept);
            bends(line, farthest, to, tolerance, kept);
        }
    }
}
