package org.cotangent.ad;

import java.util.List;
import java.util.Map;
import org.cotangent.ad.eval.Interpreter;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.transform.Derivation;
import org.cotangent.ad.transform.Derivation.Role;
import org.cotangent.ad.transform.Derivation.Slot;

/** A derived program with its data bound, which calls give flat points and directions. */
final class BoundProgram {

    private final Inputs inputs;
    private final Derivation derivation;
    private final Interpreter interpreter;
    private final Pool<BoundMachine> machines;

    /**
     * @param arrays outputs and their shadows: the length of each, by the function's own variable
     */
    BoundProgram(Inputs inputs, Derivation derivation, Map<Variable, Integer> arrays) {
        this.inputs = inputs;
        this.derivation = derivation;
        this.interpreter = Interpreter.of(derivation.program());
        this.machines = new Pool<>(() -> new BoundMachine(inputs, derivation, interpreter.machine(), arrays));
    }

    /** A machine to run once; it must be given back unless the run threw. */
    BoundMachine borrow() {
        return machines.borrow();
    }

    void giveBack(BoundMachine machine) {
        machines.giveBack(machine);
    }

    static boolean holds(List<Slot> slots, Variable of, Role role) {
        return slots.stream().anyMatch(s -> s.of() == of && s.role() == role);
    }

    @Override
    public String toString() {
        return derivation.program().entry().name() + " of " + inputs.active();
    }
}
