package org.cotangent.ad.transform;

import java.util.function.Consumer;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.ir.StatementVisitor;
import org.jspecify.annotations.Nullable;

/** Visits statements with all that are nested in them, in textual order. */
class Walk implements StatementVisitor<@Nullable Void> {

    /** Every statement of a block, outer before inner. */
    static void statements(Statement.Block block, Consumer<Statement> visit) {
        for (Statement statement : block.statements()) {
            visit.accept(statement);
            if (!(statement instanceof Statement.Assign)) {
                statement.blocks().forEach(inner -> statements(inner, visit));
            }
        }
    }

    /** Every variable assigned by a statement itself, nested statements left out. */
    static void assigned(Statement statement, Consumer<Variable> visit) {
        statement.accept(new Walk() {
            @Override
            void target(Variable variable) {
                visit.accept(variable);
            }

            @Override
            void inside(Statement.Block block) {}
        });
    }

    /** Every expression read by a statement itself, nested statements left out. */
    static void expressions(Statement statement, Consumer<Expr> visit) {
        statement.accept(new Walk() {
            @Override
            void value(Expr expression) {
                visit.accept(expression);
            }

            @Override
            void inside(Statement.Block block) {}
        });
    }

    /** All variables of a procedure, parameters first. */
    static VariableSet variables(Procedure procedure) {
        VariableSet all = new VariableSet();
        variables(procedure, all);
        return all;
    }

    /** All variables of a block. */
    static VariableSet variables(Statement.Block block) {
        VariableSet all = new VariableSet();
        variables(block, all);
        return all;
    }

    /** Adds all variables of a procedure. */
    static void variables(Procedure procedure, VariableSet all) {
        all.addAll(procedure.parameters());
        all.addAll(procedure.results());
        variables(procedure.body(), all);
    }

    private static void variables(Statement.Block block, VariableSet all) {
        Reads.Parts reads = Reads.variables(all::add);
        new Walk() {
            @Override
            void value(Expr expression) {
                reads.of(expression);
            }

            @Override
            void target(Variable variable) {
                all.add(variable);
            }
        }.inside(block);
    }

    void enter(Statement statement) {}

    void value(Expr expression) {}

    void target(Variable variable) {}

    void inside(Statement.Block block) {
        for (Statement statement : block.statements()) {
            enter(statement);
            statement.accept(this);
        }
    }

    @Override
    public @Nullable Void assign(Statement.Assign assign) {
        value(assign.value());
        target(assign.target());
        return null;
    }

    @Override
    public @Nullable Void store(Statement.Store store) {
        value(store.array());
        value(store.index());
        value(store.value());
        return null;
    }

    @Override
    public @Nullable Void allocate(Statement.Allocate allocate) {
        allocate.lengths().forEach(this::value);
        target(allocate.target());
        return null;
    }

    @Override
    public @Nullable Void block(Statement.Block block) {
        inside(block);
        return null;
    }

    @Override
    public @Nullable Void branch(Statement.If branch) {
        value(branch.condition());
        inside(branch.then());
        inside(branch.otherwise());
        return null;
    }

    @Override
    public @Nullable Void count(Statement.For loop) {
        value(loop.from());
        value(loop.to());
        target(loop.counter());
        inside(loop.body());
        return null;
    }

    @Override
    public @Nullable Void loop(Statement.While loop) {
        value(loop.condition());
        inside(loop.body());
        return null;
    }

    @Override
    public @Nullable Void leave(Statement.Break leave) {
        return null;
    }

    @Override
    public @Nullable Void next(Statement.Continue next) {
        return null;
    }

    @Override
    public @Nullable Void exit(Statement.Return exit) {
        return null;
    }

    @Override
    public @Nullable Void fail(Statement.Throw failure) {
        failure.values().forEach(this::value);
        return null;
    }

    @Override
    public @Nullable Void call(Statement.Call call) {
        call.arguments().forEach(this::value);
        call.results().forEach(this::target);
        return null;
    }

    @Override
    public @Nullable Void save(Statement.Save save) {
        value(save.value());
        return null;
    }

    @Override
    public @Nullable Void restore(Statement.Restore restore) {
        target(restore.target());
        return null;
    }

    @Override
    public @Nullable Void comment(Statement.Comment comment) {
        return null;
    }
}
