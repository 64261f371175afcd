package org.cotangent.ad.ir;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotangent.ad.expr.Applicable;
import org.cotangent.ad.expr.CustomFunction;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Foreign;
import org.cotangent.ad.expr.Subgraph;
import org.cotangent.ad.expr.Variable;

/** The functions that the graphs of one program call: each becomes one procedure. */
final class Functions {

    private final Map<Subgraph<?>, Callee> known = new IdentityHashMap<>();
    private final Map<Program, Callee> programs = new IdentityHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final List<Procedure> procedures = new ArrayList<>();

    /** @param entry the name of the program's entry */
    Functions(String entry) {
        taken.add(entry);
    }

    /** The procedures of all functions that were asked for. */
    List<Procedure> procedures() {
        return procedures;
    }

    /** The call of a function: of the routine itself where the function is no more than that. */
    Statement.Call call(Applicable<?> function, List<Variable> results, List<Expr> arguments) {
        Optional<Statement.Call> single =
                function instanceof CustomFunction<?> custom && custom.code() instanceof Program program
                        ? program.single(results, arguments)
                        : Optional.empty();
        return single.orElseGet(() -> new Statement.Call(results, callee(function), arguments));
    }

    private Callee callee(Applicable<?> function) {
        if (function instanceof Subgraph<?> graph) {
            return callee(graph);
        }
        Foreign code = ((CustomFunction<?>) function).code();
        if (code instanceof External external) {
            return external;
        }
        if (code instanceof Program program) {
            return programs.computeIfAbsent(program, this::included);
        }
        throw new IllegalArgumentException("code of function " + function.name() + " is a "
                + code.getClass().getName() + ", expected an External or a Program");
    }

    private Callee included(Program program) {
        Program renamed = program.renamed(this::fresh);
        procedures.addAll(renamed.procedures());
        return new Callee.Internal(renamed.entry().name());
    }

    private Callee callee(Subgraph<?> graph) {
        Callee callee = known.get(graph);
        if (callee == null) {
            callee = new Callee.Internal(fresh(graph.name()));
            known.put(graph, callee);
            procedures.add(Lowering.procedure(callee.name(), graph.variables(), graph.body(), this));
        }
        return callee;
    }

    private String fresh(String wish) {
        String name = wish;
        for (int i = 2; !taken.add(name); i++) {
            name = wish + i;
        }
        return name;
    }
}
