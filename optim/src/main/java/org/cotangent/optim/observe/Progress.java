package org.cotangent.optim.observe;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.cotangent.optim.run.Iterate;
import org.cotangent.optim.run.Observer;
import org.cotangent.optim.run.Run;
import org.cotangent.optim.run.Text;

/**
 * A line of text every few seconds, so that a long run can be seen to go on, and its summary at the
 * end. Runs that end before the first line say nothing.
 */
public final class Progress implements Observer {

    private static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(5);
    private static final double MILLISECONDS_PER_SECOND = 1e3;

    private final Interval interval;
    private final Consumer<String> lines;
    private boolean spoke;

    private Progress(Duration interval, Consumer<String> lines) {
        this.interval = new Interval(interval);
        this.lines =
                Objects.requireNonNull(lines, "lines is null, expected where to write such as System.err::println");
    }

    /** A line to a stream every five seconds. */
    public static Progress to(PrintStream out) {
        Objects.requireNonNull(out, "out is null, expected a stream such as System.err");
        return every(DEFAULT_INTERVAL, out::println);
    }

    /** A line every so often. */
    public static Progress every(Duration interval, Consumer<String> lines) {
        return new Progress(interval, lines);
    }

    @Override
    public Decision accepted(Iterate iterate) {
        return Decision.CONTINUE;
    }

    @Override
    public void stepped(Run<?> run, Iterate iterate) {
        if (run.done()) {
            if (spoke) {
                lines.accept(String.valueOf(run.result()));
            }
            spoke = false;
        } else if (interval.isOver(iterate)) {
            spoke = true;
            lines.accept(line(iterate));
        }
    }

    private static String line(Iterate iterate) {
        return "iteration " + iterate.iteration() + ": value " + iterate.value() + ", gradient norm "
                + Text.of(iterate.gradientNorm()) + ", "
                + Text.count(iterate.counts().evaluations(), "evaluation") + ", "
                + Text.of(iterate.elapsed().toMillis() / MILLISECONDS_PER_SECOND) + " s";
    }
}
