package org.cotangent.ad.transform;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;

/**
 * Finds counted loops whose turns do not depend on each other, such as a sum over data: what a turn
 * leaves behind is only what it adds to accumulators and what it writes to elements of its own.
 * Such a loop can be differentiated turn by turn, with nothing kept from one turn to the next.
 *
 * <p>Required of the body: no jump out of a turn, no call that stores or keeps values; every
 * register is either assigned before it is read and not used outside, or a sum {@code acc = acc +
 * e} that the body reads nowhere else; every array stored into is a turn's own {@link Scratch}, or
 * is only stored, at the loop's counter, and nobody needs what it held before.
 */
final class Independence {

    /**
     * What an independent loop leaves behind.
     *
     * @param accumulators registers it adds to
     * @param outputs arrays it writes, each element once
     * @param scratch arrays that turns use for themselves
     * @param costly whether evaluating a turn twice costs more than keeping its values
     * @param nested whether a turn holds loops, whose repetition no cleaning up removes
     */
    record Traits(
            Set<Variable> accumulators, Set<Variable> outputs, Set<Variable> scratch, boolean costly, boolean nested) {}

    private final Statement.For loop;
    private final Usage whole;
    private final Usage body;
    private final Activity activity;
    private final Set<Object> freeOutputs;
    private final Set<Variable> accumulators = new LinkedHashSet<>();
    private final Set<Variable> outputs = new HashSet<>();
    private final Set<Variable> scratch;
    private final Set<Object> scratchMemory = new HashSet<>();
    private boolean independent = true;
    private boolean costly;
    private boolean nested;

    private Independence(Statement.For loop, Usage whole, Activity activity, Extents extents, Set<Object> freeOutputs) {
        this.loop = loop;
        this.whole = whole;
        this.body = Usage.of(loop.body());
        this.activity = activity;
        this.freeOutputs = freeOutputs;
        this.scratch = Scratch.of(loop, whole, body, activity, extents);
        scratch.forEach(array -> scratchMemory.add(activity.aliases().classOf((Object) array)));
    }

    /** @param freeOutputs classes of memory whose former contents nobody needs and that is never loaded */
    static Optional<Traits> of(
            Statement.For loop, Usage whole, Activity activity, Extents extents, Set<Object> freeOutputs) {
        Independence pass = new Independence(loop, whole, activity, extents, freeOutputs);
        Walk.statements(loop.body(), pass::inspect);
        Exposure.of(loop.body()).forEach(pass::carried);
        Walk.statements(loop.body(), s -> Walk.assigned(s, pass::escaping));
        return pass.independent
                ? Optional.of(new Traits(pass.accumulators, pass.outputs, pass.scratch, pass.costly, pass.nested))
                : Optional.empty();
    }

    private void inspect(Statement statement) {
        if (statement instanceof Statement.Break
                || statement instanceof Statement.Continue
                || statement instanceof Statement.Return
                || statement instanceof Statement.Save
                || statement instanceof Statement.Restore) {
            independent = false;
        } else if (statement instanceof Statement.Allocate allocate) {
            independent &= scratch.contains(allocate.target());
            costly = true;
        } else if (statement instanceof Statement.Store store) {
            inspect(store);
        } else if (statement instanceof Statement.Call call) {
            Effects effects = activity.memory().of(call.callee());
            independent &= !effects.writesMemory() && !effects.isTaping() && !effects.isImpure();
            costly = true;
        } else if (statement instanceof Statement.For || statement instanceof Statement.While) {
            costly = true;
            nested = true;
        }
        Walk.expressions(statement, e -> costly |= Reads.any(e, Independence::isCostly));
    }

    private static boolean isCostly(Expr part) {
        return part instanceof Apply apply && !apply.op().isCheap();
    }

    private void inspect(Statement.Store store) {
        Object memory = activity.aliases().classOf(store.array());
        if (scratchMemory.contains(memory)) {
            return;
        }
        independent &= store.index() == loop.counter()
                && store.value().type().isReal()
                && freeOutputs.contains(memory)
                && store.array() instanceof Variable;
        outputs.add(Reads.base(store.array()));
    }

    /** A register that carries a value from turn to turn must be an accumulator. */
    private void carried(Variable variable) {
        int[] sums = {0};
        Walk.statements(loop.body(), s -> sums[0] += isSum(s, variable) ? 1 : 0);
        if (variable.type().isReal() && sums[0] == body.assignments(variable) && sums[0] == body.reads(variable)) {
            accumulators.add(variable);
        } else {
            independent = false;
        }
    }

    private static boolean isSum(Statement statement, Variable variable) {
        if (!(statement instanceof Statement.Assign assign)
                || assign.target() != variable
                || !(assign.value() instanceof Apply apply)) {
            return false;
        }
        boolean first = apply.operand(0) == variable
                && (apply.op() == Op.ADD || apply.op() == Op.SUBTRACT)
                && !Reads.reads(apply.operand(1), variable);
        boolean second =
                apply.op() == Op.ADD && apply.operand(1) == variable && !Reads.reads(apply.operand(0), variable);
        return first || second;
    }

    /** A register that is read outside must be an accumulator. */
    private void escaping(Variable variable) {
        independent &= accumulators.contains(variable) || whole.reads(variable) == body.reads(variable);
    }

    /** Classes of memory that a block loads from. */
    static Set<Object> loaded(Statement.Block block, Activity activity) {
        Set<Object> loaded = new HashSet<>();
        Reads.Parts parts = new Reads.Parts(part -> {
            if (part instanceof Load load) {
                loaded.add(activity.aliases().classOf(load.array()));
            }
        });
        new Walk() {
            @Override
            void value(Expr expression) {
                parts.of(expression);
            }
        }.inside(block);
        return loaded;
    }
}
