package org.cotangent.optim.trust;

import java.util.Optional;
import org.cotangent.optim.run.MovableEvaluation;
import org.cotangent.optim.run.Stateful;
import org.cotangent.optim.run.VariableSizes;
import org.cotangent.optim.run.Verdict;

/**
 * How the function is modelled. The model is immutable and shared; what it learns during a run is
 * kept in the memory it begins.
 *
 * @param <F> what it asks of the function
 * @param <E> the points it works on
 * @param <Q> the quadratics it builds
 */
@FunctionalInterface
public interface Model<F, E extends MovableEvaluation, Q extends Quadratic> {

    /**
     * Begins a run.
     *
     * @param function the function, its calls counted
     * @param sizes what the caller knows of the sizes of the variables
     */
    Memory<E, Q> begin(F function, VariableSizes sizes);

    /** What one run has learned. */
    interface Memory<E extends MovableEvaluation, Q extends Quadratic> extends Stateful {

        /** Buffers for a point. */
        E blank();

        /** What the caller knows of the sizes of the variables. */
        VariableSizes sizes();

        /** Learns from an accepted step, before a model around {@code to} is asked for. */
        void learn(E from, E to);

        /**
         * The model around an accepted point. Follows from the point and from what was learned, and
         * changes neither: a resumed run asks again.
         */
        Q around(E point);

        /**
         * Prepares a trial for being judged by its value. Models that want the gradient of every trial ask
         * for it here, which makes one evaluation of two.
         */
        default void visit(E trial) {}

        /**
         * Learns from a trial that was not taken.
         *
         * @return whether the model around {@code from} has changed
         */
        default boolean learnFromRejected(E from, E rejected) {
            return false;
        }

        /**
         * Forgets what was learned, when that allows no further step.
         *
         * @return whether there was something to forget, so that the model around the current point differs
         */
        default boolean forget() {
            return false;
        }

        /**
         * The change of the value that may be rounding: where the model promises less, a trial is judged by
         * its gradient. 0 for values that are exact to the last bit; there the loop comes to rest instead.
         */
        default double noise(E at) {
            return 0;
        }

        /**
         * Takes over what {@link #exactly} found, where the model promises nothing more and that does.
         *
         * @return whether it was taken, so that the model around the current point differs
         */
        default boolean adopt(Quadratic exact) {
            return false;
        }

        /**
         * Whether a trial, lower than where it came from but not as the model said, lies where the function does not
         * depend on a variable any more that counted before: no derivative leads back from there.
         *
         * @param trial its gradient is known
         */
        default boolean losesSight(E from, E trial) {
            return false;
        }

        /** What speaks against claiming a point, though nothing there promises a lower value; empty if nothing does. */
        default Optional<Verdict> objection(E at) {
            return Optional.empty();
        }

        /**
         * The function around a point that the model would claim and a finish refused, by derivatives alone and
         * nothing learned; empty where the claim is not based on the model, or there is nothing below.
         */
        default Optional<Quadratic> verification(E at) {
            return Optional.empty();
        }

        /** How far the value at a point may be off by rounding, measured if need be: where a run came to rest. */
        default double uncertainty(E at) {
            return noise(at);
        }

        /** A bound on how far the value can fall from a point to any other; infinite where none is known. */
        default double mostDecrease(E at) {
            return Double.POSITIVE_INFINITY;
        }

        /**
         * Looks for negative curvature that the model does not know of, at a point that is about to be claimed.
         *
         * @param seen what a finish there knows
         * @param direction length n, receives a direction of norm 1, downhill if there is a slope
         * @return dᵀHd, not negative if none was found; NaN where nobody looked
         */
        default double hiddenCurvature(E at, Definiteness seen, double[] direction) {
            return Double.NaN;
        }

        /**
         * The function around a point as exactly as its derivatives tell, at any cost: what a claim is based on
         * where a run came to rest at the rounding of the value.
         */
        default Optional<Quadratic> exactly(E point) {
            double[] scale = new TypicalSizes(sizes(), point.point().length).scale(point);
            return DifferencedHessian.at(point, sizes(), this::blank)
                    .map(known -> HessianQuadratic.of(known, point, scale));
        }
    }
}
