package org.cotangent.optim.run;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * How much a run may spend: of every kind of call, of all together, and of time. Everything is
 * checked before each call, so a limit on calls is never exceeded by one, and no call begins after
 * the time is up. A negative limit is refused with an {@link IllegalArgumentException}.
 *
 * <pre>{@code
 * Budget.DEFAULT.withEvaluations(500).withLimit(Call.PRODUCT, 5_000).withTime(Duration.ofMinutes(2))
 * }</pre>
 */
public final class Budget {

    /** Large enough for slow first-order methods on small problems, small enough to end. */
    private static final long DEFAULT_ITERATIONS = 100_000;

    /** 100,000 iterations, any number of calls and any time. */
    public static final Budget DEFAULT =
            new Budget(DEFAULT_ITERATIONS, Long.MAX_VALUE, Long.MAX_VALUE, Map.of(), ChronoUnit.FOREVER.getDuration());

    private final long iterations;
    private final long evaluations;
    private final long calls;
    private final Map<Call, Long> each;
    private final Duration time;

    private Budget(long iterations, long evaluations, long calls, Map<Call, Long> each, Duration time) {
        this.iterations = iterations;
        this.evaluations = evaluations;
        this.calls = calls;
        this.each = each;
        this.time = time;
    }

    /** The same with another limit on accepted steps. */
    public Budget withIterations(long limit) {
        return new Budget(require("maxIterations", limit), evaluations, calls, each, time);
    }

    /** The same with another limit on calls that visit a point, see {@link Counts#evaluations()}. */
    public Budget withEvaluations(long limit) {
        return new Budget(iterations, require("maxEvaluations", limit), calls, each, time);
    }

    /** The same with another limit on Hessian-vector products. */
    public Budget withProducts(long limit) {
        return withLimit(Call.PRODUCT, limit);
    }

    /** The same with another limit on calls of all kinds together. */
    public Budget withCalls(long limit) {
        return new Budget(iterations, evaluations, require("limit on all calls", limit), each, time);
    }

    /** The same with another limit on one kind of call. */
    public Budget withLimit(Call kind, long limit) {
        Map<Call, Long> changed = new EnumMap<>(Call.class);
        changed.putAll(each);
        changed.put(kind, require("limit on calls for a " + kind.noun(), limit));
        return new Budget(iterations, evaluations, calls, changed, time);
    }

    /** The same with another limit on the time since the start; time before a resumed save counts. */
    public Budget withTime(Duration limit) {
        Objects.requireNonNull(limit, "maxTime is null, expected a duration; leave it out for no limit");
        if (limit.isNegative()) {
            throw new IllegalArgumentException(
                    "maxTime is " + limit + ", expected at least 0; leave it out for no limit");
        }
        return new Budget(iterations, evaluations, calls, each, limit);
    }

    /** Most accepted steps. */
    public long iterations() {
        return iterations;
    }

    /** Most calls that visit a point. */
    public long evaluations() {
        return evaluations;
    }

    /** Most calls of all kinds together. */
    public long calls() {
        return calls;
    }

    /** Most calls of one kind. */
    public long limit(Call kind) {
        return each.getOrDefault(kind, Long.MAX_VALUE);
    }

    /** The longest time. */
    public Duration time() {
        return time;
    }

    /** The longest time, about 292 years if there is no limit. */
    long nanoseconds() {
        return time.compareTo(Duration.ofNanos(Long.MAX_VALUE)) < 0 ? time.toNanos() : Long.MAX_VALUE;
    }

    private static long require(String name, long limit) {
        if (limit < 0) {
            throw new IllegalArgumentException(
                    name + " is " + limit + ", expected at least 0; leave it out for no limit");
        }
        return limit;
    }
}
