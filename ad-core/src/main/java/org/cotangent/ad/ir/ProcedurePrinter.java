package org.cotangent.ad.ir;

import java.util.List;
import java.util.stream.Collectors;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.jspecify.annotations.Nullable;

/** Writes a procedure as indented pseudo-Java, for people who debug transforms. */
final class ProcedurePrinter implements StatementVisitor<@Nullable Void> {

    private final StringBuilder out = new StringBuilder();
    private int depth = 1;

    private ProcedurePrinter() {}

    static String print(Procedure procedure) {
        ProcedurePrinter printer = new ProcedurePrinter();
        printer.out.append(procedure.name()).append('(').append(declarations(procedure.parameters()));
        printer.out.append(") -> (").append(declarations(procedure.results())).append(") {\n");
        printer.inside(procedure.body());
        return printer.out.append("}\n").toString();
    }

    private static String declarations(List<Variable> variables) {
        return variables.stream().map(v -> v.type() + " " + v.name()).collect(Collectors.joining(", "));
    }

    private @Nullable Void line(String text) {
        out.append("    ".repeat(depth)).append(text).append('\n');
        return null;
    }

    private void inside(Statement.Block block) {
        block.statements().forEach(s -> s.accept(this));
    }

    private @Nullable Void nested(String head, Statement.Block body) {
        line(head + " {");
        depth++;
        inside(body);
        depth--;
        return line("}");
    }

    private static String label(String label) {
        return label.isEmpty() ? "" : label + ": ";
    }

    @Override
    public @Nullable Void assign(Statement.Assign assign) {
        return line(assign.target().name() + " = " + assign.value() + (assign.guarded() ? " // guarded" : ""));
    }

    @Override
    public @Nullable Void store(Statement.Store store) {
        return line(store.array() + "[" + store.index() + "] = " + store.value());
    }

    @Override
    public @Nullable Void allocate(Statement.Allocate allocate) {
        return line(allocate.target().name() + " = new " + allocate.target().type() + allocate.lengths());
    }

    @Override
    public @Nullable Void block(Statement.Block block) {
        return nested(label(block.label()), block);
    }

    @Override
    public @Nullable Void branch(Statement.If branch) {
        nested("if (" + branch.condition() + ")", branch.then());
        return branch.otherwise().isEmpty() ? null : nested("else", branch.otherwise());
    }

    @Override
    public @Nullable Void count(Statement.For loop) {
        return nested(
                label(loop.label()) + "for (" + loop.counter().name() + " = " + loop.from() + "; " + loop.condition()
                        + "; " + loop.counter().name() + " += " + loop.step() + ")",
                loop.body());
    }

    @Override
    public @Nullable Void loop(Statement.While loop) {
        return nested(label(loop.label()) + "while (" + loop.condition() + ")", loop.body());
    }

    @Override
    public @Nullable Void leave(Statement.Break leave) {
        return line("break " + leave.label());
    }

    @Override
    public @Nullable Void next(Statement.Continue next) {
        return line("continue " + next.label());
    }

    @Override
    public @Nullable Void exit(Statement.Return exit) {
        return line("return");
    }

    @Override
    public @Nullable Void fail(Statement.Throw failure) {
        String values = failure.values().stream().map(v -> ", " + v).collect(Collectors.joining());
        String message = failure.pieces().isEmpty() ? "" : "\"" + failure.message() + "\"";
        return line("throw " + failure.exception() + "(" + message + values + ")");
    }

    @Override
    public @Nullable Void call(Statement.Call call) {
        String results = call.results().stream().map(Variable::name).collect(Collectors.joining(", "));
        String arguments = call.arguments().stream().map(Expr::toString).collect(Collectors.joining(", "));
        return line("(" + results + ") = " + call.callee().name() + "(" + arguments + ")");
    }

    @Override
    public @Nullable Void save(Statement.Save save) {
        return line("save " + save.site() + " " + save.value());
    }

    @Override
    public @Nullable Void restore(Statement.Restore restore) {
        return line("restore " + restore.site() + " " + restore.target().name());
    }

    @Override
    public @Nullable Void comment(Statement.Comment comment) {
        return line("// " + comment.text()
                + comment.position().map(p -> " (" + p + ")").orElse(""));
    }
}
