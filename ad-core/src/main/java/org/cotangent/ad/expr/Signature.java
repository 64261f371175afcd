package org.cotangent.ad.expr;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** Which types of operands an operation takes and what it gives. */
enum Signature {
    REALS("double", Type::isReal, Optional.of(Type.DOUBLE)),
    REAL_AND_INTEGER("(double, int)", type -> type.isReal() || type.equals(Type.INT), Optional.of(Type.DOUBLE)),
    REALS_TO_BOOLEAN("double", Type::isReal, Optional.of(Type.BOOLEAN)),
    INTEGERS_TO_BOOLEAN("int or long", Type::isInteger, Optional.of(Type.BOOLEAN)),
    INTS("int", Type.INT::equals, Optional.of(Type.INT)),
    LONGS("int or long", Type::isInteger, Optional.of(Type.LONG)),
    INT_TO_LONG("int", Type.INT::equals, Optional.of(Type.LONG)),
    LONG_TO_INT("long", Type.LONG::equals, Optional.of(Type.INT)),
    INT_TO_DOUBLE("int", Type.INT::equals, Optional.of(Type.DOUBLE)),
    LONG_TO_DOUBLE("long", Type.LONG::equals, Optional.of(Type.DOUBLE)),
    DOUBLE_TO_INT("double", Type::isReal, Optional.of(Type.INT)),
    DOUBLE_TO_LONG("double", Type::isReal, Optional.of(Type.LONG)),
    BOOLEANS("boolean", Type.BOOLEAN::equals, Optional.of(Type.BOOLEAN)),
    CONDITIONAL("(boolean, T, T) with scalars T of one type", type -> !type.isArray(), Optional.empty());

    private final String expected;
    private final Predicate<Type> operand;
    private final Optional<Type> result;

    Signature(String expected, Predicate<Type> operand, Optional<Type> result) {
        this.expected = expected;
        this.operand = operand;
        this.result = result;
    }

    Type resultType(Op op, Expr[] operands) {
        boolean fits = operands.length == op.arity();
        for (int i = 0; fits && i < operands.length; i++) {
            fits = operand.test(operands[i].type());
        }
        if (fits && this == CONDITIONAL) {
            fits = operands[0].type().equals(Type.BOOLEAN) && operands[1].type().equals(operands[2].type());
        }
        if (fits && this == REAL_AND_INTEGER) {
            fits = operands[0].type().isReal() && operands[1].type().equals(Type.INT);
        }
        if (!fits) {
            throw new IllegalArgumentException(op + " of "
                    + Arrays.stream(operands).map(Expr::type).toList() + ", expected " + op.arity()
                    + " operands of type "
                    + expected + "; convert them explicitly, for instance with toReal()");
        }
        return result.orElseGet(() -> operands[1].type());
    }
}
