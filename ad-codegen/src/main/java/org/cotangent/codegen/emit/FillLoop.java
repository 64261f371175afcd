package org.cotangent.codegen.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Length;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;

/**
 * A loop that sets every element of an array to one value, and as many of others of its type to the
 * same, written as calls of {@code Arrays.fill}.
 *
 * @param arrays of rank 1, in the order of the stores
 * @param measured the one whose length ends the loop
 * @param value a constant, or a register if there is one array only
 */
record FillLoop(List<Variable> arrays, Variable measured, Expr value) {

    static Optional<FillLoop> of(Statement.For loop) {
        boolean whole = loop.step() == 1 && loop.from().equals(Expr.constant(0));
        if (!whole || !(loop.to() instanceof Length length) || !(length.array() instanceof Variable measured)) {
            return Optional.empty();
        }
        List<Variable> arrays = new ArrayList<>();
        Optional<Expr> value = Optional.empty();
        for (Statement statement : loop.body().statements()) {
            if (!(statement instanceof Statement.Store store)
                    || !(store.array() instanceof Variable array)
                    || !array.type().equals(measured.type())
                    || array.type().rank() != 1
                    || store.index() != loop.counter()
                    || !store.value().equals(value.orElse(store.value()))) {
                return Optional.empty();
            }
            arrays.add(array);
            value = Optional.of(store.value());
        }
        boolean invariant = value.filter(v ->
                        v instanceof Constant || v instanceof Variable && v != loop.counter() && arrays.size() == 1)
                .isPresent();
        return invariant && arrays.contains(measured)
                ? Optional.of(new FillLoop(List.copyOf(arrays), measured, value.orElseThrow()))
                : Optional.empty();
    }
}
