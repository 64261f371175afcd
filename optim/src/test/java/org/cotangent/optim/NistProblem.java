package org.cotangent.optim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A NIST nonlinear regression problem: its residuals, starts and certified values. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NistProblem(String name, Tape tape, double[] parameters, double[] deviations, double residualSumOfSquares) {

    static final List<String> NAMES = List.of(
            "Bennett5",
            "BoxBOD",
            "Chwirut1",
            "Chwirut2",
            "DanWood",
            "ENSO",
            "Eckerle4",
            "Gauss1",
            "Gauss2",
            "Gauss3",
            "Hahn1",
            "Kirby2",
            "Lanczos1",
            "Lanczos2",
            "Lanczos3",
            "MGH09",
            "MGH10",
            "MGH17",
            "Misra1a",
            "Misra1b",
            "Misra1c",
            "Misra1d",
            "Nelson",
            "Rat42",
            "Rat43",
            "Roszman1",
            "Thurber");

    static NistProblem read(String name) {
        List<String> lines = lines("/nist/" + name + ".dat");
        List<double[]> rows = lines.stream()
                .map(String::trim)
                .filter(line -> line.matches("b\\d+ *=(\\s+\\S+){4}"))
                .map(line -> numbers(line.substring(line.indexOf('=') + 1)))
                .toList();
        String sum = lines.stream()
                .filter(line -> line.startsWith("Residual Sum of Squares:"))
                .findFirst()
                .orElseThrow();
        return new NistProblem(
                name,
                Tape.read("nist_" + name),
                rows.stream().mapToDouble(row -> row[2]).toArray(),
                rows.stream().mapToDouble(row -> row[3]).toArray(),
                numbers(sum.substring(sum.indexOf(':') + 1))[0]);
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(Tape.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] numbers(String text) {
        String[] fields = text.trim().split("\\s+", -1);
        double[] numbers = new double[fields.length];
        for (int i = 0; i < fields.length; i++) {
            numbers[i] = Double.parseDouble(fields[i]);
        }
        return numbers;
    }

    /** The fewest correct digits, −log₁₀ of the relative error, at most the 11 that are certified. */
    static double digits(double[] measured, double[] certified) {
        double fewest = 11;
        for (int i = 0; i < certified.length; i++) {
            double error = Math.abs(measured[i] - certified[i]) / Math.abs(certified[i]);
            fewest = error <= 1e-11 ? fewest : Math.min(fewest, -Math.log10(error));
        }
        return Double.isNaN(fewest) ? 0 : Math.max(0, fewest);
    }
}
