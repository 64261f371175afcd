package org.cotangent.ad.eval;

import java.util.ArrayList;
import java.util.List;

/** What one run of a program works on: registers of all active procedures, and tapes. */
final class Run {

    /** Activations of one procedure, as many as its recursion was deep, kept for the next run. */
    private static final class Pool {
        final List<Activation> activations = new ArrayList<>();
        int active;
    }

    final Executable executable;
    final boolean complex;
    final Tape[] tapes;
    final ExternalArguments externalCalls;
    long operations;
    private final Pool[] pools;

    Run(Executable executable, boolean complex) {
        this.executable = executable;
        this.complex = complex;
        tapes = new Tape[executable.sites().size()];
        for (int i = 0; i < tapes.length; i++) {
            tapes[i] = new Tape();
        }
        externalCalls = new ExternalArguments(complex, new Activation(executable.entry(), complex));
        pools = new Pool[executable.bodies().size()];
        for (int i = 0; i < pools.length; i++) {
            pools[i] = new Pool();
        }
    }

    /** Makes ready for a run, whatever became of the last one; gives the activation of the entry. */
    Activation begin() {
        operations = 0;
        for (Tape tape : tapes) {
            tape.clear();
        }
        for (Pool pool : pools) {
            pool.active = 0;
        }
        return enter(0);
    }

    /** A cleared activation, to be left in reverse order. */
    Activation enter(int procedure) {
        Pool pool = pools[procedure];
        if (pool.active == pool.activations.size()) {
            pool.activations.add(new Activation(executable.bodies().get(procedure), complex));
        }
        Activation activation = pool.activations.get(pool.active++);
        activation.clear();
        return activation;
    }

    void leave(int procedure) {
        pools[procedure].active--;
    }

    void execute(Activation activation) {
        if (complex) {
            ComplexLoop.execute(this, activation);
        } else {
            RealLoop.execute(this, activation);
        }
    }
}
