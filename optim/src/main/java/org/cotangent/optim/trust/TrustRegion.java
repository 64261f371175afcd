package org.cotangent.optim.trust;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.cotangent.optim.run.Identity;
import org.cotangent.optim.run.Meter;
import org.cotangent.optim.run.MovableEvaluation;
import org.cotangent.optim.run.Settings;

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
    private final double radiusFactor;
    private final Function<F, Optional<NewtonSystem<E>>> finish;

    /**
     * Composes a method.
     *
     * @param radiusFactor the first radius as a multiple of the scaled norm of the start
     * @param finish the system of the finish for a function, its calls counted; empty for none
     */
    public TrustRegion(
            Model<? super F, E, Q> model,
            SubproblemSolver<? super Q> solver,
            double radiusFactor,
            Function<F, Optional<NewtonSystem<E>>> finish) {
        this.model = Objects.requireNonNull(model, "model is null, expected how the function is modelled");
        this.solver = Objects.requireNonNull(solver, "solver is null, expected how the model is minimized");
        this.finish = Objects.requireNonNull(finish, "finish is null, expected f -> Optional.empty() for none");
        if (!(radiusFactor > 0) || Double.isInfinite(radiusFactor)) {
            throw new IllegalArgumentException(
                    "radius factor is " + radiusFactor + ", expected a positive finite number; try 1 to 100");
        }
        this.radiusFactor = radiusFactor;
    }

    /** What distinguishes the method from others, its settings for a run left out. */
    private String describe(boolean finished) {
        return model + " with " + solver + ", first radius factor " + radiusFactor
                + (finished ? ", finish" : ", no finish");
    }

    /**
     * Begins a run.
     *
     * @param metered the function, its calls counted by the meter
     * @param start first point, length n, copied
     */
    public TrustRegionRun<E, Q> start(F metered, Meter meter, Settings settings, double[] start) {
        Model.Memory<E, Q> memory = model.begin(metered);
        Optional<Finish<E>> polish = finish.apply(metered).map(system -> new Finish<>(system, memory::blank));
        Identity identity = new Identity(describe(polish.isPresent()), start.length, settings.problem());
        return new TrustRegionRun<>(identity, memory, solver, radiusFactor, polish, settings, meter, start);
    }
}
