package org.cotangent.ad.transform.fuzz;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Site;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.ir.Statement.Assign;
import org.cotangent.ad.ir.Statement.Block;
import org.cotangent.ad.ir.Statement.If;
import org.cotangent.ad.ir.Statement.Store;

/** Random statements of one procedure. Loops end, indices are in range, references are not null. */
final class Statements {

    /** Statements executed by one run, at most, so that a run stays short. */
    private static final int MAX_COST = 400;

    private static final int MAX_NESTING = 4;
    private static final Block NOTHING = Block.of();

    /** What a jump can lead to. */
    private record Target(String label, boolean isLoop) {}

    private final Scope scope;
    private final Expressions expressions;
    private final Calls calls;
    private final Deque<Target> targets = new ArrayDeque<>();
    private List<Statement> out = new ArrayList<>();
    private int budget;
    private int nesting;
    private int loops;
    private int turns = 1;
    private int cost;
    private boolean stores;
    private int closed;

    Statements(Scope scope, Calls calls, int budget) {
        this.scope = scope;
        this.expressions = new Expressions(scope);
        this.calls = calls;
        this.budget = budget;
    }

    int cost() {
        return cost;
    }

    boolean stores() {
        return stores;
    }

    void emit(Statement statement) {
        out.add(statement);
        cost += turns;
        budget--;
    }

    List<Statement> taken() {
        List<Statement> taken = out;
        out = new ArrayList<>();
        return taken;
    }

    /** Adds statements until some number is reached or the budget is spent. */
    void fill(int number) {
        for (int i = 0; i < number && budget > 0; i++) {
            one();
        }
    }

    private Block nested(int number, Runnable first) {
        List<Statement> outer = out;
        out = new ArrayList<>();
        int mark = scope.mark();
        nesting++;
        first.run();
        fill(number);
        nesting--;
        scope.forgetArrays(mark);
        Block block = Block.of(out);
        out = outer;
        return block;
    }

    private Block nested(int number) {
        return nested(number, () -> {});
    }

    private void one() {
        int choice = scope.random.nextInt(100);
        boolean deep = nesting >= MAX_NESTING;
        if (loops > 1 && closed == 0 && scope.chance(12)) {
            jump();
        } else if (choice < 26) {
            assign();
        } else if (choice < 33) {
            accumulate();
        } else if (choice < 48) {
            store();
        } else if (choice < 53) {
            assignInactive();
        } else if (choice < 55) {
            storeInactive();
        } else if (choice < 63) {
            when(deep, this::branch);
        } else if (choice < 71) {
            when(deep, this::count);
        } else if (choice < 72) {
            when(deep || calls.isRecursive(), this::independentTurns);
        } else if (choice < 75) {
            when(deep, this::loop);
        } else if (choice < 77) {
            when(deep, this::block);
        } else if (choice < 84) {
            when(closed > 0, this::jump);
        } else if (choice < 91) {
            references();
        } else if (choice < 93) {
            allocate();
        } else if (choice < 99) {
            call();
        } else {
            rare();
        }
    }

    private void when(boolean deep, Runnable statement) {
        if (deep) {
            accumulate();
        } else {
            statement.run();
        }
    }

    private Variable realTarget() {
        if (scope.chance(30)) {
            return scope.declare("t", Type.DOUBLE);
        }
        Variable target = scope.target(Type.DOUBLE).orElseGet(() -> scope.declare("t", Type.DOUBLE));
        if (calls.isParameter(target)) {
            scope.note(Construct.PARAMETER_OVERWRITTEN);
        }
        return target;
    }

    private void assign() {
        Expr value = expressions.limited(1 + scope.random.nextInt(3));
        boolean guarded = scope.chance(4);
        if (guarded) {
            scope.note(Construct.GUARDED_ASSIGNMENT);
        }
        emit(new Assign(realTarget(), value, guarded));
    }

    /** {@code v = 0.7 * v + e}. */
    private void accumulate() {
        Variable target = scope.target(Type.DOUBLE).orElseGet(() -> scope.declare("t", Type.DOUBLE));
        Bounded share = expressions.real(2).within(0.9, scope.chance(50));
        emit(new Assign(target, Bounded.variable(target).times(0.7).plus(share).value()));
    }

    private void store() {
        if (scope.has(Scope.FLOATS) && scope.chance(15)) {
            scope.note(Construct.FLOAT_ARRAY);
            Variable floats = scope.pick(Scope.FLOATS).orElseThrow();
            store(floats, expressions.index(floats, scope.columns), Expr.apply(Op.TO_FLOAT, expressions.limited(2)));
            return;
        }
        Optional<Expr> row = expressions.row();
        if (row.isEmpty()) {
            assign();
            return;
        }
        Expr index = expressions.index(row.get(), scope.columns);
        Expr value = scope.chance(35)
                ? Bounded.variable(row.get().at(index))
                        .times(0.6)
                        .plus(expressions.real(1).within(1, true))
                        .value()
                : expressions.limited(1 + scope.random.nextInt(2));
        store(row.get(), index, value);
    }

    private void store(Expr array, Expr index, Expr value) {
        stores = true;
        scope.note(Construct.ARRAY_OVERWRITTEN);
        emit(new Store(array, index, value));
    }

    private Variable target(String name, Type type) {
        Optional<Variable> target = scope.chance(30) ? Optional.empty() : scope.target(type);
        return target.orElseGet(() -> scope.declare(name, type));
    }

    private void assignInactive() {
        int choice = scope.random.nextInt(100);
        if (choice < 55) {
            Expr value = expressions.integer(2);
            emit(new Assign(target("k", Type.INT), value));
        } else if (choice < 75) {
            scope.note(Construct.LONG_VARIABLE);
            Expr value = expressions.longInteger(2);
            emit(new Assign(target("big", Type.LONG), value));
        } else {
            scope.note(Construct.BOOLEAN_VARIABLE);
            Expr value = expressions.condition(1);
            emit(new Assign(target("flag", Type.BOOLEAN), value));
        }
    }

    private void storeInactive() {
        Optional<Variable> array = scope.pick(Type.INTS);
        if (array.isEmpty()) {
            Variable fresh = scope.declare("order", Type.INTS);
            emit(new Statement.Allocate(fresh, List.of(Expr.constant(scope.columns))));
            array = Optional.of(fresh);
        }
        scope.note(Construct.INT_ARRAY);
        stores = true;
        emit(new Store(array.get(), expressions.index(array.get(), scope.columns), expressions.integer(2)));
    }

    private void branch() {
        Expr condition = expressions.condition(2);
        scope.note(Construct.IF_INACTIVE);
        Block then = nested(1 + scope.random.nextInt(3));
        Block otherwise = scope.chance(45) ? nested(1 + scope.random.nextInt(2)) : NOTHING;
        emit(new If(condition, then, otherwise));
    }

    private void independentTurns() {
        if (cost > MAX_COST) {
            accumulate();
            return;
        }
        noteLoop();
        cost += 8 * turns * scope.columns;
        IndependentTurns.random(scope, expressions).forEach(this::emit);
    }

    private void count() {
        if (turns * 4 > 64 || cost > MAX_COST) {
            accumulate();
            return;
        }
        Counting.Range range = Counting.random(scope);
        Optional<Variable> old = scope.chance(15) ? scope.target(Type.INT) : Optional.empty();
        if (old.isPresent()) {
            count(range, old.get());
            return;
        }
        Variable counter = Variable.of(scope.name("i"), Type.INT);
        String label = scope.name("loop");
        noteLoop();
        scope.push(new Scope.Counter(counter, range.low(), range.high()));
        Block body = turning(label, range.turns(), () -> {});
        scope.pop();
        emit(new Statement.For(label, counter, range.from(), range.to(), range.step(), body));
    }

    /** A loop that counts with a register of another use, which it leaves undefined: no jump may leave it. */
    private void count(Counting.Range range, Variable counter) {
        scope.note(Construct.COUNTER_REUSED);
        noteLoop();
        String label = scope.name("loop");
        scope.freeze(counter);
        closed++;
        Block body = turning(label, range.turns(), () -> {});
        closed--;
        scope.thaw(counter);
        emit(new Statement.For(label, counter, range.from(), range.to(), range.step(), body));
        emit(new Assign(counter, Expr.constant(scope.random.nextInt(5))));
    }

    private void noteLoop() {
        if (loops > 0) {
            scope.note(Construct.LOOP_NESTED);
        }
    }

    private Block turning(String label, int times, Runnable first) {
        int outer = turns;
        turns *= Math.max(1, times);
        loops++;
        targets.push(new Target(label, true));
        Block body = nested(1 + scope.random.nextInt(4), first);
        targets.pop();
        loops--;
        turns = outer;
        return body;
    }

    /** A while loop that a counter named fuel ends if nothing else does. */
    private void loop() {
        if (turns * 4 > 64 || cost > MAX_COST) {
            accumulate();
            return;
        }
        int limit = 1 + scope.random.nextInt(4);
        Variable fuel = scope.declareFrozen("fuel", Type.INT);
        String label = scope.name("loop");
        noteLoop();
        emit(new Assign(fuel, Expr.constant(0)));
        Expr more = fuel.lessThan(Expr.constant(limit));
        Statement burn = new Assign(fuel, fuel.plus(1));
        if (scope.chance(35)) {
            scope.note(Construct.WHILE_ENDLESS);
            scope.note(Construct.BREAK);
            Expr end = scope.chance(50) ? more.not() : more.not().or(expressions.condition(1));
            Block body = turning(label, limit, () -> {
                emit(new If(end, Block.of(new Statement.Break(label)), NOTHING));
                emit(burn);
            });
            emit(new Statement.While(label, Expr.constant(true), body));
            return;
        }
        scope.note(Construct.WHILE);
        Expr condition = scope.chance(50) ? more : more.and(expressions.condition(1));
        emit(new Statement.While(label, condition, turning(label, limit, () -> emit(burn))));
    }

    private void block() {
        String label = scope.name("region");
        scope.note(Construct.LABELLED_BLOCK);
        targets.push(new Target(label, false));
        Block inside = nested(2 + scope.random.nextInt(3));
        targets.pop();
        emit(new Block(label, inside.statements()));
    }

    private void jump() {
        if (targets.isEmpty() && scope.chance(60)) {
            assign();
            return;
        }
        Expr condition = expressions.condition(1);
        int before = scope.random.nextInt(2);
        Block then = nested(before, () -> {});
        List<Statement> body = new ArrayList<>(then.statements());
        body.add(jumpStatement());
        if (scope.chance(3)) {
            scope.note(Construct.UNREACHABLE_CODE);
            body.add(new Assign(realTarget(), expressions.limited(1)));
        }
        emit(new If(condition, Block.of(body), NOTHING));
    }

    private Statement jumpStatement() {
        Optional<Target> picked = scope.any(List.copyOf(targets));
        if (picked.isEmpty() || scope.chance(loops > 1 ? 25 : 15)) {
            scope.note(Construct.RETURN);
            if (loops > 0) {
                scope.note(loops > 1 ? Construct.RETURN_IN_NESTED_LOOP : Construct.RETURN_IN_LOOP);
            }
            return new Statement.Return();
        }
        Target target = picked.get();
        boolean outer = target != targets.peek();
        if (!target.isLoop()) {
            scope.note(Construct.BREAK_BLOCK);
            return new Statement.Break(target.label());
        }
        if (scope.chance(50)) {
            scope.note(outer ? Construct.BREAK_OUTER : Construct.BREAK);
            return new Statement.Break(target.label());
        }
        scope.note(outer ? Construct.CONTINUE_OUTER : Construct.CONTINUE);
        return new Statement.Continue(target.label());
    }

    private void references() {
        List<Statement> made = References.random(scope, expressions, !calls.isRecursive());
        if (made.isEmpty()) {
            accumulate();
        }
        stores |= made.stream().anyMatch(Store.class::isInstance);
        made.forEach(this::emit);
    }

    private void allocate() {
        scope.note(Construct.ALLOCATION);
        if (loops > 0) {
            scope.note(Construct.ALLOCATION_IN_LOOP);
        }
        int choice = scope.random.nextInt(100);
        List<Expr> lengths = List.of(Expr.constant(scope.columns));
        if (choice < 65) {
            Variable target = target("work", Scope.DOUBLES);
            emit(new Statement.Allocate(target, lengths));
            if (scope.chance(80)) {
                store(target, expressions.index(target, scope.columns), expressions.limited(2));
            }
        } else if (choice < 85) {
            scope.note(Construct.MATRIX);
            Variable target = target("grid", Scope.MATRIX);
            emit(new Statement.Allocate(target, List.of(Expr.constant(scope.rows), lengths.get(0))));
        } else {
            scope.note(Construct.FLOAT_ARRAY);
            emit(new Statement.Allocate(target("rough", Scope.FLOATS), lengths));
        }
    }

    private void call() {
        Optional<Calls.Made> made = cost > MAX_COST ? Optional.empty() : calls.random(expressions, MAX_COST / turns);
        if (made.isEmpty()) {
            store();
            return;
        }
        if (loops > 0) {
            scope.note(Construct.CALL_IN_LOOP);
        }
        stores |= made.get().stores();
        cost += made.get().cost() * turns;
        emit(made.get().statement());
    }

    private void rare() {
        int choice = scope.random.nextInt(100);
        if (choice < 20) {
            emit(new Statement.Comment("a remark"));
            return;
        } else if (choice < 60) {
            save();
            return;
        }
        scope.note(Construct.THROW);
        Expr value = expressions.real(1).within(2, true).value();
        Statement.Throw failure = new Statement.Throw("IllegalStateException", "{} is too large", List.of(value));
        emit(new If(value.greaterThan(1e6), Block.of(failure), NOTHING));
    }

    /** A value kept on a tape of the program's own and taken off it again. */
    private void save() {
        scope.note(Construct.OWN_SAVE);
        Site site = Site.of(scope.name("site"), Type.DOUBLE);
        emit(new Statement.Save(site, expressions.limited(1)));
        accumulate();
        if (scope.chance(50)) {
            store();
        }
        emit(new Statement.Restore(site, realTarget()));
    }
}
