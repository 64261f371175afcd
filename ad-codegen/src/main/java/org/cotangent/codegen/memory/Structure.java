package org.cotangent.codegen.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.ExprVisitor;
import org.cotangent.ad.expr.Length;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Callee;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Site;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.ir.StatementVisitor;
import org.jspecify.annotations.Nullable;

/**
 * What a program computes, whatever its variables are called: equal for programs whose derivatives
 * are the same code. Constants are part of it, as code is simplified around them.
 *
 * @param digest of the program written out, far shorter than that
 * @param isClosed whether it calls nothing outside: function objects are told apart by nothing but
 *     themselves, and must not be kept in memory here
 */
record Structure(String digest, boolean isClosed) {

    static Structure of(Program program) {
        Digest digest = new Digest();
        boolean isClosed = true;
        for (Procedure procedure : program.procedures()) {
            Writer writer = new Writer(digest);
            writer.procedure(procedure);
            isClosed &= writer.isClosed;
        }
        return new Structure(digest.hexadecimal(), isClosed);
    }

    /** Writes one procedure: each part begins with its kind, variables are numbered as they appear. */
    private static final class Writer implements StatementVisitor<@Nullable Void>, ExprVisitor<@Nullable Void> {

        private final Digest out;
        private final Map<Object, Integer> numbers = new HashMap<>();
        private boolean isClosed = true;

        Writer(Digest out) {
            this.out = out;
        }

        void procedure(Procedure procedure) {
            out.text(procedure.name());
            expressions(procedure.parameters());
            block(procedure.body());
            expressions(procedure.results());
        }

        private @Nullable Void part(String kind, Expr... operands) {
            out.text(kind);
            for (Expr operand : operands) {
                operand.accept(this);
            }
            return null;
        }

        private void expressions(Iterable<? extends Expr> expressions) {
            expressions.forEach(expression -> expression.accept(this));
            out.text("end");
        }

        private void type(Type type) {
            out.number(type.kind().ordinal());
            out.number(type.rank());
        }

        private void numbered(Object named, Supplier<Type> type) {
            Integer known = numbers.putIfAbsent(named, numbers.size());
            out.number(known == null ? numbers.size() - 1 : known);
            if (known == null) {
                type(type.get());
            }
        }

        private void callee(Callee callee) {
            out.text(callee.name());
            isClosed &= callee instanceof Callee.Internal;
        }

        private void site(Site site) {
            numbered(site, site::type);
        }

        @Override
        public @Nullable Void constant(Constant constant) {
            out.text("constant");
            type(constant.type());
            out.number(constant.type().isReal() ? Double.doubleToRawLongBits(constant.real()) : constant.integer());
            return null;
        }

        @Override
        public @Nullable Void variable(Variable variable) {
            out.text("variable");
            numbered(variable, variable::type);
            return null;
        }

        @Override
        public @Nullable Void apply(Apply apply) {
            part(apply.op().name());
            expressions(apply.operands());
            return null;
        }

        @Override
        public @Nullable Void load(Load load) {
            return part("load", load.array(), load.index());
        }

        @Override
        public @Nullable Void length(Length length) {
            return part("length", length.array());
        }

        @Override
        public @Nullable Void assign(Statement.Assign assign) {
            return part(assign.guarded() ? "guarded" : "assign", assign.target(), assign.value());
        }

        @Override
        public @Nullable Void store(Statement.Store store) {
            return part("store", store.array(), store.index(), store.value());
        }

        @Override
        public @Nullable Void allocate(Statement.Allocate allocate) {
            part("allocate", allocate.target());
            expressions(allocate.lengths());
            return null;
        }

        @Override
        public @Nullable Void block(Statement.Block block) {
            out.text("block");
            out.text(block.label());
            block.statements().forEach(statement -> statement.accept(this));
            out.text("end");
            return null;
        }

        @Override
        public @Nullable Void branch(Statement.If branch) {
            part("if", branch.condition());
            block(branch.then());
            return block(branch.otherwise());
        }

        @Override
        public @Nullable Void count(Statement.For loop) {
            part("for", loop.counter(), loop.from(), loop.to());
            out.text(loop.label());
            out.number(loop.step());
            return block(loop.body());
        }

        @Override
        public @Nullable Void loop(Statement.While loop) {
            part("while", loop.condition());
            out.text(loop.label());
            return block(loop.body());
        }

        @Override
        public @Nullable Void leave(Statement.Break leave) {
            part("break");
            out.text(leave.label());
            return null;
        }

        @Override
        public @Nullable Void next(Statement.Continue next) {
            part("continue");
            out.text(next.label());
            return null;
        }

        @Override
        public @Nullable Void exit(Statement.Return exit) {
            return part("return");
        }

        @Override
        public @Nullable Void fail(Statement.Throw failure) {
            part("throw");
            out.text(failure.exception());
            failure.pieces().forEach(out::text);
            expressions(failure.values());
            return null;
        }

        @Override
        public @Nullable Void call(Statement.Call call) {
            part("call");
            callee(call.callee());
            expressions(call.results());
            expressions(call.arguments());
            return null;
        }

        @Override
        public @Nullable Void save(Statement.Save save) {
            part("save", save.value());
            site(save.site());
            return null;
        }

        @Override
        public @Nullable Void restore(Statement.Restore restore) {
            part("restore", restore.target());
            site(restore.site());
            return null;
        }

        @Override
        public @Nullable Void comment(Statement.Comment comment) {
            return null;
        }
    }
}
