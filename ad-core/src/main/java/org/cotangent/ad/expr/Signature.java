package org.cotangent.ad.expr;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
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

    List<Type> parameterTypes(int arity) {
        return switch (this) {
            case REALS, REALS_TO_BOOLEAN, DOUBLE_TO_INT, DOUBLE_TO_LONG -> Collections.nCopies(arity, Type.DOUBLE);
            case REAL_AND_INTEGER -> List.of(Type.DOUBLE, Type.INT);
            case INTS, INT_TO_LONG, INT_TO_DOUBLE -> Collections.nCopies(arity, Type.INT);
            case LONGS, INTEGERS_TO_BOOLEAN, LONG_TO_INT, LONG_TO_DOUBLE -> Collections.nCopies(arity, Type.LONG);
            case BOOLEANS -> Collections.nCopies(arity, Type.BOOLEAN);
            case CONDITIONAL -> List.of();
        };
    }

    Type resultType(Op op, Type... operands) {
        if (!fits(op, operands)) {
            throw new IllegalArgumentException(op + " of "
                    + Arrays.toString(operands) + ", expected " + op.arity()
                    + " operands of type "
                    + expected + "; convert them explicitly, for instance with toReal()");
        }
        return result.isPresent() ? result.get() : operands[1];
    }

    /** As for the types of the operands, which need no array of their own if they fit. */
    Type resultType(Op op, Expr... operands) {
        boolean fits = result.isPresent() && this != REAL_AND_INTEGER && operands.length == op.arity();
        for (int i = 0; fits && i < operands.length; i++) {
            fits = operand.test(operands[i].type());
        }
        return fits
                ? result.get()
                : resultType(op, Arrays.stream(operands).map(Expr::type).toArray(Type[]::new));
    }

    private boolean fits(Op op, Type... operands) {
        boolean fits = operands.length == op.arity();
        for (int i = 0; fits && i < operands.length; i++) {
            fits = operand.test(operands[i]);
        }
        return switch (this) {
            case CONDITIONAL -> fits && operands[0].equals(Type.BOOLEAN) && operands[1].equals(operands[2]);
            case REAL_AND_INTEGER -> fits && operands[0].isReal() && operands[1].equals(Type.INT);
            default -> fits;
        };
    }
}
