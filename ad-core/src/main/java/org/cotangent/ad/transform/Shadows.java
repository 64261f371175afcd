package org.cotangent.ad.transform;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Site;

/**
 * The variables, arrays and tapes that hold derivatives, beside those that hold values, as one
 * procedure sees them.
 */
final class Shadows {

    /** The shadows of a whole program: sweeps that share a variable share its shadow. */
    static final class Pool {
        private final String suffix;
        private final Names names;
        private final Map<Variable, Variable> variables = new HashMap<>();
        private final Map<Site, Site> sites = new HashMap<>();

        /** @param suffix {@code Dot} for tangents, {@code Bar} for adjoints */
        Pool(String suffix, Names names) {
            this.suffix = suffix;
            this.names = names;
        }

        /** Visits every variable that has a shadow. */
        void forEach(BiConsumer<Variable, Variable> visit) {
            Map.copyOf(variables).forEach(visit);
        }
    }

    private final Pool pool;
    private final Activity activity;

    Shadows(Pool pool, Activity activity) {
        this.pool = pool;
        this.activity = activity;
    }

    Variable of(Variable variable) {
        return pool.variables.computeIfAbsent(
                variable,
                v -> pool.names.variable(v.name() + pool.suffix, v.type().shadow()));
    }

    Site of(Site site) {
        return pool.sites.computeIfAbsent(
                site, s -> Site.of(s.name() + pool.suffix, s.type().shadow()));
    }

    /** The shadow of an array expression: {@code mBar[i]} for {@code m[i]}. */
    Expr ofArray(Expr array) {
        return array instanceof Load load ? ofArray(load.array()).at(load.index()) : of(Reads.base(array));
    }

    /** The derivative of a leaf: 0 if it is not active. */
    Expr ofLeaf(Expr leaf) {
        if (leaf instanceof Constant || !activity.isActive(leaf)) {
            return Expr.constant(0.0);
        }
        if (leaf instanceof Load load) {
            return ofArray(load.array()).at(load.index());
        }
        return leaf instanceof Variable variable ? of(variable) : Expr.constant(0.0);
    }
}
