package org.cotangent.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Prints how long the annotation processor takes for a class of many methods and for methods of many
 * statements, warm, and how long javac takes for the rest: the class and what was written.
 */
public final class ProcessorTime {

    private static final int METHODS = 20;
    private static final int LINES_EACH = 45;
    private static final int[] LENGTHS = {500, 1_000, 2_500, 10_000};
    private static final int WARM_UP_ROUNDS = 6;
    private static final int ROUNDS = 7;

    private ProcessorTime() {}

    /**
     * Measures all.
     *
     * @param arguments the greatest length of a method, in lines; 10000 if missing
     */
    public static void main(String... arguments) {
        int longest = arguments.length > 0 ? Integer.parseInt(arguments[0]) : LENGTHS[LENGTHS.length - 1];
        System.out.println("milliseconds of processor time of javac's thread, medians of " + ROUNDS + " warm rounds");
        print(PlainSource.of(PlainSource.Style.MIXED, METHODS, LINES_EACH), METHODS + " methods, mixed");
        for (PlainSource.Style style : PlainSource.Style.values()) {
            Arrays.stream(LENGTHS).filter(length -> length <= longest).forEach(length -> {
                String name = "1 method, " + style.toString().toLowerCase(Locale.ROOT);
                print(PlainSource.of(style, 1, length), name);
            });
        }
    }

    private static void print(String text, String name) {
        List<TimedCompilation> rounds = new ArrayList<>();
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            TimedCompilation compilation = TimedCompilation.of(PlainSource.NAME, text);
            if (round >= 0) {
                rounds.add(compilation);
            }
        }
        TimedCompilation last = rounds.get(ROUNDS - 1);
        System.out.printf(
                Locale.ROOT,
                "%-22s %6d lines: processor %7.0f, javac %7.0f, %7d lines written%n",
                name,
                text.lines().count(),
                median(rounds, TimedCompilation::processing),
                median(rounds, TimedCompilation::compiling),
                last.linesWritten());
        last.messages().stream().limit(2).forEach(message -> System.out.println("    " + message));
    }

    private static double median(List<TimedCompilation> rounds, ToDoubleFunction<TimedCompilation> time) {
        double[] sorted = rounds.stream().mapToDouble(time).sorted().toArray();
        return sorted[ROUNDS / 2];
    }
}
