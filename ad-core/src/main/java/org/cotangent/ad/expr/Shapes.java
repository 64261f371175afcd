package org.cotangent.ad.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Builds array nodes after checking types, shapes and indices, as far as they are known. */
final class Shapes {

    private Shapes() {}

    /** The node behind an operand: an expression that is no array, a vector or a matrix. */
    static Expr node(Arithmetic<?> operand) {
        Objects.requireNonNull(operand, "operand is null, expected an expression, a vector or a matrix");
        if (operand instanceof VectorExpr vector) {
            return vector.node();
        }
        if (operand instanceof MatrixExpr matrix) {
            return matrix.node();
        }
        Expr scalar = (Expr) operand;
        if (scalar.type().isArray()) {
            throw new IllegalArgumentException(scalar + " is a " + scalar.type()
                    + ", expected a scalar or a vector; Graph.vector(variable) makes a vector of it");
        }
        return scalar;
    }

    /** The number of elements along each axis: none for a scalar, one for a vector, two for a matrix. */
    static List<Expr> shape(Arithmetic<?> operand) {
        if (operand instanceof VectorExpr vector) {
            return List.of(vector.length());
        }
        return operand instanceof MatrixExpr matrix ? List.of(matrix.rows(), matrix.columns()) : List.of();
    }

    private static Type element(Arithmetic<?> operand) {
        Type type = node(operand).type();
        return type.isArray() ? type.component() : type;
    }

    /** An operand and its shape, for messages. */
    static String described(Arithmetic<?> operand) {
        List<Expr> shape = shape(operand);
        return switch (shape.size()) {
            case 0 -> node(operand).toString();
            case 1 -> operand + " (length " + shape.get(0) + ")";
            default -> operand + " (" + shape.get(0) + " x " + shape.get(1) + ")";
        };
    }

    /** An operation of the table on each element; the operands are scalars and arrays of one shape. */
    static GraphNode map(Op op, Arithmetic<?>... operands) {
        List<Expr> nodes = new ArrayList<>();
        Type[] elements = new Type[operands.length];
        Agreement agreement = new Agreement(op.toString());
        for (int i = 0; i < operands.length; i++) {
            nodes.add(node(operands[i]));
            elements[i] = element(operands[i]);
            if (!shape(operands[i]).isEmpty()) {
                agreement.add(operands[i]);
            }
        }
        Type element = op.resultType(elements);
        List<Expr> shape = agreement.shape();
        List<Expr> fixed = List.copyOf(nodes);
        List<Requirement> requirements = agreement.requirements();
        return interned(
                fixed,
                List.of(Elementwise.class, op),
                shape,
                () -> new Elementwise(op, element, fixed, shape, requirements));
    }

    /** The node with that kind and those operands and sizes, made if there is none yet. */
    static <T extends GraphNode> T interned(
            List<? extends Expr> operands, Object kind, List<Expr> shape, Supplier<T> create) {
        for (Expr operand : operands) {
            if (!(operand instanceof Constant)) {
                Interning.Key key = new Interning.Key(kind, operand, operands, shape);
                return cast(Interning.intern(operand, key, create::get));
            }
        }
        return create.get();
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the key holds the kind of node
    private static <T extends GraphNode> T cast(Expr node) {
        return (T) node;
    }

    static View view(
            View.Kind kind, Arithmetic<?> of, List<Expr> parameters, List<Expr> shape, Requirement... requirements) {
        List<Expr> operands = new ArrayList<>(List.of(node(of)));
        operands.addAll(parameters);
        return interned(
                operands,
                kind,
                shape,
                () -> new View(kind, node(of), List.copyOf(parameters), shape, List.of(requirements)));
    }

    static Reduction reduction(Op op, Arithmetic<?> of, Integer... axes) {
        requireReal(of, op.toString());
        List<Expr> extents = shape(of);
        List<Integer> gone = List.of(axes);
        List<Expr> shape = new ArrayList<>();
        for (int k = 0; k < extents.size(); k++) {
            if (!gone.contains(k)) {
                shape.add(extents.get(k));
            }
        }
        List<Expr> kept = List.copyOf(shape);
        return interned(
                List.of(node(of)),
                List.of(Reduction.class, op, gone),
                extents,
                () -> new Reduction(op, node(of), extents, gone, kept));
    }

    static Scan scan(Op op, Arithmetic<?> of, int axis) {
        requireReal(of, op.toString());
        List<Expr> shape = shape(of);
        return interned(
                List.of(node(of)), List.of(Scan.class, op, axis), shape, () -> new Scan(op, node(of), axis, shape));
    }

    /** The product of linear algebra of two vectors or matrices. */
    static Product product(Arithmetic<?> left, Arithmetic<?> right) {
        requireReal(left, "product");
        requireReal(right, "product");
        List<Expr> first = shape(left);
        List<Expr> second = shape(right);
        Expr a = first.get(first.size() - 1);
        Expr b = second.get(0);
        if (a instanceof Constant && b instanceof Constant && !a.equals(b)) {
            throw new IllegalArgumentException("product of " + described(left) + " and " + described(right) + ": " + a
                    + " columns meet " + b + " rows, expected as many; transpose() one of them or pass other shapes");
        }
        List<Requirement> requirements = a.equals(b)
                ? List.of()
                : List.of(new Requirement(
                        a.equalTo(b),
                        "product of " + described(left) + " and " + described(right)
                                + ": {} columns meet {} rows, expected as many",
                        List.of(a, b)));
        List<Expr> shape = new ArrayList<>(first.subList(0, first.size() - 1));
        shape.addAll(second.subList(1, second.size()));
        List<Expr> kept = List.copyOf(shape);
        return interned(
                List.of(node(left), node(right)),
                Product.class,
                List.copyOf(concatenated(first, second)),
                () -> new Product(
                        node(left), node(right), first.size(), b instanceof Constant ? b : a, kept, requirements));
    }

    private static List<Expr> concatenated(List<Expr> first, List<Expr> second) {
        List<Expr> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    static void requireReal(Arithmetic<?> operand, String use) {
        if (!element(operand).equals(Type.DOUBLE)) {
            throw new IllegalArgumentException(use + " over " + operand + " of type "
                    + node(operand).type() + ", expected double[]; turn conditions into numbers with choose(1, 0)");
        }
    }

    /** Whether a number is at most an int expression, as far as that is known. */
    static boolean isAtMost(long value, Expr bound) {
        return !(bound instanceof Constant b) || value <= b.integer();
    }

    static void requireInt(Expr index) {
        Objects.requireNonNull(index, "index is null, expected an int expression");
        if (!index.type().equals(Type.INT)) {
            throw new IllegalArgumentException("index " + index + " has type " + index.type() + ", expected int");
        }
    }

    static void requireInside(Arithmetic<?> operand, int axis, Expr index) {
        requireInt(index);
        Expr extent = shape(operand).get(axis);
        if (index instanceof Constant i && (i.integer() < 0 || !isAtMost(i.integer() + 1, extent))) {
            throw new IllegalArgumentException("index " + index + " is outside of " + described(operand)
                    + ", expected 0 or more and less than the length");
        }
    }

    /** Indices of elements: an int vector. */
    static void requireIndices(VectorExpr indices) {
        if (!indices.node().type().equals(Type.INTS)) {
            throw new IllegalArgumentException("indices " + indices + " have type "
                    + indices.node().type() + ", expected int[]; make them with Graph.indices");
        }
    }

    /** What two shapes, along one axis of each, must have in common. */
    static List<Requirement> agree(String use, Arithmetic<?> a, int axisA, Arithmetic<?> b, int axisB) {
        Expr first = shape(a).get(axisA);
        Expr second = shape(b).get(axisB);
        if (first.equals(second)) {
            return List.of();
        }
        if (first instanceof Constant && second instanceof Constant) {
            throw new IllegalArgumentException(use + " of " + described(a) + " and " + described(b) + ": " + first
                    + " and " + second + " elements, expected as many; pass equal lengths");
        }
        return List.of(new Requirement(
                first.equalTo(second),
                use + " of " + a + " and " + b + ": {} and {} elements, expected as many; pass equal lengths",
                List.of(first, second)));
    }

    /** Elements from one index (included) to another (excluded) along every axis. */
    static View slice(Arithmetic<?> of, List<Expr> from, List<Expr> to) {
        List<Expr> extents = shape(of);
        List<Expr> counts = new ArrayList<>();
        List<Requirement> requirements = new ArrayList<>();
        for (int k = 0; k < extents.size(); k++) {
            counts.add(Slicing.count(of, from.get(k), to.get(k), extents.get(k), requirements));
        }
        List<Expr> shape = List.copyOf(counts);
        if (node(of) instanceof View outer && outer.kind() == View.Kind.SLICE) {
            List<Expr> offsets = new ArrayList<>();
            for (int k = 0; k < from.size(); k++) {
                offsets.add(outer.parameters().get(k).plus(from.get(k)));
            }
            requirements.addAll(0, outer.requirements());
            return sliced(outer.array(), offsets, shape, requirements);
        }
        return sliced(node(of), from, shape, requirements);
    }

    private static View sliced(Expr array, List<Expr> from, List<Expr> shape, List<Requirement> requirements) {
        List<Expr> operands = new ArrayList<>(List.of(array));
        operands.addAll(from);
        return interned(
                operands,
                View.Kind.SLICE,
                shape,
                () -> new View(View.Kind.SLICE, array, List.copyOf(from), shape, List.copyOf(requirements)));
    }

    static String list(List<? extends Arithmetic<?>> operands) {
        return operands.stream().map(Shapes::described).collect(Collectors.joining(" and "));
    }
}
