package org.cotangent.examples.learning;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cotangent.ad.annotation.Differentiable;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.FiniteSum;
import org.cotangent.ad.function.FiniteSums;
import org.cotangent.examples.pictures.Gallery;
import org.cotangent.optim.observe.Recording;
import org.cotangent.optim.stochastic.Adam;
import org.cotangent.optim.stochastic.AmsGrad;
import org.cotangent.optim.stochastic.Batches;
import org.cotangent.optim.stochastic.MiniBatch;
import org.cotangent.optim.stochastic.Trainer;
import org.cotangent.optim.stochastic.Transformation;

/**
 * Where Adam goes the wrong way (Reddi, Kale, Kumar 2018, On the convergence of Adam and beyond): one variable
 * between −1 and 1, a steep slope up now and then and gentle slopes down in between. In the mean it goes up, so the
 * minimum is at −1. Adam divides each slope by its recent size, so that the steep ones hardly count more than the
 * others, and as the others are more it ends at 1; AMSGrad never forgets the steep ones.
 */
public final class AdamAstray {

    private static final int UPDATES = 100_000;

    /** Over the root of the number of the update, as the theorem has it. */
    private static final double RATE = 1;

    private static final double EPSILON = 1e-8;

    /**
     * A sum that leads astray, and settings with which it does.
     *
     * @param title of its line
     * @param steep slope of the first example
     * @param gentle slope of all others
     * @param examples how many there are
     * @param keptMean β₁
     * @param keptSquare β₂
     */
    record Trap(String title, double steep, double gentle, int examples, double keptMean, double keptSquare) {

        FiniteSum sum() {
            List<DifferentiableFunction> slopes = new ArrayList<>();
            for (int i = 0; i < examples; i++) {
                slopes.add(AdamAstrayDerivatives.line(1, i == 0 ? steep : gentle));
            }
            return FiniteSums.of(slopes);
        }
    }

    /** Theorem 1 with C = 3, and the example of section 5 with the settings there. */
    static final List<Trap> TRAPS = List.of(
            new Trap("3, -1, -1", 3, -1, 3, 0, 0.1), new Trap("1010, 100 times -10", 1010, -10, 101, 0.9, 0.99));

    private final PrintStream out;

    AdamAstray(PrintStream out) {
        this.out = out;
    }

    @Differentiable(wrt = "x")
    static double line(double[] x, double slope) {
        return slope * x[0];
    }

    /**
     * Prints where Adam and AMSGrad end, and draws their ways.
     *
     * @throws IOException if the picture cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        new AdamAstray(System.out).run(Gallery.standard());
    }

    void run(Gallery gallery) throws IOException {
        out.println("                                       in turn              at random");
        out.println("slopes                beta 2        Adam   AMSGrad        Adam   AMSGrad");
        for (Trap trap : TRAPS) {
            out.printf(
                    Locale.ROOT,
                    "%-20s %7s %11.3f %9.3f %11.3f %9.3f%n",
                    trap.title(),
                    trap.keptSquare(),
                    end(way(trap, false, true)),
                    end(way(trap, true, true)),
                    end(way(trap, false, false)),
                    end(way(trap, true, false)));
        }
        if (gallery.isOpen()) {
            gallery.show(AstrayCurves.picture("adam-astray", TRAPS));
        }
    }

    /** The variable after each pass over the examples. */
    static double[] way(Trap trap, boolean cured, boolean inTurn) {
        Transformation<FiniteSum> scaling = cured
                ? new AmsGrad(trap.keptMean(), trap.keptSquare(), EPSILON)
                : new Adam(trap.keptMean(), trap.keptSquare(), EPSILON);
        Batches batches = inTurn ? Batches.inGivenOrder(1) : Batches.withReplacement(1, 1);
        Recording recording = Recording.withPoints();
        Trainer.<FiniteSum>of(new MiniBatch(batches), update -> RATE / Math.sqrt(update + 1.0), List.of(scaling))
                .averaging(new Walls(-1, 1))
                .epochs(UPDATES / trap.examples())
                .observer(recording)
                .minimize(trap.sum(), 0);
        return recording.rows().stream().mapToDouble(row -> row.point().get(0)).toArray();
    }

    private static double end(double[] way) {
        return way[way.length - 1];
    }
}
