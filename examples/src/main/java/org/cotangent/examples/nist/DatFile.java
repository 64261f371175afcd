package org.cotangent.examples.nist;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A file in the format of NIST's Statistical Reference Datasets for nonlinear regression: a header
 * for people, the table of parameters, the data. The counts in the header are checked against what
 * follows, so that a damaged file is not fitted.
 */
final class DatFile {

    private static final Pattern OBSERVATIONS = Pattern.compile("\\s*(\\d+) Observations.*");
    private static final Pattern PARAMETERS = Pattern.compile("\\s*(\\d+) Parameters.*");
    private static final Pattern RESPONSE = Pattern.compile("Data: .*Response.*\\((.*)\\).*");
    private static final Pattern PREDICTOR = Pattern.compile("\\s+\\d+ Predictor.*\\((.*)\\).*");
    private static final Pattern PARAMETER = Pattern.compile("\\s*b(\\d+)\\s*=(.*)");
    private static final Pattern SUM_OF_SQUARES = Pattern.compile("Residual Sum of Squares:(.*)");

    /** Two starts, the certified value and its standard deviation. */
    private static final int PARAMETER_COLUMNS = 4;

    private final String name;
    private final List<String> lines;

    private DatFile(String name, String text) {
        this.name = name;
        this.lines = text.lines().toList();
    }

    /**
     * Reads a problem.
     *
     * @param name what messages call the file
     * @param text the whole file
     * @throws IllegalArgumentException if something is missing, not a number, or not as many as the
     *     header announces; the message names file and line
     */
    static Dataset parse(String name, String text) {
        return new DatFile(name, text).dataset();
    }

    private Dataset dataset() {
        List<double[]> table = parameterTable();
        List<String> predictorLabels = labels(PREDICTOR);
        List<double[]> rows = data(1 + predictorLabels.size());
        return new Dataset(
                name,
                model(),
                labels(RESPONSE).get(0),
                predictorLabels,
                column(rows, 0),
                IntStream.rangeClosed(1, predictorLabels.size())
                        .mapToObj(j -> column(rows, j))
                        .toList(),
                List.of(column(table, 0), column(table, 1)),
                column(table, 2),
                column(table, 3),
                sumOfSquares());
    }

    private List<double[]> parameterTable() {
        List<double[]> table = IntStream.range(0, lines.size())
                .filter(i -> PARAMETER.matcher(lines.get(i)).matches())
                .mapToObj(i -> numbers(i, group(PARAMETER, i, 2), PARAMETER_COLUMNS))
                .toList();
        requireCount("rows of parameters", table.size(), PARAMETERS);
        return table;
    }

    private List<double[]> data(int columns) {
        int heading = lastLine("the heading of the data", line -> line.startsWith("Data:"));
        List<double[]> rows = IntStream.range(heading + 1, lines.size())
                .filter(i -> !lines.get(i).isBlank())
                .mapToObj(i -> numbers(i, lines.get(i), columns))
                .toList();
        requireCount("rows of data", rows.size(), OBSERVATIONS);
        return rows;
    }

    private double sumOfSquares() {
        int line = line("the residual sum of squares", SUM_OF_SQUARES);
        return numbers(line, group(SUM_OF_SQUARES, line, 1), 1)[0];
    }

    /** The lines between the count of parameters and the next gap, in one. */
    private String model() {
        int start = line("the count of parameters", PARAMETERS) + 1;
        return lines.subList(start, lines.size()).stream()
                .dropWhile(String::isBlank)
                .takeWhile(line -> !line.isBlank())
                .map(String::strip)
                .collect(Collectors.joining(" "))
                .replaceAll("\\s*\\+\\s*e$", "")
                .replaceAll("\\s+", " ");
    }

    /** "(y = energy)" gives "energy", "(x1 = time; x2 = temperature)" gives two, "(y)" gives "y". */
    private List<String> labels(Pattern pattern) {
        String inside = group(pattern, line("a line like \"" + pattern + "\"", pattern), 1);
        return Stream.of(inside.split(";"))
                .map(part -> part.substring(part.indexOf('=') + 1).strip())
                .toList();
    }

    private void requireCount(String what, int found, Pattern announcement) {
        int line = line("the number of " + what, announcement);
        int announced = Integer.parseInt(group(announcement, line, 1));
        if (found != announced) {
            throw new IllegalArgumentException(name + " has " + found + " " + what + ", expected " + announced
                    + " (announced in line " + (line + 1) + "); the file is cut or damaged, fetch it again");
        }
    }

    private double[] numbers(int line, String text, int expected) {
        String[] fields = text.strip().split("\\s+");
        if (fields.length != expected) {
            throw wrong(line, expected);
        }
        try {
            return Arrays.stream(fields).mapToDouble(Double::parseDouble).toArray();
        } catch (NumberFormatException e) {
            throw wrong(line, expected);
        }
    }

    private IllegalArgumentException wrong(int line, int expected) {
        return new IllegalArgumentException(name + ", line " + (line + 1) + " is \""
                + lines.get(line).strip() + "\", expected " + expected + " numbers; correct the line");
    }

    private int line(String what, Pattern pattern) {
        return lastLine(what, line -> pattern.matcher(line).matches());
    }

    private int lastLine(String what, Predicate<String> condition) {
        return IntStream.range(0, lines.size())
                .filter(i -> condition.test(lines.get(i)))
                .reduce((first, second) -> second)
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                name + " lacks " + what
                                        + ", expected a file in NIST's format for nonlinear regression; see README.md beside the data"));
    }

    private String group(Pattern pattern, int line, int group) {
        Matcher matcher = pattern.matcher(lines.get(line));
        if (!matcher.matches()) {
            throw new IllegalStateException("line " + line + " of " + name + " does not match " + pattern);
        }
        return matcher.group(group);
    }

    private static double[] column(List<double[]> rows, int j) {
        return rows.stream().mapToDouble(row -> row[j]).toArray();
    }
}
