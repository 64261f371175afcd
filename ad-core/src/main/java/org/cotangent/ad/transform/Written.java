package org.cotangent.ad.transform;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;

/**
 * Which array parameters the procedures of a program store into, directly or by calls; exact for
 * recursion too, where {@link Effects} assumes the worst.
 */
public final class Written {

    private final Memory memory;
    private final Map<String, Set<Integer>> written = new HashMap<>();
    private boolean changed;

    private Written(Program program) {
        this.memory = Memory.of(program);
    }

    /** The array parameters of a program's entry that it may store into, if only to put them back later. */
    public static Set<Variable> parameters(Program program) {
        Procedure entry = program.entry();
        return of(program).getOrDefault(entry.name(), Set.of()).stream()
                .map(entry.parameters()::get)
                .collect(Collectors.toSet());
    }

    /** Positions of stored parameters by name of procedure. */
    static Map<String, Set<Integer>> of(Program program) {
        Written pass = new Written(program);
        do {
            pass.changed = false;
            program.procedures().forEach(pass::visit);
        } while (pass.changed);
        return pass.written;
    }

    /** Positions of parameters that an external routine stores into. */
    static Set<Integer> written(External external) {
        return IntStream.range(0, external.parameters().size())
                .filter(i -> external.parameters().get(i).access() != External.Access.READ)
                .boxed()
                .collect(Collectors.toSet());
    }

    private void visit(Procedure procedure) {
        Aliases aliases = Aliases.of(procedure, memory);
        Set<Object> stored = new HashSet<>();
        Walk.statements(procedure.body(), statement -> {
            if (statement instanceof Statement.Store store) {
                stored.add(aliases.classOf(store.array()));
            } else if (statement instanceof Statement.Call call) {
                writtenBy(call)
                        .forEach(
                                i -> stored.add(aliases.classOf(call.arguments().get(i))));
            }
        });
        for (int i = 0; i < procedure.parameters().size(); i++) {
            Variable parameter = procedure.parameters().get(i);
            if (parameter.type().isArray() && stored.contains(aliases.classOf((Object) parameter))) {
                changed |= written.computeIfAbsent(procedure.name(), absent -> new HashSet<>())
                        .add(i);
            }
        }
    }

    private Set<Integer> writtenBy(Statement.Call call) {
        return call.callee() instanceof External external
                ? written(external)
                : Set.copyOf(written.getOrDefault(call.callee().name(), Set.of()));
    }
}
