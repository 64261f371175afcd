package org.cotangent.ad.ir;

import java.util.ArrayList;
import java.util.List;
import org.cotangent.ad.expr.Elementwise;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.GraphVisitor;
import org.cotangent.ad.expr.Join;
import org.cotangent.ad.expr.Reduction;
import org.cotangent.ad.expr.Slice;

/** The int expressions that loops over a graph node need besides its operands. */
final class Lengths implements GraphVisitor<List<Expr>> {

    static final Lengths OF = new Lengths();

    private Lengths() {}

    @Override
    public List<Expr> elementwise(Elementwise node) {
        List<Expr> lengths = new ArrayList<>(node.otherCounts());
        lengths.add(node.count());
        return lengths;
    }

    @Override
    public List<Expr> slice(Slice node) {
        return List.of(node.count());
    }

    @Override
    public List<Expr> join(Join node) {
        List<Expr> lengths = new ArrayList<>(node.counts());
        lengths.add(node.count());
        return lengths;
    }

    @Override
    public List<Expr> reduction(Reduction node) {
        return List.of(node.count());
    }
}
