package org.cotangent.optim.trust;

import java.util.function.Supplier;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.run.FunctionEvaluation;
import org.cotangent.optim.run.MovableEvaluation;
import org.cotangent.optim.run.StopSignal;
import org.cotangent.optim.run.Vectors;

/**
 * Wins the digits of the point that the value cannot show: near a minimum the value is level to
 * the last bit over half the digits of x, so every method that demands a decrease stops there.
 * Undamped Newton steps go on while they shrink, under guards: the system is positive definite,
 * every step is short, and the value rises no more than its rounding error. The point that asks for
 * the shortest step is the result; whatever fails a guard is not taken.
 *
 * @param <E> the points it works on
 */
public final class Finish<E extends MovableEvaluation> {

    /** A first relative step longer than this is no finish. */
    private static final double LONGEST_STEP = 1e-2;

    /** Linear convergence of Gauss-Newton by a factor of 0.8 wins ten digits in this many steps. */
    private static final int MOST_STEPS = 100;

    /**
     * Steps that do not shrink before the end: Gauss-Newton steps may grow once while two errors trade
     * places, and shrink again.
     */
    private static final int PATIENCE = 3;

    /** Below this relative step nothing is left to win. */
    private static final double SHORTEST_STEP = Math.ulp(1.0) / 4;

    private final NewtonSystem<E> system;
    private final Supplier<E> blanks;
    private boolean refused;

    /** A finish by the steps of a system. */
    public Finish(NewtonSystem<E> system, Supplier<E> blanks) {
        this.system = system;
        this.blanks = blanks;
    }

    /**
     * A finish by Newton steps with the dense Hessian.
     *
     * @param function the function, its calls counted
     */
    public static Finish<FunctionEvaluation> newton(TwiceDifferentiableFunction function) {
        return new Finish<>(new DenseNewton(function), () -> new FunctionEvaluation(function));
    }

    /** Whether the last polish went nowhere, as its first step was too long for one or the Hessian not positive. */
    boolean isRefused() {
        return refused;
    }

    /** What the end of the last polish tells of the Hessian. */
    Definiteness definiteness() {
        return system.definiteness();
    }

    /**
     * Polishes a point.
     *
     * @return of the points that passed the guards the one with the shortest step left, {@code
     *     start} itself if none is better
     */
    public Polished<E> polish(E start) {
        system.begin();
        Polishing polishing = new Polishing(start);
        polishing.run();
        refused = polishing.shortest == LONGEST_STEP;
        return new Polished<>(polishing.best, polishing.shortest);
    }

    /**
     * Where a polish ended.
     *
     * @param point the point, its gradient known
     * @param stepLeft the relative step it still asks for
     */
    public record Polished<E>(E point, double stepLeft) {}

    /** One polish: the best point so far, the current one and buffers for the next. */
    private final class Polishing {

        private final double[] step;
        private E best;
        private E current;
        private double shortest = LONGEST_STEP;
        private int misses;

        Polishing(E start) {
            step = new double[start.point().length];
            best = start;
            current = start;
        }

        void run() {
            try {
                for (int k = 0; k < MOST_STEPS && misses < PATIENCE && shortest > SHORTEST_STEP; k++) {
                    if (!advance()) {
                        break;
                    }
                }
            } catch (StopSignal signal) {
                // The budget ended: the best point so far is still better than the start.
                misses = PATIENCE;
            }
        }

        /** Judges the current point by the step it asks for, and takes that step if it may. */
        private boolean advance() {
            double length = system.solve(current, step);
            if (!(length < LONGEST_STEP)) {
                return false;
            }
            if (length < shortest) {
                shortest = length;
                best = current;
                misses = 0;
            } else {
                misses++;
            }
            E next = blanks.get();
            Vectors.sum(current.point(), 1, step, next.overwrite());
            boolean acceptable = isAcceptable(next);
            current = next;
            return acceptable;
        }

        private boolean isAcceptable(E next) {
            double rise = -current.decreaseTo(next);
            return (rise <= 0 || rise <= system.noise(current)) && Vectors.isFinite(next.gradient());
        }
    }
}
