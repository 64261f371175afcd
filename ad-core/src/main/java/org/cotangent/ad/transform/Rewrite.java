package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.List;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.ir.StatementVisitor;
import org.jspecify.annotations.Nullable;

/**
 * A pass that copies statements to an output list; passes override the kinds that they change and
 * call {@link #emit} any number of times for each statement.
 */
abstract class Rewrite implements StatementVisitor<@Nullable Void> {

    private List<Statement> out = new ArrayList<>();

    /** Adds a statement to the block being written. */
    final void emit(Statement statement) {
        out.add(statement);
    }

    /** The statements written while {@code body} runs, as a block. */
    final Statement.Block capture(String label, Runnable body) {
        List<Statement> outer = out;
        out = new ArrayList<>();
        body.run();
        Statement.Block block = new Statement.Block(label, out);
        out = outer;
        return block;
    }

    /** Rewrites a block's statements into a block of the same label. */
    Statement.Block rewrite(Statement.Block block) {
        return capture(block.label(), () -> block.statements().forEach(s -> s.accept(this)));
    }

    /** How expressions are copied; the same by default. */
    Expr rewrite(Expr expression) {
        return expression;
    }

    final @Nullable Void copy(Statement statement) {
        emit(statement);
        return null;
    }

    @Override
    public @Nullable Void assign(Statement.Assign assign) {
        return copy(assign.withValue(rewrite(assign.value())));
    }

    @Override
    public @Nullable Void store(Statement.Store store) {
        return copy(new Statement.Store(rewrite(store.array()), rewrite(store.index()), rewrite(store.value())));
    }

    @Override
    public @Nullable Void allocate(Statement.Allocate allocate) {
        return copy(new Statement.Allocate(
                allocate.target(),
                allocate.lengths().stream().map(this::rewrite).toList()));
    }

    @Override
    public @Nullable Void block(Statement.Block block) {
        return copy(rewrite(block));
    }

    @Override
    public @Nullable Void branch(Statement.If branch) {
        Expr condition = rewrite(branch.condition());
        return copy(new Statement.If(condition, rewrite(branch.then()), rewrite(branch.otherwise())));
    }

    @Override
    public @Nullable Void count(Statement.For loop) {
        Expr from = rewrite(loop.from());
        Expr to = rewrite(loop.to());
        return copy(new Statement.For(loop.label(), loop.counter(), from, to, loop.step(), rewrite(loop.body())));
    }

    @Override
    public @Nullable Void loop(Statement.While loop) {
        Expr condition = rewrite(loop.condition());
        return copy(new Statement.While(loop.label(), condition, rewrite(loop.body())));
    }

    @Override
    public @Nullable Void leave(Statement.Break leave) {
        return copy(leave);
    }

    @Override
    public @Nullable Void next(Statement.Continue next) {
        return copy(next);
    }

    @Override
    public @Nullable Void exit(Statement.Return exit) {
        return copy(exit);
    }

    @Override
    public @Nullable Void fail(Statement.Throw failure) {
        return copy(new Statement.Throw(
                failure.exception(),
                failure.pieces(),
                failure.values().stream().map(this::rewrite).toList()));
    }

    @Override
    public @Nullable Void call(Statement.Call call) {
        return copy(new Statement.Call(
                call.results(),
                call.callee(),
                call.arguments().stream().map(this::rewrite).toList()));
    }

    @Override
    public @Nullable Void save(Statement.Save save) {
        return copy(new Statement.Save(save.site(), rewrite(save.value())));
    }

    @Override
    public @Nullable Void restore(Statement.Restore restore) {
        return copy(restore);
    }

    @Override
    public @Nullable Void comment(Statement.Comment comment) {
        return copy(comment);
    }
}
