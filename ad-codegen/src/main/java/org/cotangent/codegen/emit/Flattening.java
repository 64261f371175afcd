package org.cotangent.codegen.emit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Kernel;
import org.cotangent.ad.expr.Length;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Breaks expressions that are too large to read, or too deep for compilers to walk, into
 * assignments to registers of their own. Parts that are evaluated only under a condition stay under
 * it.
 */
final class Flattening extends Copying {

    /** Operations and loads in one written expression, and their nesting. */
    private static final int MAX_SIZE = 60;

    private static final int MAX_DEPTH = 30;

    /** What an expression that had to be broken is broken into. */
    private static final int PART_SIZE = 12;

    /** Size and depth of an expression written as a tree. */
    private record Extent(long size, int depth) {

        static final Extent LEAF = new Extent(0, 0);

        boolean isLarge() {
            return size > MAX_SIZE || depth > MAX_DEPTH;
        }
    }

    private final IdentityHashMap<Expr, Extent> extents = new IdentityHashMap<>();

    private Flattening() {}

    static Procedure of(Procedure procedure) {
        Flattening flattening = new Flattening();
        return procedure.withBody(flattening.copy(procedure.body()));
    }

    @Override
    Expr read(Expr expression) {
        return extent(expression).isLarge() ? broken(expression) : expression;
    }

    @Override
    public @Nullable Void loop(Statement.While loop) {
        if (!extent(loop.condition()).isLarge()) {
            return super.loop(loop);
        }
        Variable go = Variable.of("go", Type.BOOLEAN);
        Statement stop =
                new Statement.If(go.not(), Statement.Block.of(new Statement.Break(loop.label())), Statement.Block.of());
        Statement test = Statement.Block.of(new Statement.Assign(go, loop.condition()), stop);
        List<Statement> body = copies(List.of(test, loop.body()));
        add(new Statement.While(loop.label(), Expr.constant(true), Statement.Block.of(body)));
        return null;
    }

    private Expr broken(Expr root) {
        IdentityHashMap<Expr, Expr> parts = new IdentityHashMap<>();
        Deque<Expr> pending = new ArrayDeque<>();
        pending.push(root);
        while (!pending.isEmpty()) {
            Expr next = pending.peek();
            int before = pending.size();
            if (!parts.containsKey(next)) {
                eager(next).stream().filter(e -> !parts.containsKey(e)).forEach(pending::push);
            }
            if (pending.size() == before) {
                pending.pop();
                parts.computeIfAbsent(next, e -> part(e, parts));
            }
        }
        return Known.of(parts, root);
    }

    /** The operation on its rewritten operands, kept in a register if it has grown enough. */
    private Expr part(Expr expression, IdentityHashMap<Expr, Expr> parts) {
        Expr rebuilt = rebuilt(expression, parts);
        boolean keep = extent(rebuilt).size() > PART_SIZE && !rebuilt.type().isArray();
        return keep ? kept(rebuilt) : rebuilt;
    }

    private Variable kept(Expr value) {
        Variable part = Variable.of("part", value.type());
        add(new Statement.Assign(part, value));
        return part;
    }

    private Expr rebuilt(Expr expression, IdentityHashMap<Expr, Expr> parts) {
        if (expression instanceof Apply apply) {
            if (apply.op().kernel() instanceof Kernel.Lazy && extent(apply).isLarge()) {
                return lazy(apply, Known.of(parts, apply.operand(0)));
            }
            Expr[] operands =
                    apply.operands().stream().map(e -> parts.getOrDefault(e, e)).toArray(Expr[]::new);
            return Expr.apply(apply.op(), operands);
        } else if (expression instanceof Load load) {
            return Known.of(parts, load.array()).at(Known.of(parts, load.index()));
        } else if (expression instanceof Length length) {
            return Known.of(parts, length.array()).length();
        }
        return expression;
    }

    private Expr lazy(Apply apply, Expr condition) {
        Variable value = Variable.of("part", apply.type());
        boolean conditional = apply.op() == Op.CONDITIONAL;
        Expr whenTrue = apply.op() == Op.OR_ELSE ? Expr.constant(true) : apply.operand(1);
        Expr whenFalse =
                conditional ? apply.operand(2) : apply.op() == Op.OR_ELSE ? apply.operand(1) : Expr.constant(false);
        Statement.Block then = Statement.Block.of(new Statement.Assign(value, whenTrue));
        Statement.Block otherwise = Statement.Block.of(new Statement.Assign(value, whenFalse));
        add(new Statement.If(condition, copy(then), copy(otherwise)));
        return value;
    }

    /** The operands that are always evaluated. */
    private static List<Expr> eager(Expr expression) {
        if (expression instanceof Apply apply) {
            return apply.op().kernel() instanceof Kernel.Lazy ? List.of(apply.operand(0)) : apply.operands();
        } else if (expression instanceof Load load) {
            return List.of(load.array(), load.index());
        }
        return expression instanceof Length length ? List.of(length.array()) : List.of();
    }

    private static List<Expr> operands(Expr expression) {
        return expression instanceof Apply apply ? apply.operands() : eager(expression);
    }

    private Extent extent(Expr root) {
        Deque<Expr> pending = new ArrayDeque<>();
        pending.push(root);
        while (!pending.isEmpty()) {
            Expr next = pending.peek();
            int before = pending.size();
            if (!extents.containsKey(next)) {
                operands(next).stream().filter(e -> !extents.containsKey(e)).forEach(pending::push);
            }
            if (pending.size() == before) {
                pending.pop();
                extents.computeIfAbsent(next, this::combined);
            }
        }
        return extents.getOrDefault(root, Extent.LEAF);
    }

    private Extent combined(Expr expression) {
        long size = 0;
        int depth = 0;
        for (Expr operand : operands(expression)) {
            Extent extent = extents.getOrDefault(operand, Extent.LEAF);
            size = Math.min(Integer.MAX_VALUE, size + extent.size());
            depth = Math.max(depth, extent.depth());
        }
        return operands(expression).isEmpty() ? Extent.LEAF : new Extent(size + 1, depth + 1);
    }
}
