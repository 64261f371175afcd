package org.cotangent.ad.transform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Site;
import org.cotangent.ad.ir.Statement;

/**
 * What the forward sweep records about its path, so that the reverse sweep can go back along it.
 *
 * <p>Every scope that can be left early (a turn of a loop, a labelled block, the procedure) numbers
 * its jumps in textual order; leaving it records the number, and a number above all of them when
 * its end is reached. Going back, what stands behind jump k was executed if the number recorded is
 * greater than k. Loops record their turns, and branches in loops which way they went. Records are
 * made where a scope is left, never where it is entered: so they nest when procedures recurse.
 */
final class Scopes {

    /** What a scope is. */
    enum Kind {
        PROCEDURE,
        BLOCK,
        LOOP,
        BRANCH
    }

    /** An enclosing construct of the statement being reversed. */
    static final class Scope {
        final Kind kind;
        final String label;
        /** What is recorded when control leaves: jump number, or side of a branch. */
        final Record exit;
        /** The number of turns of a loop that is left early. */
        final Record turns;

        boolean leftEarly;
        private int jumps;
        private boolean side;
        private boolean sideIsTaped;

        private Scope(Kind kind, String label, Record exit, Record turns) {
            this.kind = kind;
            this.label = label;
            this.exit = exit;
            this.turns = turns;
        }

        /** How many jumps leave this scope so far. */
        int jumps() {
            return jumps;
        }

        /** Says which side of a branch is being swept, and whether that must be recorded on a tape. */
        void side(boolean taken, boolean taped) {
            side = taken;
            sideIsTaped = taped;
        }

        /** Statements that record the side, if it must be recorded. */
        List<Statement> recordSide() {
            return sideIsTaped ? exit.keep(Expr.constant(side)) : List.of();
        }
    }

    /**
     * A value that the forward sweep records.
     *
     * @param variable holds it while it is recorded and after it was restored
     * @param site where it is kept; unused outside loops, where the variable keeps it
     * @param taped whether the site is used
     */
    record Record(Variable variable, Site site, boolean taped) {

        /** Statements that record what the variable holds. */
        List<Statement> keep() {
            return taped ? List.of(new Statement.Save(site, variable)) : List.of();
        }

        /** Statements that record a value. */
        List<Statement> keep(Expr value) {
            return List.of(taped ? new Statement.Save(site, value) : new Statement.Assign(variable, value));
        }

        /** Statements after which the variable holds the recorded value again. */
        List<Statement> recall() {
            return taped ? List.of(new Statement.Restore(site, variable)) : List.of();
        }
    }

    private final Names names;
    private final Deque<Scope> stack = new ArrayDeque<>();
    private int loops;

    Scopes(Names names) {
        this.names = names;
    }

    /** How many loops enclose the current statement. */
    int loops() {
        return loops;
    }

    /** Treats what follows as outside all loops, as values of one turn need not outlive it. */
    int forgetLoops() {
        int outer = loops;
        loops = 0;
        return outer;
    }

    void rememberLoops(int outer) {
        loops = outer;
    }

    Scope enter(Kind kind, String label) {
        Record turns = record("turns", Type.INT, loops > 0);
        loops += kind == Kind.LOOP ? 1 : 0;
        Record exit = record(
                kind == Kind.BRANCH ? "taken" : "exit", kind == Kind.BRANCH ? Type.BOOLEAN : Type.INT, loops > 0);
        Scope scope = new Scope(kind, label, exit, turns);
        stack.push(scope);
        return scope;
    }

    void leave(Scope scope) {
        stack.remove(scope);
        loops -= scope.kind == Kind.LOOP ? 1 : 0;
    }

    /** The innermost scope that numbers jumps. */
    Scope region() {
        for (Scope scope : stack) {
            if (scope.kind != Kind.BRANCH) {
                return scope;
            }
        }
        throw new IllegalStateException("no procedure is being swept");
    }

    private Record record(String wish, Type type, boolean taped) {
        Variable variable = names.variable(wish, type);
        return new Record(variable, Site.of(variable.name(), type), taped);
    }

    /** The label of the procedure's own scope, to which {@code return} leads. */
    String procedureLabel() {
        return stack.getLast().label;
    }

    /**
     * Records for a jump that leaves every scope inside the target and the target itself, or, for
     * {@code continue}, only the target's present turn.
     */
    List<Statement> jump(String target, boolean isContinue) {
        List<Statement> records = new ArrayList<>();
        for (Scope scope : stack) {
            boolean last = scope.label.equals(target) && scope.kind != Kind.BRANCH;
            records.addAll(leave(scope, last));
            scope.leftEarly |= last && !isContinue;
            if (last) {
                return records;
            }
        }
        throw new IllegalArgumentException("no enclosing loop or block is labelled " + target);
    }

    /** @param last whether the jump leads to the end of this scope or of its turn, not beyond */
    private static List<Statement> leave(Scope scope, boolean last) {
        if (scope.kind == Kind.BRANCH) {
            return scope.recordSide();
        }
        scope.jumps++;
        List<Statement> records = new ArrayList<>(scope.exit.keep(Expr.constant(scope.jumps)));
        if (scope.kind == Kind.LOOP && !last) {
            scope.leftEarly = true;
            records.addAll(scope.turns.keep());
        }
        return records;
    }

    /** Records that the end of the scope was reached, if it can be left in another way. */
    List<Statement> end(Scope scope) {
        return scope.jumps == 0 ? List.of() : scope.exit.keep(Expr.constant(scope.jumps + 1));
    }
}
