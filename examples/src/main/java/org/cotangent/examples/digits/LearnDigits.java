package org.cotangent.examples.digits;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.examples.digits.RecognitionDerivatives.RegressionVariables;
import org.cotangent.examples.pictures.Gallery;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.run.Result;

/**
 * Softmax regression learned from 1297 handwritten digits and tried on 500 others: a plain Java method,
 * differentiated while it is compiled, minimized by L-BFGS.
 */
public final class LearnDigits {

    private static final int PIXELS = 64;
    private static final int DIGITS = 10;
    private static final double PENALTY = 1e-3;
    private static final int LEARNED_FROM = 1297;

    private final PrintStream out;

    LearnDigits(PrintStream out) {
        this.out = out;
    }

    /**
     * Prints how many digits are recognised, and draws the weights.
     *
     * @throws IOException if the picture cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        new LearnDigits(System.out).run(Gallery.standard());
    }

    void run(Gallery gallery) throws IOException {
        DigitImages all = DigitImages.all();
        DigitImages known = all.first(LEARNED_FROM);
        DigitImages others = all.from(LEARNED_FROM);
        Result result = learn(known);
        out.println(result.summary());
        RegressionVariables learned = RegressionVariables.unpack(result.point(), DIGITS, PIXELS, DIGITS);
        out.printf(Locale.ROOT, "mean cross-entropy with penalty: %.12f%n", result.value());
        row("learned from", known, learned);
        row("others", others, learned);
        if (gallery.isOpen()) {
            gallery.show(new WeightImages(known, learned.weights()).picture("digits-weights"));
        }
    }

    static TwiceDifferentiableFunction misfit(DigitImages images) {
        return RecognitionDerivatives.regression(DIGITS, PIXELS, DIGITS, images.pixels(), images.digits(), PENALTY);
    }

    static Result learn(DigitImages images) {
        return Minimizers.lbfgs(10).tolerance(1e-7).minimize(misfit(images), new double[PIXELS * DIGITS + DIGITS]);
    }

    private void row(String title, DigitImages images, RegressionVariables learned) {
        int right = right(images, learned);
        int count = images.digits().length;
        out.printf(Locale.ROOT, "%-14s %4d of %4d recognised, %.1f %%%n", title, right, count, 100.0 * right / count);
    }

    static int right(DigitImages images, RegressionVariables learned) {
        int right = 0;
        double[] scores = new double[DIGITS];
        for (int i = 0; i < images.digits().length; i++) {
            Recognition.layer(learned.weights(), learned.offsets(), images.pixels()[i], scores);
            double best = Arrays.stream(scores).max().orElseThrow();
            if (scores[images.digits()[i]] == best) {
                right++;
            }
        }
        return right;
    }
}
