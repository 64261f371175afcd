package org.cotangent.codegen.emit;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;

/**
 * Finds the registers that code may read before it has assigned them on every path: what comes in from
 * outside. Jumps are taken to lead anywhere.
 */
final class Exposures {

    private final Set<Statement> unknown;
    private final Set<Variable> forgotten;
    private final Set<Variable> exposed = new LinkedHashSet<>();

    private Exposures(Set<Statement> unknown, Set<Variable> forgotten) {
        this.unknown = unknown;
        this.forgotten = forgotten;
    }

    /** The registers that statements may read before they assign them. */
    static Set<Variable> of(List<Statement> statements) {
        Exposures exposures = new Exposures(Set.of(), Set.of());
        exposures.through(statements, new HashSet<>());
        return exposures.exposed;
    }

    /**
     * The registers whose values one statement may hand on to the others.
     *
     * @param all statements, the one among them or in them
     * @param given what is assigned before the first
     */
    static Set<Variable> behind(Statement one, List<Statement> all, Set<Variable> given, List<Variable> results) {
        Set<Variable> written = Usage.of(one, List.of()).writes();
        Exposures exposures = new Exposures(Set.of(one), written);
        Set<Variable> assigned = new HashSet<>(given);
        exposures.through(all, assigned);
        results.stream().filter(result -> !assigned.contains(result)).forEach(exposures.exposed::add);
        exposures.exposed.retainAll(written);
        return exposures.exposed;
    }

    /** Visits statements; {@code assigned} is what is assigned on every path, and changes. */
    private void through(List<Statement> statements, Set<Variable> assigned) {
        statements.forEach(statement -> through(statement, assigned));
    }

    private void through(Statement statement, Set<Variable> assigned) {
        if (unknown.contains(statement)) {
            assigned.removeAll(forgotten);
        } else if (statement instanceof Statement.If branch) {
            read(branch.condition(), assigned);
            Set<Variable> then = new HashSet<>(assigned);
            Set<Variable> otherwise = new HashSet<>(assigned);
            through(branch.then().statements(), then);
            through(branch.otherwise().statements(), otherwise);
            then.retainAll(otherwise);
            assigned.clear();
            assigned.addAll(then);
        } else if (statement instanceof Statement.For loop) {
            read(loop.from(), assigned);
            read(loop.to(), assigned);
            turns(loop.body(), Set.of(loop.counter()), assigned);
        } else if (statement instanceof Statement.While loop) {
            boolean isInside = isIn(loop.body());
            if (isInside) {
                assigned.removeAll(forgotten);
            }
            read(loop.condition(), assigned);
            turns(loop.body(), Set.of(), assigned);
        } else if (statement instanceof Statement.Block block) {
            Set<Variable> inside = new HashSet<>(assigned);
            through(block.statements(), inside);
            if (!block.isLabelled()) {
                assigned.clear();
                assigned.addAll(inside);
            } else {
                assigned.retainAll(inside);
            }
        } else {
            Usage usage = Usage.of(statement, List.of());
            usage.reads().stream().filter(v -> !assigned.contains(v)).forEach(exposed::add);
            assigned.addAll(usage.writes());
        }
    }

    /** A body that is run any number of times: what the last turn has left may be found by the next. */
    private void turns(Statement.Block body, Set<Variable> counter, Set<Variable> assigned) {
        if (isIn(body)) {
            assigned.removeAll(forgotten);
        }
        Set<Variable> inside = new HashSet<>(assigned);
        inside.addAll(counter);
        through(body.statements(), inside);
    }

    private boolean isIn(Statement.Block block) {
        return block.statements().stream()
                .anyMatch(s -> unknown.contains(s) || Blocks.of(s).stream().anyMatch(this::isIn));
    }

    private void read(Expr expression, Set<Variable> assigned) {
        Usage.reads(expression).stream().filter(v -> !assigned.contains(v)).forEach(exposed::add);
    }
}
