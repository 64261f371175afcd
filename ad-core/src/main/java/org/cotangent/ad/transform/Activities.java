package org.cotangent.ad.transform;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.ir.Callee;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Site;

/**
 * The activity of every procedure that a program's entry reaches, for the parameters that are
 * active where it is called. Tapes are shared between procedures: a site that one of them keeps an
 * active value at is active in all.
 */
final class Activities {

    private final Program program;
    private final Memory memory;
    private final Set<Site> activeSites = new HashSet<>();
    private final Map<List<Object>, Activity> known = new HashMap<>();
    private final Map<List<Object>, Activity.Summary> summaries = new HashMap<>();

    private Activities(Program program) {
        this.program = program;
        this.memory = Memory.of(program);
    }

    /** @param mask which parameters of the entry are independent */
    static Activities of(Program program, BitSet mask) {
        Activities activities = new Activities(program);
        int sites;
        do {
            sites = activities.activeSites.size();
            activities.known.clear();
            activities.summaries.clear();
            activities.summary(program.entry().name(), mask);
        } while (activities.activeSites.size() > sites);
        return activities;
    }

    Memory memory() {
        return memory;
    }

    /** The activity of a procedure under a mask that occurs in the program. */
    Activity of(String name, BitSet mask) {
        return known.computeIfAbsent(key(name, mask), absent -> Activity.of(program.procedure(name), mask, this));
    }

    /** For which active arguments a procedure is called. */
    List<BitSet> masks(String name) {
        return known.keySet().stream()
                .filter(key -> key.get(0).equals(name))
                .map(key -> (BitSet) key.get(1))
                .toList();
    }

    boolean isActive(Site site) {
        return activeSites.contains(site);
    }

    /** Notes that a site is active; whether that is news. */
    boolean activate(Site site) {
        return activeSites.add(site);
    }

    /** What a call makes active; within a recursion the worst is assumed. */
    Activity.Summary summary(Callee callee, BitSet mask) {
        return callee instanceof External external ? summary(external, mask) : summary(callee.name(), mask);
    }

    private static Activity.Summary summary(External external, BitSet mask) {
        BitSet parameters = new BitSet();
        BitSet results = new BitSet();
        boolean active = false;
        for (int i = 0; i < external.parameters().size(); i++) {
            active |= mask.get(i) && external.parameters().get(i).isInput();
        }
        for (int i = 0; active && i < external.parameters().size(); i++) {
            parameters.set(i, external.parameters().get(i).isOutput());
        }
        results.set(0, active && !external.results().isEmpty());
        return new Activity.Summary(parameters, results);
    }

    private Activity.Summary summary(String name, BitSet mask) {
        Activity.Summary summary = summaries.get(key(name, mask));
        if (summary == null) {
            Procedure procedure = program.procedure(name);
            summaries.put(key(name, mask), worst(procedure, mask));
            Activity activity = Activity.of(procedure, mask, this);
            known.put(key(name, mask), activity);
            summary = activity.summary(procedure);
            summaries.put(key(name, mask), summary);
        }
        return summary;
    }

    private static List<Object> key(String name, BitSet mask) {
        return List.of(name, mask.clone());
    }

    private static Activity.Summary worst(Procedure procedure, BitSet mask) {
        BitSet parameters = (BitSet) mask.clone();
        BitSet results = new BitSet();
        for (int i = 0; i < procedure.parameters().size() && !mask.isEmpty(); i++) {
            Type type = procedure.parameters().get(i).type();
            parameters.set(i, mask.get(i) || (type.isArray() && type.isDifferentiable()));
        }
        for (int i = 0; i < procedure.results().size() && !mask.isEmpty(); i++) {
            results.set(i, procedure.results().get(i).type().isDifferentiable());
        }
        return new Activity.Summary(parameters, results);
    }
}
