// Recursion over records, and helpers that give booleans.
// f: 3 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class HelperRecordsAndBooleans {
    record State(double value, double[] memory, int depth, boolean done) {
        static final int LIMIT = 4;

        static State start(double[] x) {
            return new State(x[0], x.clone(), 0, false);
        }
    }

    @Differentiable
    static double f(double[] x) {
        State state = run(State.start(x));
        while (!isSmall(state)) {
            state = new State(state.value() * 0.7, state.memory(), state.depth() + 1, true);
        }
        return state.value() * state.memory()[1] * state.depth();
    }

    private static State run(State state) {
        if (state.done()) {
            return state;
        }
        state.memory()[1] += state.value() * state.memory()[state.depth() % 3];
        return run(new State(
                state.value() * state.memory()[2] + bump(state.memory()),
                state.memory(),
                state.depth() + 1,
                state.depth() + 1 == State.LIMIT));
    }

    private static boolean isSmall(State state) {
        return state.value() < 1 && state.done();
    }

    private static double bump(double[] a) {
        a[0] *= 1.1;
        return a[0];
    }
}
