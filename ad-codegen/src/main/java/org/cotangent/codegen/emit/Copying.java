package org.cotangent.codegen.emit;

import java.util.ArrayList;
import java.util.List;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.ir.StatementVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Copies statements with changes to what they read and write: every pass that rewrites registers
 * or expressions is this and a few hooks. Every statement of the copy is an object of its own.
 */
abstract class Copying implements StatementVisitor<@Nullable Void> {

    private List<Statement> out = new ArrayList<>();

    /** What stands for an expression that is evaluated right before the next statement added. */
    abstract Expr read(Expr expression);

    /** The register that is assigned in place of one. */
    Variable target(Variable register) {
        return register;
    }

    /** Called after the statement that assigns a register. */
    void written(Variable register) {}

    final void add(Statement statement) {
        out.add(statement);
    }

    /** What has been added so far. */
    final List<Statement> added() {
        return out;
    }

    final List<Statement> copies(List<Statement> statements) {
        List<Statement> outer = out;
        out = new ArrayList<>();
        statements.forEach(s -> s.accept(this));
        List<Statement> copies = out;
        out = outer;
        return copies;
    }

    final Statement.Block copy(Statement.Block block) {
        return new Statement.Block(block.label(), copies(block.statements()));
    }

    private @Nullable Void add(Statement statement, Variable register) {
        out.add(statement);
        written(register);
        return null;
    }

    private List<Expr> read(List<Expr> expressions) {
        return expressions.stream().map(this::read).toList();
    }

    @Override
    public @Nullable Void assign(Statement.Assign assign) {
        Expr value = read(assign.value());
        Variable target = target(assign.target());
        return add(new Statement.Assign(target, value, assign.guarded()), assign.target());
    }

    @Override
    public @Nullable Void store(Statement.Store store) {
        add(new Statement.Store(read(store.array()), read(store.index()), read(store.value())));
        return null;
    }

    @Override
    public @Nullable Void allocate(Statement.Allocate allocate) {
        List<Expr> lengths = read(allocate.lengths());
        return add(new Statement.Allocate(target(allocate.target()), lengths), allocate.target());
    }

    @Override
    public @Nullable Void block(Statement.Block block) {
        add(copy(block));
        return null;
    }

    @Override
    public @Nullable Void branch(Statement.If branch) {
        Expr condition = read(branch.condition());
        add(new Statement.If(condition, copy(branch.then()), copy(branch.otherwise())));
        return null;
    }

    @Override
    public @Nullable Void count(Statement.For loop) {
        Expr from = read(loop.from());
        Expr to = read(loop.to());
        add(new Statement.For(loop.label(), loop.counter(), from, to, loop.step(), copy(loop.body())));
        return null;
    }

    @Override
    public @Nullable Void loop(Statement.While loop) {
        add(new Statement.While(loop.label(), read(loop.condition()), copy(loop.body())));
        return null;
    }

    @Override
    public @Nullable Void leave(Statement.Break leave) {
        add(new Statement.Break(leave.label()));
        return null;
    }

    @Override
    public @Nullable Void next(Statement.Continue next) {
        add(new Statement.Continue(next.label()));
        return null;
    }

    @Override
    public @Nullable Void exit(Statement.Return exit) {
        add(new Statement.Return());
        return null;
    }

    @Override
    public @Nullable Void fail(Statement.Throw failure) {
        add(new Statement.Throw(failure.exception(), failure.pieces(), read(failure.values())));
        return null;
    }

    @Override
    public @Nullable Void call(Statement.Call call) {
        List<Expr> arguments = read(call.arguments());
        List<Variable> results = call.results().stream().map(this::target).toList();
        add(new Statement.Call(results, call.callee(), arguments));
        call.results().forEach(this::written);
        return null;
    }

    @Override
    public @Nullable Void save(Statement.Save save) {
        add(new Statement.Save(save.site(), read(save.value())));
        return null;
    }

    @Override
    public @Nullable Void restore(Statement.Restore restore) {
        return add(new Statement.Restore(restore.site(), target(restore.target())), restore.target());
    }

    @Override
    public @Nullable Void comment(Statement.Comment comment) {
        add(new Statement.Comment(comment.text(), comment.position()));
        return null;
    }
}
