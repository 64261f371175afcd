package org.cotangent.codegen.memory;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The routines used last, so that functions of one structure share classes. Holds nothing that
 * memory is needed for: a routine that no function uses any more goes when memory runs short, or
 * when others have taken its place.
 */
final class RoutineCache {

    private final Map<Key, Slot> entries;

    /**
     * What makes two derivatives the same.
     *
     * @param form which derivative
     * @param structure digest of the function
     */
    record Key(String form, String structure) {}

    /**
     * An empty cache.
     *
     * @param capacity number of routines it holds at most
     */
    RoutineCache(int capacity) {
        entries = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Slot> eldest) {
                return size() > capacity;
            }
        };
    }

    /** What is there for a key, or is made now; threads that ask at once wait for the first of them. */
    LoadedRoutine get(Key key, Supplier<LoadedRoutine> make) {
        Slot slot;
        synchronized (entries) {
            slot = entries.computeIfAbsent(key, absent -> new Slot());
        }
        return slot.get(make);
    }

    private static final class Slot {

        private @Nullable SoftReference<LoadedRoutine> made;

        synchronized LoadedRoutine get(Supplier<LoadedRoutine> make) {
            LoadedRoutine known = made == null ? null : made.get();
            if (known == null) {
                known = make.get();
                made = new SoftReference<>(known);
            }
            return known;
        }
    }
}
