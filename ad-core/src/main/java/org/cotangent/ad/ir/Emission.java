package org.cotangent.ad.ir;

import java.util.ArrayList;
import java.util.HashSet;
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
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Product;
import org.cotangent.ad.expr.Reduction;
import org.cotangent.ad.expr.Requirement;
import org.cotangent.ad.expr.Scan;
import org.cotangent.ad.expr.Table;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.expr.View;
import org.cotangent.ad.ir.Statement.Allocate;
import org.cotangent.ad.ir.Statement.Assign;
import org.cotangent.ad.ir.Statement.Block;
import org.cotangent.ad.ir.Statement.For;
import org.cotangent.ad.ir.Statement.If;
import org.cotangent.ad.ir.Statement.Store;
import org.cotangent.ad.ir.Statement.Throw;

/**
 * Writes the statements of a placed graph, operands before users. A visit gives the value of an
 * expression in terms of registers: an expression that its only user takes into its own, or a
 * register.
 */
final class Emission implements ExprVisitor<Expr>, GraphVisitor<Expr> {

    /** Larger expressions are cut by a register: a line of code holds about this many operations. */
    private static final int MAX_OPERATIONS = 10;

    /** The value of what is checked but not evaluated. */
    private static final Expr NOTHING = Expr.constant(0);

    private final Placement placement;
    private final Indices indices;
    private final Emitted emitted;
    private final Nests nests;
    private final Names names;
    private final Variable output;
    private final Functions functions;
    private final Set<List<Object>> checked = new HashSet<>();

    private Placed placed = new Placed();
    private Evaluation here;
    private boolean intoOutput;

    Emission(Placement placement, Indices indices, Names names, Variable output, Functions functions) {
        this.functions = functions;
        this.placement = placement;
        this.indices = indices;
        this.names = names;
        this.output = output;
        emitted = new Emitted(placement, indices);
        nests = new Nests(emitted);
        here = placement.result();
    }

    /**
     * Emits an expression wherever it is evaluated.
     *
     * @param isResult whether it is the array that the procedure computes
     */
    void emit(Expr expression, boolean isResult) {
        placed = placement.place(expression);
        intoOutput = isResult && placed.isUsedOnce();
        for (Evaluation evaluation : placed.evaluations()) {
            turnTo(evaluation);
            Expr value = expression.accept((ExprVisitor<Expr>) this);
            here.value = isKept(value) ? register(value) : value;
        }
    }

    private void turnTo(Evaluation evaluation) {
        here = evaluation;
        emitted.turnTo(evaluation);
    }

    /** Emits what is left to do when everything is evaluated. */
    void finish(Expr result, List<Expr> shape) {
        turnTo(placement.result());
        if (shape.isEmpty()) {
            here.region.statements.add(new Assign(output, emitted.element(result, here.index, here.inside)));
        } else if (!Placement.isArray(result)) {
            here.inside.statements.add(
                    new Store(output, emitted.flat(here, shape), emitted.element(result, here.index, here.inside)));
            close(here.region, here.loops, result);
        } else if (emitted.value(result, here.region) != output) {
            copy(emitted.value(result, here.region), shape);
        }
    }

    /** A result that is used on the way to itself has an array of its own. */
    private void copy(Expr array, List<Expr> shape) {
        Variable counter = indices.counter(here.region);
        Expr count = shape.stream()
                .map(extent -> emitted.value(extent, here.region))
                .reduce(Expr::times)
                .orElseThrow();
        Store store = new Store(output, counter, array.at(counter));
        here.region.statements.add(new For("copy", counter, Expr.constant(0), count, 1, Block.of(store)));
    }

    private boolean isKept(Expr value) {
        return !Placement.isLeaf(value) && (!placed.isInlineable() || here.size > MAX_OPERATIONS);
    }

    private Expr register(Expr value) {
        Variable register = names.numbered("t", value.type());
        here.region.statements.add(new Assign(register, value, !placed.isCertain()));
        here.size = 0;
        return register;
    }

    @Override
    public Expr constant(Constant constant) {
        return constant;
    }

    @Override
    public Expr variable(Variable variable) {
        return variable;
    }

    @Override
    public Expr apply(Apply apply) {
        return operation(apply.op(), apply.operands());
    }

    private Expr operation(Op op, List<Expr> operands) {
        Region region = here.inside;
        if (op.kernel() instanceof Kernel.Lazy && here.branches.length > 0) {
            return lazy(op, operands, region);
        }
        Expr[] values = new Expr[operands.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = emitted.element(operands.get(i), here.index, region);
        }
        here.size++;
        return Expr.apply(op, values);
    }

    /** A condition with branches: an expression if integers or booleans need no statements, else an if. */
    private Expr lazy(Op op, List<Expr> operands, Region region) {
        Region[] branches = here.branches;
        Expr condition = emitted.element(operands.get(0), here.index, region);
        int conditionSize = here.size;
        Expr second = emitted.element(operands.get(1), here.index, branches[0]);
        boolean ternary = operands.size() > 2;
        Expr third = ternary ? emitted.element(operands.get(2), here.index, branches[1]) : condition;
        boolean isPlain = branches[0].statements.isEmpty() && branches[1].statements.isEmpty();
        if (isPlain && !second.type().isReal()) {
            here.size++;
            return ternary ? Expr.apply(op, condition, second, third) : Expr.apply(op, condition, second);
        }
        here.size = conditionSize;
        Variable result = names.numbered("t", second.type());
        return branch(op, result, condition, List.of(second, third), region, branches);
    }

    private Expr branch(Op op, Variable result, Expr condition, List<Expr> values, Region region, Region[] branches) {
        boolean guarded = !placed.isCertain();
        if (op == Op.CONDITIONAL) {
            branches[0].statements.add(new Assign(result, values.get(0), guarded));
            branches[1].statements.add(new Assign(result, values.get(1), guarded));
            region.statements.add(new If(condition, branches[0].block(), branches[1].block()));
        } else {
            branches[0].statements.add(new Assign(result, values.get(0)));
            region.statements.add(new Assign(result, condition));
            Expr goesOn = op == Op.AND_ALSO ? result : result.not();
            region.statements.add(new If(goesOn, branches[0].block(), Block.of()));
        }
        here.size = 0;
        return result;
    }

    @Override
    public Expr load(Load load) {
        here.size++;
        if (load.array() instanceof GraphNode) {
            return emitted.element(load.array(), List.of(emitted.index(load.index(), here.region)), here.region);
        }
        return emitted.value(load.array(), here.region).at(emitted.value(load.index(), here.region));
    }

    @Override
    public Expr length(Length length) {
        return emitted.value(length.array(), here.region).length();
    }

    @Override
    public Expr graph(GraphNode node) {
        check(node);
        return Placement.isComparison(node) ? NOTHING : node.accept((GraphVisitor<Expr>) this);
    }

    /** What could not be checked when the node was built is checked once outside of loops. */
    private void check(GraphNode node) {
        for (int k = 0; k < here.checks.size(); k++) {
            Requirement requirement = node.requirements().get(k);
            Region region = here.checks.get(k);
            Expr holds = emitted.value(requirement.holds(), region);
            if (checked.add(List.of(region, holds))) {
                List<Expr> values = requirement.values().stream()
                        .map(value -> emitted.value(value, region))
                        .toList();
                Throw failure = new Throw("IllegalArgumentException", requirement.message(), values);
                region.statements.add(new If(holds.not(), Block.of(failure), Block.of()));
            }
        }
    }

    @Override
    public Expr application(Application node) {
        List<Expr> arguments = new ArrayList<>();
        node.operands().forEach(operand -> arguments.add(emitted.value(operand, here.region)));
        here.size = 0;
        if (!node.type().isArray()) {
            Variable result = names.numbered("t", node.type());
            here.region.statements.add(functions.call(node.function(), List.of(result), arguments));
            return result;
        }
        Expr array = allocated(node);
        arguments.add(array);
        here.region.statements.add(functions.call(node.function(), List.of(), arguments));
        return array;
    }

    @Override
    public Expr elementwise(Elementwise node) {
        return kept(node, operation(node.op(), node.operands()));
    }

    @Override
    public Expr table(Table node) {
        return kept(node, emitted.value(node.element(), here.inside));
    }

    /** An element that has been computed: as it is, or stored in the array of the node's elements. */
    private Expr kept(GraphNode node, Expr element) {
        if (!here.materialised) {
            return element;
        }
        Expr array = allocated(node);
        store(array, node, placed.isCertain() ? element : guarded(element, here.inside));
        return closed(array, node);
    }

    private void store(Expr array, GraphNode node, Expr element) {
        here.inside.statements.add(new Store(array, emitted.flat(here, node.shape()), element));
    }

    private Expr closed(Expr array, GraphNode node) {
        close(here.region, here.loops, node);
        return array;
    }

    /** The array for the elements of a node: a new one, or the one that the caller passed for the result. */
    private Expr allocated(GraphNode node) {
        if (intoOutput) {
            return output;
        }
        Variable array = names.numbered("v", node.type());
        Expr count = here.axes.stream()
                .map(axis -> emitted.value(node.shape().get(axis), here.region))
                .reduce(Expr::times)
                .orElseThrow();
        here.region.statements.add(new Allocate(array, List.of(count)));
        return array;
    }

    private Expr guarded(Expr value, Region loop) {
        Variable element = names.numbered("t", value.type());
        loop.statements.add(new Assign(element, value, true));
        return element;
    }

    private void close(Region region, List<Region> nest, Expr node) {
        nests.close(region, nest, node);
        here.size = 0;
    }

    /** Elements are in the view's array; what it requires has been checked. */
    @Override
    public Expr view(View node) {
        return NOTHING;
    }

    @Override
    public Expr reduction(Reduction node) {
        List<Expr> index = new ArrayList<>();
        int kept = 0;
        int inner = here.loops.size() - node.axes().size();
        for (int axis = 0; axis < node.extents().size(); axis++) {
            index.add(node.axes().contains(axis) ? Nests.counter(here.loops.get(inner++)) : here.index.get(kept++));
        }
        Expr element = emitted.element(node.array(), index, here.inside);
        return accumulated(
                node, node.name(), node.op(), node.start(), element, node.axes().size());
    }

    /** Brings terms together in a register, which belongs to each element of the node. */
    private Expr accumulated(GraphNode node, String name, Op op, Expr start, Expr term, int innerLoops) {
        int outer = here.loops.size() - innerLoops;
        Region around = here.loops.get(outer).enclosing();
        Variable total = names.register(name, Type.DOUBLE);
        around.statements.add(new Assign(total, start));
        here.inside.statements.add(new Assign(total, Expr.apply(op, total, term), !placed.isCertain()));
        close(around, here.loops.subList(outer, here.loops.size()), node);
        if (!here.materialised) {
            return total;
        }
        Expr array = allocated(node);
        around.statements.add(new Store(array, emitted.flat(here.index, here.axes, node.shape(), around), total));
        close(here.region, here.loops.subList(0, outer), node);
        return array;
    }

    @Override
    public Expr product(Product node) {
        Expr term = Nests.counter(here.inside);
        Expr left = emitted.element(node.left(), node.leftIndex(here.index, term), here.inside);
        Expr right = emitted.element(node.right(), node.rightIndex(here.index, term), here.inside);
        return accumulated(node, "dot", Op.ADD, Expr.constant(0.0), left.times(right), 1);
    }

    @Override
    public Expr scan(Scan node) {
        Region around = here.inside.enclosing();
        Variable total = names.register("total", Type.DOUBLE);
        around.statements.add(new Assign(total, node.start()));
        Expr element = emitted.element(node.array(), here.index, here.inside);
        Expr array = allocated(node);
        here.inside.statements.add(new Assign(total, Expr.apply(node.op(), total, element), !placed.isCertain()));
        store(array, node, total);
        return closed(array, node);
    }

    @Override
    public Expr join(Join node) {
        Expr array = allocated(node);
        Expr offset = Expr.constant(0);
        for (int k = 0; k < node.operands().size(); k++) {
            Expr part = node.operands().get(k);
            Evaluation.Part place = here.parts.get(k);
            List<Expr> at = new ArrayList<>(place.index());
            at.set(node.axis(), part.type().isArray() ? offset.plus(at.get(node.axis())) : offset);
            Expr to = emitted.flat(at, here.axes, node.shape(), place.inside());
            place.inside().statements.add(new Store(array, to, emitted.element(part, place.index(), place.inside())));
            close(here.region, place.loops(), part);
            offset = offset.plus(emitted.value(node.counts().get(k), here.region));
        }
        here.size = 0;
        return array;
    }

    @Override
    public Expr fold(Fold node) {
        Variable state = (Variable) indices.leaf(node.state());
        Region turns = here.loops.get(0);
        Evaluation.Part first = here.parts.get(0);
        Evaluation.Part next = here.parts.get(1);
        if (!node.type().isArray()) {
            here.region.statements.add(new Assign(state, emitted.element(node.initial(), List.of(), here.region)));
            turns.statements.add(
                    new Assign(state, emitted.element(node.next(), List.of(), turns), !placed.isCertain()));
        } else {
            Variable after = names.register("next", state.type());
            List<Expr> length = List.of(emitted.value(node.shape().get(0), here.region));
            here.region.statements.add(new Allocate(state, length));
            here.region.statements.add(new Allocate(after, length));
            filled(state, node.initial(), first, here.region);
            filled(after, node.next(), next, turns);
            Expr k = Nests.counter(next.inside());
            Block copy = Block.of(new Store(state, k, after.at(k)));
            turns.statements.add(new For(nests.label(), (Variable) k, Expr.constant(0), length.get(0), 1, copy));
        }
        close(here.region, here.loops, node);
        return state;
    }

    private void filled(Variable array, Expr value, Evaluation.Part part, Region region) {
        Expr element = emitted.element(value, part.index(), part.inside());
        Expr kept = placed.isCertain() ? element : guarded(element, part.inside());
        part.inside().statements.add(new Store(array, part.index().get(0), kept));
        close(region, part.loops(), value);
    }
}
