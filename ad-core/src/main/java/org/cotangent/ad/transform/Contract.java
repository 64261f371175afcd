package org.cotangent.ad.transform;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Callee;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;

/**
 * Refuses programs that break what {@link Statement} asks of loops and calls, before they become
 * wrong derivatives.
 */
final class Contract {

    private Contract() {}

    static void check(Program program) {
        for (Procedure procedure : program.procedures()) {
            Walk.statements(procedure.body(), statement -> {
                if (statement instanceof Statement.For loop) {
                    check(loop, procedure);
                } else if (statement instanceof Statement.Call call) {
                    requireTypes(call, procedure, program);
                }
            });
        }
    }

    /**
     * Refuses calls that pass one array twice to a callee that writes it. Programs that transforms
     * made may do so, where all they do is add to adjoints.
     */
    static void checkOverlap(Program program) {
        Map<String, Set<Integer>> written = Written.of(program);
        for (Procedure procedure : program.procedures()) {
            Walk.statements(procedure.body(), statement -> {
                if (statement instanceof Statement.Call call) {
                    checkOverlap(call, procedure, program, written);
                }
            });
        }
    }

    private static void check(Statement.For loop, Procedure procedure) {
        Usage body = Usage.of(loop.body());
        if (body.assignments(loop.counter()) > 0) {
            throw new IllegalArgumentException(
                    "loop " + loop.label() + " of " + procedure.name() + " assigns its counter "
                            + loop.counter().name() + " in its body; count with a while loop instead");
        }
        for (Expr bound : List.of(loop.from(), loop.to())) {
            Reads.parts(bound, part -> {
                if (part instanceof Variable variable && body.assignments(variable) > 0) {
                    throw new IllegalArgumentException("bound " + bound + " of loop " + loop.label() + " of "
                            + procedure.name() + " reads " + variable.name()
                            + ", which the body assigns; bounds must not change, use a while loop instead");
                }
                if (part instanceof Load load && stores(loop.body(), Reads.base(load.array()))) {
                    throw new IllegalArgumentException("bound " + bound + " of loop " + loop.label() + " of "
                            + procedure.name() + " loads from " + load.array()
                            + ", which the body stores into; bounds must not change, use a while loop instead");
                }
            });
        }
    }

    private static boolean stores(Statement.Block block, Variable array) {
        boolean[] found = {false};
        Walk.statements(
                block, s -> found[0] |= s instanceof Statement.Store store && Reads.base(store.array()) == array);
        return found[0];
    }

    private static void checkOverlap(
            Statement.Call call, Procedure caller, Program program, Map<String, Set<Integer>> written) {
        Callee callee = call.callee();
        Set<Integer> writes = callee instanceof External external
                ? Written.written(external)
                : written.getOrDefault(callee.name(), Set.of());
        List<Variable> parameters = program.parameters(callee);
        List<Expr> arguments = call.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (arguments.get(i).type().isArray()
                        && arguments.get(i) == arguments.get(j)
                        && (writes.contains(i) || writes.contains(j))) {
                    throw new IllegalArgumentException("call of " + callee.name() + " in " + caller.name()
                            + " passes the array " + arguments.get(i) + " both as "
                            + parameters.get(j).name() + " and as "
                            + parameters.get(i).name()
                            + ", and the callee writes it; pass a copy");
                }
            }
        }
    }

    private static void requireTypes(Statement.Call call, Procedure caller, Program program) {
        List<Type> given = call.arguments().stream().map(Expr::type).toList();
        Callee callee = call.callee();
        List<Type> expected =
                program.parameters(callee).stream().map(Expr::type).toList();
        List<Type> received = call.results().stream().map(Expr::type).toList();
        List<Type> results = program.results(callee).stream().map(Expr::type).toList();
        if (!given.equals(expected) || !received.equals(results)) {
            throw new IllegalArgumentException("call of " + callee.name() + " in " + caller.name() + " passes " + given
                    + " and receives " + received + ", expected " + expected + " and " + results);
        }
    }
}
