package org.cotangent.ad.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cotangent.ad.expr.Complex;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Kernel;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the operation table, run by an instruction, against its own kernel. */
class OperationTest {

    private static final double[] REALS = {
        0.0, -0.0, 1, -1, 0.3, -2.5, 7, 1e300, -1e-300, 1e10, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE
    };
    private static final long[] INTS = {0, 1, -1, 5, -7, 33, Integer.MAX_VALUE, Integer.MIN_VALUE};
    private static final long[] LONGS = {0, 1, -1, 65, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE};

    private static List<Type> operandTypes(Op op) {
        Type[] candidates = {Type.DOUBLE, Type.INT, Type.LONG, Type.BOOLEAN};
        List<Type> types = new ArrayList<>();
        for (Type first : candidates) {
            for (Type second : candidates) {
                types = new ArrayList<>(List.of(first, second, second).subList(0, op.arity()));
                boolean widens = op.name().startsWith("LONG") && !(first.equals(Type.LONG) && second.equals(Type.LONG));
                if (!widens && fits(op, types)) {
                    return types;
                }
            }
        }
        throw new AssertionError("no operand types fit " + op);
    }

    private static boolean fits(Op op, List<Type> types) {
        try {
            op.resultType(types.stream().map(t -> Variable.of("x", t)).toArray(Expr[]::new));
            return true;
        } catch (IllegalArgumentException other) {
            return false;
        }
    }

    private static Object[] samples(Type type) {
        if (type.isReal()) {
            return java.util.Arrays.stream(REALS).boxed().toArray();
        } else if (type.equals(Type.BOOLEAN)) {
            return new Object[] {false, true};
        } else if (type.equals(Type.INT)) {
            return java.util.Arrays.stream(INTS).mapToObj(i -> (int) i).toArray();
        }
        return java.util.Arrays.stream(LONGS).boxed().toArray();
    }

    /** All combinations of sample operands. */
    private static List<Object[]> operands(List<Type> types) {
        List<Object[]> all = new ArrayList<>(List.<Object[]>of(new Object[0]));
        for (Type type : types) {
            List<Object[]> longer = new ArrayList<>();
            for (Object[] head : all) {
                for (Object next : samples(type)) {
                    Object[] operands = java.util.Arrays.copyOf(head, head.length + 1);
                    operands[head.length] = next;
                    longer.add(operands);
                }
            }
            all = longer;
        }
        return all;
    }

    private static Interpreter interpreter(Op op, List<Type> types) {
        Variable[] x = new Variable[types.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = Variable.of("x" + i, types.get(i));
        }
        return Interpreter.of(Samples.of(Expr.apply(op, x), x));
    }

    private static long integer(Object value) {
        return value instanceof Boolean b ? (b ? 1 : 0) : ((Number) value).longValue();
    }

    private static double real(Object value) {
        return (Double) value;
    }

    private static Object expected(Op op, Object[] v) {
        Kernel kernel = op.kernel();
        if (kernel instanceof Kernel.Real1 k) {
            return k.value().of(real(v[0]));
        } else if (kernel instanceof Kernel.Real2 k) {
            return k.value().of(real(v[0]), real(v[1]));
        } else if (kernel instanceof Kernel.Real3 k) {
            return k.value().of(real(v[0]), real(v[1]), real(v[2]));
        } else if (kernel instanceof Kernel.RealInteger k) {
            return k.value().of(real(v[0]), integer(v[1]));
        } else if (kernel instanceof Kernel.Widening k) {
            return k.value().of(integer(v[0]));
        } else if (kernel instanceof Kernel.Truncation k) {
            return k.value().of(real(v[0]));
        } else if (kernel instanceof Kernel.Comparison k) {
            return k.value().of(real(v[0]), real(v[1])) ? 1L : 0L;
        } else if (kernel instanceof Kernel.Integer1 k) {
            return k.value().of(integer(v[0]));
        } else if (kernel instanceof Kernel.Integer2 k) {
            return k.value().of(integer(v[0]), integer(v[1]));
        }
        return switch (op) {
            case AND_ALSO -> integer(v[0]) & integer(v[1]);
            case OR_ELSE -> integer(v[0]) | integer(v[1]);
            default -> integer(v[0]) != 0 ? v[1] : v[2];
        };
    }

    @ParameterizedTest
    @EnumSource(Op.class)
    void valueIsThatOfTheKernelToTheBit(Op op) {
        List<Type> types = operandTypes(op);
        Interpreter interpreter = interpreter(op, types);
        for (Object[] operands : operands(types)) {
            Object expected;
            try {
                expected = expected(op, operands);
            } catch (ArithmeticException division) {
                assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> interpreter.run(operands)))
                        .isExactlyInstanceOf(ArithmeticException.class)
                        .hasMessageContaining("division by zero");
                continue;
            }
            Object found = interpreter.run(operands)[0];
            assertThat(expected instanceof Double ? found : (Object) integer(found))
                    .as("%s%s", op, java.util.Arrays.toString(operands))
                    .isEqualTo(expected instanceof Double ? expected : (Object) integer(expected));
        }
    }

    static Stream<Op> complexOperations() {
        return Stream.of(Op.values()).filter(Op::hasComplexValue);
    }

    @ParameterizedTest
    @MethodSource("complexOperations")
    void complexValueIsThatOfTheTable(Op op) {
        List<Type> types = operandTypes(op);
        ComplexMachine machine = interpreter(op, types).complexMachine();
        Complex[] operands = new Complex[types.size()];
        for (int i = 0; i < operands.length; i++) {
            operands[i] = types.get(i).isReal() ? new Complex(0.7 - 0.2 * i, 0.1 + 0.3 * i) : Complex.real(3);
            if (types.get(i).isReal()) {
                machine.setComplex(i, operands[i]);
            } else {
                machine.setInteger(i, 3);
            }
        }
        machine.run();
        assertThat(machine.complex(0)).isEqualTo(op.complexValue(operands));
    }
}
