package org.cotangent.ad.transform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Kernel;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The normal form that transforms work on: every real value is a leaf or one operation on leaves,
 * where a leaf is a constant, a variable, an array element, or an integer made real.
 *
 * <p>Lazy choices between reals become {@code if}; integer and boolean expressions stay trees, as
 * they carry no derivative. A target that its own operation reads gets a temporary where the
 * derivative needs the result. Stored indices that read arrays are computed before the store.
 */
final class ThreeAddress extends Rewrite {

    /** A map that held more is thrown away, as clearing it costs more than a new one. */
    private static final int MANY_LEAVES = 64;

    private final Supplier<Names> source;
    private @Nullable Names names;
    private Map<Expr, Expr> leaves = new HashMap<>();
    private final Deque<Expr> pending = new ArrayDeque<>();
    private boolean guarded;

    private ThreeAddress(Supplier<Names> source) {
        this.source = source;
    }

    static Procedure of(Procedure procedure) {
        return of(procedure, () -> Names.of(procedure));
    }

    /** @param names where names of temporaries come from, asked for when the first is needed */
    static Procedure of(Procedure procedure, Supplier<Names> names) {
        ThreeAddress pass = new ThreeAddress(names);
        return procedure.withBody(pass.rewrite(procedure.body()));
    }

    @Override
    public @Nullable Void assign(Statement.Assign assign) {
        begin(assign.guarded());
        if (!assign.target().type().isReal()) {
            return copy(assign);
        }
        Expr value = reduce(assign.value());
        if (needsTemporary(assign.target(), value)) {
            value = temporary(value);
        }
        return copy(assign.withValue(value));
    }

    private void begin(boolean guard) {
        if (leaves.size() > MANY_LEAVES) {
            leaves = new HashMap<>();
        } else if (!leaves.isEmpty()) {
            leaves.clear();
        }
        guarded = guard;
    }

    /** A new variable. */
    private Variable fresh(String wish, Type type) {
        if (names == null) {
            names = source.get();
        }
        return names.variable(wish, type);
    }

    private void note(Expr expression, Expr leaf) {
        leaves.put(expression, leaf);
    }

    private static boolean needsTemporary(Variable target, Expr value) {
        return value instanceof Apply apply && Reads.reads(value, target) && apply.hasPartialOfResult();
    }

    @Override
    public @Nullable Void store(Statement.Store store) {
        begin(false);
        Expr array = store.array();
        Expr index = store.index();
        if (Reads.any(index, Load.class::isInstance)) {
            index = named("index", index);
        }
        if (array instanceof Load) {
            array = named(Reads.base(array).name() + "Row", array);
        }
        Expr value = store.value().type().isReal() ? leaf(store.value()) : store.value();
        return copy(new Statement.Store(array, index, value));
    }

    private Variable named(String wish, Expr value) {
        Variable variable = fresh(wish, value.type());
        emit(new Statement.Assign(variable, value));
        return variable;
    }

    @Override
    public @Nullable Void call(Statement.Call call) {
        begin(false);
        List<Expr> arguments = new ArrayList<>();
        for (Expr argument : call.arguments()) {
            arguments.add(argument.type().isReal() ? argument(argument) : stable(argument));
        }
        List<Variable> results = new ArrayList<>();
        List<Statement> after = new ArrayList<>();
        for (Variable result : call.results()) {
            boolean read = arguments.stream().anyMatch(a -> Reads.reads(a, result));
            Variable receiver = read ? fresh(result.name(), result.type()) : result;
            results.add(receiver);
            if (read) {
                after.add(new Statement.Assign(result, receiver));
            }
        }
        emit(new Statement.Call(results, call.callee(), arguments));
        after.forEach(this::emit);
        return null;
    }

    /** An argument that has its value again when the reverse sweep calls: the callee may store what it reads. */
    private Expr stable(Expr argument) {
        return Reads.any(argument, Load.class::isInstance) ? named("argument", argument) : argument;
    }

    private Expr argument(Expr argument) {
        return stable(leaf(argument));
    }

    @Override
    public @Nullable Void save(Statement.Save save) {
        begin(false);
        Expr value = save.value().type().isReal() ? leaf(save.value()) : save.value();
        return copy(new Statement.Save(save.site(), value));
    }

    /** The expression as one operation on leaves, or a leaf. */
    private Expr reduce(Expr expression) {
        if (!(expression instanceof Apply apply) || isLeaf(expression)) {
            return expression;
        }
        if (apply.op() == Op.CONDITIONAL) {
            return choice(apply);
        }
        if (isNormal(apply)) {
            return apply;
        }
        Expr[] operands = new Expr[apply.arity()];
        for (int i = 0; i < operands.length; i++) {
            operands[i] = leaf(apply.operand(i));
        }
        return Expr.apply(apply.op(), operands);
    }

    private static boolean isNormal(Apply apply) {
        boolean normal = true;
        for (int i = 0; normal && i < apply.arity(); i++) {
            normal = isLeaf(apply.operand(i));
        }
        return normal;
    }

    /** A leaf of the expression's value; computes what is below it first, without recursion on depth. */
    private Expr leaf(Expr expression) {
        if (isLeaf(expression)) {
            return expression;
        }
        int outer = pending.size();
        pending.push(expression);
        while (pending.size() > outer) {
            Expr next = pending.element();
            if (leaves.containsKey(next) || !pushMissing(next)) {
                pending.pop();
                if (!leaves.containsKey(next)) {
                    note(next, temporary(reduce(next)));
                }
            }
        }
        return known(expression);
    }

    private boolean pushMissing(Expr expression) {
        boolean missing = false;
        Apply apply = (Apply) expression;
        if (apply.op() == Op.CONDITIONAL) {
            return false;
        }
        for (int i = apply.arity() - 1; i >= 0; i--) {
            Expr operand = apply.operand(i);
            if (!isLeaf(operand) && !leaves.containsKey(operand)) {
                pending.push(operand);
                missing = true;
            }
        }
        return missing;
    }

    private Expr known(Expr expression) {
        Expr leaf = leaves.get(expression);
        if (leaf == null) {
            throw new IllegalStateException("no value was computed for " + expression);
        }
        return leaf;
    }

    private static boolean isLeaf(Expr expression) {
        return !expression.type().isReal()
                || expression instanceof Constant
                || expression instanceof Variable
                || expression instanceof Load
                || (expression instanceof Apply apply && apply.op().kernel() instanceof Kernel.Widening);
    }

    private Expr temporary(Expr value) {
        if (value instanceof Variable || value instanceof Constant) {
            return value;
        }
        Variable variable = fresh("t", value.type());
        emit(new Statement.Assign(variable, value, guarded));
        return variable;
    }

    /** {@code condition ? a : b} as an if; what is inside a branch stays inside. */
    private Expr choice(Apply apply) {
        Variable variable = fresh("chosen", apply.type());
        emit(new Statement.If(
                apply.operand(0), branch(variable, apply.operand(1)), branch(variable, apply.operand(2))));
        return variable;
    }

    private Statement.Block branch(Variable target, Expr value) {
        Map<Expr, Expr> outer = leaves;
        leaves = new HashMap<>(outer);
        Statement.Block block = capture("", () -> emit(new Statement.Assign(target, reduce(value), guarded)));
        leaves = outer;
        return block;
    }
}
