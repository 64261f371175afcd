package org.cotangent.ad.transform;

import java.util.BitSet;
import java.util.Collection;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;

/** Prepares what a transform is asked to do. */
final class Masks {

    private Masks() {}

    /** The positions of independent parameters. */
    static BitSet of(Procedure entry, Collection<Variable> independents) {
        BitSet mask = new BitSet();
        for (Variable independent : independents) {
            int position = entry.parameters().indexOf(independent);
            if (position < 0) {
                throw new IllegalArgumentException(independent.name() + " is not a parameter of " + entry.name()
                        + ", whose parameters are " + entry.parameters() + "; differentiate by one of those");
            }
            if (!independent.type().isDifferentiable()) {
                throw new IllegalArgumentException(
                        "parameter " + independent.name() + " of " + entry.name() + " is of type " + independent.type()
                                + ", which carries no derivative; differentiate by a double or an array of double");
            }
            mask.set(position);
        }
        if (mask.isEmpty()) {
            throw new IllegalArgumentException("no parameter of " + entry.name()
                    + " is named to differentiate by; name at least one of " + entry.parameters());
        }
        return mask;
    }

    /** A function to differentiate, found in order and in three-address form. */
    static Program checked(Program program) {
        Contract.check(program);
        return normalise(program);
    }

    /** All procedures in three-address form. */
    private static Program normalise(Program program) {
        return program.map(ThreeAddress::of);
    }

    /** All procedures in three-address form. */
    static Program normalise(Program program, Names names) {
        return program.map(procedure -> ThreeAddress.of(procedure, () -> names));
    }

    /** All variables of a program. */
    static VariableSet variables(Program program) {
        VariableSet variables = new VariableSet();
        program.procedures().forEach(p -> Walk.variables(p, variables));
        return variables;
    }
}
