package org.cotangent.optim.search;

import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Stateful;

/**
 * When a search leaves its own steps for {@link Excursion}s and when it comes back to them: whichever falls farther
 * with an evaluation goes on.
 */
final class Creep implements Stateful {

    /**
     * Steps of its own for each variable before a search is doubted: one that learns the curvature fast is done
     * by then. With 3, 4 and 6 the test sets need 7, 3 and 1 % more evaluations (geometric mean).
     */
    private static final int PATIENCE = 5;

    /** Waits for so many times as long after excursions that were not worth their cost. */
    private static final int LONGER = 2;

    /** The part of the search's own rate that an excursion has to reach: the next one goes twice as far. */
    private static final double ENOUGH = 0.5;

    /** Times that waiting becomes longer, far beyond any run: so that the count does not overflow. */
    private static final long LONGEST = 1L << 40;

    private final long patience;
    private long wait = 1;
    private long steps;
    private double value = Double.NaN;
    private long evaluations;
    private double rate;
    private boolean away;
    private boolean judged;
    private boolean paid;

    Creep(int dimension) {
        patience = (long) PATIENCE * dimension;
    }

    /** Whether the next step is an excursion. */
    boolean leavesNow() {
        return away || steps >= wait * patience;
    }

    /** Begins to wait, at a point with this value, after so many evaluations. */
    void rest(double valueNow, long evaluationsSoFar) {
        away = false;
        judged = false;
        paid = false;
        steps = 0;
        value = valueNow;
        evaluations = evaluationsSoFar;
    }

    /** Takes note of a step of the search's own. */
    void step(double valueNow, long evaluationsSoFar) {
        steps++;
        rate = (value - valueNow) / (evaluationsSoFar - evaluations);
    }

    /** Takes note of an excursion that led to no lower point, or of the last of some that were not worth their cost. */
    void lost(double valueNow, long evaluationsSoFar) {
        rest(valueNow, evaluationsSoFar);
        wait = Math.min(LONGEST, LONGER * wait);
    }

    /**
     * Takes note of an excursion that led to a lower point; the first one may only lead to the floor of a valley, for
     * the next to go along it.
     *
     * @param fall by how much
     * @param cost evaluations that it took
     */
    void won(double fall, long cost, double valueNow, long evaluationsSoFar) {
        boolean worth = fall >= ENOUGH * rate * cost;
        if (worth) {
            wait = 1;
            paid = true;
        }
        boolean goesOn = worth || !judged;
        if (goesOn) {
            away = true;
            judged = true;
        } else if (paid) {
            rest(valueNow, evaluationsSoFar);
        } else {
            lost(valueNow, evaluationsSoFar);
        }
    }

    @Override
    public void exchange(State state) {
        wait = state.integer(wait);
        steps = state.integer(steps);
        value = state.number(value);
        evaluations = state.integer(evaluations);
        rate = state.number(rate);
        away = state.flag(away);
        judged = state.flag(judged);
        paid = state.flag(paid);
    }
}
