package org.cotangent.optim.observe;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.cotangent.optim.run.Iterate;
import org.cotangent.optim.run.Observer;
import org.cotangent.optim.run.Run;

/**
 * Saves the run now and then and at its end, for those whose process may die. The file is whole at
 * any moment. A failed write, as on a full disk, does not end the run: it is logged, or handed to
 * whom {@link #onFailure} names, and the next save is tried as usual.
 */
public final class Saving implements Observer {

    private static final System.Logger LOGGER = System.getLogger(Saving.class.getName());

    private final Path file;
    private final Predicate<Iterate> due;
    private final Consumer<IOException> failures;

    private Saving(Path file, Predicate<Iterate> due, Consumer<IOException> failures) {
        this.file = Objects.requireNonNull(file, "file is null, expected where to save");
        this.due = due;
        this.failures = Objects.requireNonNull(failures, "failures is null, expected who is told");
    }

    /** Saves after every so many iterations. */
    public static Saving every(long iterations, Path file) {
        if (iterations < 1) {
            throw new IllegalArgumentException(
                    "saving every " + iterations + " iterations, expected at least 1; 100 is a beginning");
        }
        return new Saving(file, iterate -> iterate.iteration() % iterations == 0, log(file));
    }

    /** Saves after every so much time, between steps. */
    public static Saving every(Duration interval, Path file) {
        return new Saving(file, new Interval(interval)::isOver, log(file));
    }

    private static Consumer<IOException> log(Path file) {
        return failure -> LOGGER.log(
                System.Logger.Level.WARNING,
                "the run was not saved to " + file + "; the last file saved, if any, is still there",
                failure);
    }

    /** A copy that tells of failed writes elsewhere. */
    public Saving onFailure(Consumer<IOException> told) {
        return new Saving(file, due, told);
    }

    @Override
    public Decision accepted(Iterate iterate) {
        return Decision.CONTINUE;
    }

    @Override
    public void stepped(Run<?> run, Iterate iterate) {
        if (!due.test(iterate) && !run.done()) {
            return;
        }
        try {
            run.save(file);
        } catch (IOException failure) {
            failures.accept(failure);
        }
    }
}
