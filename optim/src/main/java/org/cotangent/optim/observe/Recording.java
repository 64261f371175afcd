package org.cotangent.optim.observe;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.cotangent.optim.run.Call;
import org.cotangent.optim.run.Counts;
import org.cotangent.optim.run.Iterate;
import org.cotangent.optim.run.Observer;
import org.cotangent.optim.run.Run;

/** A table of the run for plots: the start and every accepted point, with what was spent until then. */
public final class Recording implements Observer {

    private static final double NANOSECONDS_PER_SECOND = 1e9;

    /**
     * One line of the table.
     *
     * @param iteration its number, 0 for the start
     * @param value f
     * @param gradientNorm ‖∇f‖, Euclidean
     * @param stepNorm the length of the step that led there, NaN at the start
     * @param counts what was spent
     * @param seconds since the start
     * @param point x, empty if points are not recorded; a list, as rows are compared by value
     */
    public record Row(
            long iteration,
            double value,
            double gradientNorm,
            double stepNorm,
            Counts counts,
            double seconds,
            List<Double> point) {}

    private final boolean withPoints;
    private final long stride;
    private final List<Row> rows = new ArrayList<>();

    private Recording(boolean withPoints, long stride) {
        this.withPoints = withPoints;
        this.stride = stride;
    }

    /** A recording without the points themselves. */
    public static Recording ofNumbers() {
        return new Recording(false, 1);
    }

    /** A recording with the points, which takes n numbers more for each. */
    public static Recording withPoints() {
        return new Recording(true, 1);
    }

    /** The same of every so many iterations, and the end. */
    public Recording every(long iterations) {
        if (iterations < 1) {
            throw new IllegalArgumentException(
                    "recording every " + iterations + " iterations, expected at least 1; leave it out for all");
        }
        return new Recording(withPoints, iterations);
    }

    @Override
    public Decision accepted(Iterate iterate) {
        return Decision.CONTINUE;
    }

    @Override
    public void stepped(Run<?> run, Iterate iterate) {
        long number = iterate.iteration();
        if (number % stride != 0 && !run.done()) {
            return;
        }
        // The finish improves a point under the same number.
        if (!rows.isEmpty() && rows.get(rows.size() - 1).iteration() == number) {
            rows.remove(rows.size() - 1);
        }
        rows.add(row(iterate));
    }

    private Row row(Iterate iterate) {
        List<Double> point = new ArrayList<>();
        if (withPoints) {
            for (double coordinate : iterate.point()) {
                point.add(coordinate);
            }
        }
        return new Row(
                iterate.iteration(),
                iterate.value(),
                iterate.gradientNorm(),
                iterate.stepNorm(),
                iterate.counts(),
                iterate.elapsed().toNanos() / NANOSECONDS_PER_SECOND,
                List.copyOf(point));
    }

    /** The table so far. */
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** Writes the table as comma-separated values with a line of names; numbers to the last bit. */
    public void writeCsv(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            writeCsv(out);
        }
    }

    /** The same to a writer, which stays open. */
    public void writeCsv(Appendable out) throws IOException {
        out.append("iteration,value,gradient_norm,step_norm,values,gradients,jacobians,products,hessians,seconds");
        int dimension = rows.isEmpty() ? 0 : rows.get(0).point().size();
        for (int i = 0; i < dimension; i++) {
            out.append(",x").append(String.valueOf(i));
        }
        out.append('\n');
        for (Row row : rows) {
            out.append(text(row)).append('\n');
        }
    }

    private static String text(Row row) {
        Counts counts = row.counts();
        StringJoiner line = new StringJoiner(",")
                .add(String.valueOf(row.iteration()))
                .add(String.valueOf(row.value()))
                .add(String.valueOf(row.gradientNorm()))
                .add(String.valueOf(row.stepNorm()));
        for (Call kind : Call.values()) {
            line.add(String.valueOf(counts.of(kind)));
        }
        line.add(String.valueOf(row.seconds()));
        row.point().forEach(coordinate -> line.add(String.valueOf(coordinate)));
        return line.toString();
    }
}
