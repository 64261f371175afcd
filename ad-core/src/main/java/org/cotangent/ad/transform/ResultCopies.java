package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.List;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;

/** Returns registers themselves where a copy was returned that nothing made necessary. */
final class ResultCopies {

    private ResultCopies() {}

    static Program removed(Program program) {
        return Program.of(removed(program.entry()), program.callees());
    }

    private static Procedure removed(Procedure procedure) {
        Procedure current = procedure;
        for (Variable result : procedure.results()) {
            current = removed(current, result);
        }
        return current;
    }

    private static Procedure removed(Procedure procedure, Variable result) {
        List<Statement> statements = procedure.body().statements();
        Usage usage = Usage.of(procedure);
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i) instanceof Statement.Assign copy
                    && copy.target() == result
                    && copy.value() instanceof Variable original
                    && usage.assignments(result) == 1
                    && usage.reads(result) == 1
                    && !procedure.results().contains(original)
                    && !procedure.parameters().contains(original)
                    && Usage.of(Statement.Block.of(statements.subList(i, statements.size())))
                                    .assignments(original)
                            == 0
                    && !returns(statements.subList(0, i))) {
                return replaced(procedure, i, result, original);
            }
        }
        return procedure;
    }

    /** Whether the procedure may end before the copy, its result still 0. */
    private static boolean returns(List<Statement> statements) {
        boolean[] returns = {false};
        Walk.statements(Statement.Block.of(statements), s -> returns[0] |= s instanceof Statement.Return);
        return returns[0];
    }

    private static Procedure replaced(Procedure procedure, int index, Variable result, Variable original) {
        List<Statement> statements = new ArrayList<>(procedure.body().statements());
        statements.remove(index);
        List<Variable> results = new ArrayList<>(procedure.results());
        results.replaceAll(r -> r == result ? original : r);
        return new Procedure(procedure.name(), procedure.parameters(), results, Statement.Block.of(statements));
    }
}
