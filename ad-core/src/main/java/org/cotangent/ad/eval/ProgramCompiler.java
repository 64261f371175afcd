package org.cotangent.ad.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.ir.Callee;
import org.cotangent.ad.ir.External;
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
    private final Map<External, Integer> externals = new LinkedHashMap<>();

    private ProgramCompiler(Program program, boolean counting) {
        this.program = program;
        this.counting = counting;
        program.procedures().forEach(p -> procedures.put(p.name(), procedures.size()));
    }

    static Executable compile(Program program, boolean counting) {
        ProgramCompiler compiler = new ProgramCompiler(program, counting);
        return compiler.executable(program.procedures().stream()
                .map(p -> ProcedureCompiler.compile(p, compiler))
                .toList());
    }

    /** For procedures that are compiled one by one. */
    static ProgramCompiler of(Program program) {
        return new ProgramCompiler(program, false);
    }

    /** The procedures compiled with this, and what they share. */
    Executable executable(List<Body> bodies) {
        return new Executable(
                bodies,
                List.copyOf(sites.keySet()),
                List.copyOf(types.keySet()),
                List.copyOf(failures),
                List.copyOf(externals.keySet()));
    }

    boolean isEntry(Procedure procedure) {
        return procedure == program.entry();
    }

    boolean isCounting() {
        return counting;
    }

    /** Checks that what a statement calls is there, and that arguments and results fit. */
    void check(Statement.Call call, String caller) {
        Callee callee = call.callee();
        if (callee instanceof External external && external.routine().isEmpty()) {
            throw new IllegalArgumentException("procedure " + caller + " calls external routine " + external.name()
                    + ", which has no code that the interpreter can run; declare it with computedBy");
        }
        if (callee instanceof Callee.Internal && !procedures.containsKey(callee.name())) {
            throw new IllegalArgumentException("procedure " + caller + " calls " + callee.name()
                    + ", which is not in the program; it has " + procedures.keySet());
        }
        requireSame(
                caller,
                call,
                "arguments",
                call.arguments().stream().map(e -> e.type()).toList(),
                program.parameters(callee).stream().map(v -> v.type()).toList());
        requireSame(
                caller,
                call,
                "results",
                call.results().stream().map(v -> v.type()).toList(),
                program.results(callee).stream().map(v -> v.type()).toList());
    }

    private static void requireSame(
            String caller, Statement.Call call, String what, List<Type> found, List<Type> expected) {
        if (!found.equals(expected)) {
            throw new IllegalArgumentException(
                    "procedure " + caller + " calls " + call.callee().name() + " with " + what + " of types " + found
                            + ", expected " + expected + "; convert explicitly");
        }
    }

    int number(Callee callee) {
        return callee instanceof External external
                ? externals.computeIfAbsent(external, e -> externals.size())
                : procedures.getOrDefault(callee.name(), 0);
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
