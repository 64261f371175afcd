package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Finds registers whose every definition is read exactly once, further down in the same block,
 * with nothing in between that changes what the definition reads.
 */
final class SingleUses {

    /** Expressions with more parts stay apart; they would not fit a line. */
    private static final int MAX_PARTS = 24;

    private final Aliases aliases;
    private final Memory memory;
    private final VariableMap<Register> registers = new VariableMap<>();
    /** When each class of memory was stored into last. */
    private final Map<Object, Integer> stores = new HashMap<>();

    private int position;

    /** What is known of a register so far. */
    private static final class Register {
        private boolean found;
        private boolean refused;
        /** When it was assigned last. */
        private int changed;
        /** How often the present statement reads it. */
        private int count;
        /** The definition not read yet. */
        private @Nullable Definition open;
    }

    /** Where a definition stands, and what its value rests on when written out. */
    private static final class Definition {
        private final Statement.Block block;
        private final int position;
        private final List<Register> reads = new ArrayList<>(2);
        private @Nullable List<Object> loads;
        private int parts;

        Definition(Statement.Block block, int position) {
            this.block = block;
            this.position = position;
        }

        void load(Object memoryClass) {
            if (loads == null) {
                loads = new ArrayList<>();
            }
            loads.add(memoryClass);
        }

        List<Object> loads() {
            return loads == null ? List.of() : loads;
        }

        /** Takes in a definition that is written out here. */
        void include(Definition other) {
            reads.addAll(other.reads);
            other.loads().forEach(this::load);
            parts += other.parts;
        }
    }

    private SingleUses(Aliases aliases, Memory memory) {
        this.aliases = aliases;
        this.memory = memory;
    }

    static VariableSet of(Procedure procedure, Memory memory) {
        SingleUses pass = new SingleUses(Aliases.of(procedure, memory), memory);
        procedure.parameters().forEach(v -> pass.register(v).refused = true);
        procedure.results().forEach(v -> pass.register(v).refused = true);
        pass.scan(procedure.body());
        VariableSet found = new VariableSet();
        for (Variable variable : pass.registers.keys()) {
            Register register = pass.register(variable);
            if (register.found && !register.refused) {
                found.add(variable);
            }
        }
        return found;
    }

    private Register register(Variable variable) {
        return registers.get(variable, Register::new);
    }

    private void scan(Statement.Block block) {
        List<Register> opened = new ArrayList<>();
        for (Statement statement : block.statements()) {
            position++;
            Definition definition = new Definition(block, position);
            use(statement, definition);
            nested(statement);
            closeAssignedInside(statement, block);
            close(statement, definition, opened);
        }
        for (Register register : opened) {
            if (register.open != null && register.open.block == block) {
                register.refused = true;
                register.open = null;
            }
        }
    }

    /** Reads what the statement itself reads, and closes the definitions it uses. */
    private void use(Statement statement, Definition definition) {
        Walk.expressions(statement, e -> Reads.parts(e, part -> read(part, definition)));
        List<Register> used = used(statement, definition);
        boolean once = !(statement instanceof Statement.For) && !(statement instanceof Statement.While);
        for (Register register : used) {
            use(register, once && register.count == 1, definition);
            register.count = 0;
        }
    }

    /** The registers that the statement reads, each with its count of occurrences. */
    private List<Register> used(Statement statement, Definition definition) {
        if (definition.parts == 1 && definition.reads.size() == 1) {
            definition.reads.get(0).count = 1;
            return List.copyOf(definition.reads);
        }
        List<Register> used = new ArrayList<>(2);
        for (Variable variable : Reading.occurrences(statement)) {
            Register register = register(variable);
            register.count++;
            if (register.count == 1) {
                used.add(register);
            }
        }
        return used;
    }

    private void read(Expr part, Definition definition) {
        definition.parts++;
        if (part instanceof Variable variable) {
            definition.reads.add(register(variable));
        } else if (part instanceof Load load) {
            definition.load(aliases.classOf(load.array()));
        }
    }

    private void use(Register register, boolean once, Definition definition) {
        Definition used = register.open;
        if (used == null || used.block != definition.block) {
            register.refused = true;
            return;
        }
        register.open = null;
        if (once && isUnchanged(used) && used.parts + definition.parts <= MAX_PARTS) {
            register.found = true;
            definition.include(used);
        } else {
            register.refused = true;
        }
    }

    private boolean isUnchanged(Definition definition) {
        for (Register register : definition.reads) {
            if (register.changed >= definition.position) {
                return false;
            }
        }
        for (Object memoryClass : definition.loads()) {
            if (stores.getOrDefault(memoryClass, 0) >= definition.position) {
                return false;
            }
        }
        return true;
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
    private void closeAssignedInside(Statement statement, Statement.Block block) {
        if (statement instanceof Statement.Assign) {
            return;
        }
        Walk.statements(
                Statement.Block.of(statement),
                s -> Walk.assigned(s, variable -> {
                    Register register = register(variable);
                    if (s != statement && register.open != null && register.open.block == block) {
                        register.open = null;
                        register.refused = true;
                    }
                }));
    }

    private void close(Statement statement, Definition definition, List<Register> opened) {
        position++;
        boolean movable = isMovable(statement);
        Walk.assigned(statement, variable -> {
            Register register = register(variable);
            register.changed = position;
            if (register.open != null && register.open.block == definition.block) {
                register.open = null;
                register.refused = true;
            }
            register.refused |= !movable;
        });
        if (statement instanceof Statement.Store store) {
            stores.put(aliases.classOf(store.array()), position);
        } else if (statement instanceof Statement.Call call) {
            Effects.storedBy(call, memory.of(call.callee()), aliases).forEach(c -> stores.put(c, position));
        } else if (movable && statement instanceof Statement.Assign assign) {
            open(register(assign.target()), definition, opened);
        }
    }

    private static void open(Register register, Definition definition, List<Register> opened) {
        boolean openOutside = register.open != null;
        register.open = definition;
        opened.add(register);
        register.refused |= openOutside || definition.reads.contains(register);
    }

    private static boolean isMovable(Statement statement) {
        return statement instanceof Statement.Assign assign
                && !assign.guarded()
                && !assign.target().type().isArray();
    }
}
