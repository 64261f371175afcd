package org.cotangent.codegen.emit;

import java.util.function.UnaryOperator;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.ExprVisitor;
import org.cotangent.ad.expr.Length;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Variable;

/** Puts expressions in place of variables. For expressions of moderate depth; see {@link Flattening}. */
final class Substitution implements ExprVisitor<Expr> {

    private final UnaryOperator<Expr> replacement;

    private Substitution(UnaryOperator<Expr> replacement) {
        this.replacement = replacement;
    }

    /** The expression with each variable replaced; operations on unchanged operands stay the same objects. */
    static Expr in(Expr expression, UnaryOperator<Expr> replacement) {
        return expression.accept(new Substitution(replacement));
    }

    @Override
    public Expr constant(Constant constant) {
        return constant;
    }

    @Override
    public Expr variable(Variable variable) {
        return replacement.apply(variable);
    }

    @Override
    public Expr apply(Apply apply) {
        Expr[] operands = new Expr[apply.arity()];
        boolean changed = false;
        for (int i = 0; i < operands.length; i++) {
            operands[i] = apply.operand(i).accept(this);
            changed |= operands[i] != apply.operand(i);
        }
        return changed ? Expr.apply(apply.op(), operands) : apply;
    }

    @Override
    public Expr load(Load load) {
        return load.array().accept(this).at(load.index().accept(this));
    }

    @Override
    public Expr length(Length length) {
        return length.array().accept(this).length();
    }
}
