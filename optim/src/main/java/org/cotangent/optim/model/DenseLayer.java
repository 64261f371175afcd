package org.cotangent.optim.model;

/**
 * Where the variables of a dense layer are: weights by rows, one row for each unit, then an offset for each.
 *
 * @param from the first weight
 * @param inputs of every unit
 * @param outputs units
 */
public record DenseLayer(int from, int inputs, int outputs) {

    public DenseLayer {
        if (from < 0 || inputs < 1 || outputs < 1) {
            throw new IllegalArgumentException("a layer has " + inputs + " inputs and " + outputs + " outputs from "
                    + from + " on, expected at least 1 of each from 0 or later");
        }
    }

    /** The first offset. */
    public int offsets() {
        return from + inputs * outputs;
    }

    /** Where the variables after these begin. */
    public int to() {
        return offsets() + outputs;
    }
}
