package org.cotangent.codegen.emit;

import java.util.HashMap;
import java.util.Map;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Gives every counted loop a counter of its own and leaves parameters unassigned, so that whoever
 * moves statements into other methods can pass both by value.
 */
final class Renaming extends Copying {

    private final Map<Variable, Variable> renamed = new HashMap<>();

    private Renaming() {}

    static Procedure of(Procedure procedure) {
        Renaming renaming = new Renaming();
        Usage usage = Usage.of(procedure.body(), procedure.results());
        for (Variable parameter : procedure.parameters()) {
            if (usage.writes().contains(parameter)) {
                Variable register = fresh(parameter);
                renaming.renamed.put(parameter, register);
                renaming.add(new Statement.Assign(register, parameter));
            }
        }
        procedure.body().statements().forEach(s -> s.accept(renaming));
        return procedure.withBody(Statement.Block.of(renaming.added()));
    }

    private static Variable fresh(Variable old) {
        return Variable.of(old.name(), old.type());
    }

    @Override
    Expr read(Expr expression) {
        return Substitution.in(expression, v -> renamed.getOrDefault(v, (Variable) v));
    }

    @Override
    Variable target(Variable register) {
        return renamed.getOrDefault(register, register);
    }

    @Override
    public @Nullable Void count(Statement.For loop) {
        Expr from = read(loop.from());
        Expr to = read(loop.to());
        Variable counter = fresh(loop.counter());
        Variable outer = renamed.put(loop.counter(), counter);
        add(new Statement.For(loop.label(), counter, from, to, loop.step(), copy(loop.body())));
        if (outer == null) {
            renamed.remove(loop.counter());
        } else {
            renamed.put(loop.counter(), outer);
        }
        return null;
    }
}
