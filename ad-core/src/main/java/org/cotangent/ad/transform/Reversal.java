package org.cotangent.ad.transform;

import java.util.List;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Length;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.ir.Statement;

/** The counted loop that visits the same counters in the opposite order. */
final class Reversal {

    /** Steps and constants up to this size cannot make a span of array lengths overflow. */
    private static final int MAX_STEP = 1 << 16;

    private Reversal() {}

    static Statement.For of(Statement.For loop, String label, List<Statement> body) {
        Expr last = last(loop);
        Expr end = loop.from().minus(loop.step());
        return new Statement.For(label, loop.counter(), last, end, -loop.step(), Statement.Block.of(body));
    }

    /**
     * Whether the opposite order can be had from the bounds alone, without a span that overflows;
     * bounds are at least a step away from the ends of int, as {@link Statement.For} asks.
     */
    static boolean isExact(Statement.For loop) {
        if (loop.step() == 1 || loop.step() == -1) {
            return true;
        }
        return Math.abs((long) loop.step()) <= MAX_STEP && isSmall(loop.from()) && isSmall(loop.to());
    }

    private static boolean isSmall(Expr bound) {
        if (bound instanceof Constant constant) {
            return Math.abs(constant.integer()) <= MAX_STEP;
        }
        if (bound instanceof Apply apply && (apply.op() == Op.INT_ADD || apply.op() == Op.INT_SUBTRACT)) {
            return isSmall(apply.operand(0)) && isSmall(apply.operand(1));
        }
        return bound instanceof Length;
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
