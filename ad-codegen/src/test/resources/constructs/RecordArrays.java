// A record that holds arrays, changed through the record.
// f: 3 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class RecordArrays {
    record State(double[] position, double[][] history) {}

    @Differentiable
    static double f(double[] x) {
        State state = new State(x.clone(), new double[4][x.length]);
        for (int t = 0; t < state.history().length; t++) {
            advance(state, t);
        }
        return state.history()[3][0] * state.history()[1][2] + state.position()[1];
    }

    private static void advance(State state, int t) {
        double[] p = state.position();
        for (int i = 0; i < p.length; i++) {
            p[i] += 0.1 * p[(i + 1) % p.length] * p[i];
            state.history()[t][i] = p[i];
        }
    }
}
