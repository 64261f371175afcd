package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Position;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Site;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.ir.StatementVisitor;

/**
 * Forward and reverse sweep of one procedure.
 *
 * <p>The reverse sweep undoes the forward sweep statement by statement: each adjoint statement sees
 * the state its primal statement saw. Every overwritten value is saved and restored here; {@link
 * Cleanup} then deletes the pairs whose value nobody reads (Hascoët, Naumann and Pascual, 2005,
 * "to be recorded" analysis).
 */
final class AdjointSweep implements StatementVisitor<Sweep> {

    private final Activity activity;
    private final Variants variants;
    private final Names names;
    private final Shadows bars;
    private final Accumulation accumulation;
    private final Scopes scopes;
    private final Usage usage;
    private final Map<Statement, Set<Variable>> newArrays;
    private final Set<Variable> recomputed = new HashSet<>();
    private final Turns turns;
    private final Set<Variable> putBack;
    private final Procedure primal;
    private Optional<Position> position = Optional.empty();
    private Optional<Extents> extents = Optional.empty();

    AdjointSweep(
            Procedure primal,
            Activity activity,
            Variants variants,
            Names names,
            Shadows bars,
            Turns turns,
            Set<Variable> putBack) {
        this.primal = primal;
        this.putBack = putBack;
        this.turns = turns;
        this.activity = activity;
        this.variants = variants;
        this.names = names;
        this.bars = bars;
        this.accumulation = new Accumulation(bars, activity);
        this.scopes = new Scopes(names);
        this.usage = Usage.of(primal);
        this.newArrays = NewArrays.of(primal, activity, usage);
    }

    /** Both sweeps of the procedure's body. */
    Sweep of(Procedure primal) {
        Scopes.Scope scope = scopes.enter(Scopes.Kind.PROCEDURE, names.fresh("body"));
        Sweep sweep = sequence(primal.body().statements(), scope);
        List<Statement> forward = completed(sweep.forward(), scope);
        scopes.leave(scope);
        List<Statement> body = scope.jumps() == 0 ? forward : List.of(new Statement.Block(scope.label, forward));
        return new Sweep(body, Sweep.concat(recall(scope), sweep.reverse()));
    }

    private List<Statement> completed(List<Statement> forward, Scopes.Scope scope) {
        return Completion.isPossible(forward) ? Sweep.concat(forward, scopes.end(scope)) : forward;
    }

    private static List<Statement> recall(Scopes.Scope scope) {
        return scope.jumps() == 0 ? List.of() : scope.exit.recall();
    }

    /** Sweeps of statements in order, what stands behind a jump guarded by the scope's exit number. */
    private Sweep sequence(List<Statement> statements, Scopes.Scope scope) {
        List<Statement> forward = new ArrayList<>();
        Backward backward = new Backward(scope.exit.variable());
        for (Statement statement : statements) {
            int before = scope.jumps();
            Sweep sweep = statement.accept(this);
            forward.addAll(sweep.forward());
            backward.add(sweep.reverse(), scope.jumps() > before ? scope.jumps() : 0);
        }
        return new Sweep(forward, backward.statements());
    }

    /** The scope whose exit number guards statements: branches do not have one of their own. */
    private Sweep inner(Statement.Block block) {
        return sequence(block.statements(), scopes.region());
    }

    private boolean isKept(Variable variable) {
        return recomputed.contains(variable) || (scopes.loops() == 0 && usage.assignments(variable) <= 1);
    }

    /** A save of what a variable holds, and the restore that puts it back. */
    private Sweep overwrite(Variable variable) {
        if (isKept(variable)) {
            return Sweep.NOTHING;
        }
        Sweep own = pair(variable);
        if (!variable.type().isArray() || !activity.isActive(variable)) {
            return own;
        }
        Sweep shadow = pair(bars.of(variable));
        return new Sweep(Sweep.concat(own.forward(), shadow.forward()), Sweep.concat(own.reverse(), shadow.reverse()));
    }

    private static Sweep pair(Variable variable) {
        Site site = Site.of(variable.name(), variable.type());
        return new Sweep(List.of(new Statement.Save(site, variable)), List.of(new Statement.Restore(site, variable)));
    }

    @Override
    public Sweep assign(Statement.Assign assign) {
        Variable target = assign.target();
        if (turns.isAccumulator(target)) {
            boolean active = activity.isActive(target);
            return new Sweep(turns.repeated(assign), active ? accumulation.of(assign, false) : List.of());
        }
        Sweep saved = isKept(target) ? Sweep.NOTHING : Undoing.of(assign).orElseGet(() -> overwrite(target));
        boolean active = activity.isActive(target);
        if (active && target.type().isArray()) {
            Statement shadow = new Statement.Assign(bars.of(target), bars.ofArray(assign.value()));
            return new Sweep(Sweep.concat(saved.forward(), List.of(shadow, assign)), saved.reverse());
        }
        List<Statement> forward = Sweep.concat(saved.forward(), List.of(assign));
        if (!active) {
            return new Sweep(forward, saved.reverse());
        }
        boolean once = scopes.loops() == 0 && !turns.isInside() && usage.assignments(target) <= 1;
        List<Statement> adjoint = accumulation.of(assign, once);
        boolean early = Reads.reads(assign.value(), target);
        return new Sweep(
                forward, early ? Sweep.concat(saved.reverse(), adjoint) : Sweep.concat(adjoint, saved.reverse()));
    }

    @Override
    public Sweep store(Statement.Store store) {
        Variable base = Reads.base(store.array());
        if (turns.isOutput(activity.aliases().classOf(store.array()))) {
            boolean active = activity.isActive(base);
            return new Sweep(turns.repeated(store), active ? take(store, bars.ofArray(store.array())) : List.of());
        }
        Expr element = store.array().at(store.index());
        Sweep saved = overwrite(base, store, element, store.array());
        List<Statement> forward = new ArrayList<>(saved.forward());
        List<Statement> reverse = new ArrayList<>();
        if (activity.isActive(base)) {
            Expr bar = bars.ofArray(store.array());
            if (element.type().isArray()) {
                Sweep shadow = overwrite(base, store, bar.at(store.index()), bar);
                forward.addAll(shadow.forward());
                forward.add(new Statement.Store(bar, store.index(), bars.ofArray(store.value())));
                reverse.addAll(shadow.reverse());
            } else {
                reverse.addAll(take(store, bar));
            }
        }
        forward.add(store);
        reverse.addAll(saved.reverse());
        return new Sweep(forward, reverse);
    }

    /** {@code valueBar += aBar[i]; aBar[i] = 0}, in an order that survives {@code a[i] = a[i]}. */
    private List<Statement> take(Statement.Store store, Expr bar) {
        Variable taken = names.variable(Reads.base(bar).name() + "Taken", Type.DOUBLE);
        List<Statement> reverse = new ArrayList<>();
        reverse.add(new Statement.Assign(taken, bar.at(store.index())));
        reverse.add(new Statement.Store(bar, store.index(), Expr.constant(0.0)));
        reverse.addAll(accumulation.add(store.value(), taken));
        return reverse;
    }

    private Sweep overwrite(Variable base, Statement.Store store, Expr element, Expr array) {
        Variable old = names.variable(base.name() + "Old", element.type());
        putBack.add(old);
        Site site = Site.of(base.name(), element.type());
        return new Sweep(
                List.of(new Statement.Save(site, element)),
                List.of(new Statement.Restore(site, old), new Statement.Store(array, store.index(), old)));
    }

    @Override
    public Sweep allocate(Statement.Allocate allocate) {
        Variable target = allocate.target();
        Sweep saved = overwrite(target);
        List<Statement> forward = new ArrayList<>(saved.forward());
        forward.add(allocate);
        if (activity.isActive(target)) {
            forward.add(new Statement.Allocate(bars.of(target), allocate.lengths()));
        }
        return new Sweep(forward, saved.reverse());
    }

    @Override
    public Sweep block(Statement.Block block) {
        if (!block.isLabelled()) {
            return inner(block);
        }
        Scopes.Scope scope = scopes.enter(Scopes.Kind.BLOCK, block.label());
        Sweep sweep = sequence(block.statements(), scope);
        List<Statement> forward = completed(sweep.forward(), scope);
        scopes.leave(scope);
        return new Sweep(
                List.of(new Statement.Block(block.label(), forward)), Sweep.concat(recall(scope), sweep.reverse()));
    }

    @Override
    public Sweep branch(Statement.If branch) {
        boolean repeatable =
                Stability.of(branch.condition(), activity).survives(List.of(branch.then(), branch.otherwise()));
        Scopes.Scope scope = scopes.enter(Scopes.Kind.BRANCH, "");
        boolean taped = !repeatable && scope.exit.taped();
        scope.side(true, taped);
        Sweep then = side(branch.then(), scope);
        scope.side(false, taped);
        Sweep otherwise = side(branch.otherwise(), scope);
        scopes.leave(scope);
        Expr condition = repeatable ? branch.condition() : scope.exit.variable();
        List<Statement> forward = new ArrayList<>();
        if (!repeatable && !taped) {
            forward.add(new Statement.Assign(scope.exit.variable(), branch.condition()));
        }
        forward.add(new Statement.If(
                repeatable || taped ? branch.condition() : condition,
                Statement.Block.of(then.forward()),
                Statement.Block.of(otherwise.forward())));
        List<Statement> reverse = new ArrayList<>(taped ? scope.exit.recall() : List.of());
        reverse.add(new Statement.If(
                condition, Statement.Block.of(then.reverse()), Statement.Block.of(otherwise.reverse())));
        return new Sweep(forward, reverse);
    }

    private Sweep side(Statement.Block block, Scopes.Scope scope) {
        Sweep sweep = inner(block);
        if (!Completion.isPossible(sweep.forward())) {
            return sweep;
        }
        return new Sweep(Sweep.concat(sweep.forward(), scope.recordSide()), sweep.reverse());
    }

    private Extents extents() {
        if (extents.isEmpty()) {
            extents = Optional.of(Extents.of(primal, activity.aliases()));
        }
        return extents.get();
    }

    @Override
    public Sweep count(Statement.For loop) {
        Optional<Independence.Traits> traits =
                scopes.loops() == 0 ? turns.independent(loop, usage, activity, extents()) : Optional.empty();
        return withCounter(loop, traits.map(t -> turnByTurn(loop, t)).orElseGet(() -> looped(loop)));
    }

    /** Keeps what the counter held before, if it is also a register of another use. */
    private Sweep withCounter(Statement.For loop, Sweep sweep) {
        if (!usage.isMoreThanCounter(loop.counter())) {
            return sweep;
        }
        Sweep saved = pair(loop.counter());
        return new Sweep(
                Sweep.concat(saved.forward(), sweep.forward()), Sweep.concat(sweep.reverse(), saved.reverse()));
    }

    /** A loop whose turns are swept one by one, each forward and at once in reverse. */
    private Sweep turnByTurn(Statement.For loop, Independence.Traits traits) {
        List<Statement> forward = new ArrayList<>();
        List<Statement> restored = new ArrayList<>();
        for (Variable accumulator : traits.accumulators()) {
            Sweep saved = overwrite(accumulator);
            forward.addAll(saved.forward());
            restored.addAll(saved.reverse());
        }
        forward.add(loop);
        keepCallees(loop.body());
        Scopes.Scope scope = scopes.enter(Scopes.Kind.LOOP, loop.label());
        int loops = scopes.forgetLoops();
        turns.enter(loop, traits, activity, names);
        Sweep body = sequence(loop.body().statements(), scope);
        turns.leave();
        scopes.rememberLoops(loops);
        scopes.leave(scope);
        List<Statement> again = new ArrayList<>(body.forward());
        again.removeIf(Statement.Comment.class::isInstance);
        Statement.For back = Reversal.of(loop, names.fresh("reverse"), Sweep.concat(again, body.reverse()));
        turns.pair(loop, back, traits);
        return new Sweep(forward, Sweep.concat(List.of(back), restored));
    }

    private void keepCallees(Statement.Block block) {
        Walk.statements(block, statement -> {
            if (statement instanceof Statement.Call call) {
                variants.keep(call.callee());
            }
        });
    }

    private Sweep looped(Statement.For loop) {
        Scopes.Scope scope = scopes.enter(Scopes.Kind.LOOP, loop.label());
        List<Statement.Assign> repeated = Recomputation.of(loop, usage, activity);
        repeated.forEach(s -> recomputed.add(s.target()));
        List<Statement> again = withShadows(repeated);
        Sweep body = sequence(loop.body().statements(), scope);
        List<Statement> forward = completed(body.forward(), scope);
        scopes.leave(scope);
        List<Statement> reverse = Sweep.concat(Sweep.concat(recall(scope), again), body.reverse());
        if (!scope.leftEarly && Reversal.isExact(loop)) {
            return new Sweep(
                    List.of(new Statement.For(
                            loop.label(),
                            loop.counter(),
                            loop.from(),
                            loop.to(),
                            loop.step(),
                            Statement.Block.of(forward))),
                    List.of(Reversal.of(loop, names.fresh("reverse"), reverse)));
        }
        Variable turn = names.variable("turn", Type.INT);
        Expr counter = loop.from().plus(turn.times(loop.step()));
        List<Statement> turned = Sweep.concat(List.of(new Statement.Assign(loop.counter(), counter)), reverse);
        Statement counted = new Statement.For(
                loop.label(), loop.counter(), loop.from(), loop.to(), loop.step(), counting(scope, forward));
        return turns(scope, counted, turn, turned);
    }

    private List<Statement> withShadows(List<Statement.Assign> repeated) {
        List<Statement> all = new ArrayList<>();
        for (Statement.Assign assign : repeated) {
            all.add(assign);
            if (assign.target().type().isArray() && activity.isActive(assign.target())) {
                all.add(new Statement.Assign(bars.of(assign.target()), bars.ofArray(assign.value())));
            }
        }
        return all;
    }

    @Override
    public Sweep loop(Statement.While loop) {
        Scopes.Scope scope = scopes.enter(Scopes.Kind.LOOP, loop.label());
        Sweep body = sequence(loop.body().statements(), scope);
        List<Statement> forward = completed(body.forward(), scope);
        scopes.leave(scope);
        Statement counted = new Statement.While(loop.label(), loop.condition(), counting(scope, forward));
        return turns(scope, counted, names.variable("turn", Type.INT), Sweep.concat(recall(scope), body.reverse()));
    }

    private static Statement.Block counting(Scopes.Scope scope, List<Statement> body) {
        Variable turns = scope.turns.variable();
        return Statement.Block.of(Sweep.concat(List.of(new Statement.Assign(turns, turns.plus(1))), body));
    }

    /** A loop that counts its turns, and the loop that goes back over as many. */
    private Sweep turns(Scopes.Scope scope, Statement loop, Variable turn, List<Statement> reverse) {
        Variable turns = scope.turns.variable();
        List<Statement> forward = new ArrayList<>();
        forward.add(new Statement.Assign(turns, Expr.constant(0)));
        forward.add(loop);
        if (Completion.isPossible(loop)) {
            forward.addAll(scope.turns.keep());
        }
        Statement back = new Statement.For(
                names.fresh("reverse"), turn, turns.minus(1), Expr.constant(-1), -1, Statement.Block.of(reverse));
        return new Sweep(forward, Sweep.concat(scope.turns.recall(), List.of(back)));
    }

    @Override
    public Sweep leave(Statement.Break leave) {
        return jump(leave.label(), false, leave);
    }

    @Override
    public Sweep next(Statement.Continue next) {
        return jump(next.label(), true, next);
    }

    @Override
    public Sweep exit(Statement.Return exit) {
        return jump(scopes.procedureLabel(), false, new Statement.Break(scopes.procedureLabel()));
    }

    private Sweep jump(String target, boolean isContinue, Statement jump) {
        return new Sweep(Sweep.concat(scopes.jump(target, isContinue), List.of(jump)), List.of());
    }

    @Override
    public Sweep fail(Statement.Throw failure) {
        return Sweep.forward(failure);
    }

    @Override
    public Sweep call(Statement.Call call) {
        List<Statement> forward = new ArrayList<>();
        List<Statement> reverse = new ArrayList<>();
        for (Variable result : call.results()) {
            Sweep saved = overwrite(result);
            forward.addAll(saved.forward());
            reverse.addAll(saved.reverse());
        }
        if (call.callee() instanceof External external) {
            ExternalCall seen = new ExternalCall(call, external, activity, variants, position);
            Set<Variable> made = newArrays.getOrDefault(call, Set.of());
            Sweep sweep = ExternalAdjoint.of(seen, bars, names, accumulation, scopes.loops() > 0, made, putBack);
            return new Sweep(Sweep.concat(forward, sweep.forward()), Sweep.concat(sweep.reverse(), reverse));
        }
        Effects effects = activity.memory().of(call.callee());
        BitSet mask = activity.mask(call);
        if (mask.isEmpty() && !effects.writesMemory() && !effects.isTaping()) {
            variants.keep(call.callee());
            forward.add(call);
            List<Statement> zeros = call.results().stream()
                    .filter(r -> r.type().isReal() && activity.isActive(r))
                    .map(this::zero)
                    .toList();
            return new Sweep(forward, Sweep.concat(zeros, reverse));
        }
        CallAdjoint adjoint = new CallAdjoint(call, mask, activity, variants, bars, names);
        forward.add(adjoint.forward());
        List<Statement> back = new ArrayList<>();
        back.add(adjoint.reverse());
        call.results().stream()
                .filter(r -> r.type().isReal() && activity.isActive(r))
                .forEach(r -> back.add(zero(r)));
        adjoint.shares().forEach(s -> back.addAll(accumulation.add(s.getKey(), s.getValue())));
        return new Sweep(forward, Sweep.concat(back, reverse));
    }

    private Statement zero(Variable result) {
        return new Statement.Assign(bars.of(result), Expr.constant(0.0));
    }

    /** The adjoint of a push is a pop from the adjoint's tape, and the other way round. */
    @Override
    public Sweep save(Statement.Save save) {
        if (!activity.isActive(save.site()) || save.value().type().isArray()) {
            return new Sweep(shadowSave(save), List.of());
        }
        Variable popped = names.variable(save.site().name() + "Popped", Type.DOUBLE);
        List<Statement> reverse = new ArrayList<>();
        reverse.add(new Statement.Restore(bars.of(save.site()), popped));
        reverse.addAll(accumulation.add(save.value(), popped));
        return new Sweep(List.of(save), reverse);
    }

    private List<Statement> shadowSave(Statement.Save save) {
        if (!activity.isActive(save.site())) {
            return List.of(save);
        }
        return List.of(save, new Statement.Save(bars.of(save.site()), bars.ofArray(save.value())));
    }

    @Override
    public Sweep restore(Statement.Restore restore) {
        Variable target = restore.target();
        Sweep saved = overwrite(target);
        List<Statement> forward = new ArrayList<>(saved.forward());
        forward.add(restore);
        List<Statement> reverse = new ArrayList<>();
        boolean active = activity.isActive(restore.site());
        if (active && target.type().isArray()) {
            forward.add(new Statement.Restore(bars.of(restore.site()), bars.of(target)));
        } else if (active) {
            reverse.add(new Statement.Save(bars.of(restore.site()), bars.of(target)));
        }
        if (activity.isActive(target) && target.type().isReal()) {
            reverse.add(zero(target));
        }
        reverse.addAll(saved.reverse());
        return new Sweep(forward, reverse);
    }

    @Override
    public Sweep comment(Statement.Comment comment) {
        position = comment.position();
        return new Sweep(List.of(comment), List.of(comment));
    }
}
