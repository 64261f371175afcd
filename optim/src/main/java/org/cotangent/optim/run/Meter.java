package org.cotangent.optim.run;

import java.util.function.BooleanSupplier;

/** Counts the calls of one run and refuses the first one too many. */
public final class Meter implements Stateful {

    private final Budget budget;
    private final BooleanSupplier cancelled;
    private long values;
    private long gradients;
    private long jacobians;
    private long products;
    private boolean free;

    /** A meter at zero. */
    public Meter(Budget budget, BooleanSupplier cancelled) {
        this.budget = budget;
        this.cancelled = cancelled;
    }

    /** Admits one evaluation of the value. */
    public void value() {
        values += admitEvaluation();
    }

    /** Admits one evaluation of value and gradient. */
    public void gradient() {
        gradients += admitEvaluation();
    }

    /** Admits one evaluation of a Jacobian or a product with it. */
    public void jacobian() {
        jacobians += admitEvaluation();
    }

    /** Admits one Hessian-vector product. */
    public void product() {
        products += admit(products, budget.products(), "Hessian-vector product");
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

    /** What was spent. */
    public Counts counts() {
        return new Counts(values, gradients, jacobians, products);
    }

    @Override
    public void exchange(State state) {
        values = state.integer(values);
        gradients = state.integer(gradients);
        jacobians = state.integer(jacobians);
        products = state.integer(products);
    }

    private int admitEvaluation() {
        return admit(values + gradients + jacobians, budget.evaluations(), "evaluation");
    }

    /** What the call counts. */
    private int admit(long spent, long allowed, String noun) {
        if (free) {
            return 0;
        }
        refuseIfCancelled();
        if (spent >= allowed) {
            throw limit(spent, noun);
        }
        return 1;
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
