package org.cotangent.ad.expr;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Numbers expressions, compared by identity, in the order in which they come. Passes look up every
 * operand of every statement, so this is what transforms of long programs spend their time on: keys
 * lie in an array by their numbers, found by open addressing, a fifth of the memory of a {@code
 * HashMap}, and what a pass knows of them lies in arrays beside.
 *
 * <p>Expressions made one after the other mostly have hashes next to each other, so what is used
 * together lies together. Where many have one hash, as variables of one name do, their identities
 * take its place.
 */
public final class Numbering {

    /** No number. */
    public static final int NONE = -1;

    private static final int SMALLEST = 16;
    /** So many places for each key: hashes lie apart where a pass sees some of a program's variables. */
    private static final int SPARSENESS = 4;
    /** As many places are looked at only where hashes say little. */
    private static final int LONGEST_SEARCH = 64;
    /** 2^32 divided by the golden ratio, which spreads consecutive hashes (Knuth, 1973, section 6.4). */
    private static final int GOLDEN = 0x9E3779B9;

    private int[] places = new int[SMALLEST];
    private @Nullable Expr[] keys = new @Nullable Expr[SMALLEST / SPARSENESS];
    private int shift = Integer.numberOfLeadingZeros(SMALLEST - 1);
    private int used;
    private boolean byIdentity;

    /** How many expressions have a number; the numbers are those below. */
    public int size() {
        return used;
    }

    /** The expression of a number. */
    public Expr key(int number) {
        Expr key = keys[number];
        if (key == null) {
            throw new IndexOutOfBoundsException("number is " + number + ", expected one below " + used);
        }
        return key;
    }

    /** The number of an expression, or {@link #NONE}. */
    public int find(Expr key) {
        int place = place(key);
        return places[place] - 1;
    }

    /** The number of an expression, which gets the next if it has none. */
    public int of(Expr key) {
        int place = place(key);
        int entry = places[place];
        if (entry > 0) {
            return entry - 1;
        }
        if (used == keys.length) {
            grow();
            place = place(key);
        }
        keys[used] = key;
        used++;
        places[place] = used;
        return used - 1;
    }

    private int place(Expr key) {
        int hash = byIdentity ? System.identityHashCode(key) : key.hashCode();
        int place = hash & places.length - 1;
        return isElsewhere(place, key) ? search(key, hash, place) : place;
    }

    private int search(Expr key, int hash, int first) {
        int mask = places.length - 1;
        int step = hash * GOLDEN >>> shift | 1;
        int place = first;
        int looked = 0;
        do {
            place = place + step & mask;
            looked++;
        } while (isElsewhere(place, key));
        if (looked > LONGEST_SEARCH && !byIdentity) {
            byIdentity = true;
            arrange(places.length);
            return place(key);
        }
        return place;
    }

    private boolean isElsewhere(int place, Expr key) {
        int entry = places[place];
        return entry != 0 && keys[entry - 1] != key;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * keys.length);
        shift--;
        arrange(2 * places.length);
    }

    private void arrange(int size) {
        places = new int[size];
        for (int i = 0; i < used; i++) {
            int place = place(key(i));
            places[place] = i + 1;
        }
    }
}
