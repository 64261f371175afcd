package org.cotangent.ad.eval;

import java.util.Arrays;

/**
 * Reorders long straight-line code so that equal instructions come one after the other and are run
 * by one dispatch: where every instruction is another than the last, the processor cannot foresee
 * the dispatch, which costs more than the arithmetic. An instruction never moves before one whose
 * result it reads, or past one that reads or writes its target, so results keep every bit. An
 * instruction in a run may use the results of earlier ones of the same run.
 *
 * <p>Greedy list scheduling: the instruction with the most candidates that are ready goes on until
 * none is left. Linear in the length of the code, up to the number of kinds.
 */
final class Scheduling {

    /** Shorter code is foreseen by the processor anyway. */
    private static final int MINIMUM = 48;

    /** What is reordered at a time: keeps values that are used together close in time. */
    private static final int WINDOW = 4096;

    /** Two instructions are no shorter as a run. */
    private static final int SHORTEST_RUN = 3;

    private final int[] code;
    private final int[] scheduled;
    private final Dependencies dependencies;
    private final Ready ready = new Ready();
    private final int[] positions = new int[WINDOW];
    private final int[] order = new int[WINDOW];

    private Scheduling(int[] code, Dependencies dependencies) {
        this.code = code;
        this.scheduled = code.clone();
        this.dependencies = dependencies;
    }

    /**
     * Code of the same length that does the same; what may be jumped to keeps its place.
     *
     * @param reals number of real registers
     * @param references number of reference registers
     * @param disjoint reference registers whose arrays do not overlap
     */
    static int[] schedule(int[] code, int reals, int references, int[] disjoint) {
        boolean[] entered = Code.entries(code);
        Scheduling scheduling = new Scheduling(code, new Dependencies(code, reals, references, disjoint));
        int count = 0;
        for (int p = 0; p < code.length; p += Code.length(code, p)) {
            boolean movable = Dependencies.isMovable(code[p]);
            if (!movable || entered[p] || count == WINDOW) {
                scheduling.segment(count, p);
                count = 0;
            }
            if (movable) {
                scheduling.positions[count++] = p;
            }
        }
        return scheduling.scheduled;
    }

    private void segment(int count, int end) {
        if (count < MINIMUM) {
            return;
        }
        dependencies.build(positions, count);
        for (int i = 0; i < count; i++) {
            if (dependencies.isFree(i)) {
                ready.add(Dependencies.kind(code, positions[i]), i);
            }
        }
        int at = positions[0];
        int done = 0;
        while (done < count) {
            int length = run(ready.fullest());
            at = write(at, length);
            done += length;
        }
        Arrays.fill(scheduled, at, end, Code.NOTHING);
        if (at < end - 1) {
            scheduled[at] = Code.JUMP;
            scheduled[at + 1] = end;
        }
    }

    /** Takes instructions of a kind until none is ready; gives their number. */
    private int run(int kind) {
        int length = 0;
        while (ready.has(kind)) {
            int instruction = ready.take(kind);
            order[length++] = positions[instruction];
            dependencies.release(instruction, freed -> ready.add(Dependencies.kind(code, positions[freed]), freed));
        }
        return length;
    }

    private int write(int start, int count) {
        int first = order[0];
        int instruction = code[first];
        int at = start;
        if (count < SHORTEST_RUN || instruction == Code.REAL2) {
            for (int i = 0; i < count; i++) {
                int length = Code.length(code, order[i]);
                System.arraycopy(code, order[i], scheduled, at, length);
                at += length;
            }
            return at;
        }
        scheduled[at++] = Code.RUN;
        scheduled[at++] = instruction;
        scheduled[at++] = count;
        boolean kernel = instruction == Code.REAL1;
        if (kernel) {
            scheduled[at++] = code[first + 2];
        }
        for (int i = 0; i < count; i++) {
            int words = Code.length(code, order[i]) - 1;
            if (kernel) {
                scheduled[at++] = code[order[i] + 1];
                scheduled[at++] = code[order[i] + 3];
            } else {
                System.arraycopy(code, order[i] + 1, scheduled, at, words);
                at += words;
            }
        }
        return at;
    }

    /** Instructions whose operands are computed, by kind, first come first served. */
    private static final class Ready {

        private static final int KINDS = Code.KINDS + Kernels.COUNT;

        private final int[][] queues = new int[KINDS][0];
        private final int[] heads = new int[KINDS];
        private final int[] tails = new int[KINDS];

        void add(int kind, int instruction) {
            if (heads[kind] == tails[kind]) {
                heads[kind] = 0;
                tails[kind] = 0;
            }
            if (tails[kind] == queues[kind].length) {
                queues[kind] = Arrays.copyOf(queues[kind], Math.max(8, 2 * tails[kind]));
            }
            queues[kind][tails[kind]++] = instruction;
        }

        boolean has(int kind) {
            return heads[kind] < tails[kind];
        }

        int take(int kind) {
            return queues[kind][heads[kind]++];
        }

        int fullest() {
            int best = 0;
            for (int kind = 1; kind < KINDS; kind++) {
                if (tails[kind] - heads[kind] > tails[best] - heads[best]) {
                    best = kind;
                }
            }
            return best;
        }
    }
}
