package org.cotangent.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.cotangent.ad.function.FiniteSums;
import org.cotangent.ad.function.Summation;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.Trainers;
import org.cotangent.optim.model.LayeredModel;
import org.cotangent.optim.stochastic.Batches;
import org.cotangent.optim.stochastic.Curvature;
import org.cotangent.optim.stochastic.HessianFree;
import org.cotangent.optim.stochastic.Preconditioning;

/**
 * Races methods to a loss of the same network: Adam and momentum over grids of rates and batches, of which the
 * fastest that always arrives is shown, L-BFGS, natural gradient, Hessian-free, K-FAC. From a fixed and five random
 * starts, in one thread.
 *
 * <p>Where the target is reached is found out first. Then each way is gone again, in turn with all others, and
 * timed by the processor time of the thread, medians over rounds. Measurements on the way are not counted; those of
 * the first and the last point, which every method makes, are.
 */
public final class LearningRace {

    private static final double[] RATES = {1e-3, 3e-3, 1e-2, 3e-2, 1e-1};
    private static final double MOMENTUM_RATE = 10;
    private static final int[] BATCHES = {16, 32, 64, 128, 256, 1297};
    private static final int EPOCHS = 100;
    private static final int STEPS = 150;
    private static final int NATURAL_STEPS = 50;
    private static final int TIMED = 4;
    private static final int ROUNDS = 5;

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private final LearningTask task;
    private final List<double[]> starts;
    private final int size;

    private LearningRace(LearningTask task) {
        this.task = task;
        starts = task.starts();
        size = task.network().size();
    }

    /** Races to a loss of 1e-4 without penalty, and with the argument "penalty" to 0.1126 with one of 1e-3. */
    public static void main(String... arguments) {
        boolean isPenalized = Arrays.asList(arguments).contains("penalty");
        new LearningRace(isPenalized ? LearningTask.of(1e-3, 0.1126) : LearningTask.of(0, 1e-4)).run();
    }

    private void run() {
        Batches all = Batches.inGivenOrder(size);
        List<Entry> field = new ArrayList<>();
        field.add(fastest(rates("Adam", 1)));
        field.add(fastest(rates("momentum 0.9", MOMENTUM_RATE)));
        field.add(entry("L-BFGS", new Racer.Searching(Minimizers.lbfgs(10).maxIterations(10 * STEPS)), false));
        field.add(fastest(divergences(all)));
        HessianFree hessianFree = Trainers.hessianFree(all).maxIterations(STEPS);
        field.add(curved("Hessian-free", hessianFree));
        field.add(curved("Hessian-free, diagonal", hessianFree.preconditioning(Preconditioning.DIAGONAL)));
        field.add(curved("Hessian-free, no preconditioning", hessianFree.preconditioning(Preconditioning.NONE)));
        field.add(curved("Hessian-free, Hessian", hessianFree.curvature(Curvature.HESSIAN)));
        field.add(entry("K-FAC", new Racer.Training(Trainers.kfac(all, 0.01, 0.25), 1, STEPS), false));
        time(field);
        print(field);
    }

    /** A method on its ways from all starts, with the times that each of them took, in seconds. */
    private record Entry(String name, Racer racer, List<Racer.Lap> laps, List<List<Double>> times) {

        long arrived() {
            return laps.stream().filter(Racer.Lap::arrived).count();
        }

        double seconds(int start) {
            List<Double> sorted = times.get(start).stream().sorted().toList();
            return sorted.get(sorted.size() / 2);
        }

        double seconds() {
            double sum = 0;
            for (int start = 0; start < times.size(); start++) {
                sum += seconds(start);
            }
            return sum / times.size();
        }

        double passes() {
            return laps.stream().mapToDouble(Racer.Lap::passes).average().orElseThrow();
        }
    }

    private List<Entry> rates(String name, double times) {
        List<Entry> grid = new ArrayList<>();
        for (int length : BATCHES) {
            for (double rate : RATES) {
                double used = times * rate;
                Batches batches = length == size ? Batches.inGivenOrder(size) : Batches.shuffled(length, 1);
                Racer racer = new Racer.Training(
                        times == 1 ? Trainers.adam(batches, used) : Trainers.momentum(batches, used, 0.9),
                        (size + length - 1) / length,
                        EPOCHS);
                grid.add(entry(String.format(Locale.ROOT, "%s, batch %d, rate %.3g", name, length, used), racer, true));
            }
        }
        return grid;
    }

    private Entry curved(String name, HessianFree method) {
        return entry(name, new Racer.Curved(method, size), false);
    }

    private List<Entry> divergences(Batches all) {
        List<Entry> grid = new ArrayList<>();
        for (double divergence : new double[] {0.1, 0.3}) {
            Racer racer = new Racer.Training(Trainers.naturalGradient(all, divergence), 1, NATURAL_STEPS);
            grid.add(entry("natural gradient, divergence " + divergence, racer, true));
        }
        return grid;
    }

    private Entry entry(String name, Racer racer, boolean isOfGrid) {
        List<Racer.Lap> laps = new ArrayList<>();
        List<List<Double>> times = new ArrayList<>();
        for (double[] start : starts) {
            // What does not arrive from the first start is not tried from the others.
            laps.add(laps.isEmpty() || laps.get(0).arrived() || !isOfGrid ? racer.first(task, start) : laps.get(0));
            times.add(new ArrayList<>());
        }
        Entry entry = new Entry(name, racer, laps, times);
        System.out.printf(
                Locale.ROOT,
                "%s: %d of %d arrive, %.1f passes%n",
                name,
                entry.arrived(),
                starts.size(),
                entry.passes());
        return entry;
    }

    /** Of those that arrive most often the fastest; of many those are timed that have the fewest passes. */
    private Entry fastest(List<Entry> grid) {
        long most = grid.stream().mapToLong(Entry::arrived).max().orElseThrow();
        List<Entry> those = grid.stream()
                .filter(entry -> entry.arrived() == most)
                .sorted(Comparator.comparingDouble(Entry::passes))
                .limit(TIMED)
                .toList();
        time(those);
        return those.stream().min(Comparator.comparingDouble(Entry::seconds)).orElseThrow();
    }

    private void time(List<Entry> field) {
        field.forEach(entry -> entry.times.forEach(List::clear));
        for (int round = 0; round < ROUNDS; round++) {
            for (Entry entry : field) {
                for (int start = 0; start < starts.size(); start++) {
                    Racer.Lap lap = entry.laps.get(start);
                    long from = THREAD.getCurrentThreadCpuTime();
                    if (lap.arrived()) {
                        entry.racer.again(task, starts.get(start), lap);
                    }
                    entry.times.get(start).add((THREAD.getCurrentThreadCpuTime() - from) / 1e9);
                }
            }
        }
    }

    private void print(List<Entry> field) {
        System.out.printf(
                Locale.ROOT,
                "to a loss of %g, %d examples, %d variables, Java %s%n",
                task.target(),
                size,
                task.network().dimension(),
                System.getProperty("java.version"));
        Stopwatch stopwatch = new Stopwatch();
        double[] gradient = new double[task.network().dimension()];
        LayeredModel network = task.network();
        stopwatch.add(
                "a gradient",
                () -> FiniteSums.mean(network, Summation.sequential()).valueAndGradient(starts.get(1), gradient));
        double pass = stopwatch.run().get(0).median();
        System.out.printf(Locale.ROOT, "value and gradient over all examples: %.2f ms%n", pass / 1e6);
        double adam = field.get(0).seconds();
        for (Entry entry : field) {
            row(entry, adam);
        }
    }

    private void row(Entry entry, double adam) {
        System.out.printf(
                Locale.ROOT,
                "%-36s %d of %d  passes %7.1f  time %7.1f ms  %5.2f of Adam's ",
                entry.name,
                entry.arrived(),
                starts.size(),
                entry.passes(),
                1e3 * entry.seconds(),
                entry.seconds() / adam);
        for (int start = 0; start < starts.size(); start++) {
            Racer.Lap lap = entry.laps.get(start);
            if (lap.arrived()) {
                System.out.printf(Locale.ROOT, " %d/%.0f ms", lap.updates(), 1e3 * entry.seconds(start));
            } else {
                System.out.printf(Locale.ROOT, " none: %.5f", lap.loss());
            }
        }
        System.out.println();
    }
}
