package org.cotangent.ad.ir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.cotangent.ad.expr.Application;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Elementwise;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.ExprVisitor;
import org.cotangent.ad.expr.Fold;
import org.cotangent.ad.expr.GraphNode;
import org.cotangent.ad.expr.GraphVisitor;
import org.cotangent.ad.expr.Join;
import org.cotangent.ad.expr.Kernel;
import org.cotangent.ad.expr.Length;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Numbering;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Product;
import org.cotangent.ad.expr.Reduction;
import org.cotangent.ad.expr.Requirement;
import org.cotangent.ad.expr.Scan;
import org.cotangent.ad.expr.Table;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.expr.View;
import org.jspecify.annotations.Nullable;

/**
 * Decides where each expression of a graph is evaluated, users before operands.
 *
 * <p>What only one branch needs goes into that branch; what both need, before them. What several
 * branches share but perhaps none of them needs is evaluated before them once and marked, so that
 * its derivative uses strong products; only if evaluating it may throw, each branch gets its own.
 *
 * <p>An array of which all users take the same element, in loops that take each element once, becomes
 * a scalar inside those loops: chains of elementwise operations are one loop, and a sum over rows of
 * what is computed for each row needs no matrix. Any other array is computed once, before the loops
 * that use it. Nothing is ever computed again for each turn of a loop that it does not depend on.
 */
final class Placement implements ExprVisitor<@Nullable Void>, GraphVisitor<@Nullable Void> {

    /** Deeper conditions are evaluated without branching, or passes over the result would overflow the stack. */
    private static final int MAX_NESTING = 64;

    /** A condition needs a value but no derivative: for products with adjoints it is no certain use. */
    private static final boolean CARRIES_NO_DERIVATIVE = false;

    private final Numbering numbers = new Numbering();
    /** By number. */
    private @Nullable Placed[] places = {};

    private final Set<Expr> fragile = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Indices indices;
    private final Names names;
    private final Evaluation result;
    private Evaluation here;
    private boolean needed = true;

    private Placement(Indices indices, Names names, Region root, List<Expr> shape) {
        this.indices = indices;
        this.names = names;
        this.result = new Evaluation(
                root, shape.stream().map(s -> (Expr) Indices.VARYING).toList(), true);
        this.here = result;
    }

    /**
     * The placement of everything a result needs.
     *
     * @param order the graph, operands first
     * @param shape of the result
     */
    static Placement of(List<Expr> order, Expr result, List<Expr> shape, Indices indices, Names names, Region root) {
        Placement placement = new Placement(indices, names, root, shape);
        order.forEach(placement.numbers::of);
        placement.places = new @Nullable Placed[order.size()];
        order.forEach(placement::markFragile);
        placement.useResult(result, shape);
        for (int i = order.size() - 1; i >= 0; i--) {
            placement.settle(order.get(i), placement.places[i]);
        }
        return placement;
    }

    private void useResult(Expr expression, List<Expr> shape) {
        if (isArray(expression)) {
            use(expression, everywhere((GraphNode) expression), result.region, true);
        } else {
            open(shape);
            useElement(expression, result.index, result.inside, true);
        }
    }

    Placed place(Expr expression) {
        int number = numbers.of(expression);
        if (number >= places.length) {
            places = Arrays.copyOf(places, 2 * number);
        }
        Placed known = places[number];
        if (known == null) {
            known = new Placed();
            places[number] = known;
        }
        return known;
    }

    /** The loops that copy a result which is not computed by itself. */
    Evaluation result() {
        return result;
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

    /** Whether an expression is an array to be computed; variables, views and comparisons are not. */
    static boolean isArray(Expr expression) {
        return expression instanceof GraphNode
                && expression.type().isArray()
                && !(expression instanceof View)
                && !isComparison(expression);
    }

    /** Whether an expression is an array of comparisons, which cost less to make again than to keep. */
    static boolean isComparison(Expr expression) {
        return expression instanceof Elementwise map && map.op().kernel() instanceof Kernel.Comparison;
    }

    /** An index that is not constant may be out of bounds and a divisor zero unless a condition prevents it. */
    private void markFragile(Expr expression) {
        boolean throwing = expression instanceof Application
                || expression instanceof Load load && !(load.index() instanceof Constant)
                || expression instanceof View view
                        && !view.parameters().stream().allMatch(Constant.class::isInstance)
                || expression instanceof Apply apply
                        && apply.type().isInteger()
                        && isDivision(apply.op())
                        && !(apply.operand(1) instanceof Constant divisor && divisor.integer() != 0);
        if (throwing || (!fragile.isEmpty() && operands(expression).stream().anyMatch(fragile::contains))) {
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

    private void settle(Expr expression, @Nullable Placed placed) {
        if (placed == null || !placed.isUsed() || isLeaf(expression)) {
            return;
        }
        Region innermost = indices.loopOf(expression);
        boolean throwing = fragile.contains(expression) && !isLoop(expression);
        if (isArray(expression)) {
            placed.placeArray((GraphNode) expression, indices, innermost, throwing);
        } else if (throwing) {
            placed.placeWhereNeeded(innermost);
        } else {
            placed.placeOnce(innermost);
        }
        needed = placed.isCertain();
        for (Evaluation evaluation : placed.evaluations()) {
            here = evaluation;
            expression.accept((ExprVisitor<@Nullable Void>) this);
        }
    }

    /** Whether an expression has loops of its own, and variables bound in them: it is evaluated in one place. */
    private static boolean isLoop(Expr expression) {
        return expression instanceof GraphNode
                && !(expression instanceof Elementwise
                        || expression instanceof View
                        || expression instanceof Application);
    }

    private static List<Expr> everywhere(GraphNode node) {
        return Collections.nCopies(node.shape().size(), Indices.VARYING);
    }

    private void use(Expr operand, Region region, boolean always) {
        if (isArray(operand)) {
            use(operand, everywhere((GraphNode) operand), region, always);
        } else if (!isLeaf(operand)) {
            place(operand).use(region, List.of(), always);
        }
    }

    private void use(Expr array, List<Expr> index, Region region, boolean always) {
        GraphNode node = (GraphNode) array;
        place(array).use(region, index, always);
        node.shape().stream().skip(1).forEach(columns -> index(columns, region));
    }

    /** An int that is part of an index, which is used unless it is simple. */
    private Expr index(Expr part, Region region) {
        Expr simple = indices.simple(part);
        if (simple == Indices.VARYING) {
            use(part, region, CARRIES_NO_DERIVATIVE);
        }
        return simple;
    }

    /** Uses the element of an array, or of what it is a view of; a scalar as it is. */
    private void useElement(Expr operand, List<Expr> index, Region region, boolean always) {
        Expr array = operand;
        List<Expr> at = index;
        while (array instanceof View view) {
            requireAt(view, region);
            at = view.source(at, (part, i) -> indexPart(part, i, region)).stream()
                    .map(indices::simple)
                    .toList();
            array = view.array();
        }
        if (array instanceof Elementwise comparison && isComparison(array)) {
            requireAt(comparison, region);
            for (Expr compared : comparison.operands()) {
                useElement(compared, at, region, CARRIES_NO_DERIVATIVE);
            }
        } else if (isArray(array)) {
            use(array, at, region, always);
        } else {
            use(array, region, always);
        }
    }

    /** Has the requirements of a node checked whose elements are taken, though the node is not evaluated. */
    private void requireAt(GraphNode node, Region region) {
        if (!node.requirements().isEmpty()) {
            place(node).use(region, List.of(), CARRIES_NO_DERIVATIVE);
        }
    }

    private Expr indexPart(Expr part, List<Expr> at, Region region) {
        if (at.isEmpty()) {
            return index(part, region);
        }
        useElement(part, at, region, CARRIES_NO_DERIVATIVE);
        return Indices.VARYING;
    }

    private Region loop(Region around, Expr turns) {
        use(turns, around, needed);
        return around.openLoop(indices.counter(around), turns);
    }

    /** Opens loops over the elements that are evaluated here. */
    private void open(List<Expr> shape) {
        for (int axis : here.axes) {
            use(shape.get(axis), here.region, needed);
            openAxis(axis, shape.get(axis));
        }
    }

    private void openAxis(int axis, Expr extent) {
        here.inside = loop(here.inside, extent);
        here.addLoop(here.inside);
        here.index.set(axis, counter(here.inside));
    }

    private static Expr counter(Region loop) {
        return java.util.Objects.requireNonNull(loop.counter, "a region that is no loop has no counter");
    }

    /** Uses what a node requires, outside of loops that it does not depend on. */
    private void require(GraphNode node) {
        for (Requirement requirement : node.requirements()) {
            Region target = indices.loopOf(requirement.holds());
            Region region = here.region;
            while (region.loop != target && region.isEveryTurn()) {
                region = region.outsideLoop();
            }
            here.addCheck(region);
            use(requirement.holds(), region, CARRIES_NO_DERIVATIVE);
            for (Expr value : requirement.values()) {
                use(value, region, CARRIES_NO_DERIVATIVE);
            }
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
        return useOperands(apply.op(), apply.operands());
    }

    private @Nullable Void useOperands(Op op, List<Expr> operands) {
        Region region = here.inside;
        if (!(op.kernel() instanceof Kernel.Lazy)) {
            for (Expr operand : operands) {
                useElement(operand, here.index, region, needed);
            }
            return null;
        }
        useElement(operands.get(0), here.index, region, CARRIES_NO_DERIVATIVE);
        boolean nested = region.depth < MAX_NESTING;
        Region[] branches = nested ? region.openBranches() : new Region[] {region, region};
        if (nested) {
            here.branches = branches;
        }
        for (int i = 1; i < operands.size(); i++) {
            useElement(operands.get(i), here.index, branches[i - 1], needed && nested);
        }
        return null;
    }

    @Override
    public @Nullable Void load(Load load) {
        if (load.array() instanceof GraphNode) {
            useElement(load.array(), List.of(index(load.index(), here.region)), here.region, needed);
        } else {
            use(load.array(), here.region, needed);
            use(load.index(), here.region, needed);
        }
        return null;
    }

    @Override
    public @Nullable Void length(Length length) {
        use(length.array(), here.region, needed);
        return null;
    }

    @Override
    public @Nullable Void graph(GraphNode node) {
        require(node);
        return isComparison(node) ? null : node.accept((GraphVisitor<@Nullable Void>) this);
    }

    @Override
    public @Nullable Void application(Application node) {
        node.shape().forEach(extent -> use(extent, here.region, needed));
        node.operands().forEach(operand -> use(operand, here.region, needed));
        return null;
    }

    @Override
    public @Nullable Void elementwise(Elementwise node) {
        open(node.shape());
        return useOperands(node.op(), node.operands());
    }

    /** Only what it requires is evaluated. */
    @Override
    public @Nullable Void view(View node) {
        return null;
    }

    @Override
    public @Nullable Void reduction(Reduction node) {
        open(node.shape());
        List<Expr> index = new ArrayList<>();
        int kept = 0;
        for (int axis = 0; axis < node.extents().size(); axis++) {
            if (node.axes().contains(axis)) {
                index.add(inner(node.extents().get(axis)));
            } else {
                index.add(here.index.get(kept++));
            }
        }
        useElement(node.array(), index, here.inside, needed);
        return null;
    }

    /** Opens a loop for each element, and gives its counter. */
    private Expr inner(Expr turns) {
        here.inside = loop(here.inside, turns);
        here.addLoop(here.inside);
        return counter(here.inside);
    }

    @Override
    public @Nullable Void product(Product node) {
        open(node.shape());
        Expr term = inner(node.inner());
        useElement(node.left(), node.leftIndex(here.index, term), here.inside, needed);
        useElement(node.right(), node.rightIndex(here.index, term), here.inside, needed);
        return null;
    }

    /** The loop along which totals run is the innermost. */
    @Override
    public @Nullable Void scan(Scan node) {
        node.shape().forEach(extent -> use(extent, here.region, needed));
        for (int axis : here.axes) {
            if (axis != node.axis()) {
                openAxis(axis, node.shape().get(axis));
            }
        }
        openAxis(node.axis(), node.shape().get(node.axis()));
        useElement(node.array(), here.index, here.inside, needed);
        return null;
    }

    @Override
    public @Nullable Void join(Join node) {
        node.shape().forEach(extent -> use(extent, here.region, needed));
        for (int k = 0; k < node.operands().size(); k++) {
            Expr part = node.operands().get(k);
            List<Expr> index = new ArrayList<>(here.index);
            List<Region> loops = new ArrayList<>();
            Region inside = here.region;
            use(node.counts().get(k), inside, needed);
            for (int axis : part.type().isArray() ? here.axes : List.<Integer>of()) {
                inside = loop(
                        inside,
                        axis == node.axis()
                                ? node.counts().get(k)
                                : node.shape().get(axis));
                loops.add(inside);
                index.set(axis, counter(inside));
            }
            here.addPart(new Evaluation.Part(loops, index, inside));
            useElement(part, index, inside, needed);
        }
        return null;
    }

    @Override
    public @Nullable Void table(Table node) {
        open(node.shape());
        for (int axis = 0; axis < node.bound().size(); axis++) {
            indices.bindIndex(node.bound().get(axis), here.index.get(axis), here.inside);
        }
        useElement(node.element(), List.of(), here.inside, needed);
        return null;
    }

    @Override
    public @Nullable Void fold(Fold node) {
        Variable state = names.register(node.state().name(), node.state().type());
        here.addPart(copied(node, node.initial(), here.region));
        Region turns = loop(here.region, node.turns());
        here.addLoop(turns);
        indices.bind(node.index(), counter(turns), turns);
        indices.bind(node.state(), state, turns);
        here.addPart(copied(node, node.next(), turns));
        return null;
    }

    /** A state's elements, computed one after the other. */
    private Evaluation.Part copied(Fold node, Expr value, Region region) {
        if (!node.type().isArray()) {
            useElement(value, List.of(), region, needed);
            return new Evaluation.Part(List.of(), List.of(), region);
        }
        use(node.shape().get(0), region, needed);
        Region loop = loop(region, node.shape().get(0));
        List<Expr> index = List.of(counter(loop));
        useElement(value, index, loop, needed);
        return new Evaluation.Part(List.of(loop), index, loop);
    }
}
