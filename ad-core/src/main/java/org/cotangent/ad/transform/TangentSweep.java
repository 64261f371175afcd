package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Simplification;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;
import org.jspecify.annotations.Nullable;

/** The tangent of one procedure: every statement with its tangent beside it. */
final class TangentSweep extends Rewrite {

    private final Procedure primal;
    private final BitSet mask;
    private final Activity activity;
    private final Variants variants;
    private final Shadows dots;
    private final Names names;

    /** @param primal in three-address form */
    TangentSweep(Procedure primal, BitSet mask, Activity activity, Variants variants, Shadows.Pool pool, Names names) {
        this.names = names;
        this.primal = primal;
        this.mask = mask;
        this.activity = activity;
        this.variants = variants;
        this.dots = new Shadows(pool, activity);
    }

    Procedure derivative(String name) {
        List<Variable> parameters = new ArrayList<>();
        for (int i = 0; i < primal.parameters().size(); i++) {
            Variable parameter = primal.parameters().get(i);
            parameters.add(parameter);
            if (mask.get(i) || (parameter.type().isArray() && activity.isActive(parameter))) {
                parameters.add(dots.of(parameter));
            }
        }
        List<Variable> results = new ArrayList<>();
        for (Variable result : primal.results()) {
            results.add(result);
            if (hasDot(result)) {
                results.add(dots.of(result));
            }
        }
        return new Procedure(name, parameters, results, rewrite(primal.body()));
    }

    /** Real results always have a tangent, arrays if they are active. */
    private boolean hasDot(Variable result) {
        return result.type().isReal() || activity.isActive(result);
    }

    @Override
    public @Nullable Void assign(Statement.Assign assign) {
        if (!activity.isActive(assign.target())) {
            return copy(assign);
        }
        Variable target = assign.target();
        if (target.type().isArray()) {
            emit(new Statement.Assign(dots.of(target), dots.ofArray(assign.value())));
            return copy(assign);
        }
        Statement tangent = new Statement.Assign(dots.of(target), tangent(assign));
        if (Reads.reads(assign.value(), target)) {
            emit(tangent);
            return copy(assign);
        }
        emit(assign);
        return copy(tangent);
    }

    private Expr tangent(Statement.Assign assign) {
        if (!(assign.value() instanceof Apply apply)) {
            return dots.ofLeaf(assign.value());
        }
        Expr sum = Expr.constant(0.0);
        boolean strong = apply.op().isStrong() || assign.guarded();
        for (Partials.Share share : Partials.of(assign, apply, activity)) {
            Expr dot = dots.ofLeaf(share.operand());
            Expr partial = share.value();
            sum = Simplification.sum(
                    sum, strong ? Simplification.strongProduct(dot, partial) : Simplification.product(dot, partial));
        }
        return sum;
    }

    @Override
    public @Nullable Void store(Statement.Store store) {
        if (activity.isActive(Reads.base(store.array()))) {
            Expr dot = store.value().type().isArray() ? dots.ofArray(store.value()) : dots.ofLeaf(store.value());
            emit(new Statement.Store(dots.ofArray(store.array()), store.index(), dot));
        }
        return copy(store);
    }

    @Override
    public @Nullable Void allocate(Statement.Allocate allocate) {
        emit(allocate);
        if (activity.isActive(allocate.target())) {
            emit(new Statement.Allocate(dots.of(allocate.target()), allocate.lengths()));
        }
        return null;
    }

    @Override
    public @Nullable Void call(Statement.Call call) {
        if (call.callee() instanceof External external) {
            ExternalTangent.of(new ExternalCall(call, external, activity, variants), dots, names)
                    .forEach(this::emit);
            return null;
        }
        BitSet mask = activity.mask(call);
        if (mask.isEmpty() && !activity.memory().of(call.callee()).isTaping()) {
            variants.keep(call.callee());
            emit(call);
            call.results().stream().filter(activity::isActive).forEach(r -> emit(zero(r)));
            return null;
        }
        List<Expr> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Expr argument = call.arguments().get(i);
            arguments.add(argument);
            if (mask.get(i)) {
                arguments.add(argument.type().isArray() ? dots.ofArray(argument) : dots.ofLeaf(argument));
            }
        }
        List<Variable> results = new ArrayList<>();
        for (Variable result : call.results()) {
            results.add(result);
            if (hasDot(result)) {
                results.add(dots.of(result));
            }
        }
        return copy(new Statement.Call(results, variants.name(call.callee().name(), mask, "Tangent"), arguments));
    }

    private Statement zero(Variable target) {
        return new Statement.Assign(dots.of(target), Expr.constant(0.0));
    }

    @Override
    public @Nullable Void save(Statement.Save save) {
        if (activity.isActive(save.site())) {
            Expr dot = save.value().type().isArray() ? dots.ofArray(save.value()) : dots.ofLeaf(save.value());
            emit(new Statement.Save(dots.of(save.site()), dot));
        }
        return copy(save);
    }

    @Override
    public @Nullable Void restore(Statement.Restore restore) {
        emit(restore);
        if (activity.isActive(restore.site())) {
            return copy(new Statement.Restore(dots.of(restore.site()), dots.of(restore.target())));
        }
        if (activity.isActive(restore.target())) {
            emit(zero(restore.target()));
        }
        return null;
    }
}
