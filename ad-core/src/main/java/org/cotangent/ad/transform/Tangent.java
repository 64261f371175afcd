package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Forward mode: a program that carries tangents beside its values.
 *
 * <p>The tangent of {@code f(x, n) -> (r)} by x is {@code fTangent(x, xDot, n) -> (r, rDot)}: each
 * parameter that is independent, and each array that can hold values depending on one, is followed
 * by its tangent; each real result is followed by its tangent. Tangents of arrays that are only
 * written are overwritten. Tangents close over the representation: the tangent of an adjoint is
 * the Hessian-vector product.
 */
public final class Tangent {

    private static final String KIND = "Tangent";

    private Tangent() {}

    /**
     * The tangent of a program.
     *
     * @param independents parameters of the entry that tangents are taken by
     * @throws IllegalArgumentException if an independent is not a parameter that can carry derivatives
     */
    public static Program of(Program program, Collection<Variable> independents) {
        return derive(Derivation.primal(program), independents).program();
    }

    /**
     * The tangent of a program that may be a derivative itself.
     *
     * @param independents parameters of the entry that tangents are taken by
     * @throws IllegalArgumentException if an independent is not a parameter that can carry derivatives
     */
    public static Derivation derive(Derivation function, Collection<Variable> independents) {
        return derive(function, independents, 1);
    }

    /**
     * The tangents along several directions at once: the values, and all that derivatives have in
     * common, are computed once for all of them. Where one direction has {@code xDot}, several have
     * {@code xDot0}, {@code xDot1} and so on, each an independent parameter.
     *
     * @param independents parameters of the entry that tangents are taken by
     * @param directions how many, at least 1; code grows with them
     * @throws IllegalArgumentException if an independent is not a parameter that can carry
     *     derivatives, or there is no direction
     */
    public static Derivation derive(Derivation function, Collection<Variable> independents, int directions) {
        return derive(function, independents, directions, false);
    }

    /** The tangents of scalar results alone: what only the values need is left out. */
    static Derivation alone(Derivation function, Collection<Variable> independents) {
        return derive(function, independents, 1, true);
    }

    private static Derivation derive(
            Derivation function, Collection<Variable> independents, int directions, boolean alone) {
        if (directions < 1) {
            throw new IllegalArgumentException(
                    "tangents along " + directions + " directions are asked for, expected at least 1");
        }
        Program program = function.program();
        Program normal = Masks.checked(program);
        BitSet independent = Masks.of(normal.entry(), independents);
        Activities activities = Activities.of(normal, independent);
        Variants variants = new Variants(program);
        Names names = Names.of(normal);
        List<Shadows.Pool> dots = new ArrayList<>();
        for (int i = 0; i < directions; i++) {
            dots.add(new Shadows.Pool(directions == 1 ? "Dot" : "Dot" + i, names));
        }
        variants.name(program.entry().name(), independent, KIND);
        List<Procedure> made = new ArrayList<>();
        while (variants.isPending()) {
            Variants.Wanted wanted = variants.next();
            BitSet mask = wanted.mask();
            Activity activity = activities.of(wanted.procedure(), mask);
            String name = variants.name(wanted.procedure(), mask, KIND);
            Procedure primal = normal.procedure(wanted.procedure());
            made.add(new TangentSweep(primal, mask, activity, variants, dots, names).derivative(name));
        }
        Procedure entry = made.remove(0);
        if (alone) {
            if (isCalled(entry, made)) {
                made.add(entry);
            }
            entry = withoutValues(entry, normal.entry(), variants.fresh(entry.name()));
        }
        made.addAll(variants.kept(normal));
        Program clean = Cleanup.readable(
                Cleanup.of(Program.of(entry, made), names, Masks.variables(normal), List.of(), Set.of()));
        Map<Variable, Derivation.Slot> shadows = function.shadows();
        Derivation.Step first = function.next(Derivation.Kind.TANGENT);
        for (int i = 0; i < directions; i++) {
            Derivation.Step step = new Derivation.Step(first.kind(), first.number() + i);
            dots.get(i)
                    .forEach(
                            normal.entry(),
                            (variable, dot) -> shadows.put(dot, tangent(shadows.get(variable), step, variable, dot)));
        }
        return Derivation.of(clean, entry, shadows);
    }

    private static boolean isCalled(Procedure entry, List<Procedure> others) {
        boolean[] called = {false};
        for (Procedure caller : Stream.concat(Stream.of(entry), others.stream()).toList()) {
            Walk.statements(
                    caller.body(),
                    statement -> called[0] |= statement instanceof Statement.Call call
                            && call.callee().name().equals(entry.name()));
        }
        return called[0];
    }

    private static Procedure withoutValues(Procedure tangent, Procedure primal, String name) {
        List<Variable> results = new ArrayList<>(tangent.results());
        results.removeAll(primal.results());
        return new Procedure(name, tangent.parameters(), results, tangent.body());
    }

    private static Derivation.Slot tangent(
            Derivation.@Nullable Slot slot, Derivation.Step step, Variable variable, Variable dot) {
        return slot == null
                ? new Derivation.Slot(dot, variable, Derivation.Path.PRIMAL.then(step))
                : new Derivation.Slot(dot, slot.of(), slot.path().then(step));
    }
}
