package org.cotangent.codegen.emit;

import java.util.ArrayList;
import java.util.List;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;

/**
 * Drops comments that come again before anything but assignments of scalars: what they described
 * was moved to where the last of them stands.
 */
final class Comments {

    private Comments() {}

    static Procedure once(Procedure procedure) {
        return procedure.withBody(once(procedure.body()));
    }

    private static Statement.Block once(Statement.Block block) {
        List<Statement> out = new ArrayList<>();
        List<Statement> statements = block.statements();
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            List<Statement> following = statements.subList(i + 1, statements.size());
            if (!(statement instanceof Statement.Comment comment) || !isRepeated(comment, following)) {
                out.add(inner(statement));
            }
        }
        return new Statement.Block(block.label(), out);
    }

    /** Whether the next comment is the same, with nothing but assignments of scalars before it. */
    private static boolean isRepeated(Statement.Comment comment, List<Statement> following) {
        for (Statement statement : following) {
            if (statement instanceof Statement.Comment next) {
                return next.text().equals(comment.text());
            }
            if (!(statement instanceof Statement.Assign)) {
                return false;
            }
        }
        return false;
    }

    private static Statement inner(Statement statement) {
        if (statement instanceof Statement.For loop) {
            return new Statement.For(
                    loop.label(), loop.counter(), loop.from(), loop.to(), loop.step(), once(loop.body()));
        } else if (statement instanceof Statement.While loop) {
            return new Statement.While(loop.label(), loop.condition(), once(loop.body()));
        } else if (statement instanceof Statement.If branch) {
            return new Statement.If(branch.condition(), once(branch.then()), once(branch.otherwise()));
        }
        return statement instanceof Statement.Block block ? once(block) : statement;
    }
}
