package org.cotangent.examples.certification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.cotangent.problems.MoreGarbowHillstrom;

/** What other libraries needed, read from the tables beside the other resources; their README says where from. */
final class Peers {

    private static final int TITLES = 2;

    private Peers() {}

    static List<Entry> of(ProblemSet set) {
        return switch (set) {
            case MGH -> read("peers-mgh.tsv", Peers::mgh);
            case NIST -> read("peers-nist.tsv", i -> Peers::nist);
        };
    }

    private interface Cell {
        Score score(String[] fields);
    }

    private static Cell mgh(int number) {
        MoreGarbowHillstrom problem = MoreGarbowHillstrom.values()[number];
        return fields -> new Score(
                problem.title(),
                problem.dimension(),
                problem.isSolvedBy(Double.parseDouble(fields[0])),
                Optional.of(fields[5].equals("1")),
                Double.NaN,
                new Cost(count(fields[1]), count(fields[2]), count(fields[3]), count(fields[4])),
                "");
    }

    private static Score nist(String[] fields) {
        double digits = Double.parseDouble(fields[0]);
        return new Score(
                "",
                1,
                digits >= ProblemSet.ENOUGH_DIGITS,
                Optional.empty(),
                digits,
                new Cost(count(fields[1]), count(fields[2]), 0, 0),
                "");
    }

    private static long count(String field) {
        return Long.parseLong(field);
    }

    private static List<Entry> read(String resource, IntFunction<Cell> cells) {
        try (InputStream in = Peers.class.getResourceAsStream("/certification/" + resource)) {
            if (in == null) {
                throw new IllegalStateException("resource /certification/" + resource
                        + " is missing, expected it on the class path; build the module again");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> entry(line.split("\t", -1), cells))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + resource, e);
        }
    }

    private static Entry entry(String[] row, IntFunction<Cell> cells) {
        List<Score> scores = IntStream.range(0, row.length - TITLES)
                .mapToObj(i -> cells.apply(i).score(row[TITLES + i].split(",", -1)))
                .toList();
        return new Entry(Family.valueOf(row[0].toUpperCase(Locale.ROOT)), row[1], false, scores);
    }

    /** Ours, then the peers' of the same family, for each family. */
    static List<Entry> beside(List<Entry> ours, ProblemSet set) {
        List<Entry> peers = of(set);
        return Arrays.stream(Family.values())
                .flatMap(family -> IntStream.of(0, 1)
                        .mapToObj(side -> side == 0 ? ours : peers)
                        .flatMap(List::stream)
                        .filter(entry -> entry.family() == family))
                .toList();
    }
}
