package org.cotangent.ad.transform;

import java.util.Map;
import org.cotangent.ad.ir.Callee;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;
import org.jspecify.annotations.Nullable;

/** Gives a procedure and those that it calls other names. */
final class Renaming extends Rewrite {

    private final Map<String, String> names;

    private Renaming(Map<String, String> names) {
        this.names = names;
    }

    static Procedure of(Procedure procedure, Map<String, String> names) {
        return procedure
                .withBody(new Renaming(names).rewrite(procedure.body()))
                .withName(names.getOrDefault(procedure.name(), procedure.name()));
    }

    @Override
    public @Nullable Void call(Statement.Call call) {
        return copy(new Statement.Call(call.results(), renamed(call.callee()), call.arguments()));
    }

    private Callee renamed(Callee callee) {
        return callee instanceof Callee.Internal
                ? new Callee.Internal(names.getOrDefault(callee.name(), callee.name()))
                : callee;
    }
}
