package org.cotangent.codegen.emit;

import java.util.List;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Length;
import org.cotangent.ad.expr.Traversal;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;
import org.jspecify.annotations.Nullable;

/** Finds whether a program does more with its output than store into it: then what that held may matter. */
final class OutputReads extends Copying {

    private final Variable output;
    private boolean found;

    private OutputReads(Variable output) {
        this.output = output;
    }

    /** Whether statements read an array, or hand it on to where it may be read. */
    static boolean of(Statement.Block body, Variable output) {
        OutputReads reads = new OutputReads(output);
        reads.copies(body.statements());
        return reads.found;
    }

    @Override
    public @Nullable Void store(Statement.Store store) {
        if (store.array() != output) {
            read(store.array());
        }
        read(store.index());
        read(store.value());
        return null;
    }

    @Override
    Expr read(Expr expression) {
        found |= Traversal.freeIn(Traversal.postOrder(List.of(expression), OutputReads::contents))
                .contains(output);
        return expression;
    }

    /** The length of an array says nothing of what it holds. */
    private static List<Expr> contents(Expr expression) {
        return expression instanceof Length ? List.of() : Traversal.operands(expression);
    }
}
