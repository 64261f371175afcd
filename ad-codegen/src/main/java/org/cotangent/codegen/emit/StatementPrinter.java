package org.cotangent.codegen.emit;

import static org.cotangent.codegen.emit.ExpressionPrinter.escaped;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Site;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.ir.StatementVisitor;
import org.jspecify.annotations.Nullable;

/** Writes the statements of one procedure as Java. */
final class StatementPrinter implements StatementVisitor<@Nullable Void> {

    private final Code code;
    private final Names names;
    private final ExpressionPrinter expressions;
    private final LoopHeads loopHeads;
    private final Declarations declarations;
    private final Memory memory;
    private final Callee self;
    private final Function<String, Callee> callees;
    private final ExternalMethods externals;
    private final Deque<String> loops = new ArrayDeque<>();
    private final Map<String, String> labels = new HashMap<>();
    /** Elements of tapes that are used by index. */
    private final Map<Site, String> held = new HashMap<>();

    private int depth;

    StatementPrinter(
            Code code,
            Names names,
            Declarations declarations,
            Memory memory,
            Callee self,
            Function<String, Callee> callees,
            ExternalMethods externals) {
        this.externals = externals;
        this.code = code;
        this.names = names;
        this.expressions = new ExpressionPrinter(names);
        this.loopHeads = new LoopHeads(expressions);
        this.declarations = declarations;
        this.memory = memory;
        this.self = self;
        this.callees = callees;
    }

    /** Writes statements that share a block with what was written before. */
    void print(Statement.Block block) {
        List<Statement> statements = block.statements();
        ReturnValues values = ReturnValues.of(statements, self, declarations);
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            if (values.replaces(statement)) {
                continue;
            }
            if (i == 0 || !(statements.get(i - 1) instanceof Statement.Comment)) {
                zeros(statement);
            }
            if (statement instanceof Statement.Comment && i + 1 < statements.size()) {
                // So that nothing stands between the comment and what it describes.
                zeros(statements.get(i + 1));
            }
            boolean last = depth == 0 && i == statements.size() - 1;
            if (statement instanceof Statement.Return) {
                exit(values, last);
            } else {
                statement.accept(this);
            }
        }
    }

    private void zeros(Statement statement) {
        for (Variable variable : declarations.zeroedBefore(statement)) {
            String name = escaped(names.declare(variable));
            code.statement(variable.type() + " " + name + " = " + zero(variable.type()));
        }
    }

    private static String zero(Type type) {
        return type.isArray() ? "null" : type.equals(Type.BOOLEAN) ? "false" : "0";
    }

    private void inner(Statement.Block block) {
        names.open();
        depth++;
        print(block);
        depth--;
        names.close();
    }

    private @Nullable Void define(Statement statement, Variable target, String value) {
        code.statement(target(statement, target) + " = " + value);
        return null;
    }

    /** The left side of an assignment, with its type where the register is declared by it. */
    private String target(Statement statement, Variable target) {
        if (declarations.isDeclaredBy(statement, target)) {
            return target.type() + " " + escaped(names.declare(target));
        }
        return escaped(names.of(target));
    }

    @Override
    public @Nullable Void assign(Statement.Assign assign) {
        Optional<String> update = declarations.isDeclaredBy(assign, assign.target())
                ? Optional.empty()
                : CompoundAssignment.of(assign.target(), assign.value(), expressions);
        if (update.isPresent()) {
            code.statement(update.get());
            return null;
        }
        // The value comes first: it must not see the name that the declaration brings.
        String value = expressions.value(assign.value());
        return define(assign, assign.target(), value);
    }

    @Override
    public @Nullable Void store(Statement.Store store) {
        Type array = store.array().type();
        boolean floats = array.kind() == Type.Kind.FLOAT && array.rank() == 1;
        Expr place = store.array().at(store.index());
        Optional<String> update = floats ? Optional.empty() : CompoundAssignment.of(place, store.value(), expressions);
        code.statement(update.orElseGet(() -> {
            String value = floats ? expressions.floating(store.value()) : expressions.value(store.value());
            return expressions.text(place).code() + " = " + value;
        }));
        return null;
    }

    @Override
    public @Nullable Void allocate(Statement.Allocate allocate) {
        Type type = allocate.target().type();
        Integer number = memory.arrays().get(allocate.target());
        if (number != null) {
            String length = expressions.value(allocate.lengths().get(0));
            return define(allocate, allocate.target(), "workspace.array(" + number + ", " + length + ")");
        }
        Integer reused = memory.reused().get(allocate);
        if (reused != null) {
            String extents = allocate.lengths().stream().map(expressions::value).collect(Collectors.joining(", "));
            return define(allocate, allocate.target(), "workspace.zeros(" + reused + ", " + extents + ")");
        }
        String lengths = allocate.lengths().stream()
                .map(length -> "[" + expressions.value(length) + "]")
                .collect(Collectors.joining());
        String open = "[]".repeat(type.rank() - allocate.lengths().size());
        String scalar = type.toString().substring(0, type.toString().indexOf('['));
        return define(allocate, allocate.target(), "new " + scalar + lengths + open);
    }

    @Override
    public @Nullable Void block(Statement.Block block) {
        code.open(label(block.label()));
        inner(block);
        code.close();
        return null;
    }

    private String label(String label) {
        return escaped(labels.computeIfAbsent(label, Names::legal)) + ":";
    }

    @Override
    public @Nullable Void branch(Statement.If branch) {
        if (branch.then().isEmpty() && !branch.otherwise().isEmpty()) {
            Statement.Block nothing = branch.then();
            return branch(new Statement.If(branch.condition().not(), branch.otherwise(), nothing));
        }
        code.open("if (" + expressions.value(branch.condition()) + ")");
        inner(branch.then());
        if (!branch.otherwise().isEmpty()) {
            otherwise(branch.otherwise());
        }
        code.close();
        return null;
    }

    /** Writes a lone if inside an else as {@code else if}. */
    private void otherwise(Statement.Block block) {
        if (block.statements().size() == 1
                && block.statements().get(0) instanceof Statement.If next
                && !next.then().isEmpty()
                && declarations.zeroedBefore(next).isEmpty()) {
            code.between("else if (" + expressions.value(next.condition()) + ")");
            inner(next.then());
            if (!next.otherwise().isEmpty()) {
                otherwise(next.otherwise());
            }
            return;
        }
        code.between("else");
        inner(block);
    }

    @Override
    public @Nullable Void count(Statement.For loop) {
        Optional<FillLoop> fill = FillLoop.of(loop);
        if (fill.isPresent()) {
            return fill(fill.get());
        }
        List<IndexedTapes.Use> tapes = IndexedTapes.of(loop);
        tapes.forEach(use -> take(use, loop));
        String from = expressions.value(loop.from());
        names.open();
        String start = target(loop, loop.counter()) + " = " + from;
        String counter = escaped(names.of(loop.counter()));
        tapes.forEach(use -> held.computeIfPresent(use.site(), (site, text) -> text + " + " + counter + "]"));
        String condition = loopHeads.condition(loop, counter);
        loopHeads.enter(loop);
        turns(
                loop.label(),
                "for (" + start + "; " + condition + "; " + LoopHeads.step(loop, counter) + ")",
                loop.body());
        loopHeads.leave(loop);
        names.close();
        tapes.forEach(use -> held.remove(use.site()));
        return null;
    }

    /** Takes a stretch of a tape before a loop that uses it by index. */
    private void take(IndexedTapes.Use use, Statement.For loop) {
        String tape = Known.of(memory.tapes(), use.site());
        String at = escaped(names.free(use.site().name() + "At"));
        String values = escaped(names.free(use.site().name() + "Held"));
        String method = use.pushes() ? ".reserve(" : ".release(";
        String bounds = expressions.value(loop.from()) + ", " + expressions.value(loop.to()) + ")";
        code.statement("int " + at + " = " + tape + method + bounds);
        code.statement("double[] " + values + " = " + tape + ".values()");
        held.put(use.site(), values + "[" + at);
    }

    private @Nullable Void fill(FillLoop fill) {
        boolean floats = fill.measured().type().kind() == Type.Kind.FLOAT;
        String value = floats
                ? expressions.floating(fill.value())
                : expressions.text(fill.value()).code();
        for (Variable array : fill.arrays()) {
            String part = array == fill.measured() ? "" : ", 0, " + escaped(names.of(fill.measured())) + ".length";
            code.statement("$arrays:T.fill(" + escaped(names.of(array)) + part + ", " + value + ")");
        }
        return null;
    }

    @Override
    public @Nullable Void loop(Statement.While loop) {
        turns(loop.label(), "while (" + expressions.value(loop.condition()) + ")", loop.body());
        return null;
    }

    private void turns(String label, String head, Statement.Block body) {
        if (Jumps.needLabel(label, body)) {
            code.line(label(label));
        }
        code.open(head);
        loops.push(label);
        inner(body);
        loops.pop();
        code.close();
    }

    @Override
    public @Nullable Void leave(Statement.Break leave) {
        return jump("break", leave.label());
    }

    @Override
    public @Nullable Void next(Statement.Continue next) {
        return jump("continue", next.label());
    }

    private @Nullable Void jump(String keyword, String label) {
        boolean innermost = label.equals(loops.peek());
        code.statement(innermost ? keyword : keyword + " " + escaped(Names.legal(label)));
        return null;
    }

    @Override
    public @Nullable Void exit(Statement.Return exit) {
        exit(ReturnValues.of(List.of(), self, declarations), false);
        return null;
    }

    private void exit(ReturnValues values, boolean last) {
        List<Variable> results = self.procedure().results();
        String returned = "";
        for (int i = 0; i < results.size(); i++) {
            Expr value = values.of(results.get(i));
            if (self.isReturned(i)) {
                returned = " " + expressions.value(value);
            } else {
                code.statement(self.handOver(i, expressions.value(value)));
            }
        }
        if (!last || !returned.isEmpty()) {
            code.statement("return" + returned);
        }
    }

    @Override
    public @Nullable Void fail(Statement.Throw failure) {
        code.statement(ThrowText.of(failure, expressions));
        return null;
    }

    @Override
    public @Nullable Void call(Statement.Call call) {
        if (call.callee() instanceof External external) {
            return external(call, external);
        }
        String arguments = call.arguments().stream().map(expressions::value).collect(Collectors.joining(",$W"));
        Callee callee = callees.apply(call.callee().name());
        String separator = arguments.isEmpty() ? "" : ",$W";
        String workspace = callee.needsWorkspace() ? separator + "workspace" : "";
        receive(call, callee, escaped(callee.method()) + "(" + arguments + workspace + ")");
        return null;
    }

    private @Nullable Void external(Statement.Call call, External external) {
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Expr argument = call.arguments().get(i);
            boolean single = external.parameters().get(i).single();
            arguments.add(single ? expressions.floating(argument) : expressions.value(argument));
        }
        String method = externals.method(external, code);
        String text = external.isField() ? method : method + "(" + String.join(",$W", arguments) + ")";
        if (call.results().isEmpty()) {
            code.statement(text);
            return null;
        }
        return define(call, call.results().get(0), text);
    }

    private void receive(Statement.Call call, Callee callee, String text) {
        List<Variable> results = call.results();
        int returned = -1;
        for (int i = 0; i < results.size(); i++) {
            returned = callee.isReturned(i) ? i : returned;
        }
        if (returned < 0) {
            code.statement(text);
        } else {
            define(call, results.get(returned), text);
        }
        for (int i = 0; i < results.size(); i++) {
            if (i != returned) {
                define(call, results.get(i), callee.received(i));
            }
        }
    }

    @Override
    public @Nullable Void save(Statement.Save save) {
        String value = expressions.value(save.value());
        String place = held.get(save.site());
        code.statement(
                place == null ? memory.tapes().get(save.site()) + ".push(" + value + ")" : place + " = " + value);
        return null;
    }

    @Override
    public @Nullable Void restore(Statement.Restore restore) {
        String value = held.getOrDefault(restore.site(), memory.tapes().get(restore.site()) + ".pop()");
        Type type = restore.target().type();
        return define(restore, restore.target(), type.isArray() ? "(" + type + ") " + value : value);
    }

    @Override
    public @Nullable Void comment(Statement.Comment comment) {
        code.comment(comment.text());
        return null;
    }
}
