package org.cotangent.ad.ir;

import org.cotangent.ad.expr.Type;

/** Type checks of statements. */
final class Types {

    private Types() {}

    static void requireSame(String where, Type expected, Type found) {
        if (!expected.equals(found)) {
            throw new IllegalArgumentException(
                    where + " has type " + found + ", expected " + expected + "; convert explicitly");
        }
    }
}
