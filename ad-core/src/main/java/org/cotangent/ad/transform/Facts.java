package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Numbering;
import org.cotangent.ad.expr.Variable;
import org.jspecify.annotations.Nullable;

/**
 * What is known at a point of a program: registers that hold a constant or a copy, and results that
 * some register still holds. Changes can be taken back to a mark, so that a branch costs what it
 * changes and not what is known.
 */
final class Facts {

    private static final Expr ZERO = Expr.constant(0.0);
    private static final int SMALLEST = 8;
    private static final int NONE = -1;

    private final Aliases aliases;
    private final Predicate<Variable> startsAtZero;
    private final Numbering registers = new Numbering();
    /** By register: the constant or register that it is known to equal. */
    private @Nullable Expr[] values = new @Nullable Expr[SMALLEST];
    /**
     * By register: the first of a list of copies of it, and of results computed from it or held by
     * it: what ends when it changes; may repeat.
     */
    private int[] dependents = new int[SMALLEST];
    /** The members of those lists. */
    private Expr[] dependent = new Expr[SMALLEST];

    private int[] next = new int[SMALLEST];
    private int members;

    private final Numbering results = new Numbering();
    /** By result: the register that holds it. */
    private @Nullable Variable[] holders = new @Nullable Variable[SMALLEST];
    /** For each class of memory, the results that end when it changes. */
    private final Map<Object, List<Expr>> loaded = new HashMap<>();

    private final Reads.Parts parts = new Reads.Parts(this::dependOnPart);
    private Expr learned = ZERO;

    private final List<Runnable> undo = new ArrayList<>();
    /** Marks not reverted yet; without one nothing need be undone, and long programs remember nothing. */
    private int openMarks;

    /** @param startsAtZero the registers known to hold 0.0 at the start */
    Facts(Aliases aliases, Predicate<Variable> startsAtZero) {
        this.aliases = aliases;
        this.startsAtZero = startsAtZero;
    }

    private int register(Variable variable) {
        int known = registers.size();
        int register = registers.of(variable);
        if (register == known) {
            if (register == values.length) {
                values = Arrays.copyOf(values, 2 * register);
                dependents = Arrays.copyOf(dependents, 2 * register);
            }
            values[register] = startsAtZero.test(variable) ? ZERO : null;
            dependents[register] = NONE;
        }
        return register;
    }

    /** Every mark must be reverted to, inner ones first. */
    int mark() {
        openMarks++;
        return undo.size();
    }

    void revert(int mark) {
        openMarks--;
        while (undo.size() > mark) {
            undo.remove(undo.size() - 1).run();
        }
    }

    /** What a register is known to hold, or the register itself. */
    Expr valueOf(Variable variable) {
        int register = register(variable);
        Expr value = values[register];
        return value == null ? variable : value;
    }

    /** A register that holds the value of an operation or load, or the expression itself. */
    Expr known(Expr value) {
        if (value instanceof Constant || value instanceof Variable) {
            return value;
        }
        int result = results.find(value);
        Variable holder = result == Numbering.NONE ? null : holders[result];
        return holder == null ? value : holder;
    }

    /** Which of some registers hold constants. */
    Map<Variable, Expr> constants(Set<Variable> variables) {
        Map<Variable, Expr> constants = new HashMap<>();
        for (Variable variable : variables) {
            if (valueOf(variable) instanceof Constant constant) {
                constants.put(variable, constant);
            }
        }
        return constants;
    }

    void learn(Variable target, Expr value) {
        if (value instanceof Constant || value instanceof Variable) {
            put(target, value);
        } else if ((value instanceof Apply || value instanceof Load) && !Reads.reads(value, target)) {
            setHolder(value, target);
            depend(target, value);
            learned = value;
            parts.of(value);
        }
    }

    private void dependOnPart(Expr part) {
        if (part instanceof Variable variable) {
            depend(variable, learned);
        } else if (part instanceof Load load) {
            List<Expr> ending = loaded.computeIfAbsent(aliases.classOf(load.array()), none -> new ArrayList<>());
            ending.add(learned);
            if (openMarks > 0) {
                undo.add(() -> ending.remove(ending.size() - 1));
            }
        }
    }

    /** Notes that a register holds a constant or a copy of another register. */
    void put(Variable target, Expr value) {
        setValue(register(target), value);
        if (value instanceof Variable original) {
            depend(original, target);
        }
    }

    private void depend(Variable on, Expr fact) {
        int register = register(on);
        if (members == dependent.length) {
            dependent = Arrays.copyOf(dependent, 2 * members);
            next = Arrays.copyOf(next, 2 * members);
        }
        dependent[members] = fact;
        next[members] = dependents[register];
        setDependents(register, members);
        members++;
    }

    private void setDependents(int register, int first) {
        int before = dependents[register];
        dependents[register] = first;
        if (openMarks > 0) {
            undo.add(() -> dependents[register] = before);
        }
    }

    /** Forgets all that rests on a register's present value. */
    void forget(Variable variable) {
        int register = register(variable);
        setValue(register, null);
        int first = dependents[register];
        if (first == NONE) {
            return;
        }
        setDependents(register, NONE);
        for (int member = first; member != NONE; member = next[member]) {
            if (dependent[member] instanceof Variable copy) {
                forgetCopy(register(copy), variable);
            } else {
                setHolder(dependent[member], null);
            }
        }
    }

    private void forgetCopy(int copy, Variable original) {
        if (values[copy] == original) {
            setValue(copy, null);
        }
    }

    /** Forgets all that was loaded from a class of memory. */
    void forgetMemory(Object memory) {
        List<Expr> ended = loaded.remove(memory);
        if (ended == null) {
            return;
        }
        if (openMarks > 0) {
            undo.add(() -> loaded.put(memory, ended));
        }
        ended.forEach(result -> setHolder(result, null));
    }

    private void setValue(int register, @Nullable Expr value) {
        Expr old = values[register];
        values[register] = value;
        if (old != value && openMarks > 0) {
            undo.add(() -> values[register] = old);
        }
    }

    private void setHolder(Expr value, @Nullable Variable holder) {
        int result = results.of(value);
        if (result >= holders.length) {
            holders = Arrays.copyOf(holders, 2 * holders.length);
        }
        Variable old = holders[result];
        holders[result] = holder;
        if (old != holder && openMarks > 0) {
            undo.add(() -> holders[result] = old);
        }
    }
}
