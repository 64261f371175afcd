package org.cotangent.codegen.parse;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.ir.Statement;

/**
 * Reads switches over numbers. The cases become a block that is left by {@code break}: each is
 * entered if the number of the first case that fits, found before, is not behind it.
 */
final class SwitchReader {

    private final Reading reading;
    private final Writer writer;
    private final ExpressionReader expressions;
    private final StatementReader statements;

    SwitchReader(Reading reading, ExpressionReader expressions, StatementReader statements) {
        this.reading = reading;
        this.writer = reading.writer();
        this.expressions = expressions;
        this.statements = statements;
    }

    void statement(SwitchTree node) {
        Expr selector = selector(node.getExpression());
        String label = writer.label("choice");
        Jumps.Target target =
                new Jumps.Target(Jumps.Kind.SWITCH, Optional.empty(), label, Optional.empty(), Optional.empty());
        cases(node.getCases(), selector, target);
    }

    Value value(SwitchExpressionTree node) {
        JavaType type = reading.type(node)
                .flatMap(JavaTypes::of)
                .orElseThrow(() -> reading.refuse(
                        Tag.TYPE, node, "a switch gives a value of another type, " + JavaTypes.expected()));
        Expr selector = selector(node.getExpression());
        Value result = Reading.registers("chosen", type);
        String label = writer.label("choice");
        Jumps.Target target =
                new Jumps.Target(Jumps.Kind.VALUE, Optional.empty(), label, Optional.empty(), Optional.of(result));
        cases(node.getCases(), selector, target);
        return result;
    }

    private Expr selector(ExpressionTree tree) {
        boolean number = reading.type(tree)
                .flatMap(JavaTypes::plain)
                .filter(JavaType.Plain.INT::equals)
                .isPresent();
        if (!number) {
            throw reading.refuse(
                    Tag.SWITCH, tree, "a switch chooses by something else than an int; give each case a number");
        }
        return writer.fixed("selector", expressions.integer(tree));
    }

    /** A run of labels and what stands behind them. */
    private record Group(List<ExpressionTree> labels, boolean isDefault, CaseTree tree) {

        static Group of(CaseTree tree) {
            List<ExpressionTree> labels = List.copyOf(tree.getExpressions());
            return new Group(labels, labels.isEmpty(), tree);
        }
    }

    private void cases(List<? extends CaseTree> trees, Expr selector, Jumps.Target target) {
        List<Group> groups = trees.stream().map(Group::of).toList();
        List<Group> followed = groups.isEmpty() ? groups : groups.subList(0, groups.size() - 1);
        if (followed.stream().allMatch(SwitchReader::isClosed)) {
            apart(groups, selector, target);
        } else {
            inOrder(groups, selector, target);
        }
    }

    /** Whether nothing behind a case is reached from it. */
    private static boolean isClosed(Group group) {
        List<? extends StatementTree> body = group.tree().getStatements();
        return body == null || isClosed(body);
    }

    private static boolean isClosed(List<? extends StatementTree> body) {
        return !body.isEmpty() && isClosed(body.get(body.size() - 1));
    }

    private static boolean isClosed(StatementTree last) {
        return switch (last.getKind()) {
            case BREAK, RETURN, CONTINUE, THROW, YIELD -> true;
            case BLOCK -> isClosed(((BlockTree) last).getStatements());
            default -> false;
        };
    }

    /** Cases that do not run into each other: a chain of branches. */
    private void apart(List<Group> groups, Expr selector, Jumps.Target target) {
        boolean[] left = {false};
        Statement.Block chain = writer.collect(() -> chain(groups, 0, selector, target, left));
        if (left[0]) {
            writer.add(new Statement.Block(target.leave(), chain.statements()));
        } else {
            writer.addAll(chain);
        }
    }

    private void chain(List<Group> groups, int index, Expr selector, Jumps.Target target, boolean[] left) {
        List<Group> ordered = new ArrayList<>(groups);
        // The default comes into play when no other fits, wherever it stands.
        ordered.sort(java.util.Comparator.comparing(Group::isDefault));
        if (index == ordered.size()) {
            return;
        }
        Group group = ordered.get(index);
        Statement.Block body = writer.collect(() -> body(group, target, left));
        if (group.isDefault()) {
            writer.addAll(body);
            return;
        }
        Expr fits = fits(group, selector);
        Statement.Block rest = writer.collect(() -> chain(groups, index + 1, selector, target, left));
        writer.add(new Statement.If(fits, body, rest));
    }

    private Expr fits(Group group, Expr selector) {
        Expr fits = Expr.constant(false);
        for (ExpressionTree label : group.labels()) {
            Expr equal = Expr.apply(Op.INTEGER_EQUAL, selector, expressions.integer(label));
            fits = fits.equals(Expr.constant(false)) ? equal : Expr.apply(Op.OR_ELSE, fits, equal);
        }
        return fits;
    }

    /** One case; a break at its end needs no jump. */
    private void body(Group group, Jumps.Target target, boolean[] left) {
        List<? extends StatementTree> trees = group.tree().getStatements();
        if (trees == null) {
            arrow(Objects.requireNonNull(group.tree().getBody()), target, left);
            return;
        }
        boolean ends = !trees.isEmpty() && isPlainBreak(trees.get(trees.size() - 1));
        List<? extends StatementTree> kept = ends ? trees.subList(0, trees.size() - 1) : trees;
        left[0] |= kept.stream().anyMatch(this::jumps);
        statements.jumps().enter(target, () -> statements.statements(kept, false));
    }

    private boolean jumps(StatementTree tree) {
        Scan scan = Scan.of(tree, reading);
        return scan.breaks() || scan.yields();
    }

    private static boolean isPlainBreak(StatementTree tree) {
        return tree instanceof BreakTree leave && leave.getLabel() == null;
    }

    private void arrow(Tree body, Jumps.Target target, boolean[] left) {
        if (target.kind() == Jumps.Kind.VALUE && body instanceof ExpressionTree expression) {
            give(expression, target);
        } else if (body instanceof StatementTree statement) {
            left[0] |= jumps(statement);
            statements.jumps().enter(target, () -> statements.statement(statement, false));
        } else {
            expressions.read(body);
        }
    }

    private void give(ExpressionTree expression, Jumps.Target target) {
        Value result = target.result().orElseThrow(Refused::new);
        try {
            reading.quote(expression);
            reading.assign(result, reading.converted(expressions.read(expression), result.type(), expression));
        } catch (Refused told) {
            // Among the problems already; the other cases may have more.
        }
    }

    /** Cases that run into each other, in the order in which they stand. */
    private void inOrder(List<Group> groups, Expr selector, Jumps.Target target) {
        Expr entry = writer.fixed("entry", entry(groups, selector));
        Statement.Block all = writer.collect(() -> {
            for (int i = 0; i < groups.size(); i++) {
                List<? extends StatementTree> trees =
                        Objects.requireNonNull(groups.get(i).tree().getStatements());
                Statement.Block body = writer.collect(
                        () -> statements.jumps().enter(target, () -> statements.statements(trees, false)));
                if (!body.isEmpty()) {
                    Expr reached = Expr.apply(Op.INTEGER_LESS_OR_EQUAL, entry, Expr.constant(i));
                    writer.add(new Statement.If(reached, body, Statement.Block.of()));
                }
            }
        });
        writer.add(new Statement.Block(target.leave(), all.statements()));
    }

    /** The number of the case where execution begins. */
    private Expr entry(List<Group> groups, Expr selector) {
        Expr entry = Expr.constant(groups.size());
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).isDefault()) {
                entry = Expr.constant(i);
            }
        }
        for (int i = groups.size() - 1; i >= 0; i--) {
            if (!groups.get(i).isDefault()) {
                entry = Expr.apply(Op.CONDITIONAL, fits(groups.get(i), selector), Expr.constant(i), entry);
            }
        }
        return entry;
    }
}
