package org.cotangent.codegen.parse;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Length;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.ir.StatementVisitor;

/** Copies statements, with other registers, labels or calls. */
final class Copying implements StatementVisitor<List<Statement>> {

    private final Map<Variable, Expr> values;
    private final Map<String, String> labels;
    private final String end;
    private final Function<Statement.Call, List<Statement>> calls;
    private final IdentityHashMap<Expr, Expr> known = new IdentityHashMap<>();

    private Copying(
            Map<Variable, Expr> values,
            Map<String, String> labels,
            String end,
            Function<Statement.Call, List<Statement>> calls) {
        this.values = values;
        this.labels = labels;
        this.end = end;
        this.calls = calls;
    }

    /**
     * A copy with other registers and labels.
     *
     * @param end the label that a return leaves
     */
    static Statement.Block renamed(
            Statement.Block block, Map<Variable, Expr> values, Map<String, String> labels, String end) {
        return new Copying(values, labels, end, List::of).copy(block);
    }

    /** A copy with other statements in place of calls. */
    static Statement.Block replacingCalls(Statement.Block block, Function<Statement.Call, List<Statement>> calls) {
        return new Copying(Map.of(), Map.of(), "", calls).copy(block);
    }

    /** Visits a statement and all statements in it. */
    static void walk(Statement statement, Consumer<Statement> visit) {
        visit.accept(statement);
        statement.blocks().forEach(block -> block.statements().forEach(s -> walk(s, visit)));
    }

    /** The registers that a statement itself assigns. */
    static Stream<Variable> assigned(Statement statement) {
        if (statement instanceof Statement.Assign assign) {
            return Stream.of(assign.target());
        }
        if (statement instanceof Statement.Allocate allocate) {
            return Stream.of(allocate.target());
        }
        if (statement instanceof Statement.For loop) {
            return Stream.of(loop.counter());
        }
        return statement instanceof Statement.Call call ? call.results().stream() : Stream.of();
    }

    /** The labels in a statement. */
    static Set<String> labels(Statement statement) {
        Set<String> labels = new LinkedHashSet<>();
        walk(statement, s -> {
            if (s instanceof Statement.Block block && block.isLabelled()) {
                labels.add(block.label());
            } else if (s instanceof Statement.For loop) {
                labels.add(loop.label());
            } else if (s instanceof Statement.While loop) {
                labels.add(loop.label());
            }
        });
        return labels;
    }

    private Expr copy(Expr expression) {
        Expr found = known.get(expression);
        if (found == null) {
            found = changed(expression);
            known.put(expression, found);
        }
        return found;
    }

    private Expr changed(Expr expression) {
        if (expression instanceof Variable variable) {
            return values.getOrDefault(variable, variable);
        }
        if (expression instanceof Load load) {
            return copy(load.array()).at(copy(load.index()));
        }
        if (expression instanceof Length length) {
            return copy(length.array()).length();
        }
        if (expression instanceof Apply apply) {
            Expr[] operands = new Expr[apply.arity()];
            for (int i = 0; i < operands.length; i++) {
                operands[i] = copy(apply.operand(i));
            }
            return Expr.apply(apply.op(), operands);
        }
        return expression;
    }

    private Variable register(Variable variable) {
        return (Variable) copy(variable);
    }

    private List<Expr> copy(List<Expr> expressions) {
        return expressions.stream().map(this::copy).toList();
    }

    private String label(String label) {
        return labels.getOrDefault(label, label);
    }

    private Statement.Block copy(Statement.Block block) {
        List<Statement> statements = new ArrayList<>();
        block.statements().forEach(s -> statements.addAll(s.accept(this)));
        return new Statement.Block(block.isLabelled() ? label(block.label()) : "", statements);
    }

    @Override
    public List<Statement> assign(Statement.Assign assign) {
        return List.of(new Statement.Assign(register(assign.target()), copy(assign.value()), assign.guarded()));
    }

    @Override
    public List<Statement> store(Statement.Store store) {
        return List.of(new Statement.Store(copy(store.array()), copy(store.index()), copy(store.value())));
    }

    @Override
    public List<Statement> allocate(Statement.Allocate allocate) {
        return List.of(new Statement.Allocate(register(allocate.target()), copy(allocate.lengths())));
    }

    @Override
    public List<Statement> block(Statement.Block block) {
        return List.of(copy(block));
    }

    @Override
    public List<Statement> branch(Statement.If branch) {
        return List.of(new Statement.If(copy(branch.condition()), copy(branch.then()), copy(branch.otherwise())));
    }

    @Override
    public List<Statement> count(Statement.For loop) {
        return List.of(new Statement.For(
                label(loop.label()),
                register(loop.counter()),
                copy(loop.from()),
                copy(loop.to()),
                loop.step(),
                copy(loop.body())));
    }

    @Override
    public List<Statement> loop(Statement.While loop) {
        return List.of(new Statement.While(label(loop.label()), copy(loop.condition()), copy(loop.body())));
    }

    @Override
    public List<Statement> leave(Statement.Break leave) {
        return List.of(new Statement.Break(label(leave.label())));
    }

    @Override
    public List<Statement> next(Statement.Continue next) {
        return List.of(new Statement.Continue(label(next.label())));
    }

    @Override
    public List<Statement> exit(Statement.Return exit) {
        return List.of(end.isEmpty() ? exit : new Statement.Break(end));
    }

    @Override
    public List<Statement> fail(Statement.Throw failure) {
        return List.of(new Statement.Throw(failure.exception(), failure.pieces(), copy(failure.values())));
    }

    @Override
    public List<Statement> call(Statement.Call call) {
        return calls.apply(new Statement.Call(
                call.results().stream().map(this::register).toList(), call.callee(), copy(call.arguments())));
    }

    @Override
    public List<Statement> save(Statement.Save save) {
        throw new IllegalArgumentException("a method that was read saves nothing, but there is " + save);
    }

    @Override
    public List<Statement> restore(Statement.Restore restore) {
        throw new IllegalArgumentException("a method that was read restores nothing, but there is " + restore);
    }

    @Override
    public List<Statement> comment(Statement.Comment comment) {
        return List.of(comment);
    }
}
