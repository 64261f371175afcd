package org.cotangent.ad.expr;

import java.util.List;

/**
 * A condition that only a run can check, such as two vectors being of one length.
 *
 * @param holds a boolean expression
 * @param message what to say if it does not hold, with {} for each value
 * @param values int expressions that the message tells
 */
public record Requirement(Expr holds, String message, List<Expr> values) {

    public Requirement {
        values = List.copyOf(values);
    }
}
