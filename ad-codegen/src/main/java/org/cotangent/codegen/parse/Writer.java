package org.cotangent.codegen.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;

/** Takes the statements of one procedure, block by block. */
final class Writer {

    private final Deque<List<Statement>> open = new ArrayDeque<>();
    private final Map<String, Integer> labels = new HashMap<>();

    void add(Statement statement) {
        open.getFirst().add(statement);
    }

    void addAll(Statement.Block block) {
        block.statements().forEach(this::add);
    }

    /** {@code target = value}. */
    void set(Variable target, Expr value) {
        add(new Statement.Assign(target, value));
    }

    /** The statements that something adds. */
    Statement.Block collect(Runnable adding) {
        List<Statement> statements = new ArrayList<>();
        open.push(statements);
        try {
            adding.run();
        } finally {
            open.pop();
        }
        return Statement.Block.of(statements);
    }

    /** A register that holds a value from now on, whatever happens to what the value was computed from. */
    Variable kept(String name, Expr value) {
        Variable register = Variable.of(name, value.type());
        set(register, value);
        return register;
    }

    /** As {@link #kept}, but literals stay. */
    Expr fixed(String name, Expr value) {
        return value instanceof Constant ? value : kept(name, value);
    }

    /** A label that no other loop or block of the procedure has. */
    String label(String wanted) {
        int uses = labels.merge(wanted, 1, Integer::sum);
        return uses == 1 ? wanted : label(wanted + uses);
    }

    /** Counts from 0 to an end. */
    void count(String name, Expr end, java.util.function.Consumer<Variable> body) {
        Variable counter = Variable.of(name, Type.INT);
        Statement.Block block = collect(() -> body.accept(counter));
        add(new Statement.For(label("loop"), counter, Expr.constant(0), end, 1, block));
    }
}
