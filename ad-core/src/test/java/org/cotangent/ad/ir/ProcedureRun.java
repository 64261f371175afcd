package org.cotangent.ad.ir;

import java.util.HashMap;
import java.util.Map;
import org.cotangent.ad.expr.Evaluation;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;

/** Runs what lowering writes, statement by statement, with no speed and no cleverness. */
final class ProcedureRun implements StatementVisitor<@org.jspecify.annotations.Nullable Void> {

    private final Map<Variable, Object> registers = new HashMap<>();
    private long statements;

    private ProcedureRun() {}

    /** The final registers, parameters included. */
    static ProcedureRun of(Procedure procedure, Map<Variable, Object> arguments) {
        ProcedureRun run = new ProcedureRun();
        run.registers.putAll(arguments);
        procedure.body().accept(run);
        return run;
    }

    Object get(Variable register) {
        return registers.get(register);
    }

    /** How many assignments and stores were carried out. */
    long statements() {
        return statements;
    }

    private Object value(Expr expression) {
        return Evaluation.of(expression, registers);
    }

    @Override
    public Void assign(Statement.Assign assign) {
        statements++;
        registers.put(assign.target(), value(assign.value()));
        return null;
    }

    @Override
    public Void store(Statement.Store store) {
        statements++;
        int index = Math.toIntExact((long) value(store.index()));
        Object array = value(store.array());
        if (array instanceof boolean[] conditions) {
            conditions[index] = (boolean) value(store.value());
        } else if (array instanceof int[] ints) {
            ints[index] = Math.toIntExact((long) value(store.value()));
        } else {
            ((double[]) array)[index] = (double) value(store.value());
        }
        return null;
    }

    @Override
    public Void allocate(Statement.Allocate allocate) {
        int length = Math.toIntExact((long) value(allocate.lengths().get(0)));
        Type element = allocate.target().type().component();
        registers.put(
                allocate.target(),
                element.equals(Type.BOOLEAN)
                        ? new boolean[length]
                        : element.equals(Type.INT) ? new int[length] : new double[length]);
        return null;
    }

    @Override
    public Void block(Statement.Block block) {
        block.statements().forEach(s -> s.accept(this));
        return null;
    }

    @Override
    public Void branch(Statement.If branch) {
        return ((boolean) value(branch.condition()) ? branch.then() : branch.otherwise()).accept(this);
    }

    @Override
    public Void count(Statement.For loop) {
        for (long i = (long) value(loop.from()); i < (long) value(loop.to()); i += loop.step()) {
            registers.put(loop.counter(), i);
            loop.body().accept(this);
        }
        return null;
    }

    @Override
    public Void fail(Statement.Throw failure) {
        StringBuilder message = new StringBuilder(failure.pieces().get(0));
        for (int k = 0; k < failure.values().size(); k++) {
            message.append(value(failure.values().get(k)))
                    .append(failure.pieces().get(k + 1));
        }
        throw new IllegalArgumentException(message.toString());
    }

    @Override
    public Void comment(Statement.Comment comment) {
        return null;
    }

    @Override
    public Void loop(Statement.While loop) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Void leave(Statement.Break leave) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Void next(Statement.Continue next) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Void exit(Statement.Return exit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Void call(Statement.Call call) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Void save(Statement.Save save) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Void restore(Statement.Restore restore) {
        throw new UnsupportedOperationException();
    }
}
