package org.cotangent.ad.expr;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

    /** A chain of a few; longer ones become a map. */
    private record Entry(Key key, Expr expression, @Nullable Entry next) {}

    private static final int LONGEST_CHAIN = 6;

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
    @SuppressWarnings("unchecked") // users holds a chain or this map, nothing else
    static Expr intern(Expr anchor, Key key, Supplier<Expr> create) {
        synchronized (anchor) {
            if (anchor.users instanceof Map) {
                return ((Map<Key, Expr>) anchor.users).computeIfAbsent(key, absent -> create.get());
            }
            Entry chain = (Entry) anchor.users;
            int length = 0;
            for (Entry entry = chain; entry != null; entry = entry.next()) {
                if (entry.key().equals(key)) {
                    return entry.expression();
                }
                length++;
            }
            Expr created = create.get();
            Entry longer = new Entry(key, created, chain);
            anchor.users = length < LONGEST_CHAIN ? longer : map(longer);
            return created;
        }
    }

    private static Map<Key, Expr> map(Entry chain) {
        Map<Key, Expr> map = new HashMap<>();
        for (Entry entry = chain; entry != null; entry = entry.next()) {
            map.put(entry.key(), entry.expression());
        }
        return map;
    }
}
