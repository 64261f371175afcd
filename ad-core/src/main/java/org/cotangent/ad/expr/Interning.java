package org.cotangent.ad.expr;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Gives equal expressions one object, so that comparing is by identity and sharing is automatic.
 *
 * <p>There is no global table: an expression remembers, with its first operand that is not a
 * constant, who was built on it. The table therefore lives exactly as long as the variables do,
 * needs no cleaning and is not static state. (Considered: a global weak table, which is shared
 * mutable state that all threads fight over; a graph object that owns its nodes, which every
 * helper method of a user would have to pass around.)
 */
final class Interning {

    /** What makes two expressions the same: kind of node, operands, and anything else it holds. */
    record Key(Object kind, Expr first, Object second, Object third) {}

    private record Entry(Key key, Expr expression) {}

    private Interning() {}

    static Expr apply(Op op, Expr[] operands, Supplier<Expr> create) {
        for (Expr operand : operands) {
            if (!(operand instanceof Constant)) {
                return intern(operand, key(op, operands), create);
            }
        }
        return create.get();
    }

    private static Key key(Op op, Expr[] operands) {
        Object second = operands.length > 1 ? operands[1] : op;
        Object third = operands.length > 2 ? operands[2] : op;
        return new Key(op, operands[0], second, third);
    }

    /** The one expression with the key among those built on {@code anchor}. */
    static Expr intern(Expr anchor, Key key, Supplier<Expr> create) {
        synchronized (anchor) {
            Object users = anchor.users;
            if (users == null) {
                Expr created = create.get();
                anchor.users = new Entry(key, created);
                return created;
            }
            Map<Key, Expr> map = map(anchor, users);
            return map.computeIfAbsent(key, absent -> create.get());
        }
    }

    /** Most expressions have one user, so a map is made for the second only. */
    @SuppressWarnings("unchecked") // users holds an Entry or this map, nothing else
    private static Map<Key, Expr> map(Expr anchor, Object users) {
        if (users instanceof Entry entry) {
            Map<Key, Expr> map = new HashMap<>(4);
            map.put(entry.key(), entry.expression());
            anchor.users = map;
            return map;
        }
        return (Map<Key, Expr>) users;
    }
}
