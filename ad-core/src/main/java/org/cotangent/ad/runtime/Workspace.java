package org.cotangent.ad.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The memory that generated methods work in and that calls reuse: tapes, arrays of intermediate
 * values, and slots in which a method hands over the results that do not fit Java's one return
 * value.
 *
 * <p>For one thread at a time, and for the methods of one generated class. A method that ends
 * normally leaves all tapes as it found them; after an exception, {@link #clear()} or a new
 * workspace is needed.
 */
public final class Workspace {

    /** Elements of a new tape. */
    static final int FIRST_CAPACITY = 16;

    /** Elements of a tape or array that are kept for good; more is given back now and then. */
    static final int KEPT_CAPACITY = 1 << 16;

    /** What virtual machines allow an array to hold. */
    private static final int MAX_CAPACITY = Integer.MAX_VALUE - 8;

    private static final double[] EMPTY = {};
    private static final float[] NO_FLOATS = {};

    private final List<DoubleTape> doubles = new ArrayList<>();
    private final List<LongTape> longs = new ArrayList<>();
    private final List<IntTape> ints = new ArrayList<>();
    private final List<BooleanTape> booleans = new ArrayList<>();
    private final List<ReferenceTape> references = new ArrayList<>();
    private final List<double[]> arrays = new ArrayList<>();
    private final List<float[]> floats = new ArrayList<>();
    private final List<Rows<double[]>> matrices = new ArrayList<>();
    private final List<Rows<float[]>> floatMatrices = new ArrayList<>();
    private final List<Planes<double[]>> cubes = new ArrayList<>();
    private final List<Planes<float[]>> floatCubes = new ArrayList<>();
    private double[] realSlots = new double[1];
    private long[] integerSlots = new long[1];
    private @Nullable Object[] referenceSlots = new Object[1];

    /** The tape of a number, made at its first use. */
    public DoubleTape doubleTape(int number) {
        return entry(doubles, number, DoubleTape::new);
    }

    /** The tape of a number, made at its first use. */
    public LongTape longTape(int number) {
        return entry(longs, number, LongTape::new);
    }

    /** The tape of a number, made at its first use. */
    public IntTape intTape(int number) {
        return entry(ints, number, IntTape::new);
    }

    /** The tape of a number, made at its first use. */
    public BooleanTape booleanTape(int number) {
        return entry(booleans, number, BooleanTape::new);
    }

    /** The tape of a number, made at its first use. */
    public ReferenceTape referenceTape(int number) {
        return entry(references, number, ReferenceTape::new);
    }

    /**
     * An array of at least the given length that holds whatever its last user left there.
     *
     * @param number which array; the same number gives the same array again
     */
    public double[] array(int number, int length) {
        double[] array = entry(arrays, number, () -> EMPTY);
        if (array.length < length) {
            array = new double[length];
            arrays.set(number, array);
        }
        return array;
    }

    /**
     * An array of exactly the given length that holds whatever its last user left there.
     *
     * @param number which array; the same number gives the same array again
     */
    public double[] vector(int number, int length) {
        double[] array = array(number, length);
        if (array.length != length) {
            array = new double[length];
            arrays.set(number, array);
        }
        return array;
    }

    /** As {@link #vector}, filled with zeros. */
    public double[] zeros(int number, int length) {
        double[] array = vector(number, length);
        java.util.Arrays.fill(array, 0.0);
        return array;
    }

    /** As {@link #matrix(int, int, int)}, filled with zeros. */
    public double[][] zeros(int number, int rows, int columns) {
        double[][] matrix = matrix(number, rows, columns);
        for (double[] row : matrix) {
            java.util.Arrays.fill(row, 0.0);
        }
        return matrix;
    }

    /** As {@link #cube(int, int, int, int)}, filled with zeros. */
    public double[][][] zeros(int number, int planes, int rows, int columns) {
        double[][][] cube = cube(number, planes, rows, columns);
        for (double[][] matrix : cube) {
            for (double[] row : matrix) {
                java.util.Arrays.fill(row, 0.0);
            }
        }
        return cube;
    }

    /**
     * An array of exactly the given shape that holds whatever its last user left in its rows.
     *
     * @param number which array of rank 2; the same number gives the same rows again
     */
    public double[][] matrix(int number, int rows, int columns) {
        return entry(matrices, number, Rows::ofDoubles).get(rows, columns);
    }

    /**
     * An array of the shape of another that holds whatever its last user left in its rows.
     *
     * @param number which array of rank 2; the same number gives the same rows again
     * @param model only its lengths are read; rows may differ in length
     */
    public double[][] matrix(int number, double[][] model) {
        return entry(matrices, number, Rows::ofDoubles).like(model);
    }

    /**
     * An array of exactly the given shape that holds whatever its last user left in its rows.
     *
     * @param number which array of rank 3; the same number gives the same rows again
     */
    public double[][][] cube(int number, int planes, int rows, int columns) {
        return entry(cubes, number, Planes::ofDoubles).get(planes, rows, columns);
    }

    /**
     * An array of the shape of another that holds whatever its last user left in its rows.
     *
     * @param number which array of rank 3; the same number gives the same rows again
     * @param model only its lengths are read; rows may differ in length
     */
    public double[][][] cube(int number, double[][][] model) {
        return entry(cubes, number, Planes::ofDoubles).like(model);
    }

    /**
     * An array of exactly the given length that holds whatever its last user left there.
     *
     * @param number which array of floats; the same number gives the same array again
     */
    public float[] floatVector(int number, int length) {
        float[] array = entry(floats, number, () -> NO_FLOATS);
        if (array.length != length) {
            array = new float[length];
            floats.set(number, array);
        }
        return array;
    }

    /**
     * An array of exactly the given shape that holds whatever its last user left in its rows.
     *
     * @param number which array of floats of rank 2; the same number gives the same rows again
     */
    public float[][] floatMatrix(int number, int rows, int columns) {
        return entry(floatMatrices, number, Rows::ofFloats).get(rows, columns);
    }

    /**
     * An array of exactly the given shape that holds whatever its last user left in its rows.
     *
     * @param number which array of floats of rank 3; the same number gives the same rows again
     */
    public float[][][] floatCube(int number, int planes, int rows, int columns) {
        return entry(floatCubes, number, Planes::ofFloats).get(planes, rows, columns);
    }

    /** Hands over a double result in a slot, to be read before any other call. */
    public void setReal(int slot, double value) {
        if (slot >= realSlots.length) {
            realSlots = java.util.Arrays.copyOf(realSlots, slot + 1);
        }
        realSlots[slot] = value;
    }

    /** A double result that the method called last has handed over. */
    public double real(int slot) {
        return realSlots[slot];
    }

    /** Hands over an integer or boolean (1 is true) result in a slot, to be read before any other call. */
    public void setInteger(int slot, long value) {
        if (slot >= integerSlots.length) {
            integerSlots = java.util.Arrays.copyOf(integerSlots, slot + 1);
        }
        integerSlots[slot] = value;
    }

    /** An integer or boolean result that the method called last has handed over. */
    public long integer(int slot) {
        return integerSlots[slot];
    }

    /** Hands over an array in a slot, to be read before any other call. */
    public void setReference(int slot, @Nullable Object value) {
        if (slot >= referenceSlots.length) {
            referenceSlots = java.util.Arrays.copyOf(referenceSlots, slot + 1);
        }
        referenceSlots[slot] = value;
    }

    /** An array that the method called last has handed over; the slot keeps no hold on it. */
    public @Nullable Object reference(int slot) {
        Object value = referenceSlots[slot];
        referenceSlots[slot] = null;
        return value;
    }

    /** Empties all tapes, as is needed after a method ended by an exception. */
    public void clear() {
        doubles.forEach(DoubleTape::clear);
        longs.forEach(LongTape::clear);
        ints.forEach(IntTape::clear);
        booleans.forEach(BooleanTape::clear);
        references.forEach(ReferenceTape::clear);
    }

    /** Gives back memory that an unusually large call has made it take. All tapes must be empty. */
    void release() {
        doubles.forEach(DoubleTape::release);
        longs.forEach(LongTape::release);
        ints.forEach(IntTape::release);
        booleans.forEach(BooleanTape::release);
        references.forEach(ReferenceTape::release);
        arrays.replaceAll(array -> array.length > KEPT_CAPACITY ? EMPTY : array);
        floats.replaceAll(array -> array.length > KEPT_CAPACITY ? NO_FLOATS : array);
        matrices.replaceAll(rows -> rows.size() > KEPT_CAPACITY ? Rows.ofDoubles() : rows);
        floatMatrices.replaceAll(rows -> rows.size() > KEPT_CAPACITY ? Rows.ofFloats() : rows);
        cubes.replaceAll(planes -> planes.size() > KEPT_CAPACITY ? Planes.ofDoubles() : planes);
        floatCubes.replaceAll(planes -> planes.size() > KEPT_CAPACITY ? Planes.ofFloats() : planes);
    }

    private static <T> T entry(List<T> list, int number, Supplier<T> create) {
        while (list.size() <= number) {
            list.add(create.get());
        }
        return list.get(number);
    }

    /** The next capacity of a full tape: half as much again. */
    static int grown(int size) {
        if (size == MAX_CAPACITY) {
            throw new IllegalStateException("a tape holds " + size
                    + " values and cannot grow; shorten the loop or split the computation into several calls");
        }
        return (int) Math.min(MAX_CAPACITY, size + (size >> 1) + 1L);
    }
}
