package org.cotangent.codegen.parse;

import java.util.Optional;
import org.cotangent.ad.expr.Expr;
import org.jspecify.annotations.Nullable;

/** Values that the compiler knows. */
final class Literals {

    private Literals() {}

    /** A number or boolean as an expression; characters and short integers are ints. */
    static Optional<Value> of(@Nullable Object constant) {
        if (constant instanceof Double number) {
            return value(JavaType.Plain.DOUBLE, Expr.constant(number.doubleValue()));
        }
        if (constant instanceof Float number) {
            return value(JavaType.Plain.FLOAT, Expr.constant(number.doubleValue()));
        }
        if (constant instanceof Long number) {
            return value(JavaType.Plain.LONG, Expr.constant(number.longValue()));
        }
        if (constant instanceof Boolean truth) {
            return value(JavaType.Plain.BOOLEAN, Expr.constant(truth.booleanValue()));
        }
        if (constant instanceof Character character) {
            return value(JavaType.Plain.INT, Expr.constant((int) character.charValue()));
        }
        if (constant instanceof Number number) {
            return value(JavaType.Plain.INT, Expr.constant(number.intValue()));
        }
        return Optional.empty();
    }

    private static Optional<Value> value(JavaType.Plain type, Expr constant) {
        return Optional.of(Value.of(type, constant));
    }
}
