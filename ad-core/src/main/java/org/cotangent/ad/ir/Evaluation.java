package org.cotangent.ad.ir;

import java.util.ArrayList;
import java.util.List;
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
    final List<Integer> axes = new ArrayList<>(0);

    /** The loops over elements, and those within that a node needs for each of them, the outermost first. */
    final List<Region> loops = new ArrayList<>(0);

    /** The innermost region, where an element is computed. */
    Region inside;

    /** Where each requirement of a node is checked. */
    final List<Region> checks = new ArrayList<>(0);

    Region[] branches = NONE;
    final List<Part> parts = new ArrayList<>(0);
    Expr value = UNKNOWN;
    int size;

    /** A part of what is evaluated that has loops of its own. */
    record Part(List<Region> loops, List<Expr> index, Region inside) {}

    Evaluation(Region region, List<Expr> index, boolean materialised) {
        this.region = region;
        this.inside = region;
        this.index = new ArrayList<>(index);
        this.materialised = materialised;
        for (int k = 0; k < index.size(); k++) {
            if (index.get(k) == Indices.VARYING) {
                axes.add(k);
            }
        }
    }
}
