package org.cotangent.examples.downhill;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotangent.ad.function.DifferentiableFunction;

/**
 * Lines of equal value, by marching squares (after Lorensen and Cline 1987, in the plane): a grid tells
 * through which edges of which cells a line passes, bisection tells where on the edge, to rounding.
 *
 * <p>Nodes of the grid are numbered row by row from the lower left. The edge to the right of node n has
 * the number 2n, the edge upwards 2n + 1. What passes between nodes of the grid is not seen.
 */
final class Contours {

    /** A line from point to point; if it is closed, the first point comes again as the last. */
    record Line(double[] x, double[] y) {

        boolean closed() {
            int last = x.length - 1;
            return x[0] == x[last] && y[0] == y[last];
        }
    }

    private final DifferentiableFunction f;
    private final Window window;
    private final int columns;
    private final int rows;
    private final double[] values;

    /**
     * Evaluates f at the nodes.
     *
     * @param f of two variables
     * @param columns number of cells from left to right
     * @param rows number of cells from bottom to top
     */
    Contours(DifferentiableFunction f, Window window, int columns, int rows) {
        this.f = f;
        this.window = window;
        this.columns = columns;
        this.rows = rows;
        this.values = new double[(columns + 1) * (rows + 1)];
        for (int node = 0; node < values.length; node++) {
            values[node] = f.value(new double[] {x(node), y(node)});
        }
    }

    Window window() {
        return window;
    }

    private double x(int node) {
        return window.left() + window.width() * (node % (columns + 1)) / columns;
    }

    private double y(int node) {
        int row = node / (columns + 1);
        return window.bottom() + window.height() * row / rows;
    }

    /** All lines of a level within the window. */
    List<Line> at(double level) {
        Map<Integer, Deque<Integer>> joined = new LinkedHashMap<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                cell(row * (columns + 1) + column, level, joined);
            }
        }
        List<Line> lines = new ArrayList<>();
        // Open lines first, from one end to the other; what is left runs in circles.
        List.copyOf(joined.keySet()).stream()
                .filter(edge -> joinedTo(edge, joined).size() == 1)
                .forEach(edge -> follow(edge, level, joined, lines));
        joined.keySet().forEach(edge -> follow(edge, level, joined, lines));
        return lines;
    }

    /** Joins the edges of a cell that a line passes through; each way round, the cell is on the same side. */
    private void cell(int node, double level, Map<Integer, Deque<Integer>> joined) {
        int above = node + columns + 1;
        int[] corners = {node, node + 1, above + 1, above};
        int[] edges = {2 * node, 2 * node + 3, 2 * above, 2 * node + 1};
        List<Integer> crossed = new ArrayList<>();
        for (int i = 0; i < corners.length; i++) {
            if (high(corners[i], level) != high(corners[(i + 1) % corners.length], level)) {
                crossed.add(edges[i]);
            }
        }
        // At a saddle two lines pass; the middle tells which corners they cut off.
        int first = crossed.size() == 4 && middleIsLike(node, level) ? 0 : 1;
        for (int i = 0; i < crossed.size(); i += 2) {
            join(crossed.get((first + i) % crossed.size()), crossed.get((first + i + 1) % crossed.size()), joined);
        }
    }

    private boolean high(int node, double level) {
        return values[node] >= level;
    }

    private boolean middleIsLike(int node, double level) {
        int opposite = node + columns + 2;
        double[] middle = {(x(node) + x(opposite)) / 2, (y(node) + y(opposite)) / 2};
        return f.value(middle) >= level == high(node, level);
    }

    private static void join(int a, int b, Map<Integer, Deque<Integer>> joined) {
        joinedTo(a, joined).add(b);
        joinedTo(b, joined).add(a);
    }

    private static Deque<Integer> joinedTo(int edge, Map<Integer, Deque<Integer>> joined) {
        return joined.computeIfAbsent(edge, absent -> new ArrayDeque<>());
    }

    /** Takes a line out of the joined edges; nothing is left of it afterwards. */
    private void follow(int start, double level, Map<Integer, Deque<Integer>> joined, List<Line> lines) {
        List<double[]> points = new ArrayList<>();
        points.add(crossing(start, level));
        int edge = start;
        while (!joinedTo(edge, joined).isEmpty()) {
            int next = joinedTo(edge, joined).remove();
            joinedTo(next, joined).remove(edge);
            points.add(crossing(next, level));
            edge = next;
        }
        if (points.size() > 1) {
            lines.add(new Line(
                    points.stream().mapToDouble(point -> point[0]).toArray(),
                    points.stream().mapToDouble(point -> point[1]).toArray()));
        }
    }

    private double[] crossing(int edge, double level) {
        int node = edge / 2;
        int neighbour = edge % 2 == 0 ? node + 1 : node + columns + 1;
        int low = high(node, level) ? neighbour : node;
        int high = low == node ? neighbour : node;
        return bisect(new double[] {x(low), y(low)}, new double[] {x(high), y(high)}, level);
    }

    /** Between a point below the level and one that is not, until there is nothing between. */
    private double[] bisect(double[] low, double[] high, double level) {
        double[] middle = middle(low, high);
        while (differ(middle, low) && differ(middle, high)) {
            if (f.value(middle) >= level) {
                high = middle;
            } else {
                low = middle;
            }
            middle = middle(low, high);
        }
        return high;
    }

    private static double[] middle(double[] a, double[] b) {
        return new double[] {(a[0] + b[0]) / 2, (a[1] + b[1]) / 2};
    }

    private static boolean differ(double[] a, double[] b) {
        return a[0] != b[0] || a[1] != b[1];
    }
}
