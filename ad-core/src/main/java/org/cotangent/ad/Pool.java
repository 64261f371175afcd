package org.cotangent.ad;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * A few reusable objects that calls borrow one at a time, without locks; whoever finds none makes a
 * new one. What is not given back is garbage.
 *
 * @param <T> what is pooled
 */
final class Pool<T> {

    /** Enough for the threads that are inside one function object at once on usual machines. */
    private static final int CAPACITY = 16;

    private final AtomicReferenceArray<T> free = new AtomicReferenceArray<>(CAPACITY);
    private final Supplier<T> make;

    Pool(Supplier<T> make) {
        this.make = make;
    }

    T borrow() {
        for (int i = 0; i < CAPACITY; i++) {
            T object = free.get(i);
            if (object != null && free.compareAndSet(i, object, null)) {
                return object;
            }
        }
        return make.get();
    }

    void giveBack(T object) {
        for (int i = 0; i < CAPACITY; i++) {
            if (free.get(i) == null && free.compareAndSet(i, null, object)) {
                return;
            }
        }
    }
}
