package org.cotangent.ad.transform;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;

/**
 * Arrays that each turn of a loop uses for itself: made in the turn and known nowhere else, or made
 * before the loop and assigned whole in each turn before anything is read. Nothing passes through
 * them from one turn to the next.
 */
final class Scratch {

    private final Statement.For loop;
    private final Usage whole;
    private final Usage body;
    private final Activity activity;
    private final Extents extents;

    private Scratch(Statement.For loop, Usage whole, Usage body, Activity activity, Extents extents) {
        this.loop = loop;
        this.whole = whole;
        this.body = body;
        this.activity = activity;
        this.extents = extents;
    }

    /** The arrays, by which all references to their memory are meant. */
    static Set<Variable> of(Statement.For loop, Usage whole, Usage body, Activity activity, Extents extents) {
        return new Scratch(loop, whole, body, activity, extents).find();
    }

    private Set<Variable> find() {
        Map<Object, Set<Variable>> written = new HashMap<>();
        Set<Variable> made = new HashSet<>();
        Walk.statements(loop.body(), statement -> {
            if (statement instanceof Statement.Store store) {
                Variable base = Reads.base(store.array());
                written.computeIfAbsent(memory(base), c -> new HashSet<>()).add(base);
            } else if (statement instanceof Statement.Allocate allocate) {
                written.computeIfAbsent(memory(allocate.target()), c -> new HashSet<>())
                        .add(allocate.target());
                made.add(allocate.target());
            }
        });
        Set<Variable> scratch = new HashSet<>();
        for (Set<Variable> arrays : written.values()) {
            boolean inside = arrays.stream().anyMatch(made::contains);
            if (inside ? isOfTurn(arrays.iterator().next()) : isRewritten(arrays)) {
                scratch.addAll(arrays);
            }
        }
        return scratch;
    }

    private Object memory(Expr array) {
        return activity.aliases().classOf(array);
    }

    /** Whether all references to the memory are registers of the turn. */
    private boolean isOfTurn(Variable array) {
        return extents.references(array).stream()
                .allMatch(member -> member instanceof Variable variable
                        && body.assignments(variable) > 0
                        && whole.assignments(variable) == body.assignments(variable)
                        && whole.reads(variable) == body.reads(variable));
    }

    private boolean isRewritten(Collection<Variable> arrays) {
        Variable array = arrays.iterator().next();
        return arrays.size() == 1
                && extents.isAlone(array)
                && extents.isMadeOnce(array)
                && whole.reads(array) == body.reads(array)
                && isAssignedFirst(loop.body(), array, new boolean[1]);
    }

    /**
     * Whether nothing in a block uses elements of an array before all of them are assigned.
     *
     * @param assigned whether they are, before the block and, on return, behind it
     */
    private boolean isAssignedFirst(Statement.Block block, Variable array, boolean[] assigned) {
        for (Statement statement : block.statements()) {
            if (assigned[0]) {
                return true;
            }
            if (!isAssignedFirst(statement, array, assigned)) {
                return false;
            }
        }
        return true;
    }

    private boolean isAssignedFirst(Statement statement, Variable array, boolean[] assigned) {
        if (loads(statement, array)) {
            return false;
        }
        if (statement instanceof Statement.For inner) {
            if (extents.overwritten(inner).contains(array)
                    && !Independence.loaded(inner.body(), activity).contains(memory(array))) {
                assigned[0] = true;
                return true;
            }
            return isAssignedFirst(inner.body(), array, new boolean[1]);
        }
        if (statement instanceof Statement.While inner) {
            return isAssignedFirst(inner.body(), array, new boolean[1]);
        }
        if (statement instanceof Statement.If branch) {
            boolean[] then = new boolean[1];
            boolean[] otherwise = new boolean[1];
            boolean first = isAssignedFirst(branch.then(), array, then)
                    && isAssignedFirst(branch.otherwise(), array, otherwise);
            assigned[0] = then[0] && otherwise[0];
            return first;
        }
        if (statement instanceof Statement.Block inner) {
            return isAssignedFirst(inner, array, inner.isLabelled() ? new boolean[1] : assigned);
        }
        return !(statement instanceof Statement.Store store && Reads.base(store.array()) == array);
    }

    private boolean loads(Statement statement, Variable array) {
        boolean[] found = {false};
        Walk.expressions(
                statement,
                expression -> found[0] |=
                        Reads.any(expression, part -> part instanceof Load load && Reads.base(load.array()) == array));
        return found[0];
    }
}
