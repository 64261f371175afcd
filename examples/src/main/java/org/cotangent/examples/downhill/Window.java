package org.cotangent.examples.downhill;

/** A rectangle of the plane. */
record Window(double left, double right, double bottom, double top) {

    double width() {
        return right - left;
    }

    double height() {
        return top - bottom;
    }
}
