package org.cotangent.optim.stochastic;

/**
 * Random numbers whose whole state is one number: SplitMix64 of Steele, Lea, Flood (2014), Fast
 * splittable pseudorandom number generators, figure 16. Here rather than from the JDK, so that a run
 * that is resumed on another version of Java draws the same batches.
 */
final class Generator {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    /** The generator in a state. */
    Generator(long state) {
        this.state = state;
    }

    /**
     * The generator of one stream: an epoch, or an update.
     *
     * @param seed of the method
     * @param stream different ones are independent
     */
    static Generator of(long seed, long stream) {
        return new Generator(mixed(mixed(seed) + GOLDEN_GAMMA * stream));
    }

    /** 64 random bits. */
    long next() {
        state += GOLDEN_GAMMA;
        return mixed(state);
    }

    private static long mixed(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** Evenly distributed from 0 to below the bound. */
    int below(int bound) {
        // The largest multiple of the bound is cut off, so that no number is likelier than another.
        long multiple = (1L << 62) - (1L << 62) % bound;
        long bits = next() >>> 2;
        while (bits >= multiple) {
            bits = next() >>> 2;
        }
        return (int) (bits % bound);
    }

    /** −1 or 1. */
    double sign() {
        return next() < 0 ? -1 : 1;
    }

    /** The numbers from 0 to below a length in random order (Fisher, Yates; Knuth 1998, algorithm 3.4.2P). */
    int[] permutation(int length) {
        int[] order = new int[length];
        for (int i = 0; i < length; i++) {
            int j = below(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
