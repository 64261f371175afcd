package org.cotangent.examples.nist;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * What a command line asks for.
 *
 * @param problems to be reported in detail and drawn
 * @param everything whether to fit the other data sets too
 * @param pictures the folder for pictures
 */
record Request(List<Problem> problems, boolean everything, Path pictures) {

    static final String USAGE = """
            Fits NIST's reference data and compares with the certified values.

            Arguments: [DATASET...] [--pictures FOLDER]
              DATASET            report and draw these; without any: Rat43 and Thurber, and a table of all
              --pictures FOLDER  where pictures go, made if missing; otherwise %s
              --help             print this
            """;

    /**
     * Reads arguments.
     *
     * @param defaultPictures the folder if none is given
     * @throws IllegalArgumentException if an option or data set is unknown or a folder is missing
     */
    static Request of(Path defaultPictures, String... arguments) {
        List<Problem> problems = new ArrayList<>();
        Path pictures = defaultPictures;
        Deque<String> rest = new ArrayDeque<>(Arrays.asList(arguments));
        while (!rest.isEmpty()) {
            String argument = rest.pop();
            if (argument.equals("--pictures")) {
                pictures = folder(rest);
            } else if (argument.startsWith("-")) {
                throw new IllegalArgumentException(
                        "unknown option " + argument + ", expected --pictures FOLDER, --help or names of data sets");
            } else {
                problems.add(Problem.named(argument));
            }
        }
        return problems.isEmpty()
                ? new Request(List.of(Problem.RAT43, Problem.THURBER), true, pictures)
                : new Request(problems.stream().distinct().toList(), false, pictures);
    }

    private static Path folder(Deque<String> rest) {
        if (rest.isEmpty() || rest.peek().startsWith("-")) {
            throw new IllegalArgumentException(
                    "--pictures is given no folder, expected one; for example --pictures /tmp");
        }
        return Path.of(rest.pop());
    }
}
