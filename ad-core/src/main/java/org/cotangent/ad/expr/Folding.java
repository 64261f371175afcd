package org.cotangent.ad.expr;

import java.util.Arrays;
import java.util.Optional;

/** Computes operations on constants when they are built, with the values they would have at run time. */
final class Folding {

    private Folding() {}

    /** The constant result, or empty if an operand is not constant or the operation would throw. */
    static Optional<Expr> fold(Op op, Expr[] operands) {
        for (Expr operand : operands) {
            if (!(operand instanceof Constant)) {
                return Optional.empty();
            }
        }
        Constant[] c = Arrays.copyOf(operands, operands.length, Constant[].class);
        boolean throwsAtRunTime = c.length == 2
                && !c[1].type().isReal()
                && c[1].integer() == 0
                && op.notation().template().matches("%s (/|%%) %s|Math\\.floor(Div|Mod)");
        return throwsAtRunTime ? Optional.empty() : Optional.of(fold(op, op.resultType(operands), c));
    }

    private static Expr fold(Op op, Type type, Constant[] c) {
        Kernel kernel = op.kernel();
        if (kernel instanceof Kernel.Real1 k) {
            return Expr.constant(k.value().of(c[0].real()));
        } else if (kernel instanceof Kernel.Real2 k) {
            return Expr.constant(k.value().of(c[0].real(), c[1].real()));
        } else if (kernel instanceof Kernel.Real3 k) {
            return Expr.constant(k.value().of(c[0].real(), c[1].real(), c[2].real()));
        } else if (kernel instanceof Kernel.RealInteger k) {
            return Expr.constant(k.value().of(c[0].real(), c[1].integer()));
        } else if (kernel instanceof Kernel.Widening k) {
            return Expr.constant(k.value().of(c[0].integer()));
        } else if (kernel instanceof Kernel.Comparison k) {
            return Expr.constant(k.value().of(c[0].real(), c[1].real()));
        } else if (kernel instanceof Kernel.Truncation k) {
            return Expr.literal(type, k.value().of(c[0].real()));
        } else if (kernel instanceof Kernel.Integer1 k) {
            return Expr.literal(type, k.value().of(c[0].integer()));
        } else if (kernel instanceof Kernel.Integer2 k) {
            return Expr.literal(type, k.value().of(c[0].integer(), c[1].integer()));
        }
        throw new IllegalStateException(op + " has no kernel to fold with");
    }
}
