package org.cotangent.codegen.parse;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import org.cotangent.ad.expr.Expr;
import org.jspecify.annotations.Nullable;

/** Counts the elements of a returned array that are written one by one, as in {@code new double[] {a, b}}. */
final class ReturnedElements extends TreeScanner<@Nullable Void, @Nullable Void> {

    private final BlockTree body;
    private final Reading reading;
    private final Set<Optional<Integer>> counts = new HashSet<>();

    private ReturnedElements(BlockTree body, Reading reading) {
        this.body = body;
        this.reading = reading;
    }

    /** The length, if every return tells the same one. */
    static Optional<Expr> count(BlockTree body, Reading reading) {
        ReturnedElements returned = new ReturnedElements(body, reading);
        body.accept(returned, null);
        return returned.counts.size() == 1 ? returned.counts.iterator().next().map(Expr::constant) : Optional.empty();
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree node, @Nullable Void none) {
        counts.add(count(node.getExpression()));
        return null;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree node, @Nullable Void none) {
        return null;
    }

    private Optional<Integer> count(@Nullable ExpressionTree array) {
        if (array instanceof NewArrayTree made && made.getInitializers() != null) {
            return Optional.of(made.getInitializers().size());
        }
        return array instanceof IdentifierTree name
                ? reading.element(name).flatMap(this::made).flatMap(this::count)
                : Optional.empty();
    }

    /** What a variable that is never assigned was declared with. */
    private Optional<ExpressionTree> made(Element variable) {
        if (Scan.of(body, reading).assigned().contains(variable)) {
            return Optional.empty();
        }
        for (StatementTree statement : body.getStatements()) {
            if (statement instanceof VariableTree declared
                    && reading.element(declared).filter(variable::equals).isPresent()) {
                return Optional.ofNullable(declared.getInitializer());
            }
        }
        return Optional.empty();
    }
}
