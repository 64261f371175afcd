package org.cotangent.codegen.emit;

import org.cotangent.ad.expr.Type;

/**
 * A piece of Java with what its surroundings must know about it. Types are named as {@code
 * $name:T}, so that the writer of the class imports them.
 *
 * @param code the expression
 * @param precedence of its outermost operator, as in {@link org.cotangent.ad.expr.Notation}
 * @param type what Java takes it for: unlike in the representation, a float where it reads as one
 */
record Text(String code, int precedence, Java type) {

    static final int LEAF = 17;
    static final int UNARY = 15;

    /** What Java's rules of promotion tell apart. */
    enum Java {
        BOOLEAN,
        INT,
        LONG,
        FLOAT,
        DOUBLE,
        ARRAY;

        static Java of(Type type) {
            return type.isArray() ? ARRAY : valueOf(type.kind().name());
        }
    }

    static Text leaf(String code, Java type) {
        return new Text(code, code.startsWith("-") ? UNARY : LEAF, type);
    }

    Text cast(String to, Java type) {
        String operand = precedence <= UNARY ? "(" + code + ")" : code;
        return new Text("(" + to + ") " + operand, UNARY, type);
    }

    boolean is(Java other) {
        return type == other;
    }
}
