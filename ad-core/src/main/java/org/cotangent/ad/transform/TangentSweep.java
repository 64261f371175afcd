package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Simplification;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Position;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;
import org.jspecify.annotations.Nullable;

/** The tangents of one procedure: every statement with its tangents beside it, one for each direction. */
final class TangentSweep extends Rewrite {

    private final Procedure primal;
    private final BitSet mask;
    private final Activity activity;
    private final Variants variants;
    private final List<Shadows> directions;
    private final Names names;
    private Optional<Position> position = Optional.empty();

    /**
     * @param primal in three-address form
     * @param pools one for each direction
     */
    TangentSweep(
            Procedure primal,
            BitSet mask,
            Activity activity,
            Variants variants,
            List<Shadows.Pool> pools,
            Names names) {
        this.names = names;
        this.primal = primal;
        this.mask = mask;
        this.activity = activity;
        this.variants = variants;
        this.directions =
                pools.stream().map(pool -> new Shadows(pool, activity)).toList();
    }

    Procedure derivative(String name) {
        List<Variable> parameters = new ArrayList<>();
        for (int i = 0; i < primal.parameters().size(); i++) {
            Variable parameter = primal.parameters().get(i);
            parameters.add(parameter);
            if (mask.get(i) || (parameter.type().isArray() && activity.isActive(parameter))) {
                directions.forEach(dots -> parameters.add(dots.of(parameter)));
            }
        }
        List<Variable> results = new ArrayList<>();
        for (Variable result : primal.results()) {
            results.add(result);
            if (hasDot(result)) {
                directions.forEach(dots -> results.add(dots.of(result)));
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
            for (Shadows dots : directions) {
                emit(new Statement.Assign(dots.of(target), dots.ofArray(assign.value())));
            }
            return copy(assign);
        }
        if (Reads.reads(assign.value(), target)) {
            tangents(assign);
            return copy(assign);
        }
        emit(assign);
        tangents(assign);
        return null;
    }

    private void tangents(Statement.Assign assign) {
        if (!(assign.value() instanceof Apply apply)) {
            directions.forEach(
                    dots -> emit(new Statement.Assign(dots.of(assign.target()), dots.ofLeaf(assign.value()))));
            return;
        }
        List<Partials.Share> shares = Partials.of(assign, apply, activity);
        if (directions.size() > 1) {
            shares.replaceAll(share -> new Partials.Share(share.operand(), known(share.value())));
        }
        boolean strong = apply.op().isStrong() || assign.guarded();
        for (Shadows dots : directions) {
            emit(new Statement.Assign(dots.of(assign.target()), tangent(shares, strong, dots)));
        }
    }

    private static Expr tangent(List<Partials.Share> shares, boolean strong, Shadows dots) {
        Expr sum = Expr.constant(0.0);
        for (Partials.Share share : shares) {
            Expr dot = dots.ofLeaf(share.operand());
            Expr partial = share.value();
            sum = Simplification.sum(
                    sum, strong ? Simplification.strongProduct(dot, partial) : Simplification.product(dot, partial));
        }
        return sum;
    }

    /**
     * A partial derivative that all directions take: what is computed gets a register. Signs and
     * reciprocals stay, as products with them are written as for one direction, to the same bits.
     */
    private Expr known(Expr partial) {
        if (!(partial instanceof Apply apply)) {
            return partial;
        }
        if (apply.op() == Op.NEGATE) {
            return known(apply.operand(0)).negate();
        }
        if (apply.op() == Op.DIVIDE && apply.operand(0) instanceof Constant one && one.is(1.0)) {
            return one.dividedBy(known(apply.operand(1)));
        }
        Variable register = names.variable("slope", partial.type());
        emit(new Statement.Assign(register, partial));
        return register;
    }

    @Override
    public @Nullable Void store(Statement.Store store) {
        if (activity.isActive(Reads.base(store.array()))) {
            for (Shadows dots : directions) {
                emit(new Statement.Store(dots.ofArray(store.array()), store.index(), dots.ofValue(store.value())));
            }
        }
        return copy(store);
    }

    @Override
    public @Nullable Void allocate(Statement.Allocate allocate) {
        emit(allocate);
        if (activity.isActive(allocate.target())) {
            for (Shadows dots : directions) {
                emit(new Statement.Allocate(dots.of(allocate.target()), allocate.lengths()));
            }
        }
        return null;
    }

    @Override
    public @Nullable Void call(Statement.Call call) {
        if (call.callee() instanceof External external) {
            return external(call, external);
        }
        BitSet mask = activity.mask(call);
        if (mask.isEmpty() && !activity.memory().of(call.callee()).isTaping()) {
            variants.keep(call.callee());
            emit(call);
            call.results().stream().filter(activity::isActive).forEach(this::zero);
            return null;
        }
        List<Expr> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Expr argument = call.arguments().get(i);
            arguments.add(argument);
            if (mask.get(i)) {
                directions.forEach(dots -> arguments.add(dots.ofValue(argument)));
            }
        }
        List<Variable> results = new ArrayList<>();
        for (Variable result : call.results()) {
            results.add(result);
            if (hasDot(result)) {
                directions.forEach(dots -> results.add(dots.of(result)));
            }
        }
        return copy(new Statement.Call(results, variants.name(call.callee().name(), mask, "Tangent"), arguments));
    }

    /** The call once, and for each direction what comes before it and after it. */
    private @Nullable Void external(Statement.Call call, External external) {
        List<Statement> after = new ArrayList<>();
        for (Shadows dots : directions) {
            List<Statement> all =
                    ExternalTangent.of(new ExternalCall(call, external, activity, variants, position), dots, names);
            int place = all.indexOf(call);
            all.subList(0, place).forEach(this::emit);
            after.addAll(all.subList(place + 1, all.size()));
        }
        emit(call);
        after.forEach(this::emit);
        return null;
    }

    private void zero(Variable target) {
        directions.forEach(dots -> emit(new Statement.Assign(dots.of(target), Expr.constant(0.0))));
    }

    @Override
    public @Nullable Void comment(Statement.Comment comment) {
        position = comment.position();
        return copy(comment);
    }

    @Override
    public @Nullable Void save(Statement.Save save) {
        if (activity.isActive(save.site())) {
            for (Shadows dots : directions) {
                emit(new Statement.Save(dots.of(save.site()), dots.ofValue(save.value())));
            }
        }
        return copy(save);
    }

    @Override
    public @Nullable Void restore(Statement.Restore restore) {
        emit(restore);
        if (activity.isActive(restore.site())) {
            for (Shadows dots : directions) {
                emit(new Statement.Restore(dots.of(restore.site()), dots.of(restore.target())));
            }
        } else if (activity.isActive(restore.target())) {
            zero(restore.target());
        }
        return null;
    }
}
