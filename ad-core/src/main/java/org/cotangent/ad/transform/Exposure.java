package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
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
    /** What is assigned on every path to the place visited. */
    private final Set<Variable> assigned = new HashSet<>();
    /** The same in the order in which it was found, to be taken back where a path may not be taken. */
    private final List<Variable> trail = new ArrayList<>();

    private Exposure(Usage usage) {
        this.usage = usage;
    }

    static Set<Variable> of(Statement.Block block) {
        Exposure pass = new Exposure(Usage.of(block));
        pass.through(block);
        return pass.exposed;
    }

    private void assign(Variable variable) {
        if (assigned.add(variable)) {
            trail.add(variable);
        }
    }

    private void through(Statement.Block block) {
        for (Statement statement : block.statements()) {
            Walk.expressions(statement, this::read);
            if (statement instanceof Statement.Block inner) {
                if (inner.isLabelled()) {
                    within(() -> through(inner));
                } else {
                    through(inner);
                }
            } else if (statement instanceof Statement.If branch) {
                branch(branch);
            } else if (statement instanceof Statement.For loop) {
                within(() -> {
                    assign(loop.counter());
                    through(loop.body());
                });
            } else if (statement instanceof Statement.While loop) {
                within(() -> through(loop.body()));
            } else {
                Walk.assigned(statement, this::assign);
            }
        }
    }

    /** Visits what may not run to its end; gives what it assigns, which does not count afterwards. */
    private List<Variable> within(Runnable part) {
        int mark = trail.size();
        part.run();
        List<Variable> last = trail.subList(mark, trail.size());
        List<Variable> taken = new ArrayList<>(last);
        last.clear();
        taken.forEach(assigned::remove);
        return taken;
    }

    private void branch(Statement.If branch) {
        List<Variable> then = within(() -> through(branch.then()));
        List<Variable> otherwise = within(() -> through(branch.otherwise()));
        boolean thenEnds = Completion.isPossible(branch.then().statements());
        boolean otherwiseEnds = Completion.isPossible(branch.otherwise().statements());
        if (thenEnds && otherwiseEnds) {
            then.retainAll(new HashSet<>(otherwise));
        }
        (thenEnds ? then : otherwise).forEach(this::assign);
    }

    private void read(Expr expression) {
        Reads.variables(expression, variable -> {
            if (usage.assignments(variable) > 0 && !assigned.contains(variable)) {
                exposed.add(variable);
            }
        });
    }
}
