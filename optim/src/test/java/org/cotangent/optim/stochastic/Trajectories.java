package org.cotangent.optim.stochastic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Where the methods of resources/stochastic/reference.py end: the numbers it printed. */
final class Trajectories {

    private static final String FILE = "/stochastic/trajectories.txt";

    private Trajectories() {}

    static Map<String, double[]> read() {
        try (InputStream file = Objects.requireNonNull(Trajectories.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
            return lines.lines()
                    .map(line -> line.split(": ", 2))
                    .collect(Collectors.toMap(
                            parts -> parts[0],
                            parts -> Arrays.stream(parts[1].split(" "))
                                    .mapToDouble(Double::parseDouble)
                                    .toArray()));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
