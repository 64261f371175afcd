package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.List;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;
import org.jspecify.annotations.Nullable;

/** Returns registers themselves where a copy was returned that nothing made necessary. */
final class ResultCopies {

    private final Procedure procedure;
    private final List<Statement> statements;
    private final VariableMap<Uses> watched = new VariableMap<>();
    private int firstReturn = Integer.MAX_VALUE;

    /** How a result, or a register that is copied to one, is used. */
    private static final class Uses {
        private int assignments;
        private int reads;
        /** The last statement of the body that assigns it. */
        private int lastAssigned = -1;
    }

    private ResultCopies(Procedure procedure) {
        this.procedure = procedure;
        this.statements = procedure.body().statements();
    }

    static Program removed(Program program) {
        return Program.of(new ResultCopies(program.entry()).removed(), program.callees());
    }

    private Procedure removed() {
        statements.forEach(this::watch);
        if (watched.keys().isEmpty()) {
            return procedure;
        }
        Noting noting = new Noting();
        for (int i = 0; i < statements.size(); i++) {
            noting.index = i;
            statements.get(i).accept(noting);
        }
        List<Variable> results = new ArrayList<>(procedure.results());
        List<Statement> kept = new ArrayList<>(statements.size());
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i) instanceof Statement.Assign copy
                    && copy.value() instanceof Variable original
                    && isNeedless(copy.target(), original, i, results)) {
                results.replaceAll(r -> r == copy.target() ? original : r);
            } else {
                kept.add(statements.get(i));
            }
        }
        return new Procedure(procedure.name(), procedure.parameters(), results, Statement.Block.of(kept));
    }

    private void watch(Statement statement) {
        if (statement instanceof Statement.Assign copy
                && copy.value() instanceof Variable original
                && procedure.results().contains(copy.target())) {
            watched.get(copy.target(), Uses::new);
            watched.get(original, Uses::new);
        }
    }

    /** Notes how watched variables are used. */
    private final class Noting extends Walk {
        private final Reads.Parts reads = Reads.variables(variable -> {
            Uses uses = watched.get(variable);
            if (uses != null) {
                uses.reads++;
            }
        });
        private int index;

        @Override
        void value(Expr expression) {
            reads.of(expression);
        }

        @Override
        void target(Variable variable) {
            Uses uses = watched.get(variable);
            if (uses != null) {
                uses.assignments++;
                uses.lastAssigned = index;
            }
        }

        @Override
        public @Nullable Void exit(Statement.Return exit) {
            firstReturn = Math.min(firstReturn, index);
            return null;
        }
    }

    /** Whether nothing else uses the result, and its original keeps what was copied to the end. */
    private boolean isNeedless(Variable result, Variable original, int index, List<Variable> results) {
        Uses ofResult = watched.get(result);
        Uses ofOriginal = watched.get(original);
        return ofResult != null
                && ofOriginal != null
                && results.contains(result)
                && ofResult.assignments == 1
                && ofResult.reads == 0
                && ofOriginal.lastAssigned < index
                && !results.contains(original)
                && !procedure.parameters().contains(original)
                && firstReturn > index;
    }
}
