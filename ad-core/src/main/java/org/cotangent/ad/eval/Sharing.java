package org.cotangent.ad.eval;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.ExprVisitor;
import org.cotangent.ad.expr.Kernel;
import org.cotangent.ad.expr.Length;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Variable;

/**
 * What one statement has computed so far, so that it computes a shared subexpression once. A value
 * computed behind a lazy guard is forgotten where the guard ends, as it may not have been computed.
 */
final class Sharing {

    private static final int NONE = -1;

    /** Maps that grew beyond this are thrown away, as clearing them costs more than a new one. */
    private static final int SMALL = 64;

    private static final ExprVisitor<List<Expr>> OPERANDS = new ExprVisitor<>() {
        @Override
        public List<Expr> constant(Constant constant) {
            return List.of();
        }

        @Override
        public List<Expr> variable(Variable variable) {
            return List.of();
        }

        @Override
        public List<Expr> apply(Apply apply) {
            return apply.operands();
        }

        @Override
        public List<Expr> load(Load load) {
            return List.of(load.array(), load.index());
        }

        @Override
        public List<Expr> length(Length length) {
            return List.of(length.array());
        }
    };

    private static final class Node {
        final Bank bank;
        int uses;
        int register = NONE;
        boolean temporary;

        Node(Expr expression) {
            bank = Bank.of(expression.type());
        }
    }

    private final Registers registers;
    private IdentityHashMap<Expr, Node> nodes = new IdentityHashMap<>();
    private final List<Node> computed = new ArrayList<>();
    private boolean lazy;
    private boolean divides;

    Sharing(Registers registers) {
        this.registers = registers;
    }

    static boolean isLeaf(Expr e) {
        return e instanceof Variable || e instanceof Constant;
    }

    /** Counts the uses of everything below the roots of a statement. */
    void begin(Expr... roots) {
        Deque<Expr> pending = new ArrayDeque<>();
        for (Expr root : roots) {
            use(root, pending);
        }
        while (!pending.isEmpty()) {
            for (Expr operand : pending.pop().accept(OPERANDS)) {
                use(operand, pending);
            }
        }
    }

    private void use(Expr e, Deque<Expr> pending) {
        if (isLeaf(e)) {
            register(e);
            return;
        }
        Node node = nodes.get(e);
        if (node == null) {
            node = new Node(e);
            nodes.put(e, node);
            pending.push(e);
            if (e instanceof Apply apply) {
                lazy |= apply.op().kernel() instanceof Kernel.Lazy;
                divides |= Instructions.mayThrow(apply.op());
            }
        }
        node.uses++;
    }

    boolean mayDivide() {
        return divides;
    }

    /** Whether nothing but its one user needs the value, so that an instruction may swallow it. */
    boolean isPrivate(Expr e) {
        Node node = nodes.get(e);
        return node != null && node.uses == 1 && node.register == NONE;
    }

    boolean isComputed(Expr e) {
        return isLeaf(e) || node(e).register != NONE;
    }

    /** The register that holds an expression, which must have been computed. */
    int register(Expr e) {
        if (e instanceof Variable variable) {
            return registers.of(variable);
        } else if (e instanceof Constant constant) {
            return registers.of(constant);
        }
        return node(e).register;
    }

    /** A use of an operand by the instruction that comes next; returns its register. */
    int consume(Expr e) {
        int register = register(e);
        if (!isLeaf(e)) {
            Node node = node(e);
            node.uses--;
            // Behind guards values may be computed again, so counts of uses are not exact there.
            if (node.uses == 0 && !lazy && node.temporary) {
                registers.giveBack(node.bank, register);
                node.temporary = false;
            }
        }
        return register;
    }

    /** The register an expression is about to be computed into. */
    int place(Expr e, int target) {
        Node node = node(e);
        node.temporary = target == NONE;
        node.register = node.temporary ? registers.borrow(node.bank) : target;
        computed.add(node);
        return node.register;
    }

    int mark() {
        return computed.size();
    }

    /** Forgets what was computed since the mark. */
    void release(int mark) {
        while (computed.size() > mark) {
            Node node = computed.remove(computed.size() - 1);
            if (node.temporary) {
                registers.giveBack(node.bank, node.register);
                node.temporary = false;
            }
            node.register = NONE;
        }
    }

    void end() {
        release(0);
        if (nodes.size() > SMALL) {
            nodes = new IdentityHashMap<>();
        } else {
            nodes.clear();
        }
        lazy = false;
        divides = false;
    }

    private Node node(Expr e) {
        Node node = nodes.get(e);
        if (node == null) {
            throw new IllegalStateException(e + " is not part of the statement that is compiled");
        }
        return node;
    }
}
