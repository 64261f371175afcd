package org.cotangent.ad.ir;

import java.util.List;
import java.util.Set;
import org.cotangent.ad.expr.Variable;

/**
 * Code that computes derivatives of an {@link External} routine. What it takes and gives is told by
 * the names of its parameters and results; see {@link External}.
 */
public sealed interface Rule {

    String name();

    List<Variable> parameters();

    List<Variable> results();

    /** A rule that is Java code itself; it can be differentiated again if it has rules in its turn. */
    static Rule of(External routine) {
        return new Routine(routine);
    }

    /** A rule that is a procedure, calling others perhaps; it can be differentiated again. */
    static Rule of(Program program) {
        return new Body(program, Set.of());
    }

    /**
     * A rule that is a procedure and does not add to some of the adjoints it gives, but assigns them or
     * reads them. These are zeros when it is called, and what it leaves there is added.
     *
     * @param assigned names of array parameters
     */
    static Rule assigning(Program program, Set<String> assigned) {
        return new Body(program, Set.copyOf(assigned));
    }

    /** A rule that is a procedure calling external routines only; it can be differentiated again. */
    static Rule of(Procedure procedure) {
        return of(Program.of(procedure));
    }

    /** A rule that is an external routine. */
    record Routine(External external) implements Rule {
        @Override
        public String name() {
            return external.name();
        }

        @Override
        public List<Variable> parameters() {
            return external.parameters().stream()
                    .map(External.Parameter::variable)
                    .toList();
        }

        @Override
        public List<Variable> results() {
            return external.results();
        }
    }

    /**
     * A rule that is a procedure, the entry of a program.
     *
     * @param assigned names of adjoints that it does not add to
     */
    record Body(Program program, Set<String> assigned) implements Rule {
        @Override
        public String name() {
            return program.entry().name();
        }

        @Override
        public List<Variable> parameters() {
            return program.entry().parameters();
        }

        @Override
        public List<Variable> results() {
            return program.entry().results();
        }
    }
}
