package org.cotangent.ad;

import java.util.List;
import org.cotangent.ad.function.Pool;

/** A derived program with its data bound, and what runs it, one for each call at a time. */
final class BoundProgram {

    private final Inputs inputs;
    private final Backend.Prepared prepared;
    private final Layout point;
    private final Layout values;
    private final Pool<BoundMachine> machines = new Pool<>(this::machine);

    /**
     * @param values arrays that the function writes, one after the other in the flat values
     */
    BoundProgram(Inputs inputs, Backend.Prepared prepared, List<Inputs.Place> values) {
        this.inputs = inputs;
        this.prepared = prepared;
        this.point = Layout.of(inputs.places(), prepared);
        this.values = Layout.of(values, prepared);
    }

    private BoundMachine machine() {
        return new BoundMachine(prepared.engines().get(), point, values, prepared.parameters(), inputs.data());
    }

    /** A machine to run once; it must be given back unless the run threw. */
    BoundMachine borrow() {
        return machines.borrow();
    }

    void giveBack(BoundMachine machine) {
        machines.giveBack(machine);
    }
}
