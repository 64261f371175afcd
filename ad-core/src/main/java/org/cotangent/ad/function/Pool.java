package org.cotangent.ad.function;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A few reusable objects, such as workspaces of a function, that calls borrow one at a time, without locks; whoever
 * finds none makes a new one. What is not given back is garbage.
 *
 * @param <T> what is pooled
 */
public final class Pool<T> {

    /** Enough for the threads that are inside one function object at once on usual machines. */
    private static final int CAPACITY = 16;

    private final AtomicReferenceArray<@Nullable T> free = new AtomicReferenceArray<>(CAPACITY);
    private final Supplier<T> make;

    /** Empty. */
    public Pool(Supplier<T> make) {
        this.make = make;
    }

    /** An object that nobody else has. */
    public T borrow() {
        for (int i = 0; i < CAPACITY; i++) {
            T object = free.get(i);
            if (object != null && free.compareAndSet(i, object, null)) {
                return object;
            }
        }
        return make.get();
    }

    /** Lends it to others from now on. */
    public void giveBack(T object) {
        for (int i = 0; i < CAPACITY; i++) {
            if (free.get(i) == null && free.compareAndSet(i, null, object)) {
                return;
            }
        }
    }
}
