package org.cotangent.ad.eval;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Variable;

/**
 * Appends to straight-line code the sweep back over its instructions, last to first (Griewank, Walther,
 * Evaluating Derivatives, 2nd ed. 2008, section 3.2, the incremental reverse mode). Every adjoint that
 * grows takes a new register, so an adjoint that is passed on unchanged costs no instruction.
 */
final class ReverseSweep {

    private static final int NONE = -1;

    /** A parameter to differentiate by, and the array or result that receives its adjoint. */
    record Shadow(Variable of, Variable bar) {}

    private final int[] code;
    private final Registers registers;
    private final Assembler out;
    private final OperandShares shares;
    /** By real register of the code: whether it depends on an independent. */
    private final boolean[] active;
    /** By real register of the code: the register of its adjoint so far. */
    private final int[] bars;
    /** By reference register: that of the adjoints of its elements. */
    private final int[] arrays;

    private ReverseSweep(int[] code, Registers registers, Assembler out) {
        this.code = code;
        this.registers = registers;
        this.out = out;
        this.shares = new OperandShares(registers);
        active = new boolean[registers.count(Bank.REAL)];
        bars = new int[active.length];
        Arrays.fill(bars, NONE);
        arrays = new int[registers.count(Bank.REFERENCE)];
        Arrays.fill(arrays, NONE);
    }

    /**
     * Appends the sweep, and where adjoints are put.
     *
     * @param out holds the code so far, without its end
     * @param given what is in a register at the start
     * @param result the register whose adjoint is 1
     * @return whether the code is such that it can be swept; otherwise {@code out} is of no use
     */
    static boolean append(
            Registers registers, Assembler out, List<Variable> given, Variable result, List<Shadow> shadows) {
        int[] code = out.code();
        int seed = registers.of((Constant) Expr.constant(1.0));
        int from = registers.of(result);
        ReverseSweep sweep = new ReverseSweep(code, registers, out);
        shadows.forEach(sweep::start);
        Optional<int[]> positions = sweep.forward(given);
        if (positions.isEmpty()) {
            return false;
        }
        sweep.bars[from] = seed;
        for (int i = positions.get().length - 1; i >= 0; i--) {
            if (!sweep.back(positions.get()[i])) {
                return false;
            }
        }
        shadows.forEach(sweep::finish);
        return true;
    }

    private void start(Shadow shadow) {
        int register = registers.of(shadow.of());
        if (shadow.of().type().isArray()) {
            arrays[register] = registers.of(shadow.bar());
            clear(arrays[register]);
        } else {
            active[register] = true;
        }
    }

    private void clear(int array) {
        int counter = registers.fresh(Bank.INTEGER);
        int length = registers.fresh(Bank.INTEGER);
        int zero = registers.of((Constant) Expr.constant(0.0));
        Label body = new Label();
        Label end = new Label();
        out.emit(Code.MOVE_INTEGER, counter, registers.integer(0));
        out.emit(Code.LENGTH, length, array);
        out.jump(end, Code.JUMP_INTEGER_NOT_LESS, counter, length);
        out.bind(body);
        out.emit(Code.STORE, array, counter, zero);
        out.jump(body, Code.NEXT_UP, counter, 1, length);
        out.bind(end);
    }

    private void finish(Shadow shadow) {
        if (!shadow.of().type().isArray()) {
            int bar = bars[registers.of(shadow.of())];
            int source = bar == NONE ? registers.of((Constant) Expr.constant(0.0)) : bar;
            out.emit(Code.MOVE, registers.of(shadow.bar()), source);
        }
    }

    /** Where the instructions with active results are; empty if some instruction is of another kind. */
    private Optional<int[]> forward(List<Variable> given) {
        Ints positions = new Ints();
        boolean[] written = new boolean[active.length];
        given.stream().filter(v -> v.type().isReal()).forEach(v -> written[registers.of(v)] = true);
        for (int p = 0; p < code.length; p += Code.length(code, p)) {
            if (isInteger(code[p])) {
                continue;
            }
            if (!isReal(code[p]) || written[code[p + 1]]) {
                return Optional.empty();
            }
            written[code[p + 1]] = true;
            if (isActive(p)) {
                active[code[p + 1]] = true;
                positions.add(p);
            }
        }
        return Optional.of(positions.toArray());
    }

    private static boolean isInteger(int instruction) {
        return (instruction >= Code.MOVE_INTEGER && instruction <= Code.INT_MULTIPLY)
                || instruction == Code.INTEGER1
                || instruction == Code.INTEGER2
                || instruction == Code.LENGTH
                || instruction == Code.COMPARE
                || instruction == Code.TRUNCATE
                || instruction == Code.LOAD_INT
                || instruction == Code.LOAD_LONG
                || instruction == Code.LOAD_BOOLEAN;
    }

    private static boolean isReal(int instruction) {
        return (instruction >= Code.MOVE && instruction <= Code.LOAD)
                || (instruction >= Code.REAL1 && instruction <= Code.WIDEN)
                || instruction == Code.LOAD_FLOAT;
    }

    private boolean isActive(int p) {
        return switch (code[p]) {
            case Code.LOAD, Code.LOAD_FLOAT -> arrays[code[p + 2]] != NONE;
            case Code.WIDEN -> false;
            default -> readsActive(p);
        };
    }

    private boolean readsActive(int p) {
        for (int operand = first(p); operand < p + realEnd(p); operand++) {
            if (active[code[operand]]) {
                return true;
            }
        }
        return false;
    }

    /** Where the operands of an instruction begin. */
    private int first(int p) {
        return code[p] >= Code.REAL1 ? p + 3 : p + 2;
    }

    /** How many words of an instruction come before the end of its real operands. */
    private int realEnd(int p) {
        int length = Code.length(code, p);
        return code[p] == Code.REAL_INTEGER ? length - 1 : length;
    }

    /** Passes the adjoint of an instruction's result on to its operands; false if that takes a jump. */
    private boolean back(int p) {
        int bar = bars[code[p + 1]];
        if (bar == NONE) {
            return true;
        }
        switch (code[p]) {
            case Code.MOVE -> add(code[p + 2], bar);
            case Code.NEGATE -> subtract(code[p + 2], bar);
            case Code.ADD -> plus(bar, code[p + 2], code[p + 3]);
            case Code.SUBTRACT -> minus(bar, code[p + 2], code[p + 3]);
            case Code.MULTIPLY -> multiply(bar, code[p + 2], code[p + 3]);
            case Code.MULTIPLY_ADD -> {
                add(code[p + 2], bar);
                multiply(bar, code[p + 3], code[p + 4]);
            }
            case Code.MULTIPLY_SUBTRACT -> {
                add(code[p + 2], bar);
                multiply(negated(bar), code[p + 3], code[p + 4]);
            }
            case Code.LOAD -> out.emit(Code.ACCUMULATE, arrays[code[p + 2]], code[p + 3], bar);
            case Code.LOAD_FLOAT -> out.emit(Code.ACCUMULATE, arrays[code[p + 2]], code[p + 3], bar);
            default -> {
                return operation(p, bar);
            }
        }
        return true;
    }

    private void plus(int bar, int first, int second) {
        if (first == second) {
            addProduct(first, bar, registers.of((Constant) Expr.constant(2.0)));
        } else {
            add(first, bar);
            add(second, bar);
        }
    }

    /** What is taken from itself receives nothing, rather than a difference that infinity would make NaN. */
    private void minus(int bar, int first, int second) {
        if (first != second) {
            add(first, bar);
            subtract(second, bar);
        }
    }

    private int negated(int register) {
        int negative = registers.fresh(Bank.REAL);
        out.emit(Code.NEGATE, negative, register);
        return negative;
    }

    private void add(int operand, int contribution) {
        if (!active[operand]) {
            return;
        }
        if (bars[operand] == NONE) {
            bars[operand] = contribution;
        } else {
            grow(operand, Code.ADD, contribution);
        }
    }

    private void subtract(int operand, int contribution) {
        if (!active[operand]) {
            return;
        }
        if (bars[operand] == NONE) {
            bars[operand] = negated(contribution);
        } else {
            grow(operand, Code.SUBTRACT, contribution);
        }
    }

    private void grow(int operand, int instruction, int contribution) {
        int sum = registers.fresh(Bank.REAL);
        out.emit(instruction, sum, bars[operand], contribution);
        bars[operand] = sum;
    }

    private void addProduct(int operand, int first, int second) {
        if (!active[operand]) {
            return;
        }
        int sum = registers.fresh(Bank.REAL);
        if (bars[operand] == NONE) {
            out.emit(Code.MULTIPLY, sum, first, second);
        } else {
            out.emit(Code.MULTIPLY_ADD, sum, bars[operand], first, second);
        }
        bars[operand] = sum;
    }

    private void multiply(int bar, int first, int second) {
        if (first != second) {
            addProduct(first, bar, second);
            addProduct(second, bar, first);
        } else if (active[first]) {
            int twice = registers.fresh(Bank.REAL);
            out.emit(Code.MULTIPLY, twice, registers.of((Constant) Expr.constant(2.0)), first);
            addProduct(first, bar, twice);
        }
    }

    private boolean operation(int p, int bar) {
        Op op = code[p] == Code.DIVIDE ? Op.DIVIDE : Kernels.op(code[p + 2]);
        int[] operands = Arrays.copyOfRange(code, first(p), p + Code.length(code, p));
        int reals = p + realEnd(p) - first(p);
        boolean[] wanted = new boolean[operands.length];
        for (int i = 0; i < reals; i++) {
            wanted[i] = active[operands[i]];
        }
        OperandShares.Shares found = shares.of(op, operands, reals, wanted);
        if (!found.areJumpFree()) {
            return false;
        }
        Map<Expr, Integer> computed = new HashMap<>();
        computed.put(OperandShares.BAR, bar);
        computed.put(found.result(), code[p + 1]);
        for (int i = 0; i < operands.length; i++) {
            computed.put(found.operands().get(i), operands[i]);
        }
        for (int i = 0; i < found.values().size(); i++) {
            contribute(operands[found.places().get(i)], found.values().get(i), computed);
        }
        return true;
    }

    private void contribute(int operand, Expr share, Map<Expr, Integer> computed) {
        if (share instanceof Apply product && product.op() == Op.MULTIPLY) {
            addProduct(operand, compute(product.operand(0), computed), compute(product.operand(1), computed));
        } else if (share instanceof Apply negative && negative.op() == Op.NEGATE) {
            subtract(operand, compute(negative.operand(0), computed));
        } else {
            add(operand, compute(share, computed));
        }
    }

    /** Computes a small expression; gives its register. */
    private int compute(Expr expression, Map<Expr, Integer> computed) {
        Integer known = computed.get(expression);
        if (known != null) {
            return known;
        }
        int register;
        if (expression instanceof Constant constant) {
            register = registers.of(constant);
        } else {
            Apply apply = (Apply) expression;
            int head = Instructions.isDirect(apply.op()) ? 2 : 3;
            int[] instruction = new int[head + apply.arity()];
            for (int i = 0; i < apply.arity(); i++) {
                instruction[head + i] = compute(apply.operand(i), computed);
            }
            register = registers.fresh(Bank.of(apply.type()));
            instruction[0] = Instructions.of(apply.op());
            instruction[1] = register;
            if (head == 3) {
                instruction[2] = Kernels.number(apply.op());
            }
            out.emit(instruction);
        }
        computed.put(expression, register);
        return register;
    }
}
