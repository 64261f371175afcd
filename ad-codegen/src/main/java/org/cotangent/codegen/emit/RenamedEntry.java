package org.cotangent.codegen.emit;

import java.util.List;
import java.util.Map;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.ir.Callee.Internal;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;
import org.jspecify.annotations.Nullable;

/** Gives the entry of a program another name, for all that call it; who has that name gets another. */
final class RenamedEntry extends Copying {

    private final Map<String, String> names;

    private RenamedEntry(Map<String, String> names) {
        this.names = names;
    }

    static Program of(Program program, String name) {
        Procedure entry = program.entry();
        boolean isCalled = Preparation.callees(entry, program).contains(entry);
        boolean isTaken = program.has(name) && !entry.name().equals(name);
        if (!isCalled && !isTaken) {
            return Program.of(entry.withName(name), program.callees());
        }
        RenamedEntry renaming = new RenamedEntry(
                isTaken ? Map.of(entry.name(), name, name, free(program, name)) : Map.of(entry.name(), name));
        List<Procedure> callees = program.callees().stream().map(renaming::in).toList();
        return Program.of(renaming.in(entry), callees);
    }

    private static String free(Program program, String wanted) {
        int number = 2;
        while (program.has(wanted + number)) {
            number++;
        }
        return wanted + number;
    }

    private Procedure in(Procedure procedure) {
        return procedure.withName(renamed(procedure.name())).withBody(copy(procedure.body()));
    }

    private String renamed(String name) {
        return names.getOrDefault(name, name);
    }

    @Override
    Expr read(Expr expression) {
        return expression;
    }

    @Override
    public @Nullable Void call(Statement.Call call) {
        if (call.callee() instanceof Internal callee) {
            add(new Statement.Call(call.results(), renamed(callee.name()), call.arguments()));
            return null;
        }
        return super.call(call);
    }
}
