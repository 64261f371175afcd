package org.cotangent.optim.stochastic;

import org.cotangent.optim.run.State;

/**
 * Slow points that follow fast ones: after every so many updates the slow point goes a part of the way to
 * the fast one, which goes on from there (Zhang, Lucas, Hinton, Ba 2019, Lookahead optimizer: k steps
 * forward, 1 step back, algorithm 1). The slow point is the one that is measured and returned.
 *
 * @param every k, at least 1; the authors use 5
 * @param part α of the way, above 0 to 1; the authors use 0.5
 */
public record Lookahead(long every, double part) implements Averaging {

    public Lookahead {
        Require.count("updates between slow points", every, "5");
        if (!(part > 0 && part <= 1)) {
            throw new IllegalArgumentException(
                    "part of the way is " + part + ", expected a number above 0 and at most 1; try 0.5");
        }
    }

    @Override
    public Memory begin(double[] start) {
        return new Slow(this, start.clone());
    }

    private static final class Slow implements Memory {

        private final Lookahead settings;
        private final double[] slow;
        private long count;

        Slow(Lookahead settings, double[] slow) {
            this.settings = settings;
            this.slow = slow;
        }

        @Override
        public void moved(double[] x) {
            if (++count % settings.every != 0) {
                return;
            }
            for (int i = 0; i < x.length; i++) {
                slow[i] += settings.part * (x[i] - slow[i]);
                x[i] = slow[i];
            }
        }

        @Override
        public void show(double[] x, double[] shown) {
            System.arraycopy(slow, 0, shown, 0, x.length);
        }

        @Override
        public void exchange(State state) {
            count = state.integer(count);
            state.vector(slow);
        }
    }
}
