package org.cotangent.examples.downhill;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.examples.pictures.ChartStyle;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.run.Observer;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.search.PathSearch;

/** A minimizer on its way over a map, and the line it is drawn by. */
record Walker(String title, Color color, BasicStroke stroke, Run run) {

    private static final int MEMORY = 10;

    /** How it is run. */
    interface Run {
        Result minimize(TwiceDifferentiableFunction f, Observer observer, double... start);
    }

    /** From the one that knows least to the one that knows most. */
    static List<Walker> all() {
        return List.of(
                gradients("steepest descent", ChartStyle.VERMILION, Minimizers.gradientDescentArmijo(), 1.4f),
                gradients("conjugate gradients", new Color(230, 159, 0), Minimizers.conjugateGradients(), 1.6f),
                gradients("L-BFGS", ChartStyle.BLUE, Minimizers.lbfgs(MEMORY), 1.6f),
                new Walker(
                        "Newton-CG",
                        ChartStyle.GREEN,
                        ChartStyle.stroke(1.6f),
                        (f, observer, start) ->
                                Minimizers.newtonCg().observer(observer).minimize(f, start)),
                new Walker(
                        "trust region, exact",
                        Color.BLACK,
                        ChartStyle.stroke(1.6f, 5, 3),
                        (f, observer, start) ->
                                Minimizers.trustRegion().observer(observer).minimize(f, start)));
    }

    private static Walker gradients(String title, Color color, PathSearch<DifferentiableFunction> method, float width) {
        return new Walker(
                title,
                color,
                ChartStyle.stroke(width),
                (f, observer, start) -> method.observer(observer).minimize(f, start));
    }
}
