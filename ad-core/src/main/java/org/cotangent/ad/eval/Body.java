package org.cotangent.ad.eval;

import java.util.List;
import org.cotangent.ad.expr.Variable;
import org.jspecify.annotations.Nullable;

/**
 * A compiled procedure. Immutable.
 *
 * @param name of the procedure
 * @param parameters in order
 * @param results in order
 * @param code instructions, see {@link Code}
 * @param scheduled the same in an order that runs faster, for the real domain; see {@link Scheduling}
 * @param reals initial real registers
 * @param integers initial integer registers
 * @param references number of reference registers
 * @param zeroReals real registers to clear before each run
 * @param zeroIntegers integer registers to clear before each run
 * @param zeroReferences reference registers to clear before each run
 * @param parameterRegisters register of each parameter, in the bank of its type
 * @param resultRegisters register of each result
 * @param origins where in the source an instruction that may throw comes from
 */
record Body(
        String name,
        List<Variable> parameters,
        List<Variable> results,
        int[] code,
        int[] scheduled,
        double[] reals,
        long[] integers,
        int references,
        int[] zeroReals,
        int[] zeroIntegers,
        int[] zeroReferences,
        int[] parameterRegisters,
        int[] resultRegisters,
        Bank[] parameterBanks,
        Bank[] resultBanks,
        Origins origins) {

    /** What each instruction that may throw was compiled from, by position. */
    record Origins(int[] positions, Object[] sources) {

        @Nullable
        Object at(int position) {
            int index = java.util.Arrays.binarySearch(positions, position);
            return index < 0 ? null : sources[index];
        }
    }
}
