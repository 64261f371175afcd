package org.cotangent.examples.digits;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.cotangent.ad.function.FiniteSums;
import org.cotangent.ad.function.LinearOperator;
import org.cotangent.ad.function.Summation;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableSum;
import org.cotangent.examples.pictures.Axis;
import org.cotangent.examples.pictures.ChartStyle;
import org.cotangent.examples.pictures.Gallery;
import org.cotangent.examples.pictures.Plot;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.curvature.Extremes;
import org.cotangent.optim.curvature.Lanczos;
import org.cotangent.optim.curvature.SpectralDensity;

/**
 * How the loss of a network curves, at the start and learned: the 2410 eigenvalues of its Hessian, of which most are
 * near 0 and a few, about as many as there are digits, far from it.
 */
public final class NetworkSpectrum {

    private static final double PENALTY = 3e-4;
    private static final int ITERATIONS = 150;

    /** Random vectors whose products tell the density. */
    private static final int PROBES = 4;

    /** Of the Gaussians that points are spread to, as a share of the largest eigenvalue. */
    private static final double WIDTH = 0.01;

    /** As the same share: what is larger counts as far from 0. */
    private static final double FAR = 0.1;

    private static final int PIXELS = 440;
    private static final int COLUMNS = 300;
    private static final double LOWEST = 1e-9;

    private final ReadingTask task = new ReadingTask();
    private final PrintStream out;

    NetworkSpectrum(PrintStream out) {
        this.out = out;
    }

    /**
     * Prints the ends of both spectra and draws their densities.
     *
     * @throws IOException if the picture cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        new NetworkSpectrum(System.out).run(Gallery.standard());
    }

    void run(Gallery gallery) throws IOException {
        TwiceDifferentiableSum sum = task.network().penalty(PENALTY);
        TwiceDifferentiableFunction loss = FiniteSums.mean(sum, Summation.threads(2));
        double[] start = task.start();
        double[] learned = Minimizers.lbfgs(10)
                .maxIterations(ITERATIONS)
                .minimize(loss, start)
                .point();
        out.println("             loss   smallest    largest      trace   above a tenth of the largest");
        Plot before = describe("At the start", loss, start, Axis.linear("eigenvalue", -1, 5, 1));
        Plot after = describe("Learned", loss, learned, Axis.linear("eigenvalue", -0.1, 0.6, 0.1));
        if (gallery.isOpen()) {
            gallery.show(Plot.grid("network-spectrum", 2, PIXELS, PIXELS - 60, List.of(before, after)));
        }
    }

    private Plot describe(String title, TwiceDifferentiableFunction loss, double[] x, Axis across) {
        LinearOperator hessian = loss.hessianAt(x);
        Extremes ends = Lanczos.standard().extremes(hessian);
        SpectralDensity density = Lanczos.standard().density(hessian, PROBES);
        double far = FAR * ends.largest();
        out.printf(
                Locale.ROOT,
                "%-12s %5.3f %10.4f %10.4f %10.3f %30.0f%n",
                title.toLowerCase(Locale.ROOT),
                loss.value(x),
                ends.smallest(),
                ends.largest(),
                density.trace(),
                density.share(far, Double.POSITIVE_INFINITY) * x.length);
        Plot plot = new Plot(title, across, Axis.decades("density of eigenvalues", -4, 3, 1), Plot.Legend.NONE);
        double[] values = new double[COLUMNS];
        double[] heights = new double[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            values[i] = across.from() + (across.to() - across.from()) * i / (COLUMNS - 1);
            heights[i] = Math.log10(Math.max(density.at(values[i], WIDTH * ends.largest()), LOWEST));
        }
        plot.line("", values, heights, ChartStyle.BLUE, ChartStyle.stroke(1.6f), false);
        plot.spot(ends.smallest(), -4, ChartStyle.VERMILION);
        plot.spot(ends.largest(), -4, ChartStyle.VERMILION);
        return plot;
    }
}
