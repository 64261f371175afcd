package org.cotangent.ad.transform;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;

/**
 * Which of the registers that a block assigns it may read before it has assigned them: those carry
 * values from one turn of a loop to the next.
 */
final class Exposure {

    private final Usage usage;
    private final Set<Variable> exposed = new LinkedHashSet<>();

    private Exposure(Usage usage) {
        this.usage = usage;
    }

    static Set<Variable> of(Statement.Block block) {
        Exposure pass = new Exposure(Usage.of(block));
        pass.through(block, new HashSet<>());
        return pass.exposed;
    }

    /** Visits a block; {@code assigned} is what is assigned on every path, and grows. */
    private void through(Statement.Block block, Set<Variable> assigned) {
        for (Statement statement : block.statements()) {
            Walk.expressions(statement, expression -> read(expression, assigned));
            if (statement instanceof Statement.Block inner) {
                through(inner, inner.isLabelled() ? new HashSet<>(assigned) : assigned);
            } else if (statement instanceof Statement.If branch) {
                branch(branch, assigned);
            } else if (statement instanceof Statement.For loop) {
                Set<Variable> inside = new HashSet<>(assigned);
                inside.add(loop.counter());
                through(loop.body(), inside);
            } else if (statement instanceof Statement.While loop) {
                through(loop.body(), new HashSet<>(assigned));
            } else {
                Walk.assigned(statement, assigned::add);
            }
        }
    }

    private void branch(Statement.If branch, Set<Variable> assigned) {
        Set<Variable> then = new HashSet<>(assigned);
        Set<Variable> otherwise = new HashSet<>(assigned);
        through(branch.then(), then);
        through(branch.otherwise(), otherwise);
        boolean thenEnds = Completion.isPossible(branch.then().statements());
        boolean otherwiseEnds = Completion.isPossible(branch.otherwise().statements());
        if (thenEnds && otherwiseEnds) {
            then.retainAll(otherwise);
        }
        assigned.addAll(thenEnds ? then : otherwise);
    }

    private void read(Expr expression, Set<Variable> assigned) {
        Reads.variables(expression, variable -> {
            if (usage.assignments(variable) > 0 && !assigned.contains(variable)) {
                exposed.add(variable);
            }
        });
    }
}
