package org.cotangent.ad;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something made when first asked for, once, by whichever thread comes first.
 *
 * @param <T> what is made
 */
final class Lazy<T> {

    private final Supplier<T> make;
    private volatile @Nullable T made;

    Lazy(Supplier<T> make) {
        this.make = make;
    }

    T get() {
        T known = made;
        return known == null ? first() : known;
    }

    /** What was made, if it was asked for already. */
    Optional<T> known() {
        return Optional.ofNullable(made);
    }

    private synchronized T first() {
        T known = made;
        if (known == null) {
            known = make.get();
            made = known;
        }
        return known;
    }
}
