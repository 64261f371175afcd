package org.cotangent.ad.expr;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An int expression as a constant and multiples of others, to find out without running it that an
 * index is inside its bounds: indices of loops are at least 0 and less than the number of turns.
 */
final class Affine {

    /** Loops nest less deeply, and each step removes an index. */
    private static final int MOST_STEPS = 32;

    private final Map<Expr, Long> terms = new LinkedHashMap<>();
    private long constant;

    private Affine() {}

    /** Whether {@code small <= large} holds in every run, as far as that can be seen. */
    static boolean isAtMost(Expr small, Expr large) {
        Affine difference = new Affine();
        difference.add(large, 1);
        difference.add(small, -1);
        return difference.isNeverNegative();
    }

    private void add(Expr expression, long factor) {
        if (expression instanceof Constant number) {
            constant += factor * number.integer();
        } else if (expression instanceof Apply apply && apply.op() == Op.INT_ADD) {
            add(apply.operand(0), factor);
            add(apply.operand(1), factor);
        } else if (expression instanceof Apply apply && apply.op() == Op.INT_SUBTRACT) {
            add(apply.operand(0), factor);
            add(apply.operand(1), -factor);
        } else if (terms.merge(expression, factor, Long::sum) == 0) {
            terms.remove(expression);
        }
    }

    /** Subtracted indices first: the bound of an inner one may hold an outer one, which cancels. */
    private boolean isNeverNegative() {
        for (int step = 0; step < MOST_STEPS; step++) {
            Optional<Map.Entry<Expr, Long>> bounded =
                    terms.entrySet().stream().filter(Affine::isBounded).min(Map.Entry.comparingByValue());
            if (bounded.isEmpty()) {
                return terms.isEmpty() && constant >= 0;
            }
            Expr term = bounded.get().getKey();
            long factor = bounded.get().getValue();
            terms.remove(term);
            if (factor < 0) {
                add(((Variable) term).turns().orElseThrow(), factor);
                constant -= factor;
            }
        }
        return false;
    }

    /** Whether the least value of a term is known: of an index both ends are, of a length the lower. */
    private static boolean isBounded(Map.Entry<Expr, Long> term) {
        return (term.getKey() instanceof Variable index && index.turns().isPresent())
                || (term.getKey() instanceof Length && term.getValue() > 0);
    }
}
