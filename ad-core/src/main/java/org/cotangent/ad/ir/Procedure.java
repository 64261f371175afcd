package org.cotangent.ad.ir;

import java.util.HashSet;
import java.util.List;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement.Block;

/**
 * A structured program: parameters, result registers, body.
 *
 * <p>Scalars are passed by value, arrays by reference; two array parameters must not overlap unless
 * both are only read. When the body ends or returns, the result registers hold the results. Every
 * register starts at 0 (false, no array). Any number of results is possible; a generated Java
 * method returns the first scalar and hands the others over in its workspace.
 *
 * @param name a Java identifier, unique in its {@link Program}
 * @param parameters in order
 * @param results registers read when the procedure ends; none of them a parameter
 * @param body the statements
 */
public record Procedure(String name, List<Variable> parameters, List<Variable> results, Block body) {

    public Procedure {
        parameters = List.copyOf(parameters);
        results = List.copyOf(results);
        if (new HashSet<>(parameters).size() < parameters.size()) {
            throw new IllegalArgumentException(
                    "procedure " + name + " has a parameter twice: " + parameters + "; pass different variables");
        }
        for (Variable result : results) {
            if (parameters.contains(result)) {
                throw new IllegalArgumentException("result " + result.name() + " of procedure " + name
                        + " is a parameter; assign it to a register of its own");
            }
        }
    }

    public Procedure withBody(Block newBody) {
        return new Procedure(name, parameters, results, newBody);
    }

    public Procedure withName(String newName) {
        return new Procedure(newName, parameters, results, body);
    }

    /** The program as text, for people. */
    @Override
    public String toString() {
        return ProcedurePrinter.print(this);
    }
}
