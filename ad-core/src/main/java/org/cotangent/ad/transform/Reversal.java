package org.cotangent.ad.transform;

import java.util.List;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.ir.Statement;

/** The counted loop that visits the same counters in the opposite order. */
final class Reversal {

    private Reversal() {}

    static Statement.For of(Statement.For loop, String label, List<Statement> body) {
        Expr last = last(loop);
        Expr end = loop.from().minus(loop.step());
        return new Statement.For(label, loop.counter(), last, end, -loop.step(), Statement.Block.of(body));
    }

    /** The last counter visited; one step before the first if none is. */
    private static Expr last(Statement.For loop) {
        int step = loop.step();
        if (step == 1 || step == -1) {
            return loop.to().minus(step);
        }
        Expr span = loop.to().minus(loop.from()).minus(Integer.signum(step));
        Expr turns = Expr.apply(Op.INT_FLOOR_DIVIDE, span, Expr.constant(step));
        return loop.from().plus(turns.times(step));
    }
}
