package org.cotangent.ad.ir;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Elementwise;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.ExprVisitor;
import org.cotangent.ad.expr.GraphNode;
import org.cotangent.ad.expr.GraphVisitor;
import org.cotangent.ad.expr.Join;
import org.cotangent.ad.expr.Kernel;
import org.cotangent.ad.expr.Length;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Reduction;
import org.cotangent.ad.expr.Slice;
import org.cotangent.ad.expr.Variable;
import org.jspecify.annotations.Nullable;

/**
 * Decides where each expression of a graph is evaluated, users before operands.
 *
 * <p>What only one branch needs goes into that branch; what both need, before them. What several
 * branches share but perhaps none of them needs is evaluated before them once and marked, so that
 * its derivative uses strong products; only if evaluating it may throw, each branch gets its own.
 * An elementwise value used by a single loop becomes a scalar inside it, any other an array.
 */
final class Placement implements ExprVisitor<@Nullable Void>, GraphVisitor<@Nullable Void> {

    /** Deeper conditions are evaluated without branching, or passes over the result would overflow the stack. */
    private static final int MAX_NESTING = 64;

    /** A condition needs a value but no derivative: for products with adjoints it is no certain use. */
    private static final boolean CARRIES_NO_DERIVATIVE = false;

    private final IdentityHashMap<Expr, Placed> places = new IdentityHashMap<>();
    private final Set<Expr> fragile = Collections.newSetFromMap(new IdentityHashMap<>());
    private Placed.Evaluation here = new Placed.Evaluation(Region.root(), false);
    private boolean needed = true;

    private Placement() {}

    /**
     * The placement of everything a result needs.
     *
     * @param order the graph, operands first, the result last
     */
    static Placement of(List<Expr> order, Region root) {
        Placement placement = new Placement();
        order.forEach(placement::markFragile);
        Expr result = order.get(order.size() - 1);
        if (result.type().isArray()) {
            placement.place(result).useWhole(root, true);
        } else {
            placement.place(result).use(root, true);
        }
        for (int i = order.size() - 1; i >= 0; i--) {
            placement.settle(order.get(i));
        }
        return placement;
    }

    Placed place(Expr expression) {
        return places.computeIfAbsent(expression, e -> new Placed());
    }

    /** Whether an expression needs no evaluation of its own: literals, variables, elements at fixed indices. */
    static boolean isLeaf(Expr expression) {
        if (expression instanceof Load load) {
            return load.array() instanceof Variable && isLeaf(load.index()) && !(load.index() instanceof Load);
        }
        return expression instanceof Constant
                || expression instanceof Variable
                || (expression instanceof Length length && length.array() instanceof Variable);
    }

    /** An index that is not constant may be out of bounds and a divisor zero unless a condition prevents it. */
    private void markFragile(Expr expression) {
        boolean throwing = expression instanceof Load load && !(load.index() instanceof Constant)
                || expression instanceof Apply apply
                        && apply.type().isInteger()
                        && isDivision(apply.op())
                        && !(apply.operand(1) instanceof Constant divisor && divisor.integer() != 0);
        if (throwing || operands(expression).stream().anyMatch(fragile::contains)) {
            fragile.add(expression);
        }
    }

    private static boolean isDivision(Op op) {
        return switch (op) {
            case INT_DIVIDE, INT_REMAINDER, INT_FLOOR_DIVIDE, INT_FLOOR_REMAINDER -> true;
            case LONG_DIVIDE, LONG_REMAINDER, LONG_FLOOR_DIVIDE, LONG_FLOOR_REMAINDER -> true;
            default -> false;
        };
    }

    private static List<Expr> operands(Expr expression) {
        return org.cotangent.ad.expr.Traversal.operands(expression);
    }

    private void settle(Expr expression) {
        Placed placed = places.get(expression);
        if (placed == null || !placed.isUsed() || isLeaf(expression)) {
            return;
        }
        if (expression instanceof Join || (isVector(expression) && !placed.staysInOneLoop())) {
            placed.materialise();
        } else if (fragile.contains(expression) && !(expression instanceof Reduction)) {
            placed.placeWhereNeeded();
        } else {
            placed.placeOnce();
        }
        needed = placed.isCertain();
        for (Placed.Evaluation evaluation : placed.evaluations()) {
            here = evaluation;
            expression.accept((ExprVisitor<@Nullable Void>) this);
        }
    }

    private static boolean isVector(Expr expression) {
        return expression instanceof GraphNode && expression.type().isArray();
    }

    private void use(Expr operand, Region region, boolean always) {
        if (isLeaf(operand)) {
            return;
        }
        Placed placed = place(operand);
        boolean inLoop = region.loop != null;
        boolean stays = fragile.contains(operand) && !(operand instanceof Reduction) && region != region.loop;
        if (isVector(operand)) {
            placed.useWhole(region, always);
        } else if (inLoop && !stays) {
            placed.useBeforeLoop(region, always);
        } else {
            placed.use(region, always);
        }
    }

    /** Uses the element, at the loop's counter, of a vector; a scalar as it is. */
    private void useElement(Expr operand, Region region, boolean always) {
        if (isVector(operand)) {
            place(operand).use(region, always);
        } else {
            use(operand, region, always);
        }
    }

    @Override
    public @Nullable Void constant(Constant constant) {
        return null;
    }

    @Override
    public @Nullable Void variable(Variable variable) {
        return null;
    }

    @Override
    public @Nullable Void apply(Apply apply) {
        return useOperands(apply.op(), apply.operands(), here.region);
    }

    private @Nullable Void useOperands(Op op, List<Expr> operands, Region region) {
        if (!(op.kernel() instanceof Kernel.Lazy)) {
            operands.forEach(operand -> useElement(operand, region, needed));
            return null;
        }
        useElement(operands.get(0), region, CARRIES_NO_DERIVATIVE);
        boolean nested = region.depth < MAX_NESTING;
        Region[] branches = nested ? region.openBranches() : new Region[] {region, region};
        if (nested) {
            here.inner = branches;
        }
        for (int i = 1; i < operands.size(); i++) {
            useElement(operands.get(i), branches[i - 1], needed && nested);
        }
        return null;
    }

    @Override
    public @Nullable Void load(Load load) {
        use(load.array(), here.region, needed);
        use(load.index(), here.region, needed);
        return null;
    }

    @Override
    public @Nullable Void length(Length length) {
        use(length.array(), here.region, needed);
        return null;
    }

    @Override
    public @Nullable Void graph(GraphNode node) {
        return node.accept((GraphVisitor<@Nullable Void>) this);
    }

    /** The region in which elements of a vector are computed: its own loop or the one of its user. */
    private Region elements(GraphNode node) {
        if (!here.materialised) {
            return here.region;
        }
        use(node.count(), here.region, needed);
        return here.region.openLoop();
    }

    @Override
    public @Nullable Void elementwise(Elementwise node) {
        Region region = elements(node);
        node.otherCounts().forEach(count -> use(count, region, needed));
        if (!node.otherCounts().isEmpty()) {
            use(node.count(), region, needed);
        }
        useOperands(node.op(), node.operands(), region);
        if (here.materialised) {
            here.inner = withLoop(region, here.inner);
        }
        return null;
    }

    private static Region[] withLoop(Region loop, Region[] branches) {
        return branches.length == 0 ? new Region[] {loop} : new Region[] {loop, branches[0], branches[1]};
    }

    @Override
    public @Nullable Void slice(Slice node) {
        Region region = elements(node);
        use(node.array(), region, needed);
        use(node.from(), region, needed);
        if (here.materialised) {
            here.inner = new Region[] {region};
        }
        return null;
    }

    @Override
    public @Nullable Void join(Join node) {
        use(node.count(), here.region, needed);
        here.inner = new Region[node.operands().size()];
        for (int i = 0; i < here.inner.length; i++) {
            here.inner[i] = here.region.openLoop();
            Expr part = node.operands().get(i);
            use(node.counts().get(i), here.region, needed);
            useElement(part, part.type().isArray() ? here.inner[i] : here.region, needed);
        }
        return null;
    }

    @Override
    public @Nullable Void reduction(Reduction node) {
        Region loop = here.region.openLoop();
        here.inner = new Region[] {loop};
        use(node.count(), here.region, needed);
        useElement(node.array(), loop, needed);
        return null;
    }
}
