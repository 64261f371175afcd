package org.cotangent.ad.ir;

import org.cotangent.ad.expr.Type;

/** Type checks of statements. */
final class Types {

    private Types() {}

    /** @param what printed behind {@code where}, only if the types differ: statements are made by the million */
    static void requireSame(String where, Object what, Type expected, Type found) {
        if (!expected.equals(found)) {
            throw new IllegalArgumentException(
                    where + what + " has type " + found + ", expected " + expected + "; convert explicitly");
        }
    }
}
