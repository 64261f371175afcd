package org.cotangent.ad.expr;

import java.util.List;

/**
 * A condition that only a run can check, such as two vectors being of one length.
 *
 * @param holds a boolean expression
 * @param message what to say if it does not hold
 * @param values int expressions whose values follow the message
 */
public record Requirement(Expr holds, String message, List<Expr> values) {

    public Requirement {
        values = List.copyOf(values);
    }
}
