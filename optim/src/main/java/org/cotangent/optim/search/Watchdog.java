package org.cotangent.optim.search;

import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.FunctionEvaluation;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Stateful;
import org.cotangent.optim.run.VariableSizes;

/** Sends searches that learn an inverse Hessian, and creep, on {@link Excursion}s, and shows them the Hessian found there. */
final class Watchdog implements Stateful {

    /** Beyond this a Hessian by differences costs more than the steps that would learn it. */
    private static final int MOST_VARIABLES = 20;

    private final Direction.Memory memory;
    private final LongSupplier evaluations;
    private final boolean watches;
    private final Excursion excursion;
    private final Creep creep;

    /**
     * Watches one run.
     *
     * @param evaluations how many were done so far
     */
    Watchdog(
            Direction.Memory memory,
            int dimension,
            VariableSizes sizes,
            Supplier<FunctionEvaluation> blanks,
            LongSupplier evaluations) {
        this.memory = memory;
        this.evaluations = evaluations;
        watches = memory.learnsInverse() && dimension <= MOST_VARIABLES;
        excursion = new Excursion(dimension, sizes, blanks);
        creep = new Creep(dimension);
    }

    /** Takes note of the start. */
    void begin(Evaluation start) {
        if (watches) {
            excursion.pass(start);
            creep.rest(start.value(), evaluations.getAsLong());
        }
    }

    /** Takes note of a point that the search itself went to. */
    void searched(Evaluation to) {
        if (watches) {
            excursion.pass(to);
            creep.step(to.value(), evaluations.getAsLong());
        }
    }

    /** A lower point that an excursion led to; empty if none is due, or if it led to none. */
    Optional<FunctionEvaluation> excursion(Evaluation at) {
        if (!watches || !creep.leavesNow()) {
            return Optional.empty();
        }
        long before = evaluations.getAsLong();
        Excursion.Return found = excursion.from(at);
        found.inverse().ifPresent(memory::begin);
        long after = evaluations.getAsLong();
        if (found.lower().isPresent()) {
            FunctionEvaluation lower = found.lower().get();
            excursion.pass(lower);
            creep.won(at.value() - lower.value(), after - before, lower.value(), after);
        } else {
            creep.lost(at.value(), after);
        }
        return found.lower();
    }

    @Override
    public void exchange(State state) {
        excursion.exchange(state);
        creep.exchange(state);
    }
}
