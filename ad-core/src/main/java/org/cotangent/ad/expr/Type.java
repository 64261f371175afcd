package org.cotangent.ad.expr;

/**
 * The type of an expression or variable: a scalar kind and an array rank.
 *
 * <p>Real scalars are always {@code double}: a Java {@code float} is a double that went through
 * {@link Op#TO_FLOAT}, so {@link Kind#FLOAT} occurs only as what an array stores.
 *
 * @param kind what a scalar, or an array's innermost component, is
 * @param rank 0 for a scalar, 1 to 3 for arrays
 */
public record Type(Kind kind, int rank) {

    /** What a scalar is made of. */
    public enum Kind {
        BOOLEAN,
        INT,
        LONG,
        FLOAT,
        DOUBLE
    }

    private static final int MAX_RANK = 3;

    public static final Type BOOLEAN = new Type(Kind.BOOLEAN, 0);
    public static final Type INT = new Type(Kind.INT, 0);
    public static final Type LONG = new Type(Kind.LONG, 0);
    public static final Type DOUBLE = new Type(Kind.DOUBLE, 0);
    public static final Type DOUBLES = new Type(Kind.DOUBLE, 1);
    public static final Type INTS = new Type(Kind.INT, 1);

    public Type {
        if (rank < 0 || rank > MAX_RANK) {
            throw new IllegalArgumentException("rank is " + rank + ", expected 0 to " + MAX_RANK);
        }
        if (kind == Kind.FLOAT && rank == 0) {
            throw new IllegalArgumentException("a float scalar is a double rounded by Op.TO_FLOAT; use Type.DOUBLE");
        }
    }

    public boolean isArray() {
        return rank > 0;
    }

    /** Whether this is a scalar that carries a derivative. */
    public boolean isReal() {
        return rank == 0 && kind == Kind.DOUBLE;
    }

    /** Whether this is an int or long scalar. */
    public boolean isInteger() {
        return rank == 0 && (kind == Kind.INT || kind == Kind.LONG);
    }

    /** Whether values of this type can carry derivatives: real scalars and arrays of reals. */
    public boolean isDifferentiable() {
        return kind == Kind.DOUBLE || kind == Kind.FLOAT;
    }

    /** The array type whose components have this type. */
    public Type array() {
        return new Type(kind, rank + 1);
    }

    /** The type of what an element read gives; a float element is read as a double. */
    public Type component() {
        if (rank == 0) {
            throw new IllegalStateException(this + " is a scalar and has no components");
        }
        if (rank == 1) {
            return scalar();
        }
        return new Type(kind, rank - 1);
    }

    private Type scalar() {
        return switch (kind) {
            case BOOLEAN -> BOOLEAN;
            case INT -> INT;
            case LONG -> LONG;
            case FLOAT, DOUBLE -> DOUBLE;
        };
    }

    /** The type of the shadow that holds derivatives of values of this type: doubles, always. */
    public Type shadow() {
        return rank == 0 ? DOUBLE : new Type(Kind.DOUBLE, rank);
    }

    /** The Java spelling, such as {@code double[]}. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + "[]".repeat(rank);
    }
}
