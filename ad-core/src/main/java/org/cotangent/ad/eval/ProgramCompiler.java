package org.cotangent.ad.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Site;
import org.cotangent.ad.ir.Statement;

/** Compiles the procedures of a program and numbers what they share. */
final class ProgramCompiler {

    private final Program program;
    private final boolean counting;
    private final Map<String, Integer> procedures = new HashMap<>();
    private final Map<Site, Integer> sites = new LinkedHashMap<>();
    private final Map<Type, Integer> types = new LinkedHashMap<>();
    private final List<Failure> failures = new ArrayList<>();

    private ProgramCompiler(Program program, boolean counting) {
        this.program = program;
        this.counting = counting;
        program.procedures().forEach(p -> procedures.put(p.name(), procedures.size()));
    }

    static Executable compile(Program program, boolean counting) {
        ProgramCompiler compiler = new ProgramCompiler(program, counting);
        List<Body> bodies = program.procedures().stream()
                .map(p -> ProcedureCompiler.compile(p, compiler))
                .toList();
        return new Executable(
                bodies,
                List.copyOf(compiler.sites.keySet()),
                List.copyOf(compiler.types.keySet()),
                List.copyOf(compiler.failures));
    }

    boolean isEntry(Procedure procedure) {
        return procedure == program.entry();
    }

    boolean isCounting() {
        return counting;
    }

    /** The procedure a statement calls, after a check that arguments and results fit. */
    Procedure callee(Statement.Call call, String caller) {
        if (!procedures.containsKey(call.procedure())) {
            throw new IllegalArgumentException("procedure " + caller + " calls " + call.procedure()
                    + ", which is not in the program; it has " + procedures.keySet());
        }
        Procedure callee = program.procedure(call.procedure());
        requireSame(
                caller,
                call,
                "arguments",
                call.arguments().stream().map(e -> e.type()).toList(),
                callee.parameters().stream().map(v -> v.type()).toList());
        requireSame(
                caller,
                call,
                "results",
                call.results().stream().map(v -> v.type()).toList(),
                callee.results().stream().map(v -> v.type()).toList());
        return callee;
    }

    private static void requireSame(
            String caller, Statement.Call call, String what, List<Type> found, List<Type> expected) {
        if (!found.equals(expected)) {
            throw new IllegalArgumentException("procedure " + caller + " calls " + call.procedure() + " with " + what
                    + " of types " + found + ", expected " + expected + "; convert explicitly");
        }
    }

    int number(Procedure callee) {
        return procedures.getOrDefault(callee.name(), 0);
    }

    int number(Site site) {
        return sites.computeIfAbsent(site, s -> sites.size());
    }

    int number(Type type) {
        return types.computeIfAbsent(type, t -> types.size());
    }

    int number(Failure failure) {
        failures.add(failure);
        return failures.size() - 1;
    }
}
