package org.cotangent.codegen.emit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.ir.StatementVisitor;

/**
 * Drops statements that can't be reached, which Java refuses, and makes the return at the end
 * explicit. Follows the rules of the Java Language Specification, section 14.22.
 *
 * <p>Every statement of the result is an object of its own, so that what is found out about it can
 * be kept by identity even if a transform used one object twice.
 */
final class Reachability implements StatementVisitor<Boolean> {

    private List<Statement> out = new ArrayList<>();
    private final Set<String> broken = new HashSet<>();

    private Reachability() {}

    static Procedure of(Procedure procedure) {
        Reachability reachability = new Reachability();
        boolean completes = reachability.sequence(procedure.body().statements());
        if (completes) {
            reachability.out.add(new Statement.Return());
        }
        return procedure.withBody(Statement.Block.of(reachability.out));
    }

    /** Appends what can be reached; gives whether its end can be. */
    private boolean sequence(List<Statement> statements) {
        for (Statement statement : statements) {
            if (!statement.accept(this)) {
                return false;
            }
        }
        return true;
    }

    private record Inner(Statement.Block block, boolean completes) {}

    private Inner inner(Statement.Block block) {
        List<Statement> outer = out;
        out = new ArrayList<>();
        boolean completes = sequence(block.statements());
        Inner inner = new Inner(new Statement.Block(block.label(), out), completes);
        out = outer;
        return inner;
    }

    private boolean add(Statement statement) {
        out.add(statement);
        return true;
    }

    @Override
    public Boolean assign(Statement.Assign assign) {
        return assign.target() == assign.value()
                || add(new Statement.Assign(assign.target(), assign.value(), assign.guarded()));
    }

    @Override
    public Boolean store(Statement.Store store) {
        return add(new Statement.Store(store.array(), store.index(), store.value()));
    }

    @Override
    public Boolean allocate(Statement.Allocate allocate) {
        return add(new Statement.Allocate(allocate.target(), allocate.lengths()));
    }

    @Override
    public Boolean block(Statement.Block block) {
        if (!block.isLabelled()) {
            return sequence(block.statements());
        }
        Inner inner = inner(block);
        boolean left = broken.contains(block.label());
        if (left) {
            out.add(inner.block());
        } else {
            out.addAll(inner.block().statements());
        }
        return left || inner.completes();
    }

    @Override
    public Boolean branch(Statement.If branch) {
        Inner then = inner(branch.then());
        Inner otherwise = inner(branch.otherwise());
        out.add(new Statement.If(branch.condition(), then.block(), otherwise.block()));
        return then.completes() || otherwise.completes();
    }

    @Override
    public Boolean count(Statement.For loop) {
        Statement.Block body = inner(loop.body()).block();
        return add(new Statement.For(loop.label(), loop.counter(), loop.from(), loop.to(), loop.step(), body));
    }

    @Override
    public Boolean loop(Statement.While loop) {
        if (isConstant(loop.condition(), false)) {
            return true;
        }
        Statement.Block body = inner(loop.body()).block();
        out.add(new Statement.While(loop.label(), loop.condition(), body));
        return !isConstant(loop.condition(), true) || broken.contains(loop.label());
    }

    private static boolean isConstant(Expr condition, boolean value) {
        return condition instanceof Constant constant && constant.integer() != 0 == value;
    }

    @Override
    public Boolean leave(Statement.Break leave) {
        broken.add(leave.label());
        return !add(new Statement.Break(leave.label()));
    }

    @Override
    public Boolean next(Statement.Continue next) {
        return !add(new Statement.Continue(next.label()));
    }

    @Override
    public Boolean exit(Statement.Return exit) {
        return !add(new Statement.Return());
    }

    @Override
    public Boolean fail(Statement.Throw failure) {
        return !add(new Statement.Throw(failure.exception(), failure.pieces(), failure.values()));
    }

    @Override
    public Boolean call(Statement.Call call) {
        return add(new Statement.Call(call.results(), call.callee(), call.arguments()));
    }

    @Override
    public Boolean save(Statement.Save save) {
        return add(new Statement.Save(save.site(), save.value()));
    }

    @Override
    public Boolean restore(Statement.Restore restore) {
        return add(new Statement.Restore(restore.site(), restore.target()));
    }

    @Override
    public Boolean comment(Statement.Comment comment) {
        return add(new Statement.Comment(comment.text(), comment.position()));
    }
}
