package org.cotangent.codegen.parse;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.VariableTree;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeKind;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;

/**
 * Tells the length of an array in terms of parameters, before the method runs. Locals that are
 * declared at the top of the method and never assigned again, as in {@code int n = x.length},
 * stand for what they are declared with.
 */
final class ToldLength {

    private final Reading reading;
    private final ExpressionReader expressions;
    private final Set<Variable> kept;
    private final Map<Element, ExpressionTree> constant = new HashMap<>();

    /**
     * @param body of the method
     * @param kept parameters that the method does not assign
     */
    ToldLength(BlockTree body, Reading reading, ExpressionReader expressions, Set<Variable> kept) {
        this.reading = reading;
        this.expressions = expressions;
        this.kept = kept;
        Set<Element> assigned = Scan.of(body, reading).assigned();
        for (StatementTree statement : body.getStatements()) {
            if (statement instanceof VariableTree variable && variable.getInitializer() != null) {
                reading.element(variable)
                        .filter(element -> element.asType().getKind() == TypeKind.INT && !assigned.contains(element))
                        .ifPresent(element -> constant.put(element, variable.getInitializer()));
            }
        }
    }

    /** The length as an expression of kept parameters, if it is one. */
    Optional<Expr> of(ExpressionTree tree) {
        if (reading.effects().has(tree)) {
            return Optional.empty();
        }
        Map<Element, Value> hidden = new HashMap<>();
        locals(tree)
                .forEach((element, declaredWith) -> of(declaredWith).ifPresent(told -> {
                    hidden.put(element, reading.local(element));
                    reading.declare(element, Value.of(JavaType.Plain.INT, told));
                }));
        try {
            return read(tree);
        } finally {
            hidden.forEach(reading::declare);
        }
    }

    /** What needs statements of its own to be computed is not told. */
    private Optional<Expr> read(ExpressionTree tree) {
        Expr[] told = new Expr[1];
        Statement.Block computing = reading.writer().collect(() -> told[0] = expressions.integer(tree));
        return computing.statements().isEmpty()
                ? Optional.of(told[0]).filter(expr -> LengthReads.only(kept, expr))
                : Optional.empty();
    }

    /** The locals that occur and stand for an expression. */
    private Map<Element, ExpressionTree> locals(ExpressionTree tree) {
        Set<Element> occurring = Scan.of(tree, reading).variables();
        Map<Element, ExpressionTree> locals = new HashMap<>(constant);
        locals.keySet().removeIf(element -> !occurring.contains(element) || !reading.isLocal(element));
        return locals;
    }
}
