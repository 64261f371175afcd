package org.cotangent.optim.run;

import java.util.function.BooleanSupplier;

/** Counts the calls of one run and refuses the first one too many. */
public final class Meter {

    private final Budget budget;
    private final BooleanSupplier cancelled;
    private long values;
    private long gradients;
    private long jacobians;
    private long products;

    /** A meter at zero. */
    public Meter(Budget budget, BooleanSupplier cancelled) {
        this.budget = budget;
        this.cancelled = cancelled;
    }

    /** Admits one evaluation of the value. */
    public void value() {
        admitEvaluation();
        values++;
    }

    /** Admits one evaluation of value and gradient. */
    public void gradient() {
        admitEvaluation();
        gradients++;
    }

    /** Admits one evaluation of a Jacobian or a product with it. */
    public void jacobian() {
        admitEvaluation();
        jacobians++;
    }

    /** Admits one Hessian-vector product. */
    public void product() {
        refuseIfCancelled();
        if (products >= budget.products()) {
            throw limit(products, "Hessian-vector product");
        }
        products++;
    }

    /** What was spent. */
    public Counts counts() {
        return new Counts(values, gradients, jacobians, products);
    }

    private void admitEvaluation() {
        refuseIfCancelled();
        long spent = values + gradients + jacobians;
        if (spent >= budget.evaluations()) {
            throw limit(spent, "evaluation");
        }
    }

    private void refuseIfCancelled() {
        if (cancelled.getAsBoolean()) {
            throw new StopSignal(new Verdict(Status.CANCELLED, "the caller asked to stop"));
        }
    }

    private static StopSignal limit(long spent, String noun) {
        return new StopSignal(
                new Verdict(Status.EVALUATION_LIMIT, Text.count(spent, noun) + " done, all that are allowed"));
    }
}
