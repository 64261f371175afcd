package org.cotangent.ad;

import java.util.List;
import org.cotangent.ad.eval.Interpreter;
import org.cotangent.ad.transform.Derivation;

/** A derived program with its data bound, and the machines that run it. */
final class BoundProgram {

    private final Inputs inputs;
    private final Derivation derivation;
    private final Interpreter interpreter;
    private final List<Inputs.Place> written;
    private final Layout point;
    private final Layout values;
    private final Pool<BoundMachine> machines = new Pool<>(this::machine);

    /**
     * @param values arrays that the function writes, one after the other in the flat values
     */
    BoundProgram(Inputs inputs, Derivation derivation, List<Inputs.Place> values) {
        this.inputs = inputs;
        this.derivation = derivation;
        this.written = List.copyOf(values);
        this.interpreter = Interpreter.of(derivation.program());
        this.point = Layout.of(inputs.places(), derivation);
        this.values = Layout.of(values, derivation);
    }

    private BoundMachine machine() {
        return new BoundMachine(interpreter.machine(), point, values, derivation.parameters(), inputs.data());
    }

    /** A machine to run once; it must be given back unless the run threw. */
    BoundMachine borrow() {
        return machines.borrow();
    }

    void giveBack(BoundMachine machine) {
        machines.giveBack(machine);
    }

    /** Runs the program once over complex numbers, see {@link ComplexRun#run}. */
    void runComplex(double[] re, double[] im, double[] valueRe, double[] valueIm) {
        new ComplexRun(interpreter.complexMachine())
                .run(derivation.parameters(), inputs, written, re, im, valueRe, valueIm);
    }

    @Override
    public String toString() {
        return derivation.program().entry().name() + " of " + inputs.active();
    }
}
