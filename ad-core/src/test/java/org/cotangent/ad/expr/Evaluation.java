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
        if (array instanceof int[] ints) {
            return (long) ints[index];
        }
        return array instanceof boolean[] conditions ? (Object) conditions[index] : ((double[]) array)[index];
    }

    @Override
    public Object length(Length length) {
        return (long) java.lang.reflect.Array.getLength(value(length.array()));
    }

    @Override
    public Object graph(GraphNode node) {
        return node.accept((GraphVisitor<Object>) this);
    }

    private static Object at(Object value, int index) {
        return value.getClass().isArray() ? element(value, index) : value;
    }

    /** An array of a node's type, its elements given one by one by their index along each axis. */
    private Object filled(GraphNode node, java.util.function.Function<int[], Object> element) {
        int[] extents = node.shape().stream().mapToInt(this::index).toArray();
        int count = java.util.Arrays.stream(extents).reduce(1, (a, b) -> a * b);
        Type type = node.type().component();
        double[] reals = new double[count];
        boolean[] conditions = new boolean[count];
        int[] ints = new int[count];
        for (int k = 0; k < count; k++) {
            int[] index = extents.length == 1 ? new int[] {k} : new int[] {k / extents[1], k % extents[1]};
            Object value = element.apply(index);
            if (type.equals(Type.BOOLEAN)) {
                conditions[k] = (boolean) value;
            } else if (type.equals(Type.INT)) {
                ints[k] = Math.toIntExact((long) value);
            } else {
                reals[k] = (double) value;
            }
        }
        return type.equals(Type.BOOLEAN) ? conditions : type.equals(Type.INT) ? ints : reals;
    }

    private int flat(int[] index, List<Expr> shape) {
        return index.length == 1 ? index[0] : index[0] * index(shape.get(1)) + index[1];
    }

    @Override
    public Object elementwise(Elementwise node) {
        List<Object> values = node.operands().stream().map(this::value).toList();
        return filled(node, index -> {
            int k = flat(index, node.shape());
            Object[] v = values.stream().map(value -> at(value, k)).toArray();
            return switch (node.op()) {
                case CONDITIONAL -> (boolean) v[0] ? v[1] : v[2];
                case AND_ALSO -> (boolean) v[0] && (boolean) v[1];
                case OR_ELSE -> (boolean) v[0] || (boolean) v[1];
                default -> compute(node.op(), v);
            };
        });
    }

    private int parameter(View node, int position, int index) {
        return Math.toIntExact((long) at(value(node.parameters().get(position)), index));
    }

    @Override
    public Object view(View node) {
        Object array = value(node.array());
        int columns = node.array() instanceof GraphNode g && g.shape().size() == 2
                ? index(g.shape().get(1))
                : 1;
        return filled(node, index -> {
            int i = index[0];
            int j = index.length > 1 ? index[1] : 0;
            int source = switch (node.kind()) {
                case SLICE ->
                    index.length == 1
                            ? parameter(node, 0, 0) + i
                            : (parameter(node, 0, 0) + i) * columns + parameter(node, 1, 0) + j;
                case TRANSPOSE -> j * columns + i;
                case ROW -> parameter(node, 0, 0) * columns + i;
                case COLUMN -> i * columns + parameter(node, 0, 0);
                case REPEATED_ROW -> j;
                case REPEATED_COLUMN -> i;
                case DIAGONAL -> i * columns + i;
                case GATHER -> parameter(node, 0, i);
                case GATHERED_ROWS -> parameter(node, 0, i) * columns + j;
                case GATHERED_COLUMNS -> i * columns + parameter(node, 0, j);
                case PICKED_FROM_ROWS -> i * columns + parameter(node, 0, i);
                case PICKED_FROM_COLUMNS -> parameter(node, 0, i) * columns + i;
                case MATRIX -> i * parameter(node, 0, 0) + j;
                case FLAT -> i;
            };
            return element(array, source);
        });
    }

    @Override
    public Object join(Join node) {
        List<Object> parts = node.operands().stream().map(this::value).toList();
        int[] counts = node.counts().stream().mapToInt(this::index).toArray();
        return filled(node, index -> {
            int k = index[node.axis()];
            int part = 0;
            while (k >= counts[part]) {
                k -= counts[part++];
            }
            int columns = node.axis() == 1
                    ? counts[part]
                    : index.length > 1 ? index(node.shape().get(1)) : 1;
            int i = node.axis() == 0 ? k : index[0];
            int j = node.axis() == 1 ? k : index.length > 1 ? index[1] : 0;
            return at(parts.get(part), i * columns + j);
        });
    }

    @Override
    public Object reduction(Reduction node) {
        double[] array = (double[]) value(node.array());
        if (node.shape().isEmpty()) {
            Object total = value(node.start());
            for (double element : array) {
                total = compute(node.op(), total, element);
            }
            return total;
        }
        int rows = index(node.extents().get(0));
        int columns = index(node.extents().get(1));
        boolean alongRows = node.axes().contains(1);
        return filled(node, index -> {
            Object total = value(node.start());
            for (int k = 0; k < (alongRows ? columns : rows); k++) {
                int at = alongRows ? index[0] * columns + k : k * columns + index[0];
                total = compute(node.op(), total, array[at]);
            }
            return total;
        });
    }

    @Override
    public Object product(Product node) {
        double[] left = (double[]) value(node.left());
        double[] right = (double[]) value(node.right());
        int inner = index(node.inner());
        int rows = inner == 0 ? 0 : left.length / inner;
        int columns = inner == 0 ? 0 : right.length / inner;
        boolean isVector = node.shape().size() == 1;
        return filled(node, index -> {
            int i = isVector ? (rows == 1 && columns > 1 ? 0 : index[0]) : index[0];
            int j = isVector ? (rows == 1 && columns > 1 ? index[0] : 0) : index[1];
            double total = 0;
            for (int p = 0; p < inner; p++) {
                total += left[i * inner + p] * right[p * columns + j];
            }
            return total;
        });
    }

    @Override
    public Object scan(Scan node) {
        double[] array = (double[]) value(node.array());
        return filled(node, index -> {
            Object total = value(node.start());
            int[] at = index.clone();
            for (int k = 0; k <= index[node.axis()]; k++) {
                at[node.axis()] = k;
                total = compute(node.op(), total, array[flat(at, node.shape())]);
            }
            return total;
        });
    }

    private Object with(Map<Expr, Object> bound, Expr expression) {
        Map<Expr, Object> all = new java.util.HashMap<>(bindings);
        all.putAll(bound);
        return of(expression, all);
    }

    @Override
    public Object table(Table node) {
        return filled(node, index -> {
            Map<Expr, Object> bound = new java.util.HashMap<>();
            for (int k = 0; k < index.length; k++) {
                bound.put(node.bound().get(k), (long) index[k]);
            }
            return with(bound, node.element());
        });
    }

    @Override
    public Object fold(Fold node) {
        Object state = value(node.initial());
        for (int i = 0; i < index(node.turns()); i++) {
            state = with(Map.of(node.index(), (long) i, node.state(), state), node.next());
        }
        return state;
    }

    @Override
    public Object application(Application node) {
        Subgraph<?> function = (Subgraph<?>) node.function();
        Map<Expr, Object> arguments = new java.util.HashMap<>();
        for (int i = 0; i < node.operands().size(); i++) {
            arguments.put(function.variables().get(i), value(node.operands().get(i)));
        }
        return with(arguments, Shapes.node(function.body()));
    }
}
