package org.cotangent.ad.eval;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.ExprVisitor;
import org.cotangent.ad.expr.Kernel;
import org.cotangent.ad.expr.Length;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Variable;
import org.jspecify.annotations.Nullable;

/**
 * What one statement has computed so far, so that it computes a shared subexpression once. A value
 * computed behind a lazy guard is forgotten where the guard ends, as it may not have been computed.
 */
final class Sharing {

    private static final int NONE = -1;

    /** So many nodes are found faster in a list than in a map. */
    private static final int SMALL = 16;

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
        final Expr expression;
        final Bank bank;
        int uses;
        int register = NONE;
        boolean temporary;

        Node(Expr expression) {
            this.expression = expression;
            bank = Bank.of(expression.type());
        }
    }

    private final Registers registers;
    private final List<Node> nodes = new ArrayList<>();
    /** All nodes by their expressions, if there are many. */
    private Map<Expr, Node> map = Map.of();

    private final Deque<Expr> pending = new ArrayDeque<>();
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
        for (Expr root : roots) {
            use(root);
        }
        while (!pending.isEmpty()) {
            Expr next = pending.pop();
            if (next instanceof Apply apply) {
                for (int i = 0; i < apply.arity(); i++) {
                    use(apply.operand(i));
                }
            } else {
                next.accept(OPERANDS).forEach(this::use);
            }
        }
    }

    private void use(Expr e) {
        if (isLeaf(e)) {
            register(e);
            return;
        }
        Node node = find(e);
        if (node == null) {
            node = new Node(e);
            add(node);
            pending.push(e);
            if (e instanceof Apply apply) {
                lazy |= apply.op().kernel() instanceof Kernel.Lazy;
                divides |= Instructions.mayThrow(apply.op());
            }
        }
        node.uses++;
    }

    private @Nullable Node find(Expr e) {
        if (nodes.size() > SMALL) {
            return map.get(e);
        }
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            if (node.expression == e) {
                return node;
            }
        }
        return null;
    }

    private void add(Node node) {
        nodes.add(node);
        if (nodes.size() == SMALL + 1) {
            map = new IdentityHashMap<>();
            nodes.forEach(known -> map.put(known.expression, known));
        } else if (nodes.size() > SMALL) {
            map.put(node.expression, node);
        }
    }

    /** Whether the statement is so small that its expressions are not deep. */
    boolean isSmall() {
        return nodes.size() <= SMALL;
    }

    boolean mayDivide() {
        return divides;
    }

    /** Whether nothing but its one user needs the value, so that an instruction may swallow it. */
    boolean isPrivate(Expr e) {
        Node node = find(e);
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
        nodes.clear();
        map = Map.of();
        lazy = false;
        divides = false;
    }

    private Node node(Expr e) {
        Node node = find(e);
        if (node == null) {
            throw new IllegalStateException(e + " is not part of the statement that is compiled");
        }
        return node;
    }
}
