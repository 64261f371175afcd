package org.cotangent.codegen.emit;

import java.util.List;

/**
 * The lengths of an array, as Java text; its rows have one length.
 *
 * @param extents outer ones first; none of a scalar
 * @param elements how many values it holds
 */
record Shape(List<String> extents, String elements) {

    static final Shape SCALAR = new Shape(List.of(), "1");

    Shape {
        extents = List.copyOf(extents);
    }

    static Shape vector(String length) {
        return new Shape(List.of(length), length);
    }

    /** The length of a row. */
    String columns() {
        return extents.get(extents.size() - 1);
    }
}
