package org.cotangent.codegen.emit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cotangent.ad.eval.CodeTooLargeException;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.ExprVisitor;
import org.cotangent.ad.expr.Length;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.jspecify.annotations.Nullable;

/** Adds up what the class file format limits, so that the error comes from here and not from javac. */
final class ClassSize {

    /** Entries that a method and a call of it take: names, types, reference. */
    private static final int ENTRIES_PER_METHOD = 6;

    /** A double or long takes two. */
    private static final int WIDE = 2;

    /** Java's limit of 65,535 bytes, less what the estimate may be off. */
    static final int METHOD_LIMIT = 60_000;

    private static final Set<Op> WHOLE_QUOTIENTS =
            EnumSet.of(Op.INT_DIVIDE, Op.INT_REMAINDER, Op.LONG_DIVIDE, Op.LONG_REMAINDER);

    private final List<String> warnings = new ArrayList<>();
    private final Set<Constant> constants = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private int methods;
    private long bytes;
    private boolean dividesByZero;

    void add(Procedure procedure, boolean numbered) {
        methods++;
        int own = BytecodeEstimate.method(procedure.parameters())
                .of(procedure.body().statements());
        bytes += own;
        if (own > METHOD_LIMIT) {
            throw new CodeTooLargeException(
                    "method " + procedure.name() + " would hold about " + own
                            + " bytes of bytecode, expected at most " + METHOD_LIMIT
                            + " (Java's limit): jumps out of the"
                            + " middle of its long blocks keep it from being split; move such blocks into methods of their own");
        }
        if (own > Budget.HOTSPOT_LIMIT) {
            warnings.add("method " + procedure.name() + " holds about " + own + " bytes of bytecode, expected at most "
                    + Budget.HOTSPOT_LIMIT
                    + ", above which HotSpot interprets it for ever: jumps out of the middle of its"
                    + " long blocks keep it from being split; move such blocks into methods of their own");
        }
        if (!numbered) {
            Usage.of(procedure.body(), procedure.results()).all().forEach(v -> names.add(v.name()));
        }
        new Constants().copy(procedure.body());
    }

    /** Whether a whole number is divided by a constant 0, most likely where that is never reached: javac warns. */
    boolean dividesByZero() {
        return dividesByZero;
    }

    private static boolean isZero(Expr divisor) {
        return divisor instanceof Constant constant && constant.integer() == 0;
    }

    /** What is allowed but slow. */
    List<String> warnings() {
        return warnings;
    }

    /**
     * Fails if the class is beyond its budget.
     *
     * @throws CodeTooLargeException saying by how much, and what to do
     */
    void requireWithin(Budget budget, String name) {
        int entries = WIDE * constants.size() + names.size() + ENTRIES_PER_METHOD * methods;
        if (entries > budget.constants()) {
            throw new CodeTooLargeException("class " + name + " would need about " + entries
                    + " constants, expected at most " + budget.constants()
                    + " (a class file holds 65,535): pass numbers in arrays instead of writing them into the"
                    + " expressions, or generate several classes");
        }
        if (bytes > budget.classBytes()) {
            throw new CodeTooLargeException("class " + name + " would hold about " + bytes
                    + " bytes of bytecode, expected at most " + budget.classBytes()
                    + ": keep loops instead of unrolling them, use the interpreter, or raise the budget");
        }
    }

    /** Collects the literals of statements. */
    private final class Constants extends Copying implements ExprVisitor<@Nullable Void> {

        @Override
        Expr read(Expr expression) {
            expression.accept(this);
            return expression;
        }

        @Override
        public @Nullable Void constant(Constant constant) {
            boolean small = constant.type().isReal()
                    ? constant.is(0.0) || constant.is(1.0)
                    : constant.type().equals(Type.BOOLEAN) || Math.abs(constant.integer()) <= Short.MAX_VALUE;
            if (!small) {
                constants.add(constant);
            }
            return null;
        }

        @Override
        public @Nullable Void variable(Variable variable) {
            return null;
        }

        @Override
        public @Nullable Void apply(Apply apply) {
            dividesByZero |= WHOLE_QUOTIENTS.contains(apply.op()) && isZero(apply.operand(1));
            apply.operands().forEach(operand -> operand.accept(this));
            return null;
        }

        @Override
        public @Nullable Void load(Load load) {
            load.array().accept(this);
            return load.index().accept(this);
        }

        @Override
        public @Nullable Void length(Length length) {
            return length.array().accept(this);
        }
    }
}
