package org.cotangent.ad.transform.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.ir.Statement.Assign;
import org.cotangent.ad.ir.Statement.Block;
import org.cotangent.ad.ir.Statement.If;

/** Random loops whose turns need nothing of each other: sums over data, and arrays written once. */
final class IndependentTurns {

    private final Scope scope;
    private final Expressions expressions;
    private final Variable counter;
    private final List<Statement> body = new ArrayList<>();

    private IndependentTurns(Scope scope, Expressions expressions) {
        this.scope = scope;
        this.expressions = expressions;
        this.counter = Variable.of(scope.name("i"), Type.INT);
    }

    /** A loop with what must stand before it and what makes its sums matter. */
    static List<Statement> random(Scope scope, Expressions expressions) {
        return new IndependentTurns(scope, expressions).make();
    }

    private List<Statement> make() {
        scope.note(Construct.LOOP_INDEPENDENT);
        List<Statement> before = new ArrayList<>();
        List<Variable> sums = sums(before);
        Variable made = Variable.of(scope.name("made"), Scope.DOUBLES);
        boolean writes = scope.chance(30);
        if (writes) {
            before.add(new Statement.Allocate(made, List.of(Expr.constant(scope.columns))));
        }
        scope.push(new Scope.Counter(counter, 0, scope.columns - 1));
        int mark = scope.mark();
        locals();
        if (scope.chance(35)) {
            scratch(before);
        }
        sums.forEach(this::add);
        if (writes) {
            scope.note(Construct.ARRAY_OVERWRITTEN);
            body.add(new Statement.Store(made, counter, expressions.limited(1)));
        }
        scope.hide(mark);
        scope.pop();
        before.add(loop());
        sums.forEach(scope::show);
        if (writes) {
            scope.showFrozen(made);
        }
        before.add(new Assign(scope.declare("t", Type.DOUBLE), used(sums).value()));
        return before;
    }

    private List<Variable> sums(List<Statement> before) {
        List<Variable> sums = new ArrayList<>();
        int number = 1 + scope.random.nextInt(2);
        for (int i = 0; i < number; i++) {
            Variable sum = Variable.of(scope.name("sum"), Type.DOUBLE);
            sums.add(sum);
            before.add(new Assign(sum, Expr.constant(scope.chance(60) ? 0.0 : expressions.constant())));
        }
        return sums;
    }

    /** Registers of the turn's own: assigned first, some again under a condition or in an inner loop. */
    private void locals() {
        int number = scope.random.nextInt(3);
        for (int i = 0; i < number; i++) {
            Expr value = expressions.limited(2);
            Variable local = scope.declare("local", Type.DOUBLE);
            body.add(new Assign(local, value));
            if (scope.chance(30)) {
                Block then = Block.of(new Assign(local, expressions.limited(1)));
                body.add(new If(expressions.condition(1), then, Block.of()));
            }
            if (scope.chance(20)) {
                scope.note(Construct.LOOP_NESTED);
                Variable inner = Variable.of(scope.name("i"), Type.INT);
                Bounded more = expressions.real(1).within(0.9, true);
                Expr next = Bounded.variable(local).times(0.7).plus(more).value();
                body.add(new Statement.For(
                        scope.name("loop"),
                        inner,
                        Expr.constant(0),
                        Expr.constant(2),
                        1,
                        Block.of(new Assign(local, next))));
            }
        }
    }

    /**
     * An array that a turn works in: made before the loop or in the turn, assigned whole or nearly so,
     * updated, and read by what follows.
     */
    private void scratch(List<Statement> before) {
        scope.note(Construct.SCRATCH_ARRAY);
        int length = 1 + scope.random.nextInt(scope.columns);
        Variable array = Variable.of(scope.name("scratch"), Scope.DOUBLES);
        Statement made = new Statement.Allocate(array, List.of(Expr.constant(length)));
        (scope.chance(60) ? before : body).add(made);
        int first = scope.chance(15) ? 1 : 0;
        body.add(each(first, length, j -> List.of(new Statement.Store(array, j, expressions.limited(1)))));
        if (scope.chance(50)) {
            body.add(each(
                    0,
                    length,
                    j -> List.of(new Statement.Store(
                            array,
                            j,
                            array.at(j)
                                    .plus(expressions.real(1).within(0.4, true).value())))));
        }
        Variable local = scope.declare("local", Type.DOUBLE);
        body.add(new Assign(local, Expr.constant(0.2)));
        if (scope.chance(40)) {
            scope.note(Construct.COUNTED_BY_HAND);
            Variable next = Variable.of(scope.name("next"), Type.INT);
            body.add(new Assign(next, Expr.constant(length - 1)));
            body.add(each(
                    0,
                    length,
                    j -> List.of(
                            new Assign(
                                    local,
                                    local.times(0.5)
                                            .plus(array.at(next)
                                                    .times(array.at(j))
                                                    .tanh())),
                            new Assign(next, next.minus(1)))));
        } else {
            body.add(each(
                    0,
                    length,
                    j -> List.of(
                            new Assign(local, local.times(0.5).plus(array.at(j).tanh())))));
        }
    }

    private Statement each(int from, int to, java.util.function.Function<Variable, List<Statement>> turn) {
        Variable j = Variable.of(scope.name("j"), Type.INT);
        return new Statement.For(
                scope.name("loop"), j, Expr.constant(from), Expr.constant(to), 1, Block.of(turn.apply(j)));
    }

    private void add(Variable sum) {
        Expr share = expressions.real(2).within(0.3, scope.chance(50)).value();
        Expr next = scope.chance(70) ? sum.plus(share) : scope.chance(50) ? sum.minus(share) : share.plus(sum);
        Statement adding = new Assign(sum, next);
        body.add(scope.chance(25) ? new If(expressions.condition(1), Block.of(adding), Block.of()) : adding);
    }

    private Statement loop() {
        String label = scope.name("loop");
        if (scope.chance(20)) {
            scope.note(Construct.LOOP_DOWN);
            return new Statement.For(
                    label, counter, Expr.constant(scope.columns - 1), Expr.constant(-1), -1, Block.of(body));
        }
        scope.note(Construct.LOOP_UP);
        return new Statement.For(label, counter, Expr.constant(0), Expr.constant(scope.columns), 1, Block.of(body));
    }

    private Bounded used(List<Variable> sums) {
        Bounded all = Bounded.constant(0.1);
        for (Variable sum : sums) {
            all = all.plus(Bounded.variable(sum).times(0.4));
        }
        return scope.chance(50) ? all : all.times(Bounded.variable(sums.get(0))).within(Bounded.LIMIT, true);
    }
}
