package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Variable;
import org.jspecify.annotations.Nullable;

/**
 * What is known at a point of a program: registers that hold a constant or a copy, and results that
 * some register still holds. Changes can be taken back to a mark, so that a branch costs what it
 * changes and not what is known.
 */
final class Facts {

    private static final Expr ZERO = Expr.constant(0.0);

    private final Aliases aliases;
    private final Predicate<Variable> startsAtZero;
    private final VariableMap<Register> registers = new VariableMap<>();
    private final Map<Expr, Variable> holders = new HashMap<>();
    /** For each class of memory, the results that end when it changes. */
    private final Map<Object, List<Expr>> loaded = new HashMap<>();

    private final List<Runnable> undo = new ArrayList<>();
    /** Marks not reverted yet; without one nothing need be undone, and long programs remember nothing. */
    private int openMarks;

    /** What is known of a register. */
    private static final class Register {
        /** The constant or register that it is known to equal. */
        private @Nullable Expr value;
        /** Copies of it, and results computed from it or held by it: what ends when it changes; may repeat. */
        private @Nullable List<Expr> dependents;

        private Register(@Nullable Expr value) {
            this.value = value;
        }
    }

    /** @param startsAtZero the registers known to hold 0.0 at the start */
    Facts(Aliases aliases, Predicate<Variable> startsAtZero) {
        this.aliases = aliases;
        this.startsAtZero = startsAtZero;
    }

    private Register register(Variable variable) {
        Register known = registers.get(variable);
        if (known == null) {
            known = new Register(startsAtZero.test(variable) ? ZERO : null);
            registers.put(variable, known);
        }
        return known;
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
        Expr value = register(variable).value;
        return value == null ? variable : value;
    }

    /** A register that holds the value of an operation or load, or the expression itself. */
    Expr known(Expr value) {
        if (value instanceof Constant || value instanceof Variable) {
            return value;
        }
        Variable holder = holders.get(value);
        return holder == null ? value : holder;
    }

    /** Which of some registers hold constants. */
    Map<Variable, Expr> constants(Set<Variable> variables) {
        Map<Variable, Expr> constants = new HashMap<>();
        for (Variable variable : variables) {
            if (register(variable).value instanceof Constant constant) {
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
            Reads.parts(value, part -> {
                if (part instanceof Variable variable) {
                    depend(variable, value);
                } else if (part instanceof Load load) {
                    append(loaded.computeIfAbsent(aliases.classOf(load.array()), none -> new ArrayList<>()), value);
                }
            });
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
        Register register = register(on);
        if (register.dependents == null) {
            register.dependents = new ArrayList<>(2);
        }
        append(register.dependents, fact);
    }

    private void append(List<Expr> facts, Expr fact) {
        facts.add(fact);
        if (openMarks > 0) {
            undo.add(() -> facts.remove(facts.size() - 1));
        }
    }

    /** Forgets all that rests on a register's present value. */
    void forget(Variable variable) {
        Register register = register(variable);
        setValue(register, null);
        List<Expr> dependents = register.dependents;
        if (dependents == null) {
            return;
        }
        register.dependents = null;
        if (openMarks > 0) {
            undo.add(() -> register.dependents = dependents);
        }
        for (Expr fact : dependents) {
            if (fact instanceof Variable copy) {
                forgetCopy(register(copy), variable);
            } else {
                setHolder(fact, null);
            }
        }
    }

    private void forgetCopy(Register copy, Variable original) {
        if (copy.value == original) {
            setValue(copy, null);
        }
    }

    /** Forgets all that was loaded from a class of memory. */
    void forgetMemory(Object memory) {
        List<Expr> results = loaded.remove(memory);
        if (results == null) {
            return;
        }
        if (openMarks > 0) {
            undo.add(() -> loaded.put(memory, results));
        }
        results.forEach(result -> setHolder(result, null));
    }

    private void setValue(Register register, @Nullable Expr value) {
        Expr old = register.value;
        register.value = value;
        if (old != value && openMarks > 0) {
            undo.add(() -> register.value = old);
        }
    }

    private void setHolder(Expr result, @Nullable Variable holder) {
        Variable old = holder == null ? holders.remove(result) : holders.put(result, holder);
        if (old != holder && openMarks > 0) {
            undo.add(() -> restoreHolder(result, old));
        }
    }

    private void restoreHolder(Expr result, @Nullable Variable old) {
        if (old == null) {
            holders.remove(result);
        } else {
            holders.put(result, old);
        }
    }
}
