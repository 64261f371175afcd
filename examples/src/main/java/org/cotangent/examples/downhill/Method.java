package org.cotangent.examples.downhill;

import java.awt.BasicStroke;
import java.awt.Color;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.examples.pictures.ChartStyle;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.run.Observer;
import org.cotangent.optim.run.Result;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The minimizers that are compared, and the line each is drawn by: in grey, dashes and markers tell them apart. */
enum Method {
    STEEPEST_DESCENT("steepest descent", ChartStyle.VERMILION, ChartStyle.stroke(2), SeriesMarkers.NONE) {
        @Override
        Result minimize(TwiceDifferentiableFunction f, Observer observer, double... start) {
            return Minimizers.gradientDescentArmijo()
                    .tolerance(TOLERANCE)
                    .observer(observer)
                    .minimize(f, start);
        }
    },
    LBFGS("L-BFGS", ChartStyle.BLUE, ChartStyle.stroke(2, 9, 4), SeriesMarkers.CIRCLE) {
        @Override
        Result minimize(TwiceDifferentiableFunction f, Observer observer, double... start) {
            return Minimizers.lbfgs(MEMORY)
                    .tolerance(TOLERANCE)
                    .observer(observer)
                    .minimize(f, start);
        }
    },
    NEWTON_CG("Newton-CG", Color.BLACK, ChartStyle.stroke(2, 2, 3), SeriesMarkers.SQUARE) {
        @Override
        Result minimize(TwiceDifferentiableFunction f, Observer observer, double... start) {
            return Minimizers.newtonCg().tolerance(TOLERANCE).observer(observer).minimize(f, start);
        }
    };

    /** The gradient norm that ends a run. */
    static final double TOLERANCE = 1e-8;

    private static final int MEMORY = 10;

    private final String title;
    private final Color color;
    private final BasicStroke stroke;
    private final Marker marker;

    Method(String title, Color color, BasicStroke stroke, Marker marker) {
        this.title = title;
        this.color = color;
        this.stroke = stroke;
        this.marker = marker;
    }

    /** Runs until the gradient norm is at most {@link #TOLERANCE}. */
    abstract Result minimize(TwiceDifferentiableFunction f, Observer observer, double... start);

    String title() {
        return title;
    }

    Color color() {
        return color;
    }

    BasicStroke stroke() {
        return stroke;
    }

    /** Where steps end; none where they are too many. */
    Marker marker() {
        return marker;
    }
}
