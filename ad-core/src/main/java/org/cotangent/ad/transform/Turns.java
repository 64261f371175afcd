package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
     */
    record Pair(String forward, String reverse, boolean costly) {}

    private final Set<Object> freeOutputs;
    private final Set<String> refused;
    private final boolean costlyAllowed;
    private final List<Pair> pairs = new ArrayList<>();
    private boolean inside;
    private Set<Variable> accumulators = Set.of();
    private Set<Object> outputs = Set.of();

    /**
     * @param freeOutputs classes of memory whose former contents nobody needs and that is never loaded
     * @param refused labels of loops that must not be swept turn by turn
     * @param costlyAllowed whether loops may be swept so that pay only if the two loops become one
     */
    Turns(Set<Object> freeOutputs, Set<String> refused, boolean costlyAllowed) {
        this.freeOutputs = freeOutputs;
        this.refused = refused;
        this.costlyAllowed = costlyAllowed;
    }

    Optional<Independence.Traits> independent(Statement.For loop, Usage usage, Activity activity) {
        if (inside || refused.contains(loop.label()) || !Reversal.isExact(loop)) {
            return Optional.empty();
        }
        return Independence.of(loop, usage, activity, freeOutputs).filter(traits -> costlyAllowed || !traits.costly());
    }

    void enter(Independence.Traits traits) {
        inside = true;
        accumulators = new HashSet<>(traits.accumulators());
        outputs = traits.outputs();
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

    /** Whether a class of memory is written, once an element, by the loop being swept. */
    boolean isOutput(Object memory) {
        return outputs.contains(memory);
    }

    void pair(Statement.For forward, Statement.For reverse, Independence.Traits traits) {
        pairs.add(new Pair(forward.label(), reverse.label(), traits.costly()));
    }

    List<Pair> pairs() {
        return pairs;
    }
}
