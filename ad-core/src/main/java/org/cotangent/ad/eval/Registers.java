package org.cotangent.ad.eval;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Numbering;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;

/**
 * Which register holds what, for one procedure. A variable and a constant have a register of their
 * own; temporary registers are lent and given back.
 */
final class Registers {

    /** A temporary register rests for so many others, as reuse ties instructions that could be reordered. */
    private static final int REST = 512;

    /** The registers of one bank. */
    private static final class Registry {
        final Deque<Integer> free = new ArrayDeque<>();
        final Ints zeroed = new Ints();
        int count;
    }

    private final Map<Bank, Registry> banks = new EnumMap<>(Bank.class);
    private final Numbering variables = new Numbering();
    /** By variable. */
    private int[] registers = new int[16];

    private final Map<Constant, Integer> constants = new LinkedHashMap<>();
    private final Map<Bank, Map<Integer, Constant>> held = new EnumMap<>(Bank.class);
    private final boolean keeping;

    /** @param keeping whether every temporary value keeps its register to the end */
    Registers(boolean keeping) {
        this.keeping = keeping;
        for (Bank bank : Bank.values()) {
            banks.put(bank, new Registry());
            held.put(bank, new HashMap<>());
        }
    }

    private Registry in(Bank bank) {
        return Objects.requireNonNull(banks.get(bank));
    }

    /** A register that nobody else gets. */
    int fresh(Bank bank) {
        return in(bank).count++;
    }

    /** A temporary register, the one given back longest ago. */
    int borrow(Bank bank) {
        Deque<Integer> idle = in(bank).free;
        return idle.size() > REST ? idle.remove() : fresh(bank);
    }

    void giveBack(Bank bank, int register) {
        if (!keeping) {
            in(bank).free.add(register);
        }
    }

    /** The register of a variable that is read here; it must be 0 at the start if it was not assigned. */
    int of(Variable variable) {
        int known = variables.find(variable);
        return known != Numbering.NONE ? registers[known] : declare(variable, true);
    }

    /**
     * The register of a variable that is assigned here.
     *
     * @param always whether this point is passed by every run; then the register need not be 0 at
     *     the start
     */
    int assigned(Variable variable, boolean always) {
        int known = variables.find(variable);
        return known != Numbering.NONE ? registers[known] : declare(variable, !always);
    }

    int declare(Variable variable, boolean zero) {
        Bank bank = Bank.of(variable.type());
        int register = fresh(bank);
        int number = variables.of(variable);
        if (number == registers.length) {
            registers = Arrays.copyOf(registers, 2 * number);
        }
        registers[number] = register;
        if (zero) {
            in(bank).zeroed.add(register);
        }
        return register;
    }

    int of(Constant constant) {
        return constants.computeIfAbsent(constant, this::place);
    }

    private int place(Constant constant) {
        Bank bank = Bank.of(constant.type());
        int register = fresh(bank);
        Objects.requireNonNull(held.get(bank)).put(register, constant);
        return register;
    }

    /** The constant that a register holds, if it holds one. */
    Optional<Constant> constant(Bank bank, int register) {
        return Optional.ofNullable(Objects.requireNonNull(held.get(bank)).get(register));
    }

    int integer(int value) {
        return of((Constant) Expr.constant(value));
    }

    int count(Bank bank) {
        return in(bank).count;
    }

    int[] zeroed(Bank bank) {
        return in(bank).zeroed.toArray();
    }

    /** Initial real registers: constants in place, 0 elsewhere. */
    double[] reals() {
        double[] reals = new double[count(Bank.REAL)];
        constants.forEach((constant, register) -> {
            if (constant.type().equals(Type.DOUBLE)) {
                reals[register] = constant.real();
            }
        });
        return reals;
    }

    /** Initial integer registers: constants in place, 0 elsewhere. */
    long[] integers() {
        long[] integers = new long[count(Bank.INTEGER)];
        constants.forEach((constant, register) -> {
            if (!constant.type().isReal()) {
                integers[register] = constant.integer();
            }
        });
        return integers;
    }
}
