package org.cotangent.ad.eval;

import java.util.List;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;

/** A compiled procedure. Immutable: nobody writes its arrays. */
final class Body {

    final String name;
    final List<Variable> parameters;
    final List<Variable> results;

    /** Instructions, see {@link Code}. */
    final int[] code;

    /** The same in an order that runs faster, for the real domain; see {@link Scheduling}. */
    final int[] scheduled;

    /** What in the source an instruction that may throw comes from. */
    final Origins origins;

    /** Initial registers, constants in place. */
    final double[] reals;

    final long[] integers;
    final int references;

    /** Registers to clear before each run. */
    final int[] zeroReals;

    final int[] zeroIntegers;
    final int[] zeroReferences;

    /** Register of each parameter and result, in the bank of its type. */
    final int[] parameterRegisters;

    final int[] resultRegisters;
    final Bank[] parameterBanks;
    final Bank[] resultBanks;

    Body(Procedure procedure, Registers registers, int[] code, int[] scheduled, Origins origins) {
        name = procedure.name();
        parameters = procedure.parameters();
        results = procedure.results();
        this.code = code;
        this.scheduled = scheduled;
        this.origins = origins;
        reals = registers.reals();
        integers = registers.integers();
        references = registers.count(Bank.REFERENCE);
        zeroReals = registers.zeroed(Bank.REAL);
        zeroIntegers = registers.zeroed(Bank.INTEGER);
        zeroReferences = registers.zeroed(Bank.REFERENCE);
        parameterRegisters = parameters.stream().mapToInt(registers::of).toArray();
        resultRegisters = results.stream().mapToInt(registers::of).toArray();
        parameterBanks = parameters.stream().map(Body::bank).toArray(Bank[]::new);
        resultBanks = results.stream().map(Body::bank).toArray(Bank[]::new);
    }

    private static Bank bank(Variable variable) {
        return Bank.of(variable.type());
    }
}
