package org.cotangent.ad.transform;

import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;

/** Loops over all elements of arrays. */
final class Fill {

    private Fill() {}

    /** Sets all elements of an array of any rank to 0. */
    static Statement zeros(Variable array, Names names) {
        return zeros(array, names, array.type().rank());
    }

    private static Statement zeros(Expr array, Names names, int rank) {
        Variable counter = names.variable("i", Type.INT);
        Statement inner = rank == 1
                ? new Statement.Store(array, counter, Expr.constant(0.0))
                : zeros(array.at(counter), names, rank - 1);
        return new Statement.For(
                names.fresh("clear"), counter, Expr.constant(0), array.length(), 1, Statement.Block.of(inner));
    }

    /** Copies all elements of one vector to another. */
    static Statement copy(Variable from, Variable to, Names names) {
        Variable counter = names.variable("i", Type.INT);
        return new Statement.For(
                names.fresh("copy"),
                counter,
                Expr.constant(0),
                from.length(),
                1,
                Statement.Block.of(new Statement.Store(to, counter, from.at(counter))));
    }
}
