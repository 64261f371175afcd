package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private final Aliases aliases;
    private final Map<Variable, Expr> values = new HashMap<>();
    private final Map<Expr, Variable> holders = new HashMap<>();
    /** For each register, and each class of memory, the facts that end when it changes. */
    private final Map<Object, Set<Object>> dependents = new HashMap<>();

    private final List<Runnable> undo = new ArrayList<>();
    /** Marks not reverted yet; without one nothing need be undone, and long programs remember nothing. */
    private int openMarks;

    Facts(Aliases aliases) {
        this.aliases = aliases;
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
        return values.getOrDefault(variable, variable);
    }

    /** A register that holds the value of an operation or load, or the expression itself. */
    Expr known(Expr value) {
        Variable holder = holders.get(value);
        return holder == null ? value : holder;
    }

    /** Which of some registers hold constants. */
    Map<Variable, Expr> constants(Set<Variable> variables) {
        Map<Variable, Expr> constants = new HashMap<>();
        for (Variable variable : variables) {
            if (values.get(variable) instanceof Constant constant) {
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
                if (part instanceof Variable) {
                    depend(part, value);
                } else if (part instanceof Load load) {
                    depend(aliases.classOf(load.array()), value);
                }
            });
        }
    }

    /** Notes that a register holds a constant or a copy of another register. */
    void put(Variable target, Expr value) {
        setValue(target, value);
        if (value instanceof Variable) {
            depend(value, target);
        }
    }

    private void depend(Object on, Object fact) {
        if (dependents.computeIfAbsent(on, absent -> new LinkedHashSet<>()).add(fact) && openMarks > 0) {
            undo.add(() -> dependents.getOrDefault(on, Set.of()).remove(fact));
        }
    }

    /** Forgets all that rests on a register's present value. */
    void forget(Variable variable) {
        setValue(variable, null);
        end(variable);
    }

    /** Forgets all that was loaded from a class of memory. */
    void forgetMemory(Object memory) {
        end(memory);
    }

    private void end(Object cause) {
        Set<Object> facts = dependents.remove(cause);
        if (facts == null) {
            return;
        }
        if (openMarks > 0) {
            undo.add(() -> dependents.put(cause, facts));
        }
        for (Object fact : facts) {
            if (fact instanceof Variable copy && values.get(copy) == cause) {
                setValue(copy, null);
            } else if (fact instanceof Expr result) {
                setHolder(result, null);
            }
        }
    }

    private void setValue(Variable variable, @Nullable Expr value) {
        Expr old = value == null ? values.remove(variable) : values.put(variable, value);
        if (old != value && openMarks > 0) {
            undo.add(() -> restore(values, variable, old));
        }
    }

    private void setHolder(Expr result, @Nullable Variable holder) {
        Variable old = holder == null ? holders.remove(result) : holders.put(result, holder);
        if (old != holder && openMarks > 0) {
            undo.add(() -> restore(holders, result, old));
        }
    }

    private static <K, V> void restore(Map<K, V> map, K key, @Nullable V old) {
        if (old == null) {
            map.remove(key);
        } else {
            map.put(key, old);
        }
    }
}
