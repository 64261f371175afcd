package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Numbering;
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

    private static final int SMALLEST = 8;

    private final Aliases aliases;
    private final Memory memory;
    private final Numbering registers = new Numbering();
    /** By register. */
    private Register[] known = new Register[SMALLEST];
    /** When each class of memory was stored into last. */
    private final Map<Object, Integer> stores = new HashMap<>();

    private final Reads.Parts parts = new Reads.Parts(this::read);
    private final Walk reading = new Walk() {
        @Override
        void value(Expr expression) {
            parts.of(expression);
            deep |= parts.wentDeep();
        }

        @Override
        void inside(Statement.Block block) {}
    };
    private Definition present = new Definition(Statement.Block.of(), 0);
    private boolean deep;
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
        private Register[] reads = new Register[2];
        private int readCount;
        private @Nullable List<Object> loads;
        private int parts;

        Definition(Statement.Block block, int position) {
            this.block = block;
            this.position = position;
        }

        void read(Register register) {
            if (readCount == reads.length) {
                reads = Arrays.copyOf(reads, 2 * readCount);
            }
            reads[readCount++] = register;
        }

        boolean reads(Register register) {
            for (int i = 0; i < readCount; i++) {
                if (reads[i] == register) {
                    return true;
                }
            }
            return false;
        }

        void load(Object memoryClass) {
            if (loads == null) {
                loads = new ArrayList<>();
            }
            loads.add(memoryClass);
        }

        /** Takes in a definition that is written out here. */
        void include(Definition other) {
            for (int i = 0; i < other.readCount; i++) {
                read(other.reads[i]);
            }
            if (other.loads != null) {
                other.loads.forEach(this::load);
            }
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
        for (int i = 0; i < pass.registers.size(); i++) {
            Register register = pass.known[i];
            if (register.found && !register.refused) {
                found.add((Variable) pass.registers.key(i));
            }
        }
        return found;
    }

    private Register register(Variable variable) {
        int before = registers.size();
        int number = registers.of(variable);
        if (number < before) {
            return known[number];
        }
        if (number == known.length) {
            known = Arrays.copyOf(known, 2 * number);
        }
        Register register = new Register();
        known[number] = register;
        return register;
    }

    private void scan(Statement.Block block) {
        List<Register> opened = new ArrayList<>();
        for (Statement statement : block.statements()) {
            position++;
            Definition definition = new Definition(block, position);
            use(statement, definition);
            statement.blocks().forEach(this::scan);
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
        present = definition;
        deep = false;
        if (statement instanceof Statement.Assign assign) {
            parts.of(assign.value());
            deep = parts.wentDeep();
        } else {
            statement.accept(reading);
        }
        boolean once = !(statement instanceof Statement.For) && !(statement instanceof Statement.While);
        List<Register> used = deep ? occurrences(statement) : List.of();
        int reads = deep ? used.size() : definition.readCount;
        Register[] occurring = deep ? used.toArray(Register[]::new) : definition.reads;
        for (int i = 0; i < reads; i++) {
            occurring[i].count++;
        }
        for (int i = 0; i < reads; i++) {
            Register register = occurring[i];
            if (register.count > 0) {
                boolean single = once && register.count == 1;
                register.count = 0;
                use(register, single, definition);
            }
        }
    }

    /** The registers that the statement reads, each as often as it is written, where parts were visited once. */
    private List<Register> occurrences(Statement statement) {
        return Reading.occurrences(statement).stream().map(this::register).toList();
    }

    private void read(Expr part) {
        present.parts++;
        if (part instanceof Variable variable) {
            present.read(register(variable));
        } else if (part instanceof Load load) {
            present.load(aliases.classOf(load.array()));
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
        for (int i = 0; i < definition.readCount; i++) {
            if (definition.reads[i].changed >= definition.position) {
                return false;
            }
        }
        if (definition.loads == null) {
            return true;
        }
        for (Object memoryClass : definition.loads) {
            if (stores.getOrDefault(memoryClass, 0) >= definition.position) {
                return false;
            }
        }
        return true;
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
        if (statement instanceof Statement.Assign assign) {
            assigned(register(assign.target()), definition, movable);
        } else {
            Walk.assigned(statement, variable -> assigned(register(variable), definition, movable));
        }
        if (statement instanceof Statement.Store store) {
            stores.put(aliases.classOf(store.array()), position);
        } else if (statement instanceof Statement.Call call) {
            Effects.storedBy(call, memory, aliases).forEach(c -> stores.put(c, position));
        } else if (movable && statement instanceof Statement.Assign assign) {
            open(register(assign.target()), definition, opened);
        }
    }

    private void assigned(Register register, Definition definition, boolean movable) {
        register.changed = position;
        if (register.open != null && register.open.block == definition.block) {
            register.open = null;
            register.refused = true;
        }
        register.refused |= !movable;
    }

    private static void open(Register register, Definition definition, List<Register> opened) {
        boolean openOutside = register.open != null;
        register.open = definition;
        opened.add(register);
        register.refused |= openOutside || definition.reads(register);
    }

    private static boolean isMovable(Statement statement) {
        return statement instanceof Statement.Assign assign
                && !assign.guarded()
                && !assign.target().type().isArray();
    }
}
