package org.cotangent.ad.ir;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.GraphNode;
import org.cotangent.ad.expr.Length;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.jspecify.annotations.Nullable;

/**
 * What indices and other variables bound in a graph stand for in the program, and in which loop.
 *
 * <p>An index is simple if it is a counter, something known before all loops, or the sum or
 * difference of the two; only then is it known whether a loop passes each element once.
 */
final class Indices {

    /** An index that is not simple, or not the same everywhere. */
    static final Variable VARYING = Variable.of("varying", Type.INT);

    private final Map<Expr, Set<Variable>> inner = new IdentityHashMap<>();
    private final Map<Variable, Expr> values = new IdentityHashMap<>();
    private final Map<Variable, Region> loops = new IdentityHashMap<>();
    private final Set<Variable> bound = new HashSet<>();
    private final Names names;
    private final List<Variable> counters = new ArrayList<>();

    /**
     * @param order the graph, operands first
     * @throws IllegalArgumentException if an index is used outside of its loop
     */
    Indices(List<Expr> order, Expr result, Names names) {
        this.names = names;
        for (Expr expression : order) {
            if (expression instanceof GraphNode node) {
                bound.addAll(node.bound());
            }
        }
        if (!bound.isEmpty()) {
            order.forEach(this::markInner);
            requireClosed(result);
        }
    }

    private void markInner(Expr expression) {
        Set<Variable> all = new HashSet<>();
        if (expression instanceof Variable variable && bound.contains(variable)) {
            all.add(variable);
        }
        for (Expr operand : Lowering.operands(expression)) {
            all.addAll(inner.getOrDefault(operand, Set.of()));
        }
        if (expression instanceof GraphNode node) {
            node.bound().forEach(all::remove);
        }
        if (!all.isEmpty()) {
            inner.put(expression, all);
        }
    }

    private void requireClosed(Expr result) {
        if (inner.containsKey(result)) {
            throw new IllegalArgumentException(result + " uses " + inner.get(result)
                    + " of a sum, fold or table outside of it; indices and states are known only inside");
        }
    }

    /** The counter of loops in so many others. */
    Variable counter(Region around) {
        int depth = around.loops().size();
        while (counters.size() <= depth) {
            counters.add(names.register(String.valueOf((char) ('i' + counters.size())), Type.INT));
        }
        return counters.get(depth);
    }

    void bind(Variable variable, Expr value, @Nullable Region loop) {
        values.put(variable, value);
        if (loop != null) {
            loops.put(variable, loop);
        }
    }

    /** Binds an index to a simple one of a place in the program. */
    void bindIndex(Variable variable, Expr index, Region place) {
        Region innermost = null;
        for (Region loop : place.loops()) {
            if (loop.counter != null && mentions(index, loop.counter)) {
                innermost = loop;
            }
        }
        bind(variable, index, innermost);
    }

    /** The innermost loop that an expression must be in, as it depends on its counter or state. */
    @Nullable
    Region loopOf(Expr expression) {
        if (inner.isEmpty()) {
            return null;
        }
        Region innermost = null;
        for (Variable variable : inner.getOrDefault(expression, Set.of())) {
            Region loop = loops.get(variable);
            if (loop != null && (innermost == null || loop.depth > innermost.depth)) {
                innermost = loop;
            }
        }
        return innermost;
    }

    /** What an expression that needs no evaluation is in the program. */
    Expr leaf(Expr expression) {
        if (values.isEmpty()) {
            return expression;
        }
        if (expression instanceof Variable variable) {
            return values.getOrDefault(variable, variable);
        }
        if (expression instanceof Load load) {
            return leaf(load.array()).at(leaf(load.index()));
        }
        return expression instanceof Length length ? leaf(length.array()).length() : expression;
    }

    /** An int expression in terms of counters and parameters, or {@link #VARYING} if it is not simple. */
    Expr simple(Expr index) {
        Expr value = affine(index);
        int terms = 0;
        for (Variable counter : counters) {
            terms += count(value, counter);
        }
        return terms > 1 ? VARYING : value;
    }

    private Expr affine(Expr index) {
        if (index instanceof Constant || (index instanceof Length length && length.array() instanceof Variable)) {
            return leaf(index);
        }
        if (index instanceof Variable) {
            return leaf(index);
        }
        if (index instanceof Apply apply && (apply.op() == Op.INT_ADD || apply.op() == Op.INT_SUBTRACT)) {
            Expr first = affine(apply.operand(0));
            Expr second = affine(apply.operand(1));
            return first == VARYING || second == VARYING ? VARYING : Expr.apply(apply.op(), first, second);
        }
        return VARYING;
    }

    /** Whether a simple index contains a counter. */
    static boolean mentions(Expr index, Variable counter) {
        return count(index, counter) > 0;
    }

    private static int count(Expr index, Variable counter) {
        if (index instanceof Apply apply) {
            return apply.operands().stream().mapToInt(o -> count(o, counter)).sum();
        }
        return index == counter ? 1 : 0;
    }

    /** Whether a simple index is known in a loop, null standing for outside of all loops. */
    boolean isKnown(Expr index, @Nullable Region loop) {
        if (index == VARYING) {
            return false;
        }
        int around = loop == null ? 0 : loop.loops().size();
        for (int depth = around; depth < counters.size(); depth++) {
            if (mentions(index, counters.get(depth))) {
                return false;
            }
        }
        return true;
    }
}
