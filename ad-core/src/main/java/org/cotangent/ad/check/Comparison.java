package org.cotangent.ad.check;

import java.util.Arrays;
import java.util.List;

/** One claim at one point: every derivative beside its measurement. */
final class Comparison {

    /** Standard deviations of its rounding error that a claim may be off. */
    private static final double DEVIATIONS = 5;

    private static final double ROUNDING = 8 * Math.ulp(1.0);

    /** A derivative so much smaller than that by another variable, both in units, does not matter. */
    private static final double NEGLIGIBLE = 1e-4;

    /** A hair beside the point: far enough for every coordinate to be another one. */
    private static final double BESIDE = 0x1p-40;

    private final Part part;
    private final Claim claim;
    private final double[] x;
    private final List<Direction> directions;
    private final double[][] claimed;
    private final double[] noise;
    private final double[] claimedBeside;
    private final List<Scales> scales;
    private final Measurement[][] measured;

    /**
     * @param beside a random direction for the noise of the claim
     * @param measured by direction and row
     */
    Comparison(
            Part part,
            Claim claim,
            double[] x,
            List<Direction> directions,
            Direction beside,
            Measurement[][] measured) {
        this.part = part;
        this.claim = claim;
        this.x = x;
        this.directions = directions;
        this.measured = measured;
        this.claimed = claim.derivatives().at(x.clone(), directions);
        Line line = new Line(
                point -> flat(claim.derivatives().at(point, directions)), part.rows() * directions.size(), x, beside);
        this.noise = Noise.of(line);
        this.scales = directions.stream()
                .map(direction -> new Scales(new Line(part.values(), part.rows(), x, direction)))
                .toList();
        this.claimedBeside = line.at(BESIDE * beside.unit());
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    List<Direction> directions() {
        return directions;
    }

    int rows() {
        return part.rows();
    }

    double claimed(int direction, int row) {
        return claimed[direction][row];
    }

    /** What the claim says a hair beside the point. */
    double claimedBeside(int direction, int row) {
        return claimedBeside[direction * part.rows() + row];
    }

    Measurement measured(int direction, int row) {
        return measured[direction][row];
    }

    String name(int direction, int row) {
        return part.names().of(row, directions.get(direction));
    }

    /** Judges everything. */
    Judgement[][] judge(Demands demands, Tally tally) {
        Judgement[][] judgements = new Judgement[directions.size()][part.rows()];
        List<Double> point = Vectors.list(x);
        for (int row = 0; row < part.rows(); row++) {
            double largest = largest(row);
            for (int i = 0; i < directions.size(); i++) {
                double neighbours = NEGLIGIBLE * largest / directions.get(i).unit();
                Judgement judgement = judge(i, row, neighbours, demands);
                judgements[i][row] = judgement;
                Finding finding = finding(i, row, point, judgement);
                tally.add(
                        i * part.rows() + row,
                        judgement.verdict(),
                        directions.get(i).random(),
                        finding);
            }
        }
        return judgements;
    }

    private Judgement judge(int i, int row, double neighbours, Demands demands) {
        Judgement first = Judgement.of(claimed[i][row], noise(i, row), measured[i][row], neighbours, demands);
        return first.verdict() == Verdict.WRONG && Double.isFinite(claimed[i][row])
                ? new Appeal(part, x, directions.get(i), row, measured[i][row], scales.get(i))
                        .judge(first, claimed[i][row], noise(i, row), demands)
                : first;
    }

    private double noise(int direction, int row) {
        return DEVIATIONS * noise[direction * part.rows() + row] + ROUNDING * Math.abs(claimed[direction][row]);
    }

    /** The largest derivative of a value, each times the size of its variable. */
    private double largest(int row) {
        double largest = 0;
        for (int i = 0; i < directions.size(); i++) {
            Measurement m = measured[i][row];
            double certain = Math.abs(m.value()) - m.bound();
            largest =
                    certain > 0 ? Math.max(largest, certain * directions.get(i).unit()) : largest;
        }
        return largest;
    }

    private Finding finding(int direction, int row, List<Double> point, Judgement judgement) {
        return new Finding(
                claim.name(),
                name(direction, row),
                point,
                claimed[direction][row],
                measured[direction][row].value(),
                judgement.bound(),
                judgement.scale(),
                judgement.verdict(),
                judgement.explanation());
    }
}
