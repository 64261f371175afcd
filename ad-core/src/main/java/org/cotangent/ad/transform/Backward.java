package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.List;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;

/**
 * The reverse sweeps of statements in order, put together from last to first. What stands behind a
 * jump is guarded by the recorded exit number; a comment stands above the adjoint of what it stood
 * above.
 */
final class Backward {

    private final Variable exit;
    private final List<List<Statement>> groups = new ArrayList<>();
    private final List<Integer> jumps = new ArrayList<>();

    /** @param exit holds the exit number of the scope when the statements run */
    Backward(Variable exit) {
        this.exit = exit;
    }

    /**
     * Adds the reverse sweep of the next statement.
     *
     * @param last the number of the last jump in the statement, 0 if it has none
     */
    void add(List<Statement> reverse, int last) {
        groups.add(reverse);
        jumps.add(last);
    }

    List<Statement> statements() {
        List<Statement> reverse = new ArrayList<>();
        int commented = 0;
        for (int i = groups.size() - 1; i >= 0; i--) {
            if (jumps.get(i) > 0 && !reverse.isEmpty()) {
                reverse = new ArrayList<>(List.of(guarded(reverse, jumps.get(i))));
                commented = 1;
            }
            if (isComment(groups.get(i))) {
                reverse.addAll(commented, groups.get(i));
                commented = reverse.size();
            } else {
                reverse.addAll(groups.get(i));
            }
        }
        return reverse;
    }

    private Statement guarded(List<Statement> statements, int jump) {
        Expr passed = Expr.apply(Op.INTEGER_GREATER, exit, Expr.constant(jump));
        return new Statement.If(passed, Statement.Block.of(statements), Statement.Block.of());
    }

    private static boolean isComment(List<Statement> group) {
        return group.size() == 1 && group.get(0) instanceof Statement.Comment;
    }
}
