package org.cotangent.ad.transform;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.ExprVisitor;
import org.cotangent.ad.expr.Length;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Simplification;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Forward pass that replaces registers by what they are known to hold: constants, copies, and
 * results computed before (common subexpressions). Adjoints start at 0 and are known to return to 0
 * at the end of a turn, so that first contributions become assignments.
 *
 * <p>Statements that compute derivatives are simplified by the rules for derivatives, all others
 * exactly; see {@link Simplification}.
 */
final class Propagation extends Rewrite {

    private final VariableSet primal;
    private final Aliases aliases;
    private final Memory memory;
    private final Facts facts;
    private final CallValues calls;
    private final Map<String, Hopes> hopes = new HashMap<>();
    private final Substitution substitution = new Substitution();
    /** What inner loops refuted in the last turn over an outer one: less is known in the next. */
    private final Map<Statement.Block, Set<Variable>> refuted = new IdentityHashMap<>();

    private int depth;
    private boolean derivative;

    /** Constants hoped to hold in every turn of a loop, and those that a turn has refuted. */
    private final class Hopes {
        private final Map<Variable, Expr> constants;
        private final Set<Variable> refuted = new HashSet<>();
        private final Set<Variable> refutedOutside = new HashSet<>();

        Hopes(Map<Variable, Expr> constants) {
            this.constants = constants;
        }

        /** Compares with what is known where control goes to the next turn, or leaves. */
        void meet(Set<Variable> refutations) {
            constants.forEach((variable, value) -> {
                if (!facts.valueOf(variable).equals(value)) {
                    refutations.add(variable);
                }
            });
        }
    }

    private Propagation(Procedure procedure, VariableSet primal, Aliases aliases, Memory memory) {
        this.primal = primal;
        this.aliases = aliases;
        this.memory = memory;
        this.calls = new CallValues(memory);
        Set<Variable> parameters = Set.copyOf(procedure.parameters());
        this.facts = new Facts(
                aliases,
                variable -> variable.type().isReal() && !primal.contains(variable) && !parameters.contains(variable));
    }

    /** @param primal variables that hold values of the function rather than derivatives */
    static Procedure of(Procedure procedure, VariableSet primal, Memory memory) {
        Propagation pass = new Propagation(procedure, primal, Aliases.of(procedure, memory), memory);
        return procedure.withBody(pass.rewrite(procedure.body()));
    }

    @Override
    Expr rewrite(Expr expression) {
        return expression.accept(substitution);
    }

    /** Rewrites an expression with what is known about the registers it reads. */
    private final class Substitution implements ExprVisitor<Expr> {
        @Override
        public Expr constant(Constant constant) {
            return constant;
        }

        @Override
        public Expr variable(Variable variable) {
            return facts.valueOf(variable);
        }

        @Override
        public Expr apply(Apply apply) {
            Expr @Nullable [] operands = Operands.rewritten(apply, this);
            if (operands == null) {
                return apply;
            }
            return derivative && apply.type().isReal()
                    ? Simplification.derivative(apply.op(), operands)
                    : Expr.apply(apply.op(), operands);
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

    @Override
    public @Nullable Void assign(Statement.Assign assign) {
        Variable target = assign.target();
        derivative = !primal.contains(target);
        Expr value = rewrite(assign.value());
        derivative = false;
        if (target.type().isArray()) {
            facts.forget(target);
            return copy(assign.withValue(value));
        }
        value = facts.known(value);
        if (value == target) {
            return null;
        }
        facts.forget(target);
        facts.learn(target, value);
        return copy(assign.withValue(value));
    }

    @Override
    public @Nullable Void store(Statement.Store store) {
        derivative = !primal.contains(Reads.base(store.array()));
        super.store(store);
        derivative = false;
        facts.forgetMemory(aliases.classOf(store.array()));
        return null;
    }

    @Override
    public @Nullable Void allocate(Statement.Allocate allocate) {
        super.allocate(allocate);
        facts.forget(allocate.target());
        return null;
    }

    @Override
    public @Nullable Void call(Statement.Call call) {
        Statement.Call rewritten = new Statement.Call(
                call.results(),
                call.callee(),
                call.arguments().stream().map(this::rewrite).toList());
        Optional<Expr> value = calls.of(rewritten);
        Optional<Expr> known = value.map(facts::known).filter(Variable.class::isInstance);
        if (known.isPresent()) {
            return assign(new Statement.Assign(call.results().get(0), known.get()));
        }
        copy(rewritten);
        call.results().forEach(facts::forget);
        Effects.storedBy(call, memory, aliases).forEach(facts::forgetMemory);
        value.ifPresent(v -> facts.learn(call.results().get(0), v));
        return null;
    }

    @Override
    public @Nullable Void restore(Statement.Restore restore) {
        facts.forget(restore.target());
        return copy(restore);
    }

    @Override
    public @Nullable Void block(Statement.Block block) {
        if (!block.isLabelled()) {
            return super.block(block);
        }
        Statement.Block inside = rewrite(block);
        emit(inside);
        forgetAssigned(block);
        return null;
    }

    private void forgetAssigned(Statement.Block block) {
        Walk.statements(block, s -> Walk.assigned(s, facts::forget));
        forgetStored(block);
    }

    private void forgetStored(Statement.Block block) {
        Set<Object> stored = new HashSet<>();
        Walk.statements(block, s -> {
            if (s instanceof Statement.Store store) {
                stored.add(aliases.classOf(store.array()));
            } else if (s instanceof Statement.Call call) {
                stored.addAll(Effects.storedBy(call, memory, aliases));
            }
        });
        stored.forEach(facts::forgetMemory);
    }

    @Override
    public @Nullable Void branch(Statement.If branch) {
        Expr condition = rewrite(branch.condition());
        if (condition instanceof Constant known) {
            return block(Statement.Block.of(
                    known.integer() != 0
                            ? branch.then().statements()
                            : branch.otherwise().statements()));
        }
        Set<Variable> assigned = new HashSet<>();
        Walk.statements(branch.then(), s -> Walk.assigned(s, assigned::add));
        Walk.statements(branch.otherwise(), s -> Walk.assigned(s, assigned::add));
        Side then = side(branch.then(), assigned);
        Side otherwise = side(branch.otherwise(), assigned);
        emit(new Statement.If(condition, then.block, otherwise.block));
        assigned.forEach(facts::forget);
        forgetStored(branch.then());
        forgetStored(branch.otherwise());
        for (Variable variable : assigned) {
            Expr value = then.completes ? then.constants.get(variable) : otherwise.constants.get(variable);
            Expr other = otherwise.completes ? otherwise.constants.get(variable) : value;
            if (value != null && value.equals(other)) {
                facts.put(variable, value);
            }
        }
        return null;
    }

    /** A rewritten side of a branch, and the constants known at its end. */
    private record Side(Statement.Block block, Map<Variable, Expr> constants, boolean completes) {}

    private Side side(Statement.Block block, Set<Variable> assigned) {
        int mark = facts.mark();
        Statement.Block rewritten = rewrite(block);
        Map<Variable, Expr> constants = facts.constants(assigned);
        facts.revert(mark);
        return new Side(rewritten, constants, Completion.isPossible(rewritten.statements()));
    }

    @Override
    public @Nullable Void count(Statement.For loop) {
        Expr from = rewrite(loop.from());
        Turned turned = turns(loop.label(), loop.body(), loop.counter(), () -> rewrite(loop.to()));
        return copy(new Statement.For(loop.label(), loop.counter(), from, turned.head, loop.step(), turned.body));
    }

    @Override
    public @Nullable Void loop(Statement.While loop) {
        Turned turned = turns(loop.label(), loop.body(), null, () -> rewrite(loop.condition()));
        return copy(new Statement.While(loop.label(), turned.head, turned.body));
    }

    /** A rewritten loop. */
    private record Turned(Expr head, Statement.Block body) {}

    private Turned turns(
            String label, Statement.Block body, @Nullable Variable counter, java.util.function.Supplier<Expr> head) {
        Set<Variable> assigned = new HashSet<>();
        Walk.statements(body, s -> Walk.assigned(s, assigned::add));
        if (counter != null) {
            assigned.add(counter);
        }
        Map<Variable, Expr> constants = facts.constants(assigned);
        if (counter != null) {
            constants.remove(counter);
        }
        Set<Variable> hopeless = refuted.computeIfAbsent(body, absent -> new HashSet<>());
        constants.keySet().removeAll(hopeless);
        depth++;
        assigned.forEach(facts::forget);
        forgetStored(body);
        while (true) {
            Hopes hope = new Hopes(constants);
            hopes.put(label, hope);
            int mark = facts.mark();
            constants.forEach(facts::put);
            Expr rewrittenHead = head.get();
            Statement.Block rewritten = rewrite(body);
            if (Completion.isPossible(rewritten.statements())) {
                hope.meet(hope.refuted);
            }
            facts.revert(mark);
            constants = new HashMap<>(constants);
            constants.keySet().removeAll(hope.refuted);
            hopeless.addAll(hope.refuted);
            if (hope.refuted.isEmpty()) {
                depth--;
                if (depth == 0) {
                    refuted.clear();
                }
                constants.keySet().removeAll(hope.refutedOutside);
                constants.forEach(facts::put);
                return new Turned(rewrittenHead, rewritten);
            }
        }
    }

    @Override
    public @Nullable Void leave(Statement.Break leave) {
        Hopes hope = hopes.get(leave.label());
        if (hope != null) {
            hope.meet(hope.refutedOutside);
        }
        return copy(leave);
    }

    @Override
    public @Nullable Void next(Statement.Continue next) {
        Hopes hope = hopes.get(next.label());
        if (hope != null) {
            hope.meet(hope.refuted);
        }
        return copy(next);
    }
}
