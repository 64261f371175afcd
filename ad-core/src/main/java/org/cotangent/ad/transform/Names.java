package org.cotangent.ad.transform;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;

/** Gives new variables, labels and procedures names that nothing else has. */
final class Names {

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> counters = new HashMap<>();

    Names(Collection<String> taken) {
        this.taken.addAll(taken);
    }

    /** Names beside those of a program's variables and labels. */
    static Names of(Program program) {
        Names names = new Names(Set.of());
        program.procedures().forEach(names::add);
        return names;
    }

    /** Names beside those of a procedure's variables and labels. */
    static Names of(Procedure procedure) {
        Names names = new Names(Set.of());
        names.add(procedure);
        return names;
    }

    /**
     * As {@link #of(Program)}.
     *
     * @param variables all of the program
     */
    static Names of(Program program, VariableSet variables) {
        Names names = new Names(Set.of());
        variables.forEach(v -> names.taken.add(v.name()));
        for (Procedure procedure : program.procedures()) {
            Walk.statements(procedure.body(), statement -> addLabel(names.taken, statement));
        }
        return names;
    }

    private void add(Procedure procedure) {
        Walk.variables(procedure).forEach(v -> taken.add(v.name()));
        Walk.statements(procedure.body(), statement -> addLabel(taken, statement));
    }

    private static void addLabel(Set<String> taken, Statement statement) {
        if (statement instanceof Statement.Block block) {
            taken.add(block.label());
        } else if (statement instanceof Statement.For loop) {
            taken.add(loop.label());
        } else if (statement instanceof Statement.While loop) {
            taken.add(loop.label());
        }
    }

    /** The wish itself if it is free, else the wish with the first free number. */
    String fresh(String wish) {
        if (taken.add(wish)) {
            return wish;
        }
        int number = counters.getOrDefault(wish, 2);
        while (!taken.add(wish + number)) {
            number++;
        }
        counters.put(wish, number + 1);
        return wish + number;
    }

    Variable variable(String wish, Type type) {
        String name = fresh(wish);
        return Variable.numbered(name, type, taken.size());
    }
}
