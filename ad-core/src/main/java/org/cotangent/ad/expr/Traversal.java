package org.cotangent.ad.expr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Walks graphs of any depth without recursion, each shared expression once. */
public final class Traversal {

    private record Visit(Expr expression, Iterator<? extends Expr> left) {}

    private Traversal() {}

    /** The expressions that an expression is computed from. */
    public static List<Expr> operands(Expr expression) {
        return expression.accept(Operands.OF);
    }

    /** Everything the roots are computed from and the roots themselves, operands before their users. */
    public static List<Expr> postOrder(Collection<? extends Expr> roots) {
        return postOrder(roots, Traversal::operands);
    }

    /**
     * As {@link #postOrder(Collection)}, with another notion of operands.
     *
     * @param operands what must come before an expression
     */
    public static List<Expr> postOrder(
            Collection<? extends Expr> roots, Function<? super Expr, ? extends Collection<Expr>> operands) {
        List<Expr> order = new ArrayList<>();
        Numbering seen = new Numbering();
        Deque<Visit> open = new ArrayDeque<>();
        open.push(new Visit(Expr.constant(0), List.<Expr>copyOf(roots).iterator()));
        while (true) {
            Visit visit = open.element();
            if (visit.left().hasNext()) {
                Expr next = visit.left().next();
                int known = seen.size();
                if (seen.of(next) == known) {
                    Collection<Expr> below = operands.apply(next);
                    if (below.isEmpty()) {
                        order.add(next);
                    } else {
                        open.push(new Visit(next, below.iterator()));
                    }
                }
            } else {
                open.pop();
                if (open.isEmpty()) {
                    return order;
                }
                order.add(visit.expression());
            }
        }
    }

    /** The variables that must be given a value: all but the indices and states of loops in the graph. */
    public static Set<Variable> free(Collection<? extends Expr> roots) {
        return freeIn(postOrder(roots));
    }

    /**
     * As {@link #free(Collection)}, with another notion of operands.
     *
     * @param operands what an expression needs
     */
    public static Set<Variable> free(
            Collection<? extends Expr> roots, Function<? super Expr, ? extends Collection<Expr>> operands) {
        return freeIn(postOrder(roots, operands));
    }

    /**
     * The variables that must be given a value.
     *
     * @param order everything that is computed
     */
    public static Set<Variable> freeIn(Collection<? extends Expr> order) {
        Set<Variable> free = new LinkedHashSet<>();
        List<Variable> bound = new ArrayList<>();
        for (Expr expression : order) {
            if (expression instanceof Variable variable) {
                free.add(variable);
            } else if (expression instanceof GraphNode node) {
                bound.addAll(node.bound());
            }
        }
        bound.forEach(free::remove);
        return free;
    }
}
