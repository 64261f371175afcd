package org.cotangent.ad.expr;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Draws expression graphs in the DOT language of Graphviz, every shared expression once: {@code dot
 * -Tsvg}. Nodes are numbered operands first, so equal graphs give equal text.
 */
public final class Dot implements ExprVisitor<String> {

    /** Graphviz takes minutes beyond a few thousand nodes, and nobody can read them. */
    private static final int MAX_NODES = 10_000;

    private Dot() {}

    /**
     * The graph of everything the given expressions are computed from.
     *
     * @throws IllegalArgumentException if it has more than 10,000 nodes
     */
    public static String of(Expr... roots) {
        List<Expr> order = Traversal.postOrder(Arrays.asList(roots));
        if (order.size() > MAX_NODES) {
            throw new IllegalArgumentException("the graph has " + order.size() + " nodes, expected at most " + MAX_NODES
                    + " in a drawing; draw a part of it");
        }
        IdentityHashMap<Expr, Integer> numbers = new IdentityHashMap<>();
        StringBuilder out = new StringBuilder("digraph expression {\n  rankdir=BT;\n  node [shape=box];\n");
        for (Expr expression : order) {
            int number = numbers.size();
            numbers.put(expression, number);
            String label = expression.accept(new Dot());
            out.append("  n").append(number).append(" [label=\"").append(label).append("\"];\n");
            List<Expr> operands = Traversal.operands(expression);
            for (int i = 0; i < operands.size(); i++) {
                out.append("  n")
                        .append(numbers.get(operands.get(i)))
                        .append(" -> n")
                        .append(number);
                out.append(operands.size() > 1 ? " [headlabel=" + i + "];\n" : ";\n");
            }
        }
        return out.append("}\n").toString();
    }

    /** The graph of a vector. */
    public static String of(VectorExpr root) {
        return of(root.node());
    }

    @Override
    public String constant(Constant constant) {
        return constant.toString();
    }

    @Override
    public String variable(Variable variable) {
        return variable.type() + " " + variable.name();
    }

    @Override
    public String apply(Apply apply) {
        return symbol(apply.op());
    }

    @Override
    public String load(Load load) {
        return "[ ]";
    }

    @Override
    public String length(Length length) {
        return "length";
    }

    @Override
    public String graph(GraphNode node) {
        return node.accept(new GraphVisitor<String>() {
            @Override
            public String elementwise(Elementwise map) {
                return "each " + symbol(map.op());
            }

            @Override
            public String slice(Slice slice) {
                return "slice of length " + slice.count();
            }

            @Override
            public String join(Join join) {
                return "join";
            }

            @Override
            public String reduction(Reduction reduction) {
                return reduction.name();
            }
        });
    }

    private static String symbol(Op op) {
        String text = op.notation().isOperator()
                ? op.notation().template().replace("%s", "").replace("%%", "%").strip()
                : op.notation().template();
        return text.replaceAll("\\s+", " ");
    }
}
