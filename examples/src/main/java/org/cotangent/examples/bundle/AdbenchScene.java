package org.cotangent.examples.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.StringTokenizer;

/**
 * A problem in the format of ADBench's folder {@code data/ba}: {@code n m p}, then one camera of 11 numbers, one
 * point, one weight and one feature. All n cameras, m points and p weights and features are copies of them, and
 * observation i is of point i mod m by camera i mod n.
 *
 * @param cameras how many there are
 * @param points how many there are
 * @param observations how many there are
 * @param camera each of them
 * @param point each of them
 * @param weight each of them
 * @param feature each of them
 */
public record AdbenchScene(
        int cameras, int points, int observations, double[] camera, double[] point, double weight, double[] feature) {

    private static final int CAMERA = 11;
    private static final int POINT = 3;
    private static final int FEATURE = 2;

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read
     */
    public static AdbenchScene read(Path file) throws IOException {
        StringTokenizer numbers = new StringTokenizer(Files.readString(file));
        return new AdbenchScene(
                Integer.parseInt(numbers.nextToken()),
                Integer.parseInt(numbers.nextToken()),
                Integer.parseInt(numbers.nextToken()),
                row(numbers, CAMERA),
                row(numbers, POINT),
                Double.parseDouble(numbers.nextToken()),
                row(numbers, FEATURE));
    }

    private static double[] row(StringTokenizer numbers, int length) {
        double[] row = new double[length];
        Arrays.setAll(row, i -> Double.parseDouble(numbers.nextToken()));
        return row;
    }
}
