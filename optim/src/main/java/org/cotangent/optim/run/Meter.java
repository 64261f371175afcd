package org.cotangent.optim.run;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.cotangent.ad.function.OutsideDomainException;

/** Counts the calls and the time of one run and refuses the first call too many. */
public final class Meter implements Stateful {

    private static final Call[] KINDS = Call.values();
    private static final String EVALUATION = "evaluation";
    private static final double NANOSECONDS_PER_SECOND = 1e9;

    private final Budget budget;
    private final BooleanSupplier cancelled;
    private final LongSupplier clock;
    private final long nanoseconds;
    private final long[] spent = new long[KINDS.length];
    private final long[] limits = new long[KINDS.length];
    private long origin;
    private boolean free;
    private String outside = "";

    /** A meter at zero. */
    public Meter(Budget budget, BooleanSupplier cancelled) {
        this(budget, cancelled, System::nanoTime);
    }

    /** A meter at zero for a run under these settings. */
    public static Meter of(Settings settings) {
        return new Meter(settings.budget(), settings.cancelled(), settings.clock());
    }

    private Meter(Budget budget, BooleanSupplier cancelled, LongSupplier clock) {
        this.budget = budget;
        this.cancelled = cancelled;
        this.clock = clock;
        this.nanoseconds = budget.nanoseconds();
        Arrays.setAll(limits, kind -> budget.limit(KINDS[kind]));
        this.origin = clock.getAsLong();
    }

    /** Admits one evaluation of the value. */
    public void value() {
        admit(Call.VALUE, 1);
    }

    /** Admits one evaluation of value and gradient. */
    public void gradient() {
        admit(Call.GRADIENT, 1);
    }

    /** Admits one evaluation of a Jacobian or a product with it. */
    public void jacobian() {
        admit(Call.JACOBIAN, 1);
    }

    /** Admits one Hessian-vector product. */
    public void product() {
        admit(Call.PRODUCT, 1);
    }

    /** Admits several Hessian-vector products at once, all or none. */
    public void products(int count) {
        admit(Call.PRODUCT, count);
    }

    /** Admits one dense Hessian. */
    public void hessian() {
        admit(Call.HESSIAN, 1);
    }

    /**
     * Does work that was counted before the run was saved: what a resumed run computes again, it
     * does not pay again.
     */
    public void again(Runnable work) {
        free = true;
        try {
            work.run();
        } finally {
            free = false;
        }
    }

    /** Notes that the function had no value somewhere. */
    void outside(OutsideDomainException exception) {
        outside = String.valueOf(exception.getMessage());
    }

    /** What the function said where it had no value last; empty if it had one in every call, or since this was forgotten. */
    public String outside() {
        return outside;
    }

    /** Forgets what {@link #outside} tells, at the beginning of something that may fail for another reason. */
    public void forgetOutside() {
        outside = "";
    }

    /** What was spent. */
    public Counts counts() {
        return new Counts(
                spent(Call.VALUE),
                spent(Call.GRADIENT),
                spent(Call.JACOBIAN),
                spent(Call.PRODUCT),
                spent(Call.HESSIAN));
    }

    /** The time since the start, that of the saved run included. */
    public Duration elapsed() {
        return Duration.ofNanos(clock.getAsLong() - origin);
    }

    /** Whether some limit leaves nothing to spend. */
    boolean isUsedUp() {
        for (Call kind : KINDS) {
            if (spent(kind) >= budget.limit(kind) && budget.limit(kind) > 0) {
                return true;
            }
        }
        return evaluations() >= budget.evaluations() || calls() >= budget.calls() || isLate();
    }

    @Override
    public void exchange(State state) {
        state.vector(spent);
        long now = clock.getAsLong();
        origin = now - state.integer(now - origin);
    }

    private void admit(Call kind, int count) {
        if (free) {
            return;
        }
        if (cancelled.getAsBoolean()) {
            throw new StopSignal(new Verdict(Status.CANCELLED, "the caller asked to stop"));
        }
        requireTime();
        require(spent(kind), count, limits[kind.ordinal()], kind.noun());
        if (kind.isEvaluation()) {
            require(evaluations(), count, budget.evaluations(), EVALUATION);
        }
        require(calls(), count, budget.calls(), "call");
        spent[kind.ordinal()] += count;
    }

    /** As {@link Counts#evaluations()}, without an object for every call. */
    public long evaluations() {
        return spent(Call.VALUE) + spent(Call.GRADIENT) + spent(Call.JACOBIAN);
    }

    private long calls() {
        return evaluations() + spent(Call.PRODUCT) + spent(Call.HESSIAN);
    }

    private long spent(Call kind) {
        return spent[kind.ordinal()];
    }

    private boolean isLate() {
        return nanoseconds < Long.MAX_VALUE && clock.getAsLong() - origin >= nanoseconds;
    }

    private void requireTime() {
        if (isLate()) {
            double seconds = (clock.getAsLong() - origin) / NANOSECONDS_PER_SECOND;
            throw new StopSignal(new Verdict(
                    Status.TIME_LIMIT,
                    Text.of(seconds) + " s used of the " + Text.of(nanoseconds / NANOSECONDS_PER_SECOND)
                            + " s that are allowed"));
        }
    }

    /** What to raise: the limit that was met, which need not be the one on evaluations. */
    private static String advice(String noun) {
        return noun.equals(EVALUATION)
                ? Status.EVALUATION_LIMIT.advice()
                : "raise the budget's limit on " + noun + "s, or save the run and resume it";
    }

    private static void require(long done, int more, long allowed, String noun) {
        // Subtracted, as the sum may overflow.
        if (done > allowed - more) {
            String reason = Text.count(done, noun) + " done, all that are allowed";
            throw new StopSignal(new Verdict(Status.EVALUATION_LIMIT, reason, advice(noun)));
        }
    }
}
