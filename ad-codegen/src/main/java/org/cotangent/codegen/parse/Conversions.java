package org.cotangent.codegen.parse;

import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Type.Kind;

/** Conversions between numbers as Java makes them (Java Language Specification, chapter 5). */
final class Conversions {

    private Conversions() {}

    /** Thrown to the reader, who knows where: a long made a float would be rounded twice here. */
    static final class RoundsTwice extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** A scalar as another kind of number, by widening or by a cast. */
    static Expr convert(Expr value, Kind from, Kind to) throws RoundsTwice {
        if (from == to || from == Kind.FLOAT && to == Kind.DOUBLE) {
            return value;
        }
        return switch (to) {
            case INT -> Expr.apply(from == Kind.LONG ? Op.LONG_TO_INT : Op.DOUBLE_TO_INT, value);
            case LONG -> Expr.apply(from == Kind.INT ? Op.INT_TO_LONG : Op.DOUBLE_TO_LONG, value);
            case DOUBLE -> value.toReal();
            case FLOAT -> toFloat(value, from);
            case BOOLEAN -> throw new IllegalArgumentException("a number is converted to boolean");
        };
    }

    private static Expr toFloat(Expr value, Kind from) throws RoundsTwice {
        if (from == Kind.LONG) {
            throw new RoundsTwice();
        }
        return rounded(value.toReal());
    }

    /** A double rounded to float. */
    static Expr rounded(Expr value) {
        return Expr.apply(Op.TO_FLOAT, value);
    }

    /** The kind in which two numbers are combined (binary numeric promotion). */
    static Kind common(Kind a, Kind b) {
        for (Kind kind : new Kind[] {Kind.DOUBLE, Kind.FLOAT, Kind.LONG}) {
            if (a == kind || b == kind) {
                return kind;
            }
        }
        return Kind.INT;
    }
}
