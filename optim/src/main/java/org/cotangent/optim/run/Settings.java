package org.cotangent.optim.run;

import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * What the caller decides about a run, whatever the method.
 *
 * @param rule when to stop
 * @param budget what may be spent
 * @param observer who watches
 * @param cancelled asked before every evaluation; true ends the run
 * @param clock the time in nanoseconds from any origin, System.nanoTime but for tests
 * @param problem a name for the problem, empty without one; a run is only resumed under its name
 */
public record Settings(
        StoppingRule rule,
        Budget budget,
        Observer observer,
        BooleanSupplier cancelled,
        LongSupplier clock,
        String problem) {

    public Settings {
        Objects.requireNonNull(rule, "rule is null, expected a stopping rule such as StoppingRules.gradientNorm(1e-8)");
        Objects.requireNonNull(budget, "budget is null, expected limits such as Budget.DEFAULT");
        Objects.requireNonNull(observer, "observer is null, expected one; Observer.NONE does nothing");
        Objects.requireNonNull(cancelled, "cancelled is null, expected a supplier; () -> false never cancels");
        Objects.requireNonNull(clock, "clock is null, expected one such as System::nanoTime");
        Objects.requireNonNull(problem, "problem is null, expected a name, or \"\" for none");
    }

    /** A rule, with the default budget, no observer and no cancellation. */
    public static Settings of(StoppingRule rule) {
        return new Settings(rule, Budget.DEFAULT, Observer.NONE, () -> false, System::nanoTime, "");
    }

    Settings withRule(StoppingRule changed) {
        return new Settings(changed, budget, observer, cancelled, clock, problem);
    }

    Settings withBudget(Budget changed) {
        return new Settings(rule, changed, observer, cancelled, clock, problem);
    }

    Settings withObserver(Observer changed) {
        return new Settings(rule, budget, changed, cancelled, clock, problem);
    }

    Settings withCancelled(BooleanSupplier changed) {
        return new Settings(rule, budget, observer, changed, clock, problem);
    }

    Settings withClock(LongSupplier changed) {
        return new Settings(rule, budget, observer, cancelled, changed, problem);
    }

    Settings withProblem(String changed) {
        return new Settings(rule, budget, observer, cancelled, clock, changed);
    }
}
