package org.cotangent.ad.transform;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Site;
import org.cotangent.ad.ir.Statement;

/**
 * Which variables, arrays and tapes of a procedure can depend on its independent parameters.
 * Arrays that share memory are active together. Flow-insensitive: a variable is active everywhere
 * or nowhere.
 */
final class Activity {

    private final Aliases aliases;
    private final Activities program;
    private final VariableSet activeScalars = new VariableSet();
    private final Set<Object> activeMemory = new HashSet<>();
    private boolean changed;

    private Activity(Aliases aliases, Activities program) {
        this.aliases = aliases;
        this.program = program;
    }

    /** What a call makes active, given which of its parameters are. */
    record Summary(BitSet parameters, BitSet results) {}

    /**
     * The activity of a procedure.
     *
     * @param procedure in three-address form
     * @param mask which parameters are independent, by position; behind them, which array results
     *     the caller holds derivatives of
     */
    static Activity of(Procedure procedure, BitSet mask, Activities program) {
        Activity activity = new Activity(Aliases.of(procedure, program.memory()), program);
        mask.stream().mapToObj(i -> interfaceVariable(procedure, i)).forEach(activity::activate);
        do {
            activity.changed = false;
            Walk.statements(procedure.body(), activity::propagate);
        } while (activity.changed);
        return activity;
    }

    Aliases aliases() {
        return aliases;
    }

    Memory memory() {
        return program.memory();
    }

    boolean isActive(Variable variable) {
        if (!variable.type().isDifferentiable()) {
            return false;
        }
        return variable.type().isArray()
                ? activeMemory.contains(aliases.classOf((Object) variable))
                : activeScalars.contains(variable);
    }

    boolean isActive(Site site) {
        if (!site.type().isDifferentiable()) {
            return false;
        }
        return program.isActive(site) || (site.type().isArray() && activeMemory.contains(aliases.classOf(site)));
    }

    /** Whether an expression's derivative can be other than 0. */
    boolean isActive(Expr expression) {
        if (!expression.type().isDifferentiable() || expression instanceof Constant) {
            return false;
        }
        if (expression instanceof Variable variable) {
            return isActive(variable);
        }
        if (expression instanceof Load load) {
            return activeMemory.contains(aliases.classOf(load.array()));
        }
        return expression instanceof Apply apply && isActive(apply);
    }

    private boolean isActive(Apply apply) {
        boolean lazy = apply.op() == Op.CONDITIONAL;
        if (!lazy && !apply.op().isDifferentiable()) {
            return false;
        }
        for (int i = lazy ? 1 : 0; i < apply.arity(); i++) {
            if (isActive(apply.operand(i)) && (lazy || !apply.op().isFlat(i))) {
                return true;
            }
        }
        return false;
    }

    private static Variable interfaceVariable(Procedure procedure, int position) {
        int parameters = procedure.parameters().size();
        return position < parameters
                ? procedure.parameters().get(position)
                : procedure.results().get(position - parameters);
    }

    /** Which arguments of a call are active and, behind them, which array results. */
    BitSet mask(Statement.Call call) {
        BitSet mask = new BitSet();
        int arguments = call.arguments().size();
        for (int i = 0; i < arguments; i++) {
            mask.set(i, isActive(call.arguments().get(i)));
        }
        for (int i = 0; i < call.results().size(); i++) {
            Variable result = call.results().get(i);
            mask.set(arguments + i, result.type().isArray() && isActive(result));
        }
        return mask;
    }

    Summary summary(Procedure procedure) {
        BitSet parameters = new BitSet();
        BitSet results = new BitSet();
        for (int i = 0; i < procedure.parameters().size(); i++) {
            Variable parameter = procedure.parameters().get(i);
            parameters.set(i, parameter.type().isArray() && isActive(parameter));
        }
        for (int i = 0; i < procedure.results().size(); i++) {
            results.set(i, isActive(procedure.results().get(i)));
        }
        return new Summary(parameters, results);
    }

    private void activate(Object member) {
        if (member instanceof Site site) {
            activate(site);
        } else if (member instanceof Variable variable && variable.type().isArray()) {
            changed |= variable.type().isDifferentiable() && activeMemory.add(aliases.classOf(member));
        } else if (member instanceof Variable variable
                && variable.type().isDifferentiable()
                && !activeScalars.contains(variable)) {
            activeScalars.add(variable);
            changed = true;
        }
    }

    private void activate(Site site) {
        if (site.type().isDifferentiable()) {
            changed |= program.activate(site);
            changed |= site.type().isArray() && activeMemory.add(aliases.classOf(site));
        }
    }

    private void propagate(Statement statement) {
        if (statement instanceof Statement.Assign assign) {
            flow(assign.value(), assign.target());
        } else if (statement instanceof Statement.Store store) {
            flow(store.value(), Reads.base(store.array()));
        } else if (statement instanceof Statement.Save save) {
            flow(save.value(), save.site());
            activateKnown(save.site());
        } else if (statement instanceof Statement.Restore restore) {
            activateKnown(restore.site());
            if (isActive(restore.site())) {
                activate(restore.target());
            }
        } else if (statement instanceof Statement.Call call) {
            flow(call);
        }
    }

    /** A reference tape that is active elsewhere makes its class active here, and the other way round. */
    private void activateKnown(Site site) {
        if (site.type().isArray() && isActive(site)) {
            activate(site);
        }
    }

    private void flow(Expr value, Object target) {
        if (isActive(value)) {
            activate(target);
        }
    }

    private void flow(Statement.Call call) {
        Summary summary = program.summary(call.callee(), mask(call));
        for (int i = 0; i < call.arguments().size(); i++) {
            if (summary.parameters().get(i) && call.arguments().get(i).type().isArray()) {
                activate(Reads.base(call.arguments().get(i)));
            }
        }
        for (int i = 0; i < call.results().size(); i++) {
            if (summary.results().get(i)) {
                activate(call.results().get(i));
            }
        }
    }
}
