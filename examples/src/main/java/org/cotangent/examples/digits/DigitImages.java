package org.cotangent.examples.digits;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * Images of handwritten digits; the README beside the file says where they come from.
 *
 * @param pixels one image a row, 64 pixels from 0 to 1
 * @param digits what they show
 */
record DigitImages(double[][] pixels, int[] digits) {

    private static final String FILE = "/digits/digits.csv.gz";
    private static final double BLACK = 16;
    private static final int PIXELS = 64;

    /** All 1797. */
    static DigitImages all() {
        try (InputStream file =
                        Objects.requireNonNull(DigitImages.class.getResourceAsStream(FILE), FILE + " is missing");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(file), StandardCharsets.US_ASCII))) {
            return of(lines.lines().map(DigitImages::numbers).toList());
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read " + FILE, problem);
        }
    }

    private static int[] numbers(String line) {
        return Arrays.stream(line.split(",")).mapToInt(Integer::parseInt).toArray();
    }

    private static DigitImages of(List<int[]> rows) {
        return new DigitImages(
                rows.stream().map(DigitImages::image).toArray(double[][]::new),
                rows.stream().mapToInt(row -> row[PIXELS]).toArray());
    }

    private static double[] image(int[] row) {
        return Arrays.stream(row, 0, PIXELS).mapToDouble(pixel -> pixel / BLACK).toArray();
    }

    /** The first images. */
    DigitImages first(int count) {
        return new DigitImages(Arrays.copyOf(pixels, count), Arrays.copyOf(digits, count));
    }

    /** All images but the first. */
    DigitImages from(int start) {
        return new DigitImages(
                Arrays.copyOfRange(pixels, start, pixels.length), Arrays.copyOfRange(digits, start, digits.length));
    }

    /** Some images, by their numbers. */
    DigitImages only(int[] numbers) {
        return new DigitImages(
                Arrays.stream(numbers).mapToObj(i -> pixels[i]).toArray(double[][]::new),
                Arrays.stream(numbers).map(i -> digits[i]).toArray());
    }

    /** The pixels of all images in one array, as generated classes take a matrix. */
    double[] flat() {
        return Arrays.stream(pixels).flatMapToDouble(Arrays::stream).toArray();
    }
}
