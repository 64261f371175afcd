package org.cotangent.codegen.emit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.ExprVisitor;
import org.cotangent.ad.expr.Length;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.ir.StatementVisitor;
import org.jspecify.annotations.Nullable;

/** Which registers a statement reads and writes, nested statements included. */
final class Usage implements StatementVisitor<@Nullable Void> {

    private final List<Variable> results;
    private final Set<Variable> reads = new LinkedHashSet<>();
    private final Set<Variable> writes = new LinkedHashSet<>();
    private final Reader reader = new Reader(reads);

    private Usage(List<Variable> results) {
        this.results = results;
    }

    /**
     * The registers of a statement.
     *
     * @param results of the procedure, which a return reads
     */
    static Usage of(Statement statement, List<Variable> results) {
        Usage usage = new Usage(results);
        statement.accept(usage);
        return usage;
    }

    /** The registers an expression of moderate depth reads, in order of appearance. */
    static Set<Variable> reads(Expr expression) {
        Set<Variable> found = new LinkedHashSet<>();
        expression.accept(new Reader(found));
        return found;
    }

    Set<Variable> reads() {
        return reads;
    }

    Set<Variable> writes() {
        return writes;
    }

    Set<Variable> all() {
        Set<Variable> all = new LinkedHashSet<>(reads);
        all.addAll(writes);
        return all;
    }

    private @Nullable Void read(Expr... expressions) {
        for (Expr expression : expressions) {
            expression.accept(reader);
        }
        return null;
    }

    private @Nullable Void write(Variable target) {
        writes.add(target);
        return null;
    }

    @Override
    public @Nullable Void assign(Statement.Assign assign) {
        read(assign.value());
        return write(assign.target());
    }

    @Override
    public @Nullable Void store(Statement.Store store) {
        return read(store.array(), store.index(), store.value());
    }

    @Override
    public @Nullable Void allocate(Statement.Allocate allocate) {
        allocate.lengths().forEach(this::read);
        return write(allocate.target());
    }

    @Override
    public @Nullable Void block(Statement.Block block) {
        block.statements().forEach(s -> s.accept(this));
        return null;
    }

    @Override
    public @Nullable Void branch(Statement.If branch) {
        read(branch.condition());
        block(branch.then());
        return block(branch.otherwise());
    }

    @Override
    public @Nullable Void count(Statement.For loop) {
        read(loop.from(), loop.to());
        write(loop.counter());
        return block(loop.body());
    }

    @Override
    public @Nullable Void loop(Statement.While loop) {
        read(loop.condition());
        return block(loop.body());
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
        reads.addAll(results);
        return null;
    }

    @Override
    public @Nullable Void fail(Statement.Throw failure) {
        failure.values().forEach(this::read);
        return null;
    }

    @Override
    public @Nullable Void call(Statement.Call call) {
        call.arguments().forEach(this::read);
        writes.addAll(call.results());
        return null;
    }

    @Override
    public @Nullable Void save(Statement.Save save) {
        return read(save.value());
    }

    @Override
    public @Nullable Void restore(Statement.Restore restore) {
        return write(restore.target());
    }

    @Override
    public @Nullable Void comment(Statement.Comment comment) {
        return null;
    }

    private record Reader(Set<Variable> found) implements ExprVisitor<@Nullable Void> {

        @Override
        public @Nullable Void constant(Constant constant) {
            return null;
        }

        @Override
        public @Nullable Void variable(Variable variable) {
            found.add(variable);
            return null;
        }

        @Override
        public @Nullable Void apply(Apply apply) {
            for (int i = 0; i < apply.arity(); i++) {
                apply.operand(i).accept(this);
            }
            return null;
        }

        @Override
        public @Nullable Void load(Load load) {
            load.array().accept(this);
            return load.index().accept(this);
        }

        @Override
        public @Nullable Void length(Length length) {
            return length.array().accept(this);
        }
    }
}
