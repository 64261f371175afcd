package org.cotangent.examples.lynx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * How many pelts were sold in each year, in thousands: a measure of how many animals there were.
 *
 * @param years in order, without gaps
 * @param hares of each year
 * @param lynxes of each year
 */
record Pelts(double[] years, double[] hares, double[] lynxes) {

    /**
     * Reads lines of year, lynxes and hares, separated by commas; what does not begin with a digit is skipped.
     *
     * @throws IOException if the file cannot be read
     */
    static Pelts read(Path file) throws IOException {
        List<double[]> rows = Files.readAllLines(file).stream()
                .filter(line -> !line.isEmpty() && Character.isDigit(line.charAt(0)))
                .map(Pelts::numbers)
                .toList();
        return new Pelts(column(rows, 0), column(rows, 2), column(rows, 1));
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
    }

    private static double[] column(List<double[]> rows, int column) {
        return rows.stream().mapToDouble(row -> row[column]).toArray();
    }
}
