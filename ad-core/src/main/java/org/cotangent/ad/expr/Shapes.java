package org.cotangent.ad.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Builds vector nodes after checking types, lengths and indices, as far as they are known. */
final class Shapes {

    private Shapes() {}

    static VectorExpr map(Op op, Arithmetic<?>... operands) {
        List<Expr> nodes = new ArrayList<>();
        Type[] elements = new Type[operands.length];
        for (int i = 0; i < operands.length; i++) {
            nodes.add(node(operands[i]));
            elements[i] = operands[i] instanceof VectorExpr v
                    ? v.node().type().component()
                    : nodes.get(i).type();
        }
        Type element = op.resultType(elements);
        Expr count = count(op, operands);
        List<Expr> others = otherCounts(operands, count);
        List<Expr> fixed = List.copyOf(nodes);
        return interned(Elementwise.class, op, fixed, () -> new Elementwise(op, element, fixed, count, others), count);
    }

    private static VectorExpr interned(Object kind, Object extra, List<Expr> nodes, Supplier<Expr> create, Expr count) {
        for (Expr node : nodes) {
            if (!(node instanceof Constant)) {
                return new VectorExpr(
                        Interning.intern(node, new Interning.Key(kind, node, extra, nodes), create), count);
            }
        }
        return new VectorExpr(create.get(), count);
    }

    /** The length all vectors have, a constant one if there is any. */
    private static Expr count(Op op, Arithmetic<?>... operands) {
        VectorExpr first = null;
        for (Arithmetic<?> operand : operands) {
            if (operand instanceof VectorExpr vector) {
                if (first != null
                        && first.length() instanceof Constant a
                        && vector.length() instanceof Constant b
                        && !a.equals(b)) {
                    throw new IllegalArgumentException(op + " of vectors of different lengths: " + described(first)
                            + " and " + described(vector) + "; cut one with slice(from, to) or pass equal lengths");
                }
                first = first == null || vector.length() instanceof Constant ? vector : first;
            }
        }
        if (first == null) {
            throw new IllegalArgumentException(
                    op + " of scalars only, expected at least one vector; use Expr.apply for scalars");
        }
        return first.length();
    }

    private static List<Expr> otherCounts(Arithmetic<?>[] operands, Expr count) {
        List<Expr> others = new ArrayList<>();
        for (Arithmetic<?> operand : operands) {
            if (operand instanceof VectorExpr v && !v.length().equals(count) && !others.contains(v.length())) {
                others.add(v.length());
            }
        }
        return List.copyOf(others);
    }

    static String described(VectorExpr vector) {
        return vector + " (length " + vector.length() + ")";
    }

    private static Expr node(Arithmetic<?> operand) {
        Objects.requireNonNull(operand, "operand is null, expected an expression or a vector");
        if (operand instanceof VectorExpr vector) {
            return vector.node();
        }
        Expr scalar = (Expr) operand;
        if (scalar.type().isArray()) {
            throw new IllegalArgumentException(scalar + " is a " + scalar.type()
                    + ", expected a scalar or a vector; Graph.vector(variable) makes a vector of it");
        }
        return scalar;
    }

    static Expr realNode(Arithmetic<?> part) {
        Expr node = node(part);
        if (!node.type().equals(Type.DOUBLE) && !node.type().equals(Type.DOUBLES)) {
            throw new IllegalArgumentException(
                    "part " + node + " has type " + node.type() + ", expected double or double[]");
        }
        return node;
    }

    static void requireReal(VectorExpr vector, Op op) {
        if (!vector.node().type().equals(Type.DOUBLES)) {
            throw new IllegalArgumentException(op + " over " + vector + " of type "
                    + vector.node().type() + ", expected double[]; turn conditions into numbers with choose(1, 0)");
        }
    }

    static void requireInside(VectorExpr vector, Expr index) {
        if (!index.type().equals(Type.INT)) {
            throw new IllegalArgumentException("index " + index + " has type " + index.type() + ", expected int");
        }
        if (index instanceof Constant i && (i.integer() < 0 || !isAtMost(i.integer() + 1, vector.length()))) {
            throw new IllegalArgumentException("index " + index + " is outside of " + described(vector)
                    + ", expected 0 or more and less than the length");
        }
    }

    /** Whether a number is at most an int expression, as far as that is known. */
    private static boolean isAtMost(long value, Expr bound) {
        return !(bound instanceof Constant b) || value <= b.integer();
    }

    static VectorExpr slice(VectorExpr vector, Expr from, Expr to) {
        boolean inside = from.type().equals(Type.INT) && to.type().equals(Type.INT);
        if (inside && from instanceof Constant f) {
            inside = f.integer() >= 0 && isAtMost(f.integer(), to) && isAtMost(f.integer(), vector.length());
        }
        if (inside && to instanceof Constant t) {
            inside = t.integer() >= 0 && isAtMost(t.integer(), vector.length());
        }
        if (!inside) {
            throw new IllegalArgumentException("slice from " + from + " to " + to + " of " + described(vector)
                    + ", expected ints with 0 <= from <= to <= length");
        }
        Expr count = to.minus(from);
        if (vector.node() instanceof Slice outer) {
            return sliced(outer.array(), outer.from().plus(from), count);
        }
        return sliced(vector.node(), from, count);
    }

    private static VectorExpr sliced(Expr array, Expr from, Expr count) {
        Interning.Key key = new Interning.Key(Slice.class, array, from, count);
        return new VectorExpr(Interning.intern(array, key, () -> new Slice(array, from, count)), count);
    }

    static VectorExpr join(List<Expr> nodes, List<Expr> counts, Expr total) {
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("a vector of 0 parts, expected at least one scalar or vector");
        }
        return interned(Join.class, counts, nodes, () -> new Join(nodes, counts, total), total);
    }
}
