package org.cotangent.ad.ir;

import java.util.HashSet;
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
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement.Allocate;
import org.cotangent.ad.ir.Statement.Assign;
import org.cotangent.ad.ir.Statement.Block;
import org.cotangent.ad.ir.Statement.Comment;
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

    private final Placement placement;
    private final Names names;
    private final Variable counter;
    private final Set<List<Object>> checked = new HashSet<>();
    private int loops;

    private Placed placed = new Placed();
    private Placed.Evaluation here = new Placed.Evaluation(Region.root(), false);
    private boolean intoOutput;
    private final Variable output;

    Emission(Placement placement, Names names, Variable output) {
        this.placement = placement;
        this.names = names;
        this.output = output;
        this.counter = names.register("i", Type.INT);
    }

    /**
     * Emits an expression wherever it is evaluated.
     *
     * @param isResult whether it is the vector that the procedure computes
     */
    void emit(Expr expression, boolean isResult) {
        placed = placement.place(expression);
        intoOutput = isResult && placed.isUsedOnce();
        for (Placed.Evaluation evaluation : placed.evaluations()) {
            here = evaluation;
            here.size = 0;
            Expr value = expression.accept((ExprVisitor<Expr>) this);
            here.value = isKept(value) ? register(value) : value;
        }
    }

    /** The result of the graph in terms of registers. */
    Expr value(Expr expression, Region region) {
        if (Placement.isLeaf(expression)) {
            return expression;
        }
        Placed.Evaluation evaluation = placement.place(expression).seenFrom(region);
        here.size += evaluation.size;
        return evaluation.value;
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

    /** The element of an operand at the counter of the loop; a scalar as it is. */
    private Expr element(Expr operand, Region region) {
        if (!operand.type().isArray()) {
            return value(operand, region);
        }
        Expr value = value(operand, region);
        return value.type().isArray() ? value.at(counter) : value;
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
        return operation(apply.op(), apply.operands(), here.region, here.inner);
    }

    private Expr operation(Op op, List<Expr> operands, Region region, Region[] branches) {
        if (op.kernel() instanceof Kernel.Lazy && branches.length > 0) {
            return lazy(op, operands, region, branches);
        }
        Expr[] values = new Expr[operands.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = element(operands.get(i), region);
        }
        here.size++;
        return Expr.apply(op, values);
    }

    /** A condition with branches: an expression if integers or booleans need no statements, else an if. */
    private Expr lazy(Op op, List<Expr> operands, Region region, Region[] branches) {
        Expr condition = element(operands.get(0), region);
        int conditionSize = here.size;
        Expr second = element(operands.get(1), branches[0]);
        boolean ternary = operands.size() > 2;
        Expr third = ternary ? element(operands.get(2), branches[1]) : condition;
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
        return value(load.array(), here.region).at(value(load.index(), here.region));
    }

    @Override
    public Expr length(Length length) {
        return value(length.array(), here.region).length();
    }

    @Override
    public Expr graph(GraphNode node) {
        return node.accept((GraphVisitor<Expr>) this);
    }

    @Override
    public Expr elementwise(Elementwise node) {
        requireEqualLengths(node);
        if (!here.materialised) {
            return operation(node.op(), node.operands(), here.region, here.inner);
        }
        Region loop = here.inner[0];
        Region[] branches = here.inner.length > 1 ? new Region[] {here.inner[1], here.inner[2]} : new Region[] {};
        Expr array = allocated(node);
        Expr value = operation(node.op(), node.operands(), loop, branches);
        return filled(node, array, value, loop);
    }

    @Override
    public Expr slice(Slice node) {
        if (!here.materialised) {
            return sliced(node, here.region);
        }
        Region loop = here.inner[0];
        Expr array = allocated(node);
        return filled(node, array, sliced(node, loop), loop);
    }

    private Expr sliced(Slice node, Region region) {
        here.size++;
        return value(node.array(), region).at(value(node.from(), region).plus(counter));
    }

    /** The array for the elements of a node: a new one, or the one that the caller passed for the result. */
    private Expr allocated(GraphNode node) {
        if (intoOutput) {
            return output;
        }
        Variable array = names.numbered("v", node.type());
        Expr count = value(node.count(), here.region);
        here.region.statements.add(new Allocate(array, List.of(count)));
        return array;
    }

    private Expr filled(GraphNode node, Expr array, Expr value, Region loop) {
        Expr kept = placed.isCertain() ? value : guarded(value, loop);
        loop.statements.add(new Store(array, counter, kept));
        addLoop(node, node.count(), loop);
        return array;
    }

    private Expr guarded(Expr value, Region loop) {
        Variable element = names.numbered("t", value.type());
        loop.statements.add(new Assign(element, value, true));
        return element;
    }

    private void addLoop(Expr node, Expr count, Region loop) {
        Expr to = value(count, here.region);
        here.region.statements.add(new Comment(node.toString()));
        here.region.statements.add(new For("loop" + ++loops, counter, Expr.constant(0), to, 1, loop.block()));
        here.size = 0;
    }

    @Override
    public Expr join(Join node) {
        Expr array = allocated(node);
        Expr offset = Expr.constant(0);
        for (int k = 0; k < here.inner.length; k++) {
            Expr part = node.operands().get(k);
            Expr count = node.counts().get(k);
            if (part.type().isArray()) {
                Region loop = here.inner[k];
                loop.statements.add(new Store(array, offset.plus(counter), element(part, loop)));
                addLoop(part, count, loop);
            } else {
                here.region.statements.add(new Store(array, offset, element(part, here.region)));
            }
            offset = offset.plus(value(count, here.region));
        }
        here.size = 0;
        return array;
    }

    @Override
    public Expr reduction(Reduction node) {
        Region loop = here.inner[0];
        Variable total = names.register(node.name(), Type.DOUBLE);
        here.region.statements.add(new Assign(total, node.start()));
        Expr next = Expr.apply(node.op(), total, element(node.array(), loop));
        loop.statements.add(new Assign(total, next, !placed.isCertain()));
        addLoop(node, node.count(), loop);
        return total;
    }

    /** Lengths that were not known when vectors were combined are compared before the loop. */
    private void requireEqualLengths(Elementwise node) {
        Region inside = here.materialised ? here.inner[0] : here.region;
        Region outside = here.region.outsideLoop();
        for (Expr other : node.otherCounts()) {
            Expr first = value(node.count(), inside);
            Expr second = value(other, inside);
            if (checked.add(List.of(outside, first, second))) {
                Throw failure = new Throw(
                        "IllegalArgumentException",
                        "vectors combined element by element have different lengths " + first + " and " + second
                                + "; pass equal lengths");
                Expr differ = Expr.apply(Op.INTEGER_NOT_EQUAL, first, second);
                outside.statements.add(new If(differ, Block.of(failure), Block.of()));
            }
        }
    }
}
