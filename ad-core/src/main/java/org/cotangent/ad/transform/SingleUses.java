package org.cotangent.ad.transform;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;

/**
 * Finds registers whose every definition is read exactly once, further down in the same block,
 * with nothing in between that changes what the definition reads.
 */
final class SingleUses {

    /** Expressions with more parts stay apart; they would not fit a line. */
    private static final int MAX_PARTS = 24;

    private final Aliases aliases;
    private final Memory memory;
    private final Map<Object, Integer> changes = new HashMap<>();
    private final Set<Variable> found = new HashSet<>();
    private final Set<Variable> refused = new HashSet<>();
    private int position;

    /** A definition not read yet: where it stands, and what its value rests on when written out. */
    private static final class Definition {
        private final int position;
        private final Set<Object> reads = new HashSet<>();
        private int parts;

        Definition(int position) {
            this.position = position;
        }
    }

    private SingleUses(Aliases aliases, Memory memory) {
        this.aliases = aliases;
        this.memory = memory;
    }

    static Set<Variable> of(Procedure procedure, Memory memory) {
        SingleUses pass = new SingleUses(Aliases.of(procedure, memory), memory);
        pass.refused.addAll(procedure.parameters());
        pass.refused.addAll(procedure.results());
        pass.scan(procedure.body());
        pass.found.removeAll(pass.refused);
        return pass.found;
    }

    private void scan(Statement.Block block) {
        Map<Variable, Definition> open = new HashMap<>();
        for (Statement statement : block.statements()) {
            position++;
            Definition definition = new Definition(position);
            Map<Variable, Integer> counts = new LinkedHashMap<>();
            Walk.expressions(statement, e -> Reads.parts(e, part -> read(part, definition)));
            Reading.occurrences(statement).forEach(v -> counts.merge(v, 1, Integer::sum));
            boolean once = !(statement instanceof Statement.For) && !(statement instanceof Statement.While);
            counts.forEach((variable, count) -> use(variable, count, once, open, definition));
            nested(statement);
            inside(statement, open);
            close(statement, open, definition);
        }
        refused.addAll(open.keySet());
    }

    private void read(Expr part, Definition definition) {
        definition.parts++;
        if (part instanceof Variable variable) {
            definition.reads.add(variable);
        } else if (part instanceof Load load) {
            definition.reads.add(aliases.classOf(load.array()));
        }
    }

    private void use(
            Variable variable, int count, boolean once, Map<Variable, Definition> open, Definition definition) {
        Definition used = open.remove(variable);
        if (used != null && count == 1 && once && isUnchanged(used) && used.parts + definition.parts <= MAX_PARTS) {
            found.add(variable);
            definition.reads.addAll(used.reads);
            definition.parts += used.parts;
        } else {
            refused.add(variable);
        }
    }

    private boolean isUnchanged(Definition definition) {
        return definition.reads.stream().allMatch(r -> changes.getOrDefault(r, 0) < definition.position);
    }

    private void nested(Statement statement) {
        if (statement instanceof Statement.Block block) {
            scan(block);
        } else if (statement instanceof Statement.If branch) {
            scan(branch.then());
            scan(branch.otherwise());
        } else if (statement instanceof Statement.For loop) {
            scan(loop.body());
        } else if (statement instanceof Statement.While loop) {
            scan(loop.body());
        }
    }

    /** What a nested statement may assign does not surely have its definition of this block behind it. */
    private void inside(Statement statement, Map<Variable, Definition> open) {
        Walk.statements(
                Statement.Block.of(statement),
                s -> Walk.assigned(s, variable -> {
                    if (s != statement && open.remove(variable) != null) {
                        refused.add(variable);
                    }
                }));
    }

    private void close(Statement statement, Map<Variable, Definition> open, Definition definition) {
        position++;
        Walk.assigned(statement, variable -> {
            changes.put(variable, position);
            if (open.remove(variable) != null || !isMovable(statement)) {
                refused.add(variable);
            }
        });
        if (statement instanceof Statement.Store store) {
            changes.put(aliases.classOf(store.array()), position);
        } else if (statement instanceof Statement.Call call) {
            Effects.storedBy(call, memory.of(call.procedure()), aliases).forEach(c -> changes.put(c, position));
        } else if (statement instanceof Statement.Assign assign && isMovable(statement)) {
            open.put(assign.target(), definition);
            if (definition.reads.contains(assign.target())) {
                refused.add(assign.target());
            }
        }
    }

    private static boolean isMovable(Statement statement) {
        return statement instanceof Statement.Assign assign
                && !assign.guarded()
                && !assign.target().type().isArray();
    }
}
