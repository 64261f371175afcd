package org.cotangent.ad;

import java.util.List;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Rule;
import org.cotangent.ad.ir.Statement;

/** What the rules of hand-written functions are written with. */
final class RuleCode {

    private RuleCode() {}

    static Variable real(String name) {
        return Variable.of(name, Type.DOUBLE);
    }

    static Variable reals(String name) {
        return Variable.of(name, Type.DOUBLES);
    }

    /** A rule without results. */
    static Rule rule(String name, List<Variable> parameters, Statement... body) {
        return Rule.of(new Procedure(name, parameters, List.of(), Statement.Block.of(body)));
    }

    static Statement call(External routine, Variable... arguments) {
        return new Statement.Call(List.of(), routine, List.of(arguments));
    }

    /** A new array as long as another. */
    static Statement allocate(Variable array, Variable like) {
        return new Statement.Allocate(array, List.of(like.length()));
    }

    /** Adds an array to another. */
    static Statement add(Variable from, Variable to) {
        return add(Expr.constant(1.0), from, to);
    }

    /** Adds a multiple of an array to another. */
    static Statement add(Expr factor, Variable from, Variable to) {
        Variable i = Variable.of("i" + to.name(), Type.INT);
        Statement each = new Statement.Store(to, i, to.at(i).plus(factor.times(from.at(i))));
        return new Statement.For("add" + to.name(), i, Expr.constant(0), to.length(), 1, Statement.Block.of(each));
    }
}
