package org.cotangent.ad.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cotangent.ad.expr.Expr;

/** One evaluation of a placed expression: where, of which elements, the regions opened for it, its value. */
final class Evaluation {

    private static final Expr UNKNOWN = Expr.constant(Double.NaN);
    private static final Region[] NONE = {};

    final Region region;

    /** Whether elements are kept in an array. */
    final boolean materialised;

    /** The index that is computed, axis by axis: the counter of a loop, or one given from outside. */
    final List<Expr> index;

    /** The axes along which all elements are computed. */
    final List<Integer> axes;

    /** The loops over elements, and those within that a node needs for each of them, the outermost first. */
    List<Region> loops = List.of();

    /** The innermost region, where an element is computed. */
    Region inside;

    /** Where each requirement of a node is checked. */
    List<Region> checks = List.of();

    Region[] branches = NONE;
    List<Part> parts = List.of();
    Expr value = UNKNOWN;
    int size;

    /** A part of what is evaluated that has loops of its own. */
    record Part(List<Region> loops, List<Expr> index, Region inside) {}

    Evaluation(Region region, List<Expr> index, boolean materialised) {
        this.region = region;
        this.inside = region;
        this.index = index.isEmpty() ? List.of() : new ArrayList<>(index);
        this.materialised = materialised;
        this.axes = index.isEmpty() ? List.of() : axes(index);
    }

    private static List<Integer> axes(List<Expr> index) {
        return IntStream.range(0, index.size())
                .filter(k -> index.get(k) == Indices.VARYING)
                .boxed()
                .toList();
    }

    void addLoop(Region loop) {
        loops = with(loops, loop);
    }

    void addCheck(Region region) {
        checks = with(checks, region);
    }

    void addPart(Part part) {
        parts = with(parts, part);
    }

    /** A list with one more element; most evaluations have none. */
    private static <T> List<T> with(List<T> list, T element) {
        List<T> longer = list.isEmpty() ? new ArrayList<>(2) : list;
        longer.add(element);
        return longer;
    }
}
