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
 *
 * <p>Most expressions have one or two users and programs have millions of expressions, so what is
 * remembered is kept small: a single user itself, several in a table that needs no entries.
 */
final class Interning {

    /** What makes two graph nodes the same: kind of node, operands, and anything else it holds. */
    record Key(Object kind, Expr first, Object second, Object third) {}

    /** Several users of an expression, by their hashes in open addressing; graph nodes by their keys. */
    private static final class Users {

        private static final int SMALLEST = 4;
        /** 2^32 divided by the golden ratio, which spreads consecutive hashes (Knuth, 1973, section 6.4). */
        private static final int GOLDEN = 0x9E3779B9;

        private @Nullable Expr[] slots = new @Nullable Expr[SMALLEST];
        private int used;
        private @Nullable Map<Key, Expr> nodes;

        /** The user that is made of the same, or the candidate, which is added then. */
        Expr intern(Expr candidate) {
            int place = candidate.hashCode() * GOLDEN >>> shift();
            for (Expr user = slots[place]; user != null; user = slots[place]) {
                if (candidate.isSame(user)) {
                    return user;
                }
                place = place + 1 & slots.length - 1;
            }
            slots[place] = candidate;
            used++;
            if (4 * used > 3 * slots.length) {
                grow();
            }
            return candidate;
        }

        private int shift() {
            return Integer.numberOfLeadingZeros(slots.length - 1);
        }

        private void grow() {
            @Nullable Expr[] before = slots;
            slots = new @Nullable Expr[2 * before.length];
            used = 0;
            for (Expr user : before) {
                if (user != null) {
                    intern(user);
                }
            }
        }

        Map<Key, Expr> nodes() {
            Map<Key, Expr> known = nodes;
            if (known == null) {
                known = new HashMap<>();
                nodes = known;
            }
            return known;
        }
    }

    private Interning() {}

    /** The one operation on these operands; the array is kept. */
    static Expr apply(Op op, Type type, Expr[] operands) {
        Apply candidate = new Apply(op, type, operands);
        for (Expr operand : operands) {
            if (!(operand instanceof Constant)) {
                return intern(operand, candidate);
            }
        }
        return candidate;
    }

    /** The one expression made of the same as the candidate among those built on {@code anchor}. */
    static Expr intern(Expr anchor, Expr candidate) {
        synchronized (anchor) {
            Object users = anchor.users;
            if (users == null) {
                anchor.users = candidate;
                return candidate;
            }
            if (users instanceof Expr only && candidate.isSame(only)) {
                return only;
            }
            return table(anchor).intern(candidate);
        }
    }

    /** The one graph node with the key among those built on {@code anchor}. */
    static Expr intern(Expr anchor, Key key, Supplier<Expr> create) {
        synchronized (anchor) {
            return table(anchor).nodes().computeIfAbsent(key, absent -> create.get());
        }
    }

    private static Users table(Expr anchor) {
        if (anchor.users instanceof Users table) {
            return table;
        }
        Users table = new Users();
        if (anchor.users instanceof Expr only) {
            table.intern(only);
        }
        anchor.users = table;
        return table;
    }
}
