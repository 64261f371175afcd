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
