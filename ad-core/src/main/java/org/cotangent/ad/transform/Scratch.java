package org.cotangent.ad.transform;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;

/**
 * Arrays that each turn of a loop uses for itself: made in the turn and known nowhere else, or made
 * before the loop and assigned whole in each turn, by a loop or element by element, before anything is read. Nothing passes through
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
                && isAssignedFirst(loop.body(), array, new Progress(extents.fixedLength(array)));
    }

    /** How much of an array has been assigned on every path. */
    private static final class Progress {

        private final OptionalInt length;
        private final BitSet elements = new BitSet();
        private boolean complete;

        Progress(OptionalInt length) {
            this.length = length;
        }

        Progress copy() {
            Progress copy = new Progress(length);
            copy.elements.or(elements);
            return copy;
        }

        void add(int element) {
            if (element >= 0) {
                elements.set(element);
            }
            complete |= length.isPresent() && elements.nextClearBit(0) >= length.getAsInt();
        }

        void common(Progress first, Progress second) {
            complete = first.complete && second.complete;
            for (int i = 0; i < length.orElse(0); i++) {
                if ((first.complete || first.elements.get(i)) && (second.complete || second.elements.get(i))) {
                    add(i);
                }
            }
        }
    }

    /**
     * Whether nothing in a block uses elements of an array before all of them are assigned.
     *
     * @param assigned what is assigned before the block and, on return, behind it
     */
    private boolean isAssignedFirst(Statement.Block block, Variable array, Progress assigned) {
        for (Statement statement : block.statements()) {
            if (assigned.complete) {
                return true;
            }
            if (!isAssignedFirst(statement, array, assigned)) {
                return false;
            }
        }
        return true;
    }

    private boolean isAssignedFirst(Statement statement, Variable array, Progress assigned) {
        if (loads(statement, array)) {
            return false;
        }
        if (statement instanceof Statement.For inner) {
            if (extents.overwritten(inner).contains(array)
                    && !Independence.loaded(inner.body(), activity).contains(memory(array))) {
                assigned.complete = true;
                return true;
            }
            return isAssignedFirst(inner.body(), array, assigned.copy());
        }
        if (statement instanceof Statement.While inner) {
            return isAssignedFirst(inner.body(), array, assigned.copy());
        }
        if (statement instanceof Statement.If branch) {
            Progress then = assigned.copy();
            Progress otherwise = assigned.copy();
            boolean first = isAssignedFirst(branch.then(), array, then)
                    && isAssignedFirst(branch.otherwise(), array, otherwise);
            assigned.common(then, otherwise);
            return first;
        }
        if (statement instanceof Statement.Block inner) {
            return isAssignedFirst(inner, array, inner.isLabelled() ? assigned.copy() : assigned);
        }
        if (statement instanceof Statement.Store store && Reads.base(store.array()) == array) {
            if (!(store.index() instanceof Constant index) || assigned.length.isEmpty()) {
                return false;
            }
            assigned.add((int) index.integer());
        }
        return true;
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
