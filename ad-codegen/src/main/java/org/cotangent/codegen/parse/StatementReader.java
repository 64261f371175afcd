package org.cotangent.codegen.parse;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.SimpleTreeVisitor;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.VariableElement;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;
import org.jspecify.annotations.Nullable;

/** Reads statements. A statement that is refused is told of, and the next one is read. */
final class StatementReader extends SimpleTreeVisitor<@Nullable Void, Boolean> {

    private final Reading reading;
    private final Writer writer;
    private final ExpressionReader expressions;
    private final Results results;
    private final Jumps jumps = new Jumps();
    private final LoopReader loops;
    private final Throws failures;

    StatementReader(Reading reading, Results results) {
        this.reading = reading;
        this.writer = reading.writer();
        this.results = results;
        this.expressions = new ExpressionReader(reading, this);
        this.loops = new LoopReader(reading, expressions, this);
        this.failures = new Throws(reading, expressions);
    }

    Jumps jumps() {
        return jumps;
    }

    /** Reads the body of the method. */
    Statement.Block body(BlockTree tree) {
        return writer.collect(() -> statements(tree.getStatements(), true));
    }

    /**
     * Reads statements in order.
     *
     * @param last whether the method ends when they do, so that returning is no jump
     */
    void statements(List<? extends StatementTree> trees, boolean last) {
        // javac chains its lists: each index would be searched from the start.
        List<StatementTree> indexed = List.copyOf(trees);
        for (int i = 0; i < indexed.size(); i++) {
            statement(indexed.get(i), last && i == indexed.size() - 1);
        }
    }

    void statement(Tree tree, boolean last) {
        try {
            tree.accept(this, last);
        } catch (Refused told) {
            // Among the problems already: whoever asks for the program finds them there.
        }
    }

    Statement.Block block(Tree tree, boolean last) {
        return writer.collect(() -> statement(tree, last));
    }

    @Override
    protected @Nullable Void defaultAction(@Nullable Tree node, Boolean last) {
        Tree tree = Objects.requireNonNull(node);
        throw reading.refuse(
                Tag.UNSUPPORTED,
                tree,
                "a statement of this kind (" + tree.getKind() + ") is not understood; write it with assignments,"
                        + " branches and loops");
    }

    @Override
    public @Nullable Void visitBlock(BlockTree node, Boolean last) {
        statements(node.getStatements(), last);
        return null;
    }

    @Override
    public @Nullable Void visitEmptyStatement(EmptyStatementTree node, Boolean last) {
        return null;
    }

    @Override
    public @Nullable Void visitAssert(AssertTree node, Boolean last) {
        // Derivatives are taken where the method's assertions hold.
        return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree node, Boolean last) {
        VariableElement element = (VariableElement) reading.element(node).orElseThrow(Refused::new);
        JavaType type = JavaTypes.of(element.asType()).orElseThrow(() -> unsupported(node, element));
        Value registers = Reading.registers(element.getSimpleName().toString(), type);
        ExpressionTree initializer = node.getInitializer();
        try {
            if (initializer != null && !results.isReceived(element)) {
                reading.quote(node);
                initialise(registers, initializer);
            } else if (initializer != null) {
                registers = results.received(element, initializer, expressions);
            }
        } finally {
            reading.declare(element, registers);
        }
        return null;
    }

    private Refused unsupported(VariableTree node, VariableElement element) {
        ExpressionTree initializer = node.getInitializer();
        if (initializer instanceof LambdaExpressionTree || initializer instanceof MemberReferenceTree) {
            // The remedy for that helps more than one for its type.
            expressions.read(initializer);
        }
        return reading.refuse(
                element.asType().toString().equals("java.lang.String") ? Tag.STRING : Tag.TYPE,
                node,
                "variable " + node.getName() + " is of type " + element.asType() + ", " + JavaTypes.expected());
    }

    private void initialise(Value registers, ExpressionTree initializer) {
        if (initializer instanceof NewArrayTree newArray && registers instanceof Value.Plain plain) {
            expressions.newArrays().read(newArray, (Variable) plain.expr(), plain.type());
        } else {
            Value value = reading.converted(expressions.read(initializer), registers.type(), initializer);
            reading.assign(registers, value);
        }
    }

    @Override
    public @Nullable Void visitExpressionStatement(ExpressionStatementTree node, Boolean last) {
        reading.quote(node);
        ExpressionTree expression = node.getExpression();
        if (expression instanceof MethodInvocationTree call) {
            expressions.calls().call(call);
        } else if (expression instanceof UnaryTree unary) {
            expressions.assignments().increment(unary, false);
        } else if (expression instanceof AssignmentTree assignment) {
            expressions.assignments().assign(assignment, false);
        } else if (expression instanceof CompoundAssignmentTree compound) {
            expressions.assignments().compound(compound, false);
        } else {
            expressions.read(expression);
        }
        return null;
    }

    @Override
    public @Nullable Void visitIf(IfTree node, Boolean last) {
        Expr[] condition = new Expr[1];
        Statement.Block[] blocks = new Statement.Block[2];
        Refused.all(
                () -> condition[0] = expressions.condition(node.getCondition()),
                () -> blocks[0] = block(node.getThenStatement(), last),
                () -> blocks[1] =
                        node.getElseStatement() == null ? Statement.Block.of() : block(node.getElseStatement(), last));
        writer.add(new Statement.If(condition[0], blocks[0], blocks[1]));
        return null;
    }

    @Override
    public @Nullable Void visitForLoop(ForLoopTree node, Boolean last) {
        loops.count(node, Optional.empty());
        return null;
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree node, Boolean last) {
        loops.each(node, Optional.empty());
        return null;
    }

    @Override
    public @Nullable Void visitWhileLoop(WhileLoopTree node, Boolean last) {
        loops.repeat(node, Optional.empty());
        return null;
    }

    @Override
    public @Nullable Void visitDoWhileLoop(DoWhileLoopTree node, Boolean last) {
        loops.repeat(node, Optional.empty());
        return null;
    }

    @Override
    public @Nullable Void visitLabeledStatement(LabeledStatementTree node, Boolean last) {
        Optional<String> name = Optional.of(node.getLabel().toString());
        StatementTree statement = node.getStatement();
        if (statement instanceof ForLoopTree loop) {
            loops.count(loop, name);
        } else if (statement instanceof EnhancedForLoopTree loop) {
            loops.each(loop, name);
        } else if (statement instanceof WhileLoopTree loop) {
            loops.repeat(loop, name);
        } else if (statement instanceof DoWhileLoopTree loop) {
            loops.repeat(loop, name);
        } else {
            String label = writer.label(name.get());
            Jumps.Target target = new Jumps.Target(Jumps.Kind.BLOCK, name, label, Optional.empty(), Optional.empty());
            Statement.Block body = writer.collect(() -> jumps.enter(target, () -> statement(statement, false)));
            writer.add(new Statement.Block(label, body.statements()));
        }
        return null;
    }

    @Override
    public @Nullable Void visitSwitch(SwitchTree node, Boolean last) {
        expressions.switches().statement(node);
        return null;
    }

    @Override
    public @Nullable Void visitBreak(BreakTree node, Boolean last) {
        writer.add(new Statement.Break(jumps.breakTarget(node.getLabel()).leave()));
        return null;
    }

    @Override
    public @Nullable Void visitContinue(ContinueTree node, Boolean last) {
        writer.add(jumps.continueTarget(node.getLabel()).next().orElseThrow(Refused::new));
        return null;
    }

    @Override
    public @Nullable Void visitYield(YieldTree node, Boolean last) {
        Jumps.Target target = jumps.yieldTarget();
        Value result = target.result().orElseThrow(Refused::new);
        reading.quote(node);
        reading.assign(result, reading.converted(expressions.read(node.getValue()), result.type(), node));
        writer.add(new Statement.Break(target.leave()));
        return null;
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree node, Boolean last) {
        ExpressionTree expression = node.getExpression();
        if (expression != null) {
            reading.quote(node);
            results.give(expression, expressions);
        }
        if (!last) {
            writer.add(new Statement.Return());
        }
        return null;
    }

    @Override
    public @Nullable Void visitThrow(ThrowTree node, Boolean last) {
        writer.add(failures.read(node));
        return null;
    }

    @Override
    public @Nullable Void visitTry(TryTree node, Boolean last) {
        throw reading.refuse(
                Tag.TRY, node, "try is not differentiable here; move it outside of the @Differentiable method");
    }

    @Override
    public @Nullable Void visitSynchronized(SynchronizedTree node, Boolean last) {
        throw reading.refuse(Tag.SYNCHRONIZED, node, "synchronized is not understood here; lock outside of the method");
    }

    @Override
    public @Nullable Void visitClass(ClassTree node, Boolean last) {
        throw reading.refuse(
                Tag.CLASS, node, "a class is declared inside of the method; declare it outside, a record for data");
    }
}
