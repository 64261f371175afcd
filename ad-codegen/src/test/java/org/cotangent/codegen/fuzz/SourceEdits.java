package org.cotangent.codegen.fuzz;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The ways to make a source text simpler by one step: to delete a statement or member, to unwrap what a
 * statement contains, to put a part or a constant in place of an expression. What ends loops and
 * recursions stays. Not all of them leave a text that compiles.
 */
final class SourceEdits extends TreeScanner<@Nullable Void, @Nullable Void> {

    private static final List<String> CONSTANTS = List.of("0.5", "1", "0", "true", "false");

    /** A text in place of a part of the source. */
    record Edit(int from, int to, String text) {

        int gain() {
            return to - from - text.length();
        }

        boolean isApartFrom(Edit other) {
            return to <= other.from || other.to <= from;
        }
    }

    private final String source;
    private final CompilationUnitTree file;
    private final SourcePositions positions;
    private final List<Edit> edits = new ArrayList<>();

    private SourceEdits(String source, CompilationUnitTree file, SourcePositions positions) {
        this.source = source;
        this.file = file;
        this.positions = positions;
    }

    /** All of them, the most radical first. */
    static List<Edit> of(String source) {
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null,
                        null,
                        d -> {},
                        List.of("-proc:none"),
                        null,
                        List.of(Compilation.source("Shrunk", source)));
        try {
            CompilationUnitTree file = task.parse().iterator().next();
            SourceEdits edits =
                    new SourceEdits(source, file, Trees.instance(task).getSourcePositions());
            edits.scan(file, null);
            return edits.sorted();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private List<Edit> sorted() {
        return edits.stream()
                .filter(edit -> edit.gain() > 0)
                .sorted(Comparator.comparingInt(Edit::gain).reversed())
                .distinct()
                .toList();
    }

    /** The source with edits of parts that do not overlap. */
    static String apply(String source, List<Edit> edits) {
        StringBuilder text = new StringBuilder(source);
        edits.stream()
                .sorted(Comparator.comparingInt(Edit::from).reversed())
                .forEach(edit -> text.replace(edit.from(), edit.to(), edit.text()));
        return text.toString();
    }

    private int start(Tree tree) {
        return (int) positions.getStartPosition(file, tree);
    }

    private int end(Tree tree) {
        return (int) positions.getEndPosition(file, tree);
    }

    private String text(Tree tree) {
        return start(tree) < 0 || end(tree) < 0 ? "" : source.substring(start(tree), end(tree));
    }

    private void replace(Tree tree, String text) {
        if (start(tree) >= 0 && end(tree) > start(tree)) {
            edits.add(new Edit(start(tree), end(tree), text));
        }
    }

    private boolean endsSomething(Tree tree) {
        String text = text(tree);
        return text.contains("fuel") || text.contains("depth") || text.matches("(?s)if \\(\\w+ >= \\w+\\)\\s+break;");
    }

    private void statements(List<? extends StatementTree> statements) {
        for (StatementTree statement : statements) {
            boolean isUnwrapped = text(statement).contains("{");
            if (!endsSomething(statement) || isUnwrapped) {
                replace(statement, "");
            }
        }
    }

    private void unwrap(StatementTree statement, StatementTree inner) {
        String text = text(inner);
        replace(statement, inner instanceof BlockTree ? text.substring(1, text.length() - 1) : text);
        replace(statement, text);
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
        if (tree instanceof ExpressionTree expression && !(tree instanceof LiteralTree) && !endsSomething(tree)) {
            expression(expression);
        }
        return super.scan(tree, nothing);
    }

    private void expression(ExpressionTree expression) {
        if (!(expression instanceof IdentifierTree)) {
            new TreeScanner<@Nullable Void, @Nullable Void>() {
                @Override
                public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
                    if (tree instanceof ExpressionTree part && part != expression) {
                        replace(expression, SourceEdits.this.text(part));
                        return null;
                    }
                    return tree == null ? null : tree.accept(this, null);
                }
            }.scan(expression, null);
        }
        CONSTANTS.forEach(constant -> replace(expression, constant));
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
        for (Tree member : type.getMembers()) {
            boolean isEntry =
                    member instanceof MethodTree method && method.getName().contentEquals(Program.METHOD);
            if (!isEntry) {
                replace(member, "");
            }
        }
        scan(type.getMembers(), null);
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
        scan(method.getBody(), null);
        return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
        scan(variable.getInitializer(), null);
        return null;
    }

    @Override
    public @Nullable Void visitBlock(BlockTree block, @Nullable Void nothing) {
        statements(block.getStatements());
        return super.visitBlock(block, null);
    }

    @Override
    public @Nullable Void visitCase(CaseTree branch, @Nullable Void nothing) {
        replace(branch, "");
        if (branch.getStatements() != null) {
            statements(branch.getStatements());
        }
        scan(branch.getStatements(), null);
        if (branch.getStatements() == null) {
            scan(branch.getBody(), null);
        }
        return null;
    }

    @Override
    public @Nullable Void visitSwitch(SwitchTree statement, @Nullable Void nothing) {
        for (CaseTree branch : statement.getCases()) {
            if (branch.getBody() instanceof StatementTree body) {
                unwrap(statement, body);
            }
        }
        return super.visitSwitch(statement, null);
    }

    @Override
    public @Nullable Void visitIf(IfTree branch, @Nullable Void nothing) {
        unwrap(branch, branch.getThenStatement());
        if (branch.getElseStatement() != null) {
            unwrap(branch, branch.getElseStatement());
            replace(branch, "if " + text(branch.getCondition()) + " " + text(branch.getThenStatement()));
        }
        return super.visitIf(branch, null);
    }

    @Override
    public @Nullable Void visitLabeledStatement(LabeledStatementTree labelled, @Nullable Void nothing) {
        replace(labelled, text(labelled.getStatement()));
        return super.visitLabeledStatement(labelled, null);
    }

    @Override
    public @Nullable Void visitForLoop(ForLoopTree loop, @Nullable Void nothing) {
        unwrap(loop, loop.getStatement());
        for (StatementTree initialiser : loop.getInitializer()) {
            replace(loop, text(initialiser) + "; " + text(loop.getStatement()));
        }
        scan(loop.getStatement(), null);
        return null;
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree loop, @Nullable Void nothing) {
        unwrap(loop, loop.getStatement());
        return super.visitEnhancedForLoop(loop, null);
    }

    @Override
    public @Nullable Void visitWhileLoop(WhileLoopTree loop, @Nullable Void nothing) {
        unwrap(loop, loop.getStatement());
        scan(loop.getStatement(), null);
        return null;
    }

    @Override
    public @Nullable Void visitDoWhileLoop(DoWhileLoopTree loop, @Nullable Void nothing) {
        unwrap(loop, loop.getStatement());
        scan(loop.getStatement(), null);
        return null;
    }
}
