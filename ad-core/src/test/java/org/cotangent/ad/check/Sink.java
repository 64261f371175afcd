package org.cotangent.ad.check;

/** Where hand-written derivative code adds its terms, so that a fault can be planted in any of them. */
@FunctionalInterface
interface Sink {

    /** Adds a term to an element. */
    void add(int element, double term);
}
