package org.cotangent.ad.eval;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Which instruction of a straight-line piece of code has to wait for which: for those it reads
 * from, and for those that read or write its target. An array is treated like a register; arrays
 * that may overlap are treated as one.
 */
final class Dependencies {

    private static final int NONE = -1;

    private final int[] code;
    private final int reals;
    private final boolean[] disjoint;
    /** By register: the last instruction that wrote it, and a list of those that read it since. */
    private final int[] writer;

    private final int[] readers;
    private final Ints readerInstruction = new Ints();
    private final Ints readerNext = new Ints();
    private final Ints touched = new Ints();
    /** By instruction: how many others it waits for, and a list of those that wait for it. */
    private int[] waiting = {};

    private int[] followers = {};
    private final Ints followerInstruction = new Ints();
    private final Ints followerNext = new Ints();
    private boolean overlapping;

    Dependencies(int[] code, int reals, int references, int[] disjoint) {
        this.code = code;
        this.reals = reals;
        this.disjoint = new boolean[references];
        for (int register : disjoint) {
            this.disjoint[register] = true;
        }
        writer = new int[reals + references];
        readers = new int[reals + references];
        Arrays.fill(writer, NONE);
        Arrays.fill(readers, NONE);
    }

    /** Whether an instruction does nothing but compute reals and access arrays of reals. */
    static boolean isMovable(int instruction) {
        return (instruction >= Code.MOVE && instruction <= Code.ACCUMULATE_PRODUCT)
                || instruction == Code.REAL1
                || instruction == Code.REAL2;
    }

    /** What may be run together: one instruction, of one operation. */
    static int kind(int[] code, int position) {
        int instruction = code[position];
        return instruction == Code.REAL1 || instruction == Code.REAL2 ? Code.KINDS + code[position + 2] : instruction;
    }

    void build(int[] positions, int count) {
        waiting = new int[count];
        followers = new int[count];
        Arrays.fill(followers, NONE);
        followerInstruction.clear();
        followerNext.clear();
        overlapping = false;
        for (int i = 0; i < count; i++) {
            overlapping |= isAccess(code[positions[i]]) && !disjoint[code[positions[i] + arrayOperand(positions[i])]];
        }
        for (int i = 0; i < count; i++) {
            add(i, positions[i]);
        }
        forget();
    }

    private static boolean isAccess(int instruction) {
        return instruction >= Code.LOAD && instruction <= Code.ACCUMULATE_PRODUCT;
    }

    private int arrayOperand(int position) {
        return code[position] == Code.LOAD ? 2 : 1;
    }

    private int array(int position) {
        return overlapping ? reals : reals + code[position + arrayOperand(position)];
    }

    private void add(int i, int p) {
        switch (code[p]) {
            case Code.LOAD -> {
                reads(i, array(p));
                writes(i, code[p + 1]);
            }
            case Code.STORE, Code.ACCUMULATE -> {
                reads(i, code[p + 3]);
                writes(i, array(p));
            }
            case Code.ACCUMULATE_PRODUCT -> {
                reads(i, code[p + 3]);
                reads(i, code[p + 4]);
                writes(i, array(p));
            }
            default -> {
                int end = p + Code.length(code, p);
                int first = code[p] == Code.REAL1 || code[p] == Code.REAL2 ? p + 3 : p + 2;
                for (int operand = first; operand < end; operand++) {
                    reads(i, code[operand]);
                }
                writes(i, code[p + 1]);
            }
        }
    }

    private void reads(int i, int register) {
        if (writer[register] != NONE) {
            follow(writer[register], i);
        }
        readerInstruction.add(i);
        readerNext.add(readers[register]);
        readers[register] = readerInstruction.size() - 1;
        touched.add(register);
    }

    private void writes(int i, int register) {
        if (writer[register] != NONE) {
            follow(writer[register], i);
        }
        for (int r = readers[register]; r != NONE; r = readerNext.get(r)) {
            if (readerInstruction.get(r) != i) {
                follow(readerInstruction.get(r), i);
            }
        }
        writer[register] = i;
        readers[register] = NONE;
        touched.add(register);
    }

    private void follow(int first, int second) {
        followerInstruction.add(second);
        followerNext.add(followers[first]);
        followers[first] = followerInstruction.size() - 1;
        waiting[second]++;
    }

    private void forget() {
        for (int i = 0; i < touched.size(); i++) {
            writer[touched.get(i)] = NONE;
            readers[touched.get(i)] = NONE;
        }
        touched.clear();
        readerInstruction.clear();
        readerNext.clear();
    }

    boolean isFree(int instruction) {
        return waiting[instruction] == 0;
    }

    /** Tells that an instruction is done, and which others need wait no longer. */
    void release(int instruction, IntConsumer freed) {
        for (int f = followers[instruction]; f != NONE; f = followerNext.get(f)) {
            int follower = followerInstruction.get(f);
            if (--waiting[follower] == 0) {
                freed.accept(follower);
            }
        }
    }
}
