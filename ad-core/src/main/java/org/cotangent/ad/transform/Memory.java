package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Callee;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Site;
import org.cotangent.ad.ir.Statement;

/**
 * What a whole program does with memory: the effects of its procedures, which arrays its reference
 * tapes carry from one procedure to another, and which parameters may be the same array. Those are
 * only read by the primal, but its derivatives add to the shadows of both.
 *
 * <p>The forward and the reverse sweep of a procedure share their variables, so an array that one
 * keeps on a tape is known by the same variable in the other.
 */
final class Memory {

    private final Program program;
    private final Map<String, Effects> effects = new HashMap<>();
    private final Map<Site, Set<Variable>> carried = new HashMap<>();
    private final Map<Variable, Set<Variable>> overlaps = new HashMap<>();
    private final Set<Variable> taped = new HashSet<>();

    private Memory(Program program) {
        this.program = program;
    }

    static Memory of(Program program) {
        Memory memory = new Memory(program);
        boolean changed = memory.isShared();
        while (changed) {
            changed = false;
            for (Procedure procedure : program.procedures()) {
                memory.link(procedure);
                changed |= memory.findOverlaps(procedure);
                changed |= memory.findTaped(procedure);
            }
            memory.effects.clear();
        }
        return memory;
    }

    /** Whether memory passes between procedures at all, by calls or reference tapes. */
    private boolean isShared() {
        boolean[] shared = {false};
        for (Procedure procedure : program.procedures()) {
            Walk.statements(
                    procedure.body(),
                    statement -> shared[0] |= statement instanceof Statement.Call
                            || (statement instanceof Statement.Save save
                                    && save.site().type().isArray()));
        }
        return shared[0];
    }

    /** Finds calls that pass memory of one class twice; whether one of them is news. */
    private boolean findOverlaps(Procedure procedure) {
        List<Statement.Call> calls = new ArrayList<>();
        Walk.statements(procedure.body(), statement -> {
            if (statement instanceof Statement.Call call
                    && call.callee() instanceof Callee.Internal
                    && call.arguments().stream().filter(a -> a.type().isArray()).count() > 1) {
                calls.add(call);
            }
        });
        if (calls.isEmpty()) {
            return false;
        }
        Aliases aliases = Aliases.of(procedure, this);
        boolean changed = false;
        for (Statement.Call call : calls) {
            Map<Object, Variable> first = new HashMap<>();
            List<Variable> parameters = program.parameters(call.callee());
            for (int i = 0; i < parameters.size(); i++) {
                if (parameters.get(i).type().isArray()) {
                    Object passed = aliases.classOf(call.arguments().get(i));
                    Variable other = first.putIfAbsent(passed, parameters.get(i));
                    changed |= other != null
                            && overlaps.computeIfAbsent(parameters.get(i), absent -> new HashSet<>())
                                    .add(other);
                }
            }
        }
        return changed;
    }

    /** Finds arrays that callees keep on tapes; whether one of them is news. */
    private boolean findTaped(Procedure procedure) {
        boolean[] changed = {false};
        Walk.statements(procedure.body(), statement -> {
            if (statement instanceof Statement.Call call) {
                changed[0] |= taped.addAll(of(call.callee()).taped(call));
            }
        });
        return changed[0];
    }

    private void link(Procedure procedure) {
        Set<Site> sites = new HashSet<>();
        Walk.statements(procedure.body(), statement -> {
            if (statement instanceof Statement.Save save && save.site().type().isArray()) {
                sites.add(save.site());
            }
        });
        if (sites.isEmpty()) {
            return;
        }
        Aliases aliases = Aliases.of(procedure, this);
        for (Variable variable : Walk.variables(procedure).members()) {
            for (Site site : sites) {
                if (variable.type().isArray() && aliases.classOf(site) == aliases.classOf((Object) variable)) {
                    carried.computeIfAbsent(site, absent -> new HashSet<>()).add(variable);
                }
            }
        }
    }

    /** The effects of a call; within a recursion the worst is assumed. */
    Effects of(Callee callee) {
        return callee instanceof External external ? Effects.of(external) : of(callee.name());
    }

    private Effects of(String name) {
        Effects known = effects.get(name);
        if (known == null) {
            Procedure procedure = program.procedure(name);
            effects.put(name, Effects.worst(procedure));
            known = Effects.compute(procedure, this);
            effects.put(name, known);
        }
        return known;
    }

    /** Other parameters that some call passes the same memory to. */
    Set<Variable> overlaps(Variable parameter) {
        return overlaps.getOrDefault(parameter, Set.of());
    }

    /**
     * The arrays of all procedures that the reference tapes of callees may hold. A reverse sweep knows
     * them by the same variables.
     */
    Set<Variable> taped() {
        return taped;
    }

    /** The arrays that a reference tape may hold. */
    Set<Variable> carried(Site site) {
        return carried.getOrDefault(site, Set.of());
    }
}
