package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.List;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;

/** Keeps outputs over a reverse sweep that has to put their memory back on its way. */
final class OutputCopies {

    private final Names names;
    private final List<Variable> outputs;
    private final List<Variable> copies = new ArrayList<>();

    OutputCopies(Names names, List<Variable> outputs) {
        this.names = names;
        this.outputs = outputs;
        for (Variable output : outputs) {
            if (output.type().rank() != 1) {
                throw new IllegalArgumentException(
                        "output " + output.name() + " is of type " + output.type()
                                + " and is read again after it was written, expected a vector; write results to it once, at the end");
            }
            copies.add(names.variable(output.name() + "Kept", output.type().shadow()));
        }
    }

    List<Statement> taken() {
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            statements.add(
                    new Statement.Allocate(copies.get(i), List.of(outputs.get(i).length())));
            statements.add(Fill.copy(outputs.get(i), copies.get(i), names));
        }
        return statements;
    }

    List<Statement> putBack() {
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            statements.add(Fill.copy(copies.get(i), outputs.get(i), names));
        }
        return statements;
    }
}
