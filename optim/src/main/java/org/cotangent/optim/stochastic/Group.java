package org.cotangent.optim.stochastic;

import java.util.List;
import java.util.Objects;

/**
 * Variables that belong together: a range of the point, read as a matrix by rows or as a vector.
 *
 * @param name says which in messages
 * @param from the first of them
 * @param rows of the matrix, 1 for a vector
 * @param columns of the matrix, or the length of the vector
 */
public record Group(String name, int from, int rows, int columns) {

    public Group {
        Objects.requireNonNull(name, "name is null, expected one such as \"weights\"");
        if (from < 0 || rows < 1 || columns < 1 || (long) from + (long) rows * columns > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("group \"" + name + "\" has " + rows + " rows and " + columns
                    + " columns from " + from + " on, expected at least 1 of each from 0 or later, within one array");
        }
    }

    /** A group that is no matrix. */
    public static Group vector(String name, int from, int length) {
        return new Group(name, from, 1, length);
    }

    /** How many variables. */
    public int length() {
        return rows * columns;
    }

    /** Where the variables after these begin. */
    public int to() {
        return from + length();
    }

    /** Whether the variables are a matrix of more than one row and column. */
    boolean isMatrix() {
        return rows > 1 && columns > 1;
    }

    /**
     * Requires groups to lie within the variables, in order and apart.
     *
     * @return a copy
     * @throws IllegalArgumentException naming the first one that does not
     */
    static List<Group> requireApart(List<Group> groups) {
        int next = 0;
        for (Group group : groups) {
            if (group.from < next) {
                throw new IllegalArgumentException("group \"" + group.name + "\" begins at " + group.from
                        + ", expected " + next + " or later, where the group before it ends; order groups by position");
            }
            next = group.to();
        }
        return List.copyOf(groups);
    }

    static void requireWithin(List<Group> groups, int dimension) {
        for (Group group : groups) {
            if (group.to() > dimension) {
                throw new IllegalArgumentException("group \"" + group.name + "\" ends at " + group.to()
                        + ", expected at most " + dimension + " (dimension of the sum)");
            }
        }
    }
}
