package org.cotangent.codegen.emit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Callee.Internal;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;

/**
 * Procedures of several programs that come out as the same text, as rules and helpers do that are part of
 * each derivative: one method serves all of them.
 */
final class LikeMethods {

    private static final String NAME = "like";

    private final Map<List<Object>, Callee> known = new HashMap<>();

    /** Whether the text of a procedure is all there is to it: it has no memory, and no methods behind it. */
    static boolean isPossible(Procedure procedure) {
        return isClosed(procedure.body());
    }

    private static boolean isClosed(Statement statement) {
        boolean isOpen = statement instanceof Statement.Save
                || statement instanceof Statement.Restore
                || statement instanceof Statement.Allocate
                || (statement instanceof Statement.Call call && call.callee() instanceof Internal);
        return !isOpen
                && Blocks.of(statement).stream()
                        .flatMap(block -> block.statements().stream())
                        .allMatch(LikeMethods::isClosed);
    }

    /**
     * How to call a procedure: as one that is like it, if there is one.
     *
     * @param nameless the callee under any name
     * @param name gives a method its name, if it is to be written
     */
    Callee of(Callee nameless, MethodWriter writer, Supplier<String> name) {
        Callee example = nameless.named(NAME);
        List<Object> key = List.of(
                writer.write(example).build().toString(),
                example.procedure().results().stream().map(Variable::type).toList());
        return known.computeIfAbsent(key, absent -> nameless.named(name.get()));
    }
}
