package org.cotangent.codegen.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Arguments: made at random, copied, printed, their reals laid out flat and put back. */
final class Values {

    private Values() {}

    static Object random(String type, Surroundings surroundings, int rows, int columns) {
        SplittableRandom random = surroundings.random;
        return switch (type) {
            case "double" -> random.nextDouble(-1.5, 1.5);
            case "float" -> (float) random.nextDouble(-1.5, 1.5);
            case "double[]" -> random.doubles(columns, -1.5, 1.5).toArray();
            case "double[][]" -> matrix(random, rows, columns);
            case "double[][][]" -> new double[][][] {matrix(random, rows, columns), matrix(random, rows, columns)};
            case "float[]" -> floats(random, columns);
            case "int[]" -> random.ints(columns, -3, 9).toArray();
            case "boolean[]" -> flags(random, columns);
            case "int" -> random.nextInt(5);
            case "long" -> random.nextLong();
            case "boolean" -> random.nextBoolean();
            default -> fields(surroundings.structure(type).orElseThrow(), surroundings, rows, columns);
        };
    }

    private static double[][] matrix(SplittableRandom random, int rows, int columns) {
        double[][] matrix = new double[rows][];
        Arrays.setAll(matrix, i -> random.doubles(columns, -1.5, 1.5).toArray());
        return matrix;
    }

    private static float[] floats(SplittableRandom random, int columns) {
        float[] floats = new float[columns];
        for (int i = 0; i < columns; i++) {
            floats[i] = (float) random.nextDouble(-1.5, 1.5);
        }
        return floats;
    }

    private static boolean[] flags(SplittableRandom random, int columns) {
        boolean[] flags = new boolean[columns];
        for (int i = 0; i < columns; i++) {
            flags[i] = random.nextBoolean();
        }
        return flags;
    }

    private static Program.Fields fields(Structure structure, Surroundings surroundings, int rows, int columns) {
        List<Object> values = new ArrayList<>();
        for (Structure.Component component : structure.components()) {
            values.add(random(component.type(), surroundings, rows, columns));
        }
        return new Program.Fields(structure.name(), values);
    }

    /** The reals of a value in flat order. */
    static double[] flat(Object value) {
        List<Double> reals = new ArrayList<>();
        collect(value, reals);
        return reals.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void collect(Object value, List<Double> reals) {
        if (value instanceof Double || value instanceof Float) {
            reals.add(((Number) value).doubleValue());
        } else if (value instanceof double[] array) {
            Arrays.stream(array).forEach(reals::add);
        } else if (value instanceof float[] array) {
            for (float real : array) {
                reals.add((double) real);
            }
        } else if (value instanceof Object[] array) {
            Arrays.stream(array).forEach(part -> collect(part, reals));
        } else if (value instanceof Program.Fields fields) {
            fields.values().forEach(part -> collect(part, reals));
        }
    }

    /** A value like another whose reals are taken from a vector. */
    static Object shaped(Object like, Position from) {
        if (like instanceof Double) {
            return from.next();
        } else if (like instanceof Float) {
            return (float) from.next();
        } else if (like instanceof double[] array) {
            double[] copy = array.clone();
            Arrays.setAll(copy, i -> from.next());
            return copy;
        } else if (like instanceof float[] array) {
            float[] copy = array.clone();
            for (int i = 0; i < copy.length; i++) {
                copy[i] = (float) from.next();
            }
            return copy;
        } else if (like instanceof Object[] array) {
            Object[] copy = array.clone();
            for (int i = 0; i < copy.length; i++) {
                copy[i] = shaped(array[i], from);
            }
            return copy;
        } else if (like instanceof Program.Fields fields) {
            return new Program.Fields(
                    fields.record(),
                    fields.values().stream().map(v -> shaped(v, from)).toList());
        }
        return copy(like);
    }

    /** A value as its derivatives are: doubles for floats. */
    static Object wide(Object value) {
        if (value instanceof Float real) {
            return real.doubleValue();
        } else if (value instanceof float[] floats) {
            double[] wide = new double[floats.length];
            Arrays.setAll(wide, i -> floats[i]);
            return wide;
        }
        return value;
    }

    /** Where the next real is taken from. */
    static final class Position {
        private final double[] reals;
        private int at;

        Position(double[] reals) {
            this.reals = reals;
        }

        double next() {
            return reals[at++];
        }
    }

    static Object copy(Object value) {
        if (value instanceof double[] array) {
            return array.clone();
        } else if (value instanceof float[] array) {
            return array.clone();
        } else if (value instanceof int[] array) {
            return array.clone();
        } else if (value instanceof boolean[] array) {
            return array.clone();
        } else if (value instanceof Object[] array) {
            Object[] copy = array.clone();
            Arrays.setAll(copy, i -> copy(array[i]));
            return copy;
        } else if (value instanceof Program.Fields fields) {
            return new Program.Fields(
                    fields.record(), fields.values().stream().map(Values::copy).toList());
        }
        return value;
    }

    static String text(Object value) {
        return value instanceof Program.Fields fields
                ? fields.record() + fields.values().stream().map(Values::text).toList()
                : value.getClass().isArray() ? arrayText(value) : String.valueOf(value);
    }

    private static String arrayText(Object array) {
        String nested = Arrays.deepToString(new Object[] {array});
        return nested.substring(1, nested.length() - 1);
    }
}
