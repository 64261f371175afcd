package org.cotangent.ad.eval;

import org.cotangent.ad.expr.Type;

/** The three kinds of registers: reals, integers with booleans, and references to arrays. */
enum Bank {
    REAL,
    INTEGER,
    REFERENCE;

    static Bank of(Type type) {
        if (type.isArray()) {
            return REFERENCE;
        }
        return type.isReal() ? REAL : INTEGER;
    }
}
