package org.cotangent.examples.trust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Dot;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Traversal;
import org.cotangent.ad.expr.Variable;

/**
 * Places the nodes of an expression graph in layers, each above everything it is computed from, and
 * orders each layer so that lines cross little: nodes go to the mean column of their neighbours, a few
 * times up and down (Sugiyama, Tagawa and Toda, 1981). Lines across layers bend in empty places.
 */
final class GraphLayout {

    private static final int SWEEPS = 12;

    /** A line needs less room than a box. */
    private static final double BEND = 0.5;

    private static final Pattern LABEL = Pattern.compile("n\\d+ \\[label=\"(.*)\"];");

    enum Kind {
        VARIABLE,
        CONSTANT,
        OPERATION
    }

    /** A box, or a place where a line bends. */
    static final class Node {
        private final String label;
        private final Kind kind;
        private final int layer;
        private final boolean bend;
        private final List<Node> neighbours = new ArrayList<>();
        private double column;

        Node(String label, Kind kind, int layer, boolean bend) {
            this.label = label;
            this.kind = kind;
            this.layer = layer;
            this.bend = bend;
        }

        String label() {
            return label;
        }

        Kind kind() {
            return kind;
        }

        int layer() {
            return layer;
        }

        boolean bend() {
            return bend;
        }

        double column() {
            return column;
        }

        private double mean(int side) {
            return neighbours.stream()
                    .filter(neighbour -> neighbour.layer == layer + side)
                    .mapToDouble(neighbour -> neighbour.column)
                    .average()
                    .orElse(column);
        }
    }

    private final List<List<Node>> layers = new ArrayList<>();
    private final List<List<Node>> paths = new ArrayList<>();

    private GraphLayout() {}

    static GraphLayout of(Expr expression) {
        GraphLayout layout = new GraphLayout();
        layout.place(expression);
        layout.order();
        return layout;
    }

    private void place(Expr root) {
        List<Expr> order = Traversal.postOrder(List.of(root));
        // The labels are those of the DOT text, which numbers nodes in the same order.
        List<String> labels =
                LABEL.matcher(Dot.of(root)).results().map(MatchResult::group).toList();
        Map<Expr, Node> nodes = new IdentityHashMap<>();
        for (int i = 0; i < order.size(); i++) {
            Expr expression = order.get(i);
            List<Node> operands = Traversal.operands(expression).stream()
                    .flatMap(operand -> Stream.ofNullable(nodes.get(operand)))
                    .toList();
            int layer = operands.stream()
                    .mapToInt(operand -> operand.layer() + 1)
                    .max()
                    .orElse(0);
            String label = labels.get(i).replaceAll(".*\\[label=\"(?:Math\\.|double )?(.*)\"];", "$1");
            Node node = add(new Node(label, kind(expression), layer, false));
            nodes.put(expression, node);
            operands.forEach(operand -> connect(operand, node));
        }
    }

    private static Kind kind(Expr expression) {
        if (expression instanceof Variable) {
            return Kind.VARIABLE;
        }
        return expression instanceof Constant ? Kind.CONSTANT : Kind.OPERATION;
    }

    private Node add(Node node) {
        while (layers.size() <= node.layer()) {
            layers.add(new ArrayList<>());
        }
        node.column = layers.get(node.layer()).size();
        layers.get(node.layer()).add(node);
        return node;
    }

    private void connect(Node from, Node to) {
        List<Node> path = new ArrayList<>(List.of(from));
        for (int layer = from.layer() + 1; layer < to.layer(); layer++) {
            path.add(add(new Node("", Kind.OPERATION, layer, true)));
        }
        path.add(to);
        for (int i = 1; i < path.size(); i++) {
            path.get(i).neighbours.add(path.get(i - 1));
            path.get(i - 1).neighbours.add(path.get(i));
        }
        paths.add(path);
    }

    private void order() {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            sweep(sweep % 2 == 0 ? -1 : 1, true);
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            sweep(sweep % 2 == 0 ? -1 : 1, false);
        }
        double left = nodes().stream().mapToDouble(Node::column).min().orElse(0);
        nodes().forEach(node -> node.column -= left);
    }

    private void sweep(int side, boolean reorder) {
        for (int i = 0; i < layers.size(); i++) {
            order(layers.get(side < 0 ? i : layers.size() - 1 - i), side, reorder);
        }
    }

    /** Moves the nodes of a layer to the mean of their neighbours on one side, as far as there is room. */
    private static void order(List<Node> layer, int side, boolean reorder) {
        Map<Node, Double> means = new HashMap<>();
        layer.forEach(node -> means.put(node, node.mean(side)));
        if (reorder) {
            layer.sort(Comparator.comparing(means::get));
        }
        double shift = 0;
        for (int i = 0; i < layer.size(); i++) {
            Node node = layer.get(i);
            double wished = means.getOrDefault(node, node.column);
            node.column = i == 0 ? wished : Math.max(wished, layer.get(i - 1).column + room(layer.get(i - 1), node));
            shift += (wished - node.column) / layer.size();
        }
        for (Node node : layer) {
            node.column += shift;
        }
    }

    private static double room(Node left, Node right) {
        return (left.bend() ? BEND / 2 : 0.5) + (right.bend() ? BEND / 2 : 0.5);
    }

    /** The number of columns that boxes take. */
    double width() {
        return nodes().stream().mapToDouble(Node::column).max().orElse(0) + 1;
    }

    int layers() {
        return layers.size();
    }

    List<Node> nodes() {
        return layers.stream().flatMap(List::stream).toList();
    }

    /** Lines from operand to operation, with the bends between. */
    List<List<Node>> paths() {
        return paths;
    }
}
