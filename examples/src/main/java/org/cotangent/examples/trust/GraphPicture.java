package org.cotangent.examples.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cotangent.ad.expr.Expr;

/** Draws an expression graph as SVG: variables and constants at the bottom, the value on top. */
@SuppressWarnings("AnnotateFormatMethod") // The annotation would be a dependency.
final class GraphPicture {

    private static final int COLUMN = 120;
    private static final int ROW = 66;
    private static final int BOX_WIDTH = 96;
    private static final int BOX_HEIGHT = 30;
    private static final int MARGIN = 40;
    private static final int TITLE = 40;

    /** Room for the title. */
    private static final int SMALLEST = 360;

    private static final String FONT = "font-family=\"Helvetica, Arial, sans-serif\" text-anchor=\"middle\"";

    /** Blue and grey: what the expression is a function of, and what never changes. */
    private static final String VARIABLE = "#CDE5F5";

    private static final String CONSTANT = "#EEEEEE";
    private static final String OPERATION = "white";

    private final String title;
    private final GraphLayout layout;
    private double left;
    private final List<String> lines = new ArrayList<>();

    GraphPicture(String title, Expr expression) {
        this.title = title;
        this.layout = GraphLayout.of(expression);
    }

    String svg() {
        int width = Math.max(SMALLEST, (int) Math.ceil(layout.width() * COLUMN)) + 2 * MARGIN;
        left = (width - layout.width() * COLUMN) / 2;
        int height = layout.layers() * ROW + MARGIN + TITLE;
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">",
                width, height, width, height);
        add("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", width, height);
        add("<text x=\"%d\" y=\"28\" font-size=\"16\" %s>%s</text>", width / 2, FONT, title);
        layout.paths().forEach(this::path);
        layout.nodes().stream().filter(node -> !node.bend()).forEach(this::box);
        add("</svg>");
        return String.join("\n", lines) + "\n";
    }

    private double x(GraphLayout.Node node) {
        return left + node.column() * COLUMN + COLUMN / 2.0;
    }

    private double y(GraphLayout.Node node) {
        return TITLE + (layout.layers() - 1 - node.layer()) * ROW + ROW / 2.0;
    }

    private void path(List<GraphLayout.Node> path) {
        StringBuilder points = new StringBuilder();
        for (GraphLayout.Node node : path) {
            points.append(points.isEmpty() ? "M" : " L")
                    .append(String.format(Locale.ROOT, "%.1f %.1f", x(node), y(node)));
        }
        add("<path d=\"%s\" stroke=\"#555555\" stroke-width=\"1.4\" fill=\"none\"/>", points);
    }

    private void box(GraphLayout.Node node) {
        String fill = switch (node.kind()) {
            case VARIABLE -> VARIABLE;
            case CONSTANT -> CONSTANT;
            case OPERATION -> OPERATION;
        };
        add(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%d\" height=\"%d\" rx=\"6\" fill=\"%s\" stroke=\"black\"/>",
                x(node) - BOX_WIDTH / 2.0, y(node) - BOX_HEIGHT / 2.0, BOX_WIDTH, BOX_HEIGHT, fill);
        add(
                "<text x=\"%.1f\" y=\"%.1f\" font-size=\"14\" %s>%s</text>",
                x(node), y(node) + 5, FONT, node.label().replace("<", "&lt;"));
    }

    private void add(String format, Object... values) {
        lines.add(String.format(Locale.ROOT, format, values));
    }
}
