package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;

/** What the sweeps of one procedure know about its loops of independent turns. */
final class Turns {

    /**
     * A loop that computes values, and the loop that computes them again turn by turn together with
     * adjoints.
     *
     * @param forward label of the first
     * @param reverse label of the second
     * @param costly whether computing twice costs more than keeping
     * @param nested whether the turns hold loops
     * @param scratch arrays that turns use for themselves
     * @param outputs arrays that the first writes, each element once
     * @param joint whether the second computes all that the first does, to replace it
     * @param again for each sum of the first loop, the one in which a joint loop computes it
     */
    record Pair(
            String forward,
            String reverse,
            boolean costly,
            boolean nested,
            Set<Variable> scratch,
            Set<Variable> outputs,
            boolean joint,
            Map<Variable, Variable> again) {

        /**
         * Whether one loop takes the place of both only as a joint loop: what the first computes in
         * loops or arrays would else be computed twice.
         */
        boolean isWhole() {
            return nested || !scratch.isEmpty();
        }
    }

    private final Set<Object> freeOutputs;
    private final Set<String> refused;
    private final Set<String> joint;
    private final boolean costlyAllowed;
    private final List<Pair> pairs = new ArrayList<>();
    private boolean inside;
    private Set<Variable> accumulators = Set.of();
    private Set<Object> outputs = Set.of();
    private Map<Variable, Variable> again = Map.of();
    private boolean repeats;

    /**
     * @param freeOutputs classes of memory whose former contents nobody needs and that is never loaded
     * @param refused labels of loops that must not be swept turn by turn
     * @param joint labels of loops whose turns back compute all that the loop does, to replace it
     * @param costlyAllowed whether loops may be swept so that pay only if the two loops become one
     */
    Turns(Set<Object> freeOutputs, Set<String> refused, Set<String> joint, boolean costlyAllowed) {
        this.freeOutputs = freeOutputs;
        this.refused = refused;
        this.joint = joint;
        this.costlyAllowed = costlyAllowed;
    }

    Optional<Independence.Traits> independent(Statement.For loop, Usage usage, Activity activity, Extents extents) {
        if (inside || refused.contains(loop.label()) || !Reversal.isExact(loop)) {
            return Optional.empty();
        }
        return Independence.of(loop, usage, activity, extents, freeOutputs)
                .filter(traits -> costlyAllowed || !traits.costly());
    }

    /** @param names where the sums that are computed again get their names */
    void enter(Statement.For loop, Independence.Traits traits, Activity activity, Names names) {
        inside = true;
        again = new LinkedHashMap<>();
        repeats = joint.contains(loop.label());
        if (repeats) {
            for (Variable sum : traits.accumulators()) {
                again.put(sum, names.variable(sum.name() + "Again", sum.type()));
            }
        }
        accumulators = new HashSet<>(traits.accumulators());
        outputs = new HashSet<>();
        traits.outputs().forEach(array -> outputs.add(activity.aliases().classOf((Object) array)));
    }

    void leave() {
        inside = false;
        accumulators = Set.of();
        outputs = Set.of();
    }

    /** Whether a loop is being swept turn by turn. */
    boolean isInside() {
        return inside;
    }

    /** Whether a register is a sum over the turns of the loop being swept. */
    boolean isAccumulator(Variable variable) {
        return accumulators.contains(variable);
    }

    /** What a statement of the loop being swept does when the loop is replaced: nothing if it is not. */
    List<Statement> repeated(Statement.Assign sum) {
        Variable target = again.get(sum.target());
        if (target == null || !(sum.value() instanceof Apply apply)) {
            return List.of();
        }
        Expr[] operands = apply.operands().stream()
                .map(operand -> operand == sum.target() ? target : operand)
                .toArray(Expr[]::new);
        return List.of(new Statement.Assign(target, Expr.apply(apply.op(), operands)));
    }

    /** The same for a store to an output. */
    List<Statement> repeated(Statement.Store output) {
        return repeats ? List.of(output) : List.of();
    }

    /** Whether a class of memory is written, once an element, by the loop being swept. */
    boolean isOutput(Object memory) {
        return outputs.contains(memory);
    }

    void pair(Statement.For forward, Statement.For reverse, Independence.Traits traits) {
        pairs.add(new Pair(
                forward.label(),
                reverse.label(),
                traits.costly(),
                traits.nested(),
                traits.scratch(),
                traits.outputs(),
                joint.contains(forward.label()),
                again));
    }

    List<Pair> pairs() {
        return pairs;
    }
}
