package org.cotangent.codegen.parse;

import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.lang.model.element.VariableElement;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;

/**
 * Reads loops: those that count, with a step and an end that the body leaves alone, as counted
 * loops; all others as while loops.
 */
final class LoopReader {

    private static final String LABEL = "loop";
    private static final String TURN = "turn";

    private final Reading reading;
    private final Writer writer;
    private final ExpressionReader expressions;
    private final StatementReader statements;

    LoopReader(Reading reading, ExpressionReader expressions, StatementReader statements) {
        this.reading = reading;
        this.writer = reading.writer();
        this.expressions = expressions;
        this.statements = statements;
    }

    private String label(Optional<String> name) {
        return writer.label(name.orElse(LABEL));
    }

    void count(ForLoopTree node, Optional<String> name) {
        Optional<CountedLoop> counted = CountedLoop.of(node, reading);
        OptionalInt step = counted.isPresent() ? step(counted.get()) : OptionalInt.empty();
        if (counted.isPresent() && step.isPresent()) {
            counted(counted.get(), step.getAsInt(), node, name);
        } else {
            general(node, name);
        }
    }

    private OptionalInt step(CountedLoop loop) {
        OptionalInt step = loop.step().map(this::constant).orElse(OptionalInt.of(1));
        if (step.isEmpty() || step.getAsInt() == 0 || step.getAsInt() == Integer.MIN_VALUE) {
            return OptionalInt.empty();
        }
        int signed = loop.isUp() ? step.getAsInt() : -step.getAsInt();
        return signed > 0 == loop.isBelow() ? OptionalInt.of(signed) : OptionalInt.empty();
    }

    private OptionalInt constant(ExpressionTree step) {
        return reading.effects().has(step) ? OptionalInt.empty() : ExpressionReader.constant(expressions.plain(step));
    }

    private void counted(CountedLoop loop, int step, ForLoopTree node, Optional<String> name) {
        Value.Plain counter = (Value.Plain) reading.declare(loop.counter(), JavaType.Plain.INT);
        Expr from = bound(expressions.integer(loop.from()), loop.isStable(loop.from()));
        Expr to = bound(expressions.integer(loop.to()), loop.isStable(loop.to()));
        if (loop.correction() != 0) {
            to = loop.correction() > 0 ? to.plus(loop.correction()) : to.minus(-loop.correction());
        }
        String label = label(name);
        Statement.Block body = body(node.getStatement(), name, label, new Statement.Continue(label));
        writer.add(new Statement.For(label, (Variable) counter.expr(), from, to, step, body));
    }

    /** A bound that stays as it is, be it because it is computed before the loop. */
    private Expr bound(Expr bound, boolean stable) {
        return stable || bound instanceof Constant ? bound : writer.kept("bound", bound);
    }

    private Statement.Block body(StatementTree body, Optional<String> name, String leave, Statement next) {
        Jumps.Target target = new Jumps.Target(Jumps.Kind.LOOP, name, leave, Optional.of(next), Optional.empty());
        return writer.collect(() -> statements.jumps().enter(target, () -> statements.statement(body, false)));
    }

    private void general(ForLoopTree node, Optional<String> name) {
        statements.statements(node.getInitializer(), false);
        String label = label(name);
        ExpressionTree condition = node.getCondition();
        List<? extends ExpressionStatementTree> updates = node.getUpdate();
        turns(label, Optional.ofNullable(condition), () -> {
            inner(node.getStatement(), name, label);
            statements.statements(updates, false);
        });
    }

    /** A body whose next turn begins with something else than its first statement. */
    private void inner(StatementTree body, Optional<String> name, String label) {
        if (Scan.of(body, reading).continues()) {
            String turn = writer.label(TURN);
            Statement.Block block = body(body, name, label, new Statement.Break(turn));
            writer.add(new Statement.Block(turn, block.statements()));
        } else {
            writer.addAll(body(body, name, label, new Statement.Continue(label)));
        }
    }

    /** A while loop whose condition may need statements of its own. */
    private void turns(String label, Optional<ExpressionTree> condition, Runnable body) {
        Expr[] value = {Expr.constant(true)};
        Statement.Block before = writer.collect(() -> condition.ifPresent(c -> value[0] = expressions.condition(c)));
        if (before.isEmpty()) {
            writer.add(new Statement.While(label, value[0], writer.collect(body)));
        } else {
            Statement.Block all = writer.collect(() -> {
                writer.addAll(before);
                leaveUnless(value[0], label);
                body.run();
            });
            writer.add(new Statement.While(label, Expr.constant(true), all));
        }
    }

    private void leaveUnless(Expr condition, String label) {
        writer.add(new Statement.If(
                ExpressionReader.not(condition), Statement.Block.of(new Statement.Break(label)), Statement.Block.of()));
    }

    void repeat(WhileLoopTree node, Optional<String> name) {
        String label = label(name);
        turns(
                label,
                Optional.of(node.getCondition()),
                () -> writer.addAll(body(node.getStatement(), name, label, new Statement.Continue(label))));
    }

    void repeat(DoWhileLoopTree node, Optional<String> name) {
        String label = label(name);
        Statement.Block all = writer.collect(() -> {
            inner(node.getStatement(), name, label);
            leaveUnless(expressions.condition(node.getCondition()), label);
        });
        writer.add(new Statement.While(label, Expr.constant(true), all));
    }

    void each(EnhancedForLoopTree node, Optional<String> name) {
        Tree over = node.getExpression();
        boolean array = reading.type(over)
                .filter(type -> type.getKind() == javax.lang.model.type.TypeKind.ARRAY)
                .isPresent();
        if (!array) {
            throw reading.refuse(
                    Tag.LOOP,
                    over,
                    "a loop runs over something else than an array; copy what it runs over to an array");
        }
        Value.Plain elements = expressions.plain(over);
        VariableElement element =
                (VariableElement) reading.element(node.getVariable()).orElseThrow(Refused::new);
        JavaType.Plain type = JavaTypes.plain(element.asType())
                .orElseThrow(() -> reading.refuse(
                        Tag.TYPE,
                        node.getVariable(),
                        "variable " + element.getSimpleName() + " is of type " + element.asType() + ", "
                                + JavaTypes.expected()));
        boolean kept = elements.expr() instanceof Variable
                && Scan.of(over, reading).variables().stream()
                        .noneMatch(Scan.of(node.getStatement(), reading).assigned()::contains);
        Expr source = kept ? elements.expr() : writer.kept("elements", elements.expr());
        String label = label(name);
        Variable counter = Variable.of("index", JavaType.Plain.INT.register());
        Statement.Block all = writer.collect(() -> {
            Value registers = reading.declare(element, type);
            Value value = Value.of(elements.type().component(), source.at(counter));
            reading.assign(registers, reading.converted(value, type, node));
            writer.addAll(body(node.getStatement(), name, label, new Statement.Continue(label)));
        });
        writer.add(new Statement.For(label, counter, Expr.constant(0), source.length(), 1, all));
    }
}
