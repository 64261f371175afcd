package org.cotangent.optim.run;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** One step of a run in a flight recording, beside what the machine did meanwhile. */
@Name("org.cotangent.optim.Iteration")
@Label("Optimizer Iteration")
@Description("A step of an optimization, from one accepted point to the next")
@Category({"Cotangent", "Optimization"})
@StackTrace(false)
final class IterationEvent extends Event {

    @Label("Method")
    String method = "";

    @Label("Problem")
    String problem = "";

    @Label("Iteration")
    long iteration;

    @Label("Value")
    double value;

    @Label("Gradient Norm")
    double gradientNorm;

    @Label("Step Length")
    double stepNorm;

    @Label("Evaluations")
    long evaluations;

    @Label("Hessian-Vector Products")
    long products;

    @Label("Hessians")
    long hessians;

    /** Ends the event and enters it if someone records. */
    void enter(Identity identity, Iterate iterate) {
        end();
        if (!shouldCommit()) {
            return;
        }
        method = identity.method();
        problem = identity.problem();
        iteration = iterate.iteration();
        value = iterate.value();
        gradientNorm = iterate.gradientNorm();
        stepNorm = iterate.stepNorm();
        evaluations = iterate.counts().evaluations();
        products = iterate.counts().products();
        hessians = iterate.counts().hessians();
        commit();
    }
}
