package org.cotangent.ad.expr;

import java.util.Objects;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/** A named quantity: an input of a graph, or a typed register of a procedure. Equal only to itself. */
public final class Variable extends Expr {

    /** 2^32 divided by the golden ratio, which spreads consecutive values (Knuth, 1973, section 6.4). */
    private static final int GOLDEN = 0x9E3779B9;

    private final String name;
    private final Optional<Expr> turns;

    private Variable(String name, Type type, Optional<Expr> turns, int hash) {
        super(type, hash);
        this.name = name;
        this.turns = turns;
    }

    /** The index of a loop in a graph. */
    static Variable index(String name, Expr turns) {
        return new Variable(name, Type.INT, Optional.of(turns), hash(name));
    }

    /** If this is the index of a loop in a graph: how many turns that makes. */
    Optional<Expr> turns() {
        return turns;
    }

    /**
     * Names that differ in their number only, such as t1 and t2, get consecutive hashes: what is
     * made in order lies together in tables, where long programs would else wait for memory.
     */
    private static int hash(String name) {
        int letters = 0;
        int number = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= '0' && c <= '9') {
                number = 10 * number + c - '0';
            } else {
                letters = 31 * letters + c;
            }
        }
        return letters * GOLDEN + number;
    }

    /**
     * A new variable, different from every other, even of the same name.
     *
     * @throws IllegalArgumentException if the name is not a Java identifier, or is a keyword
     */
    public static Variable of(String name, Type type) {
        Objects.requireNonNull(name, "name of the variable is null, expected a Java identifier");
        return made(name, type, hash(name));
    }

    /**
     * A new variable of a program that has many.
     *
     * @param number its place among them, which becomes its hash: what is made in order lies together
     *     in tables, without collisions
     * @throws IllegalArgumentException if the name is not a Java identifier, or is a keyword
     */
    public static Variable numbered(String name, Type type, int number) {
        return made(name, type, number);
    }

    private static Variable made(String name, Type type, int hash) {
        Objects.requireNonNull(type, () -> "type of variable " + name + " is null");
        if (!isName(name)) {
            throw new IllegalArgumentException("variable name is \"" + name
                    + "\", expected a Java identifier such as x1 that is no keyword; names appear in generated code");
        }
        return new Variable(name, type, Optional.empty(), hash);
    }

    /** Whether a text can name a variable or a method in Java source: an identifier that is no keyword. */
    public static boolean isName(String text) {
        return SourceVersion.isIdentifier(text) && !SourceVersion.isKeyword(text);
    }

    public String name() {
        return name;
    }

    @Override
    public <R extends @Nullable Object> R accept(ExprVisitor<R> visitor) {
        return visitor.variable(this);
    }
}
