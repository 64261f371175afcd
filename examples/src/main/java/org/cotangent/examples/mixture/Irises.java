package org.cotangent.examples.mixture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Fisher's irises; the README beside the file says where they come from.
 *
 * @param lengths one flower a row: length and width of sepals, length and width of petals, in cm
 * @param species of each flower, 0 to 2
 */
record Irises(double[][] lengths, int[] species) {

    private static final String FILE = "/iris/iris.csv";

    /** What the lengths are of. */
    static final List<String> NAMES = List.of("sepal length", "sepal width", "petal length", "petal width");

    /** The species. */
    static final List<String> SPECIES = List.of("setosa", "versicolor", "virginica");

    /** All 150. */
    static Irises all() {
        try (InputStream file = Objects.requireNonNull(Irises.class.getResourceAsStream(FILE), FILE + " is missing");
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
            return of(lines.lines().skip(1).map(Irises::numbers).toList());
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read " + FILE, problem);
        }
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
    }

    private static Irises of(List<double[]> rows) {
        int columns = NAMES.size();
        return new Irises(
                rows.stream().map(row -> Arrays.copyOf(row, columns)).toArray(double[][]::new),
                rows.stream().mapToInt(row -> (int) row[columns]).toArray());
    }
}
