package org.cotangent.ad.transform.fuzz;

import java.util.List;
import java.util.Set;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.ir.Statement.Block;

/** Short names for writing programs by hand. */
final class Code {

    static final Expr ZERO = Expr.constant(0);

    private Code() {}

    static Variable real(String name) {
        return Variable.of(name, Type.DOUBLE);
    }

    static Variable integer(String name) {
        return Variable.of(name, Type.INT);
    }

    static Variable reals(String name) {
        return Variable.of(name, Type.DOUBLES);
    }

    static Variable matrix(String name) {
        return Variable.of(name, Type.DOUBLES.array());
    }

    static Statement set(Variable target, Expr value) {
        return new Statement.Assign(target, value);
    }

    static Statement set(Variable target, double value) {
        return set(target, Expr.constant(value));
    }

    static Statement set(Variable target, int value) {
        return set(target, Expr.constant(value));
    }

    static Statement store(Expr array, Expr index, Expr value) {
        return new Statement.Store(array, index, value);
    }

    static Statement when(Expr condition, Statement... then) {
        return new Statement.If(condition, Block.of(then), Block.of());
    }

    static Statement either(Expr condition, Statement then, Statement otherwise) {
        return new Statement.If(condition, Block.of(then), Block.of(otherwise));
    }

    /** {@code for (counter = from; counter < to; counter++)}. */
    static Statement count(String label, Variable counter, Expr from, Expr to, Statement... body) {
        return new Statement.For(label, counter, from, to, 1, Block.of(body));
    }

    static Statement repeat(String label, Expr condition, Statement... body) {
        return new Statement.While(label, condition, Block.of(body));
    }

    static Statement call(List<Variable> results, String procedure, Expr... arguments) {
        return new Statement.Call(results, procedure, List.of(arguments));
    }

    static Procedure procedure(String name, List<Variable> parameters, List<Variable> results, Statement... body) {
        return new Procedure(name, parameters, results, Block.of(body));
    }

    /** A program differentiated by all of its real parameters, at a point. */
    static Sample sample(Program program, Object... arguments) {
        List<Variable> independents = program.entry().parameters().stream()
                .filter(p -> p.type().isDifferentiable())
                .toList();
        return new Sample(1, program, independents, Set.of(), List.of(arguments), Scope.noConstructs());
    }
}
