package org.cotangent.optim.trust;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.cotangent.optim.run.Identity;
import org.cotangent.optim.run.Meter;
import org.cotangent.optim.run.MovableEvaluation;
import org.cotangent.optim.run.Settings;
import org.cotangent.optim.run.VariableSizes;

/**
 * A method of the trust-region family: a model, a subproblem solver, and perhaps a finish.
 * Immutable. Named methods wrap it with what their functions and results are.
 *
 * @param <F> what the model asks of the function
 * @param <E> the points it works on
 * @param <Q> the quadratics that pass from model to solver
 */
public final class TrustRegion<F, E extends MovableEvaluation, Q extends Quadratic> {

    private final Model<? super F, E, Q> model;
    private final SubproblemSolver<? super Q> solver;
    private final RadiusPolicy policy;
    private final VariableSizes sizes;
    private final Function<F, Optional<NewtonSystem<E>>> finish;

    /**
     * Composes a method.
     *
     * @param sizes what the caller knows of the sizes of the variables
     * @param finish the system of the finish for a function, its calls counted; empty for none
     */
    public TrustRegion(
            Model<? super F, E, Q> model,
            SubproblemSolver<? super Q> solver,
            RadiusPolicy policy,
            VariableSizes sizes,
            Function<F, Optional<NewtonSystem<E>>> finish) {
        this.model = Objects.requireNonNull(model, "model is null, expected how the function is modelled");
        this.solver = Objects.requireNonNull(solver, "solver is null, expected how the model is minimized");
        this.finish = Objects.requireNonNull(finish, "finish is null, expected f -> Optional.empty() for none");
        this.policy = Objects.requireNonNull(policy, "policy is null, expected how the radius follows the trials");
        this.sizes = Objects.requireNonNull(sizes, "sizes is null, expected VariableSizes.unknown() for none");
    }

    /** What distinguishes the method from others, its settings for a run left out. */
    private String describe(boolean finished) {
        return model + " with " + solver + ", " + policy + (sizes.areKnown() ? ", " + sizes : "")
                + (finished ? ", finish" : ", no finish");
    }

    /**
     * Begins a run.
     *
     * @param metered the function, its calls counted by the meter
     * @param start first point, length n, copied
     */
    public TrustRegionRun<E, Q> start(F metered, Meter meter, Settings settings, double[] start) {
        sizes.requireLength(start.length);
        Model.Memory<E, Q> memory = model.begin(metered, sizes);
        Optional<Finish<E>> polish = finish.apply(metered).map(system -> new Finish<>(system, memory::blank));
        Identity identity = new Identity(describe(polish.isPresent()), start.length, settings.problem());
        return new TrustRegionRun<>(identity, memory, solver, policy, polish, settings, meter, start);
    }
}
