package org.cotangent.ad.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Kernel;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Simplification;
import org.cotangent.ad.expr.Traversal;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;

/**
 * What each operand of an operation receives of the adjoint of its result, as expressions of the
 * operands, the result and {@link #BAR}, made once for operations that are alike.
 */
final class OperandShares {

    /** Stands for the adjoint of the result. */
    static final Variable BAR = Variable.of("yBar", Type.DOUBLE);

    /**
     * The shares of one operation.
     *
     * @param operands what stands for each: a variable, the same for the same register, or a constant
     * @param result what stands for the result
     * @param places the operands that receive something
     * @param values what they receive, in that order
     */
    record Shares(List<Expr> operands, Variable result, List<Integer> places, List<Expr> values) {

        /** Whether all can be computed without jumps. */
        boolean areJumpFree() {
            return Traversal.postOrder(values).stream()
                    .noneMatch(e -> !(e instanceof Apply || e instanceof Constant || e instanceof Variable)
                            || (e instanceof Apply apply
                                    && (apply.op().kernel() instanceof Kernel.Lazy
                                            || Instructions.mayThrow(apply.op()))));
        }
    }

    private final Registers registers;
    private final Map<List<Object>, Shares> known = new HashMap<>();

    OperandShares(Registers registers) {
        this.registers = registers;
    }

    /**
     * The shares of an operation on registers.
     *
     * @param reals how many of the operands are real: the first ones
     * @param wanted the operands that depend on an independent
     */
    Shares of(Op op, int[] operands, int reals, boolean[] wanted) {
        List<Object> key = new ArrayList<>(1 + 2 * operands.length);
        key.add(op);
        for (int i = 0; i < operands.length; i++) {
            Optional<Constant> constant = registers.constant(i < reals ? Bank.REAL : Bank.INTEGER, operands[i]);
            key.add(constant.isPresent() ? constant.get() : firstUse(operands, i, reals));
            key.add(wanted[i]);
        }
        return known.computeIfAbsent(key, k -> made(op, k, reals));
    }

    /** The first operand in the same register. */
    private static Integer firstUse(int[] operands, int index, int reals) {
        for (int i = 0; i < index; i++) {
            if (operands[i] == operands[index] && i < reals == index < reals) {
                return i;
            }
        }
        return index;
    }

    private static Shares made(Op op, List<Object> key, int reals) {
        Expr[] operands = new Expr[op.arity()];
        for (int i = 0; i < operands.length; i++) {
            Object is = key.get(1 + 2 * i);
            operands[i] = is instanceof Constant constant
                    ? constant
                    : is.equals(i) ? Variable.of("operand", i < reals ? Type.DOUBLE : Type.INT) : operands[(int) is];
        }
        Variable result = Variable.of("result", Type.DOUBLE);
        Map<Integer, Expr> partials = new LinkedHashMap<>();
        for (int i = 0; i < reals; i++) {
            if (key.get(2 + 2 * i).equals(true)) {
                partials.merge((Integer) key.get(1 + 2 * i), op.partial(operands, result, i), OperandShares::both);
            }
        }
        List<Integer> places = new ArrayList<>();
        List<Expr> values = new ArrayList<>();
        partials.forEach((place, partial) -> {
            Expr share =
                    op.isStrong() ? Simplification.strongProduct(BAR, partial) : Simplification.product(BAR, partial);
            if (!(share instanceof Constant zero && zero.is(0.0))) {
                places.add(place);
                values.add(share);
            }
        });
        return new Shares(List.of(operands), result, places, values);
    }

    private static Expr both(Expr first, Expr second) {
        return first.equals(second)
                ? Simplification.product(Expr.constant(2.0), first)
                : Simplification.sum(first, second);
    }
}
