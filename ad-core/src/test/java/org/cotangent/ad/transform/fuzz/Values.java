package org.cotangent.ad.transform.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.cotangent.ad.expr.Type;

/**
 * Arguments of a run by role, see {@link Layer}; afterwards its results too. Arrays are copies, and
 * what they hold is read through the rows they had at first, wherever the run has moved these.
 */
final class Values {

    private final Map<String, Object> entries = new HashMap<>();
    private final Map<String, Object[]> rows = new HashMap<>();

    /** Sets a role to a value; arrays are copied. */
    Values put(String role, Object value) {
        Object own = copy(value);
        entries.put(role, own);
        if (own instanceof double[][] matrix) {
            rows.put(role, matrix.clone());
        }
        return this;
    }

    void result(String role, Object value) {
        entries.put(role, value);
    }

    boolean has(String role) {
        return entries.containsKey(role);
    }

    Object get(String role) {
        Object value = entries.get(role);
        if (value == null) {
            throw new IllegalArgumentException("no value for " + role + ", there are " + entries.keySet());
        }
        return value;
    }

    /** The reals of a role in order: one, or the elements that its array, or its first rows, hold. */
    double[] reals(String role) {
        Object[] firstRows = rows.get(role);
        if (firstRows == null) {
            return flat(get(role));
        }
        List<double[]> parts = new ArrayList<>();
        for (Object row : firstRows) {
            parts.add((double[]) row);
        }
        return Vectors.join(parts);
    }

    /** The same values, arrays copied. */
    Values copies() {
        Values copies = new Values();
        entries.forEach(copies::put);
        return copies;
    }

    /** The values of roles that others do not have. */
    Values without(Values others) {
        Values rest = new Values();
        entries.forEach((role, value) -> {
            if (!others.has(role)) {
                rest.put(role, value);
            }
        });
        return rest;
    }

    /** Whether the rows of a matrix are where they were at first. */
    boolean hasRowsInPlace(String role) {
        Object[] firstRows = rows.get(role);
        if (firstRows == null) {
            return true;
        }
        Object[] now = (Object[]) get(role);
        for (int i = 0; i < now.length; i++) {
            if (now[i] != firstRows[i]) {
                return false;
            }
        }
        return true;
    }

    static double[] flat(Object value) {
        if (value instanceof Double real) {
            return new double[] {real};
        } else if (value instanceof double[] reals) {
            return reals.clone();
        } else if (value instanceof float[] floats) {
            double[] reals = new double[floats.length];
            Arrays.setAll(reals, i -> floats[i]);
            return reals;
        }
        List<double[]> parts = new ArrayList<>();
        for (double[] row : (double[][]) value) {
            parts.add(row);
        }
        return Vectors.join(parts);
    }

    /** A value of the shape of another's shadow, its reals taken from a position of a vector. */
    static Object shaped(Object like, double[] reals, int from) {
        if (like instanceof Double) {
            return reals[from];
        } else if (like instanceof double[] || like instanceof float[]) {
            return Arrays.copyOfRange(reals, from, from + flat(like).length);
        }
        double[][] matrix = (double[][]) copy(like);
        int at = from;
        for (double[] row : matrix) {
            System.arraycopy(reals, at, row, 0, row.length);
            at += row.length;
        }
        return matrix;
    }

    static Object zeros(Object like) {
        return shaped(like, new double[flat(like).length], 0);
    }

    static Object copy(Object value) {
        if (value instanceof double[] reals) {
            return reals.clone();
        } else if (value instanceof double[][] matrix) {
            double[][] own = new double[matrix.length][];
            Arrays.setAll(own, i -> matrix[i].clone());
            return own;
        } else if (value instanceof float[] floats) {
            return floats.clone();
        } else if (value instanceof int[] ints) {
            return ints.clone();
        }
        return value;
    }

    static Object random(Type type, int rows, int columns, SplittableRandom random) {
        if (type.equals(Type.DOUBLE)) {
            return random.nextDouble(-1.5, 1.5);
        } else if (type.equals(Scope.DOUBLES)) {
            return random.doubles(columns, -1.5, 1.5).toArray();
        } else if (type.equals(Scope.MATRIX)) {
            double[][] matrix = new double[rows][];
            Arrays.setAll(matrix, i -> random.doubles(columns, -1.5, 1.5).toArray());
            return matrix;
        } else if (type.equals(Scope.FLOATS)) {
            float[] floats = new float[columns];
            for (int i = 0; i < columns; i++) {
                floats[i] = (float) random.nextDouble(-1.5, 1.5);
            }
            return floats;
        } else if (type.equals(Type.INTS)) {
            return random.ints(columns, -3, 9).toArray();
        } else if (type.equals(Type.INT)) {
            return random.nextInt(5);
        } else if (type.equals(Type.LONG)) {
            return random.nextLong();
        } else if (type.equals(Type.BOOLEAN)) {
            return random.nextInt(2) == 0;
        }
        throw new IllegalArgumentException("no random values of type " + type);
    }

    static String text(Object value) {
        return value instanceof Object[] rows
                ? Arrays.deepToString(rows)
                : value instanceof double[] reals
                        ? Arrays.toString(reals)
                        : value instanceof float[] floats
                                ? Arrays.toString(floats)
                                : value instanceof int[] ints ? Arrays.toString(ints) : String.valueOf(value);
    }
}
