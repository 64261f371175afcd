package org.cotangent.ad.transform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
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
        private final VariableMap<Variable> variables = new VariableMap<>();
        private final Map<Site, Site> sites = new HashMap<>();

        /** @param suffix {@code Dot} for tangents, {@code Bar} for adjoints */
        Pool(String suffix, Names names) {
            this.suffix = suffix;
            this.names = names;
        }

        /** Visits the parameters and results of a procedure that have a shadow. */
        void forEach(Procedure procedure, BiConsumer<Variable, Variable> visit) {
            for (List<Variable> list : List.of(procedure.parameters(), procedure.results())) {
                for (Variable variable : list) {
                    Variable shadow = variables.get(variable);
                    if (shadow != null) {
                        visit.accept(variable, shadow);
                    }
                }
            }
        }
    }

    private final Pool pool;
    private final Activity activity;

    Shadows(Pool pool, Activity activity) {
        this.pool = pool;
        this.activity = activity;
    }

    Variable of(Variable variable) {
        return pool.variables.get(
                variable,
                () -> pool.names.variable(
                        variable.name() + pool.suffix, variable.type().shadow()));
    }

    Site of(Site site) {
        return pool.sites.computeIfAbsent(
                site, s -> Site.of(s.name() + pool.suffix, s.type().shadow()));
    }

    /** The shadow of an array expression: {@code mBar[i]} for {@code m[i]}. */
    Expr ofArray(Expr array) {
        return array instanceof Load load ? ofArray(load.array()).at(load.index()) : of(Reads.base(array));
    }

    /** The shadow of an array, the derivative of a real. */
    Expr ofValue(Expr value) {
        return value.type().isArray() ? ofArray(value) : ofLeaf(value);
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
