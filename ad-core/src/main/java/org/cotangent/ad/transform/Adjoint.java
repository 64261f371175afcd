package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Site;
import org.cotangent.ad.ir.Statement;

/**
 * Reverse mode: a program that, after computing its values, propagates adjoints from results to
 * parameters.
 *
 * <p>The adjoint of {@code f(x, n, s) -> (r)} by array x and scalar s is {@code fAdjoint(x, xBar,
 * n, s, rBar) -> (rValue, sBar)}: each active array parameter is followed by its adjoint, which is
 * added to; the adjoints of real results come last; the adjoints of independent real scalars are
 * results. An array that f writes finds its adjoint consumed: on return it belongs to what the
 * array held on entry. Arrays that f overwrites are put back to what they held on entry, unless
 * they are named as outputs.
 *
 * <p>Callees run in split mode, forward sweep at the call and reverse sweep later, keeping their
 * values on tapes between the two.
 */
public final class Adjoint {

    static final String FORWARD = "Forward";
    static final String REVERSE = "Reverse";

    private Adjoint() {}

    /**
     * The adjoint of a program.
     *
     * @param independents parameters of the entry that adjoints are taken by
     * @param outputs array parameters of the entry whose values on entry do not matter and whose
     *     values on return are results
     * @throws IllegalArgumentException if an independent is not a parameter that can carry
     *     derivatives, or a result is an array
     */
    public static Program of(Program program, Collection<Variable> independents, Collection<Variable> outputs) {
        return derive(Derivation.primal(program), independents, outputs).program();
    }

    /** Where adjoints start. */
    enum Seed {
        /** Adjoints of results are parameters; those of independent arrays are added to. */
        GIVEN,
        /** As given, but those of independent arrays are overwritten. */
        CLEARED,
        /** The adjoint of the result is 1; those of independent arrays are overwritten. */
        ONE
    }

    /**
     * The adjoint of a program that may be a derivative itself.
     *
     * @param independents parameters of the entry that adjoints are taken by
     * @param outputs array parameters of the entry whose values on entry do not matter and whose
     *     values on return are results
     * @throws IllegalArgumentException if an independent is not a parameter that can carry
     *     derivatives, or a result is an array
     */
    public static Derivation derive(
            Derivation function, Collection<Variable> independents, Collection<Variable> outputs) {
        return derive(function, independents, outputs, Seed.GIVEN);
    }

    static Derivation derive(
            Derivation function, Collection<Variable> independents, Collection<Variable> outputs, Seed seed) {
        Set<String> refused = new HashSet<>();
        Set<Variable> putBack = new HashSet<>();
        Set<String> joint = new HashSet<>();
        Derivation derivation =
                derive(new Plan(function, independents, outputs, seed, List.of(), refused, joint, putBack));
        List<Variable> lost = PutBack.of(derivation.program(), outputs, putBack);
        return lost.isEmpty()
                ? derivation
                : derive(new Plan(function, independents, outputs, seed, lost, refused, joint, new HashSet<>()));
    }

    private static Derivation derive(Plan plan) {
        Optional<Derivation> derivation = plan.derive();
        while (derivation.isEmpty()) {
            derivation = plan.derive();
        }
        return derivation.get();
    }

    /**
     * One way to derive the adjoint.
     *
     * @param kept outputs that the reverse sweep puts back, so that a copy must be kept
     * @param refused loops that must keep their values rather than compute them again; grows
     * @param joint loops whose turns back compute all that the loop does, to replace it; grows
     * @param putBack registers whose stores put memory back to what it held; grows
     */
    private record Plan(
            Derivation function,
            Collection<Variable> independents,
            Collection<Variable> outputs,
            Seed seed,
            List<Variable> kept,
            Set<String> refused,
            Set<String> joint,
            Set<Variable> putBack) {

        /** The adjoint, or empty if a loop turned out to be better refused. */
        Optional<Derivation> derive() {
            Program program = function.program();
            Program normal = Masks.checked(program);
            BitSet mask = Masks.of(normal.entry(), independents);
            requireScalars(normal.entry());
            Activities activities = Activities.of(normal, mask);
            Variants variants = new Variants(program);
            VariableSet primal = Masks.variables(normal);
            Names names = Names.of(normal, primal);
            Shadows.Pool bars = new Shadows.Pool("Bar", names);
            String name = variants.fresh(program.entry().name() + (seed == Seed.ONE ? "Gradient" : "Adjoint"));
            Activity activity = activities.of(normal.entry().name(), mask);
            Turns turns = new Turns(FreeOutputs.of(normal.entry(), outputs, activity), refused, joint, true);
            Procedure entry = new Builder(normal.entry(), mask, activity, variants, names, bars, turns, putBack)
                    .joint(name, seed, new OutputCopies(names, kept));
            entry = withSums(entry, turns);
            List<Procedure> made = callees(normal, activities, variants, names, bars);
            made.addAll(variants.kept(normal));
            Program clean = Cleanup.of(Program.of(entry, made), names, primal, outputs, putBack);
            if (!turns.pairs().isEmpty()) {
                OnePass loops = new OnePass(clean);
                if (!settle(turns, loops)) {
                    return Optional.empty();
                }
                clean = Cleanup.again(loops.program(), primal, outputs, putBack);
            }
            Program held = HeldElements.of(clean, names, putBack);
            return Optional.of(Derivation.of(Cleanup.readable(held), entry, meanings(normal.entry(), entry, bars)));
        }

        /** With the sums of joint loops as results, so that they stay until the loops are joined. */
        private static Procedure withSums(Procedure entry, Turns turns) {
            List<Variable> results = new ArrayList<>(entry.results());
            turns.pairs().forEach(pair -> results.addAll(pair.again().values()));
            return new Procedure(entry.name(), entry.parameters(), results, entry.body());
        }

        private Map<Variable, Derivation.Slot> meanings(Procedure primal, Procedure entry, Shadows.Pool bars) {
            Map<Variable, Derivation.Slot> known = function.shadows();
            Map<Variable, Derivation.Slot> slots = new HashMap<>(known);
            Derivation.Step step = function.next(Derivation.Kind.ADJOINT);
            for (int i = 0; i < primal.results().size(); i++) {
                Variable value = entry.results().get(i);
                Derivation.Slot slot = slot(known, primal.results().get(i));
                slots.put(value, new Derivation.Slot(value, slot.of(), slot.path()));
            }
            bars.forEach(primal, (variable, bar) -> {
                Derivation.Slot slot = slot(known, variable);
                slots.put(bar, new Derivation.Slot(bar, slot.of(), slot.path().then(step)));
            });
            return slots;
        }

        private static Derivation.Slot slot(Map<Variable, Derivation.Slot> known, Variable variable) {
            return known.getOrDefault(variable, new Derivation.Slot(variable, variable, Derivation.Path.PRIMAL));
        }

        /** Makes pairs of loops one; false if some loops are better swept in another way, as is noted. */
        private boolean settle(Turns turns, OnePass loops) {
            boolean settled = true;
            for (Turns.Pair pair : turns.pairs()) {
                // Stores to arrays of the procedure's own look dead where they are repeated.
                boolean possible = !pair.isWhole() || outputs.containsAll(pair.outputs());
                if (possible && loops.join(pair)) {
                    if (pair.isWhole() && !pair.joint()) {
                        joint.add(pair.forward());
                        settled = false;
                    }
                } else if (pair.joint() || (pair.costly() && loops.holds(pair))) {
                    joint.remove(pair.forward());
                    refused.add(pair.forward());
                    settled = false;
                }
            }
            return settled;
        }

        private List<Procedure> callees(
                Program normal, Activities activities, Variants variants, Names names, Shadows.Pool bars) {
            List<Procedure> made = new ArrayList<>();
            while (variants.isPending()) {
                Variants.Wanted wanted = variants.next();
                if (wanted.kind().equals(FORWARD)) {
                    Procedure primal = normal.procedure(wanted.procedure());
                    Activity inner = activities.of(primal.name(), wanted.mask());
                    Turns turns = new Turns(Set.of(), Set.of(), Set.of(), false);
                    made.addAll(new Builder(primal, wanted.mask(), inner, variants, names, bars, turns, putBack)
                            .split(
                                    variants.name(primal.name(), wanted.mask(), FORWARD),
                                    variants.name(primal.name(), wanted.mask(), REVERSE)));
                }
            }
            return made;
        }
    }

    /** The adjoint of a program without output arrays. */
    public static Program of(Program program, Collection<Variable> independents) {
        return of(program, independents, List.of());
    }

    private static void requireScalars(Procedure entry) {
        for (Variable result : entry.results()) {
            if (result.type().isArray() && result.type().isDifferentiable()) {
                throw new IllegalArgumentException("result " + result.name() + " of " + entry.name() + " is an array ("
                        + result.type() + "), expected scalars; write it to an array parameter instead");
            }
        }
    }

    /** Puts the two sweeps of one procedure together. */
    private static final class Builder {
        private final Procedure primal;
        private final BitSet mask;
        private final Activity activity;
        private final Names names;
        private final Shadows bars;
        private final Sweep sweep;

        Builder(
                Procedure primal,
                BitSet mask,
                Activity activity,
                Variants variants,
                Names names,
                Shadows.Pool pool,
                Turns turns,
                Set<Variable> putBack) {
            this.primal = primal;
            this.mask = mask;
            this.activity = activity;
            this.names = names;
            this.bars = new Shadows(pool, activity);
            this.sweep = new AdjointSweep(primal, activity, variants, names, bars, turns, putBack).of(primal);
        }

        /** Both sweeps in one procedure. */
        Procedure joint(String name, Seed seed, OutputCopies copies) {
            List<Statement> body = new ArrayList<>(clearing(seed));
            body.addAll(sweep.forward());
            List<Variable> results = new ArrayList<>();
            for (Variable result : primal.results()) {
                Variable value = names.variable(result.name() + "Value", result.type());
                body.add(new Statement.Assign(value, result));
                results.add(value);
            }
            body.addAll(copies.taken());
            body.addAll(sweep.reverse());
            body.addAll(copies.putBack());
            List<Variable> parameters = parameters();
            if (seed != Seed.ONE) {
                parameters.addAll(resultBars());
            }
            results.addAll(scalarBars());
            return new Procedure(name, parameters, results, Statement.Block.of(body));
        }

        private List<Statement> clearing(Seed seed) {
            List<Statement> statements = new ArrayList<>();
            if (seed == Seed.GIVEN) {
                return statements;
            }
            mask.stream()
                    .mapToObj(primal.parameters()::get)
                    .filter(p -> p.type().isArray())
                    .forEach(p -> statements.add(Fill.zeros(bars.of(p), names)));
            if (seed == Seed.ONE) {
                resultBars().forEach(bar -> statements.add(new Statement.Assign(bar, Expr.constant(1.0))));
            }
            return statements;
        }

        /** A procedure for each sweep; what the second needs of the first's registers goes over tapes. */
        List<Procedure> split(String forwardName, String reverseName) {
            List<Statement> forward = new ArrayList<>(sweep.forward());
            List<Statement> reverse = new ArrayList<>();
            for (Variable local : assigned(sweep.forward())) {
                Site site = Site.of(local.name(), local.type());
                forward.add(new Statement.Save(site, local));
                reverse.add(new Statement.Restore(site, local));
            }
            reverse.addAll(sweep.reverse());
            List<Variable> parameters = parameters();
            List<Variable> reverseParameters = new ArrayList<>(parameters);
            reverseParameters.addAll(resultBars());
            return List.of(
                    new Procedure(forwardName, parameters, forwardResults(), Statement.Block.of(forward)),
                    new Procedure(reverseName, reverseParameters, scalarBars(), Statement.Block.of(reverse)));
        }

        private List<Variable> parameters() {
            List<Variable> parameters = new ArrayList<>();
            for (int i = 0; i < primal.parameters().size(); i++) {
                Variable parameter = primal.parameters().get(i);
                parameters.add(parameter);
                if (parameter.type().isArray() && (mask.get(i) || activity.isActive(parameter))) {
                    parameters.add(bars.of(parameter));
                }
            }
            return parameters;
        }

        private List<Variable> forwardResults() {
            List<Variable> results = new ArrayList<>();
            for (Variable result : primal.results()) {
                results.add(result);
                if (result.type().isArray() && activity.isActive(result)) {
                    results.add(bars.of(result));
                }
            }
            return results;
        }

        private List<Variable> resultBars() {
            return primal.results().stream()
                    .filter(r -> r.type().isReal())
                    .map(bars::of)
                    .toList();
        }

        private List<Variable> scalarBars() {
            return mask.stream()
                    .filter(i -> i < primal.parameters().size())
                    .mapToObj(primal.parameters()::get)
                    .filter(p -> p.type().isReal())
                    .map(bars::of)
                    .toList();
        }

        private static Set<Variable> assigned(List<Statement> statements) {
            Set<Variable> assigned = new LinkedHashSet<>();
            Walk.statements(Statement.Block.of(statements), s -> {
                if (!(s instanceof Statement.For)) {
                    Walk.assigned(s, assigned::add);
                }
            });
            return assigned;
        }
    }
}
