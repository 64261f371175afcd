package org.cotangent.codegen.emit;

import java.util.Map;

/** Looks up what an earlier step must have put there. */
final class Known {

    private Known() {}

    /**
     * The value of a key.
     *
     * @throws IllegalStateException if there is none, which is a mistake of this package
     */
    static <K, V> V of(Map<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("nothing is known of " + key + "; please report this with the program");
        }
        return value;
    }
}
