package org.cotangent.ad.expr;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Evaluates graphs and expressions by following their definition, as an oracle for everything that
 * does it better: doubles, longs (ints too), booleans and double arrays as objects.
 */
public final class Evaluation implements ExprVisitor<Object>, GraphVisitor<Object> {

    private final Map<? extends Expr, Object> bindings;
    private final Map<Expr, Object> known = new IdentityHashMap<>();

    private Evaluation(Map<? extends Expr, Object> bindings) {
        this.bindings = bindings;
    }

    /** The value of an expression; operands of any depth, branches taken lazily. */
    public static Object of(Expr expression, Map<? extends Expr, Object> bindings) {
        return new Evaluation(bindings).value(expression);
    }

    public static double real(Expr expression, Map<? extends Expr, Object> bindings) {
        return (double) of(expression, bindings);
    }

    /**
     * Applies the kernel of an operation to values; lazy operations have none. Every NaN becomes the
     * canonical one, as Java leaves open which sign copySign finds in a NaN.
     */
    public static Object compute(Op op, Object... v) {
        Object result = applied(op, v);
        return result instanceof Double d && d.isNaN() ? (Object) Double.NaN : result;
    }

    private static Object applied(Op op, Object... v) {
        Kernel kernel = op.kernel();
        boolean isBoolean = op.resultType(types(v)).equals(Type.BOOLEAN);
        if (kernel instanceof Kernel.Real1 k) {
            return k.value().of((double) v[0]);
        } else if (kernel instanceof Kernel.Real2 k) {
            return k.value().of((double) v[0], (double) v[1]);
        } else if (kernel instanceof Kernel.Real3 k) {
            return k.value().of((double) v[0], (double) v[1], (double) v[2]);
        } else if (kernel instanceof Kernel.Comparison k) {
            return k.value().of((double) v[0], (double) v[1]);
        } else if (kernel instanceof Kernel.Widening k) {
            return k.value().of(whole(v[0]));
        } else if (kernel instanceof Kernel.RealInteger k) {
            return k.value().of((double) v[0], whole(v[1]));
        } else if (kernel instanceof Kernel.Truncation k) {
            return k.value().of((double) v[0]);
        } else if (kernel instanceof Kernel.Integer1 k) {
            return scalar(k.value().of(whole(v[0])), isBoolean);
        } else if (kernel instanceof Kernel.Integer2 k) {
            return scalar(k.value().of(whole(v[0]), whole(v[1])), isBoolean);
        }
        throw new IllegalArgumentException(op + " has no kernel");
    }

    private static Object scalar(long value, boolean isBoolean) {
        return isBoolean ? (Object) (value != 0) : (Object) value;
    }

    private static long whole(Object value) {
        return value instanceof Boolean b ? (b ? 1 : 0) : (long) value;
    }

    private static Type[] types(Object[] values) {
        Type[] types = new Type[values.length];
        for (int i = 0; i < values.length; i++) {
            types[i] = values[i] instanceof Boolean ? Type.BOOLEAN : values[i] instanceof Long ? Type.INT : Type.DOUBLE;
        }
        return types;
    }

    private Object value(Expr expression) {
        Object value = known.get(expression);
        if (value == null) {
            value = expression.accept(this);
            known.put(expression, value);
        }
        return value;
    }

    private int index(Expr expression) {
        return Math.toIntExact((long) value(expression));
    }

    @Override
    public Object constant(Constant constant) {
        if (constant.type().isReal()) {
            return constant.real();
        }
        return scalar(constant.integer(), constant.type().equals(Type.BOOLEAN));
    }

    @Override
    public Object variable(Variable variable) {
        Object value = bindings.get(variable);
        if (value == null) {
            throw new IllegalArgumentException(variable.name() + " is not bound");
        }
        return value;
    }

    @Override
    public Object apply(Apply apply) {
        return switch (apply.op()) {
            case CONDITIONAL -> value(apply.operand((boolean) value(apply.operand(0)) ? 1 : 2));
            case AND_ALSO -> (boolean) value(apply.operand(0)) && (boolean) value(apply.operand(1));
            case OR_ELSE -> (boolean) value(apply.operand(0)) || (boolean) value(apply.operand(1));
            default ->
                compute(apply.op(), apply.operands().stream().map(this::value).toArray());
        };
    }

    @Override
    public Object load(Load load) {
        return element(value(load.array()), index(load.index()));
    }

    private static Object element(Object array, int index) {
        return array instanceof boolean[] conditions ? (Object) conditions[index] : ((double[]) array)[index];
    }

    @Override
    public Object length(Length length) {
        return (long) ((double[]) value(length.array())).length;
    }

    @Override
    public Object graph(GraphNode node) {
        return node.accept((GraphVisitor<Object>) this);
    }

    private static Object at(Object value, int index) {
        return value.getClass().isArray() ? element(value, index) : value;
    }

    @Override
    public Object elementwise(Elementwise node) {
        int n = index(node.count());
        boolean isBoolean = node.type().component().equals(Type.BOOLEAN);
        double[] reals = new double[n];
        boolean[] conditions = new boolean[n];
        List<Object> values = node.operands().stream().map(this::value).toList();
        for (int i = 0; i < n; i++) {
            int k = i;
            Object[] v = values.stream().map(value -> at(value, k)).toArray();
            Object element = switch (node.op()) {
                case CONDITIONAL -> (boolean) v[0] ? v[1] : v[2];
                case AND_ALSO -> (boolean) v[0] && (boolean) v[1];
                case OR_ELSE -> (boolean) v[0] || (boolean) v[1];
                default -> compute(node.op(), v);
            };
            if (isBoolean) {
                conditions[i] = (boolean) element;
            } else {
                reals[i] = (double) element;
            }
        }
        return isBoolean ? conditions : reals;
    }

    @Override
    public Object slice(Slice node) {
        int from = index(node.from());
        return java.util.Arrays.copyOfRange((double[]) value(node.array()), from, from + index(node.count()));
    }

    @Override
    public Object join(Join node) {
        return node.operands().stream()
                .map(this::value)
                .flatMapToDouble(v -> v instanceof double[] array
                        ? java.util.Arrays.stream(array)
                        : java.util.stream.DoubleStream.of((double) v))
                .toArray();
    }

    @Override
    public Object reduction(Reduction node) {
        Object total = value(node.start());
        for (double element : (double[]) value(node.array())) {
            total = compute(node.op(), total, element);
        }
        return total;
    }
}
