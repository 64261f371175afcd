package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.List;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.ExprVisitor;
import org.cotangent.ad.expr.Length;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;
import org.jspecify.annotations.Nullable;

/** Lists the variables that a statement's own expressions read, one for each time they are written. */
final class Reading implements ExprVisitor<@Nullable Void> {

    private final List<Variable> occurrences = new ArrayList<>();

    private Reading() {}

    static List<Variable> occurrences(Statement statement) {
        Reading reading = new Reading();
        Walk.expressions(statement, e -> e.accept(reading));
        return reading.occurrences;
    }

    @Override
    public @Nullable Void constant(Constant constant) {
        return null;
    }

    @Override
    public @Nullable Void variable(Variable variable) {
        occurrences.add(variable);
        return null;
    }

    @Override
    public @Nullable Void apply(Apply apply) {
        for (Expr operand : apply.operands()) {
            operand.accept(this);
        }
        return null;
    }

    @Override
    public @Nullable Void load(Load load) {
        load.array().accept(this);
        return load.index().accept(this);
    }

    @Override
    public @Nullable Void length(Length length) {
        return length.array().accept(this);
    }
}
