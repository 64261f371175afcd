package org.cotangent.optim.run;

import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * What the caller decides about a run, whatever the method.
 *
 * @param rule when to stop
 * @param budget what may be spent
 * @param observer who watches
 * @param cancelled asked before every evaluation; true ends the run
 */
public record Settings(StoppingRule rule, Budget budget, Observer observer, BooleanSupplier cancelled) {

    public Settings {
        Objects.requireNonNull(rule, "rule is null, expected a stopping rule such as StoppingRules.gradientNorm(1e-8)");
        Objects.requireNonNull(budget, "budget is null, expected limits such as Budget.DEFAULT");
        Objects.requireNonNull(observer, "observer is null, expected one; Observer.NONE does nothing");
        Objects.requireNonNull(cancelled, "cancelled is null, expected a supplier; () -> false never cancels");
    }

    /** A rule, with the default budget, no observer and no cancellation. */
    public static Settings of(StoppingRule rule) {
        return new Settings(rule, Budget.DEFAULT, Observer.NONE, () -> false);
    }

    Settings withRule(StoppingRule changed) {
        return new Settings(changed, budget, observer, cancelled);
    }

    Settings withBudget(Budget changed) {
        return new Settings(rule, changed, observer, cancelled);
    }

    Settings withObserver(Observer changed) {
        return new Settings(rule, budget, changed, cancelled);
    }

    Settings withCancelled(BooleanSupplier changed) {
        return new Settings(rule, budget, observer, changed);
    }
}
