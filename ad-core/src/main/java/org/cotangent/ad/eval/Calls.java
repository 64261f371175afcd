package org.cotangent.ad.eval;

/** Calls of procedures: one Java frame each, so that recursion goes as deep as Java's own. */
final class Calls {

    private static final int ARGUMENTS = 3;

    private Calls() {}

    /** Executes the call at a position and gives the next position. */
    static int execute(Run run, Activation caller, int[] code, int pc) {
        int procedure = code[pc + 2];
        Activation callee = run.enter(procedure);
        Body body = callee.body;
        int operand = pc + ARGUMENTS;
        int[] parameters = body.parameterRegisters;
        for (int i = 0; i < parameters.length; i++) {
            copy(body.parameterBanks[i], caller, code[operand++], callee, parameters[i]);
        }
        run.execute(callee);
        int[] results = body.resultRegisters;
        for (int i = 0; i < results.length; i++) {
            copy(body.resultBanks[i], callee, results[i], caller, code[operand++]);
        }
        run.leave(procedure);
        return operand;
    }

    private static void copy(Bank bank, Activation source, int from, Activation target, int to) {
        boolean complex = source.imaginaries.length > 0 || source.shadows.length > 0;
        switch (bank) {
            case REAL -> {
                target.reals[to] = source.reals[from];
                if (complex) {
                    target.imaginaries[to] = source.imaginaries[from];
                }
            }
            case INTEGER -> target.integers[to] = source.integers[from];
            case REFERENCE -> {
                target.references[to] = source.references[from];
                if (complex) {
                    target.shadows[to] = source.shadows[from];
                }
            }
        }
    }
}
