package org.cotangent.ad.expr;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Collectors;

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

    /** The graph of a matrix. */
    public static String of(MatrixExpr root) {
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
            public String view(View view) {
                String name =
                        view.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
                return view.kind() == View.Kind.SLICE ? name + " of " + size(view) : name;
            }

            @Override
            public String join(Join join) {
                return "join";
            }

            @Override
            public String reduction(Reduction reduction) {
                return reduction.name() + line(reduction, reduction.axes().contains(1));
            }

            @Override
            public String scan(Scan scan) {
                return scan.name() + (scan.shape().size() < 2 ? "" : line(scan, scan.axis() == 1));
            }

            @Override
            public String product(Product product) {
                return "dot";
            }

            @Override
            public String table(Table table) {
                return "table of " + size(table);
            }

            @Override
            public String application(Application application) {
                return application.function().name();
            }

            @Override
            public String fold(Fold fold) {
                return "fold of " + fold.turns() + " turns";
            }
        });
    }

    private static String size(GraphNode node) {
        String extents = node.shape().stream().map(Expr::toString).collect(Collectors.joining(" x "));
        return (node.shape().size() == 1 ? "length " : "") + extents;
    }

    private static String line(GraphNode node, boolean isRow) {
        return node.shape().isEmpty() ? "" : isRow ? " of each row" : " of each column";
    }

    private static String symbol(Op op) {
        String text = op.notation().isOperator()
                ? op.notation().template().replace("%s", "").replace("%%", "%").strip()
                : op.notation().template();
        return text.isBlank() ? "stop gradient" : text.replaceAll("\\s+", " ");
    }
}
