package org.cotangent.ad.ir;

import org.cotangent.ad.expr.Type;

/**
 * A place where values are kept for the reverse sweep: the identity that joins a save with its
 * restore, each with a stack of its own, so that a pass can delete the pair whole. Equal only to
 * itself.
 */
public final class Site {

    private final String name;
    private final Type type;

    private Site(String name, Type type) {
        this.name = name;
        this.type = type;
    }

    public static Site of(String name, Type type) {
        return new Site(name, type);
    }

    /** What is kept, for readers: usually the name of a variable. */
    public String name() {
        return name;
    }

    public Type type() {
        return type;
    }

    @Override
    public String toString() {
        return name + "#" + Integer.toHexString(System.identityHashCode(this));
    }
}
