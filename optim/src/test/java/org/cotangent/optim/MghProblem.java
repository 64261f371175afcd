package org.cotangent.optim;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A problem of Moré, Garbow and Hillstrom (1981) with the sums of squares that count as solutions. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record MghProblem(String name, Tape tape, double[] accepted) {

    static List<MghProblem> all() throws IOException {
        try (InputStream in = Objects.requireNonNull(MghProblem.class.getResourceAsStream("/mgh.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(MghProblem::parse)
                    .toList();
        }
    }

    private static MghProblem parse(String line) {
        String[] fields = line.split("\t", -1);
        double[] accepted = Arrays.stream(fields[1].split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new MghProblem(fields[0], Tape.read(fields[0]), accepted);
    }

    /** Six digits; near a minimum of 0, what a gradient norm of 1e-8 leaves on the flattest of them. */
    boolean accepts(double value) {
        return Arrays.stream(accepted).anyMatch(target -> Math.abs(value - target) <= 1e-6 * Math.max(target, 1e-2));
    }
}
