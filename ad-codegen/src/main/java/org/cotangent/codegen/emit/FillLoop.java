package org.cotangent.codegen.emit;

import java.util.List;
import java.util.Optional;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Length;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;

/**
 * A loop that sets every element of an array to one value, written as {@code Arrays.fill}.
 *
 * @param array of rank 1
 * @param value a constant or a register
 */
record FillLoop(Variable array, Expr value) {

    static Optional<FillLoop> of(Statement.For loop) {
        List<Statement> body = loop.body().statements();
        if (body.size() != 1
                || !(body.get(0) instanceof Statement.Store store)
                || !(store.array() instanceof Variable array)
                || array.type().rank() != 1) {
            return Optional.empty();
        }
        boolean whole = loop.step() == 1
                && loop.from().equals(Expr.constant(0))
                && loop.to() instanceof Length length
                && length.array() == array
                && store.index() == loop.counter();
        boolean invariant = store.value() instanceof Constant
                || store.value() instanceof Variable && store.value() != loop.counter();
        return whole && invariant ? Optional.of(new FillLoop(array, store.value())) : Optional.empty();
    }
}
