package org.cotangent.problems;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A line of the table of what is known, see README.md beside it.
 *
 * @param startValue the value at the start
 */
@SuppressWarnings("ArrayRecordComponent") // Within this package, never modified or compared.
record Facts(String title, double[] start, double startValue, List<Minimum> minima) {

    private static final String TABLE = "more-garbow-hillstrom.tsv";

    /** All lines, by title. */
    static Map<String, Facts> read() {
        try (InputStream in = Facts.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException(
                        "resource " + TABLE + " is missing, expected it beside the classes; build the module again");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Facts::parse)
                    .collect(Collectors.toUnmodifiableMap(Facts::title, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + TABLE, e);
        }
    }

    private static Facts parse(String line) {
        String[] cells = line.split("\t", -1);
        List<Minimum> minima =
                Arrays.stream(cells[3].split(";", -1)).map(Facts::minimum).toList();
        return new Facts(cells[0], numbers(cells[1]), Double.parseDouble(cells[2]), minima);
    }

    private static Minimum minimum(String cell) {
        String[] parts = cell.split("@", -1);
        double value = Double.parseDouble(parts[0]);
        return parts.length == 1 ? Minimum.of(value) : Minimum.at(value, numbers(parts[1]));
    }

    private static double[] numbers(String cell) {
        return Arrays.stream(cell.split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
