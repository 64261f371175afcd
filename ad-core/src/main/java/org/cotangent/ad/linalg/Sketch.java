package org.cotangent.ad.linalg;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.function.OutsideDomainException;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Rule;
import org.cotangent.ad.ir.Statement;

/** A procedure while it is written, statement by statement. */
final class Sketch {

    static final Expr ZERO = Expr.constant(0);
    static final Expr ONE = Expr.constant(1);
    static final Expr YES = Expr.constant(true);
    static final Expr NO = Expr.constant(false);

    private final String name;
    private final List<Variable> parameters;
    private List<Statement> body = new ArrayList<>();
    private int loops;

    Sketch(String name, Variable... parameters) {
        this.name = name;
        this.parameters = List.of(parameters);
    }

    static Variable reals(String name) {
        return Variable.of(name, Type.DOUBLES);
    }

    static Variable real(String name) {
        return Variable.of(name, Type.DOUBLE);
    }

    static Variable integer(String name) {
        return Variable.of(name, Type.INT);
    }

    static Variable truth(String name) {
        return Variable.of(name, Type.BOOLEAN);
    }

    /** A new array of zeros. */
    Variable allocate(String array, Expr length) {
        Variable made = reals(array);
        body.add(new Statement.Allocate(made, List.of(length)));
        return made;
    }

    /** A new array with the elements of another. */
    Variable copy(String array, Variable from) {
        Variable made = allocate(array, from.length());
        each(from.length(), i -> set(made, i, from.at(i)));
        return made;
    }

    /** A new unit matrix. */
    Variable identity(String array, Expr n) {
        Variable made = allocate(array, n.times(n));
        each(n, i -> set(made, i.times(n.plus(1)), Expr.constant(1.0)));
        return made;
    }

    /** Adds an array to another. */
    void add(Variable to, Variable from) {
        each(to.length(), i -> addAt(to, i, from));
    }

    void addAt(Variable to, Expr index, Variable from) {
        set(to, index, to.at(index).plus(from.at(index)));
    }

    void addMultiple(Variable to, Expr factor, Variable from) {
        each(to.length(), i -> set(to, i, to.at(i).plus(factor.times(from.at(i)))));
    }

    /** Sets a square matrix to the symmetric part of another. */
    void symmetrise(Variable from, Expr n, Variable to) {
        combine(Expr.constant(0.5), from, Expr.constant(1.0), n, to);
    }

    /** Sets a square matrix to factor · (from + sign · fromᵀ). */
    void combine(Expr factor, Variable from, Expr sign, Expr n, Variable to) {
        each(
                n,
                i -> each(n, j -> {
                    Expr turned = from.at(j.times(n).plus(i));
                    Expr at = i.times(n).plus(j);
                    set(to, at, factor.times(from.at(at).plus(sign.times(turned))));
                }));
    }

    void call(External routine, Expr... arguments) {
        body.add(new Statement.Call(List.of(), routine, List.of(arguments)));
    }

    /** The real result of a call. */
    Variable result(String register, External routine, Expr... arguments) {
        Variable made = real(register);
        body.add(new Statement.Call(List.of(made), routine, List.of(arguments)));
        return made;
    }

    void set(Variable array, Expr index, Expr value) {
        body.add(new Statement.Store(array, index, value));
    }

    void assign(Variable register, Expr value) {
        body.add(new Statement.Assign(register, value));
    }

    /** A loop over the ints from 0. */
    void each(Expr count, Consumer<Variable> turn) {
        each(ZERO, count, turn);
    }

    /** A loop over the ints from a first to before a last. */
    void each(Expr from, Expr to, Consumer<Variable> turn) {
        loops++;
        String label = "loop" + loops;
        Variable counter = integer("i" + loops);
        Statement.Block inside = inside(() -> turn.accept(counter));
        body.add(new Statement.For(label, counter, from, to, 1, inside));
    }

    /** Says that there is no derivative here, as routines do that there is no value. */
    void fail(String message, Expr... values) {
        body.add(new Statement.Throw(OutsideDomainException.class.getName(), message, List.of(values)));
    }

    void branch(Expr condition, Runnable then, Runnable otherwise) {
        body.add(new Statement.If(condition, inside(then), inside(otherwise)));
    }

    private Statement.Block inside(Runnable written) {
        List<Statement> outer = body;
        body = new ArrayList<>();
        written.run();
        Statement.Block block = Statement.Block.of(body);
        body = outer;
        return block;
    }

    Rule rule(Variable... results) {
        return Rule.of(program(results));
    }

    Program program(Variable... results) {
        return Program.of(new Procedure(name, parameters, List.of(results), Statement.Block.of(body)));
    }
}
