package org.cotangent.examples.digits;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.cotangent.ad.function.FiniteSum;
import org.cotangent.ad.function.FiniteSums;
import org.cotangent.ad.function.FisherSum;
import org.cotangent.ad.function.Summation;
import org.cotangent.examples.pictures.Gallery;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.Trainers;
import org.cotangent.optim.model.DenseNetwork;
import org.cotangent.optim.model.LayeredModel;
import org.cotangent.optim.stochastic.Batches;
import org.cotangent.optim.stochastic.MiniBatch;
import org.cotangent.optim.stochastic.NaturalGradient;
import org.cotangent.optim.stochastic.Schedule;
import org.cotangent.optim.stochastic.Trainer;

/**
 * A network that reads digits, learned in six ways from the same images and start until the loss is 1e-4: what
 * each of them spends, how the loss falls, and how many of 500 other images are read right.
 */
public final class LearnNetwork {

    private static final int EPOCHS = 100;

    /** Updates between measurements of methods that see batches: four epochs, as one costs a pass over the data. */
    private static final long SELDOM = 4 * 41;

    private static final Summation THREADS = Summation.threads(2);

    private final ReadingTask task = new ReadingTask();
    private final DenseNetwork network = task.network();
    private final double[] start = task.start();
    private final PrintStream out;

    LearnNetwork(PrintStream out) {
        this.out = out;
    }

    /**
     * Prints a table, a line for each method, and draws how the loss falls.
     *
     * @throws IOException if the picture cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        new LearnNetwork(System.out).run(Gallery.standard());
    }

    void run(Gallery gallery) throws IOException {
        lessons(3);
        List<Lesson> lessons = lessons(EPOCHS);
        out.println("method             updates   passes  seconds       loss   of 500");
        lessons.forEach(this::row);
        if (gallery.isOpen()) {
            gallery.show(LearningCurves.picture("learning", lessons));
        }
    }

    /** All methods, with so many measurements each at most; few to warm up. */
    private List<Lesson> lessons(int most) {
        Batches some = Batches.shuffled(32, 1);
        Batches all = Batches.inGivenOrder(network.size());
        Trainer<FisherSum> natural =
                Trainer.of(new MiniBatch(all), Schedule.constant(1), List.of(new NaturalGradient(1e-4, 20, 0.1)));
        return List.of(
                batchwise("momentum", Trainers.momentum(some, 0.1, 0.9).maxIterations(most / 4 + 1)),
                batchwise("Adam", Trainers.adam(some, 0.02).maxIterations(most / 4 + 1)),
                Lesson.<FisherSum>of("natural gradient", natural.epochs(most).summation(THREADS), network, start),
                Lesson.ofAll(
                        "Hessian-free",
                        Trainers.hessianFree(all).maxIterations(most).summation(THREADS),
                        network,
                        start),
                Lesson.<LayeredModel>of(
                        "K-FAC", Trainers.kfac(all, 0.01, 0.25).epochs(most).summation(THREADS), network, start),
                Lesson.ofAll(
                        "L-BFGS",
                        Minimizers.lbfgs(10).maxIterations(most),
                        FiniteSums.mean((FiniteSum) network, THREADS),
                        start));
    }

    private Lesson batchwise(String title, Trainer<FiniteSum> method) {
        return Lesson.of(title, method.measureEvery(SELDOM).summation(THREADS), network, start);
    }

    private void row(Lesson lesson) {
        Lesson.Stop end = lesson.end();
        out.printf(
                Locale.ROOT,
                "%-16s %9d %8.0f %8.2f %10.5f %8d%n",
                lesson.title(),
                lesson.updates(),
                end.passes(),
                end.seconds(),
                end.loss(),
                task.right(lesson.point()));
    }
}
