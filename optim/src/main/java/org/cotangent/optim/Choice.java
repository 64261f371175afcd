package org.cotangent.optim;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.cotangent.optim.run.Configured;
import org.cotangent.optim.run.Minimizer;
import org.cotangent.optim.run.Run;
import org.cotangent.optim.run.Settings;

/**
 * A method that was chosen for a function, together with that function and with the reason. Takes
 * the same settings as every method.
 *
 * @param <R> what comes back
 */
public final class Choice<R> implements Configured<Choice<R>> {

    private final Bound<R> bound;
    private final String reason;

    private Choice(Bound<R> bound, String reason) {
        this.bound = bound;
        this.reason = reason;
    }

    static <F, R, M extends Minimizer<F, R> & Configured<M>> Choice<R> of(M method, F function, String reason) {
        return new Choice<>(new BoundMethod<>(method, function), reason);
    }

    /** Why this method: what the function offers, its size, and what the method makes of both. */
    public String reason() {
        return reason;
    }

    /**
     * Runs to the end.
     *
     * @param start first point, length n, not modified
     */
    public R minimize(double... start) {
        return start(start).finish();
    }

    /** Begins a run that the caller steps. */
    public Run<R> start(double... start) {
        return bound.start(start);
    }

    /** Goes on with a run that was saved, see {@link Minimizer#resume}. */
    public Run<R> resume(Path saved) throws IOException {
        return bound.resume(saved);
    }

    @Override
    public Settings settings() {
        return bound.settings();
    }

    @Override
    public Choice<R> with(Settings settings) {
        Objects.requireNonNull(settings, "settings is null, expected what settings() returns");
        return new Choice<>(bound.with(settings), reason);
    }

    @Override
    public String toString() {
        return reason;
    }

    /** A method whose types of function and of itself are nobody's concern any more. */
    private interface Bound<R> {

        Run<R> start(double... start);

        Run<R> resume(Path saved) throws IOException;

        Settings settings();

        Bound<R> with(Settings settings);
    }

    private record BoundMethod<F, R, M extends Minimizer<F, R> & Configured<M>>(M method, F function)
            implements Bound<R> {

        @Override
        public Run<R> start(double... start) {
            return method.start(function, start);
        }

        @Override
        public Run<R> resume(Path saved) throws IOException {
            return method.resume(function, saved);
        }

        @Override
        public Settings settings() {
            return method.settings();
        }

        @Override
        public Bound<R> with(Settings settings) {
            return new BoundMethod<>(method.with(settings), function);
        }
    }
}
