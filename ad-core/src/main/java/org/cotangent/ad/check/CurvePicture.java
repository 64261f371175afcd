package org.cotangent.ad.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cotangent.ad.check.StepCurve.Method;
import org.cotangent.ad.check.StepCurve.Sample;

/** Draws error against step, both logarithmic, as SVG. */
@SuppressWarnings("AnnotateFormatMethod") // The annotation would be a dependency.
final class CurvePicture {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 546;
    private static final int LEFT = 80;
    private static final int RIGHT = 30;
    private static final int TOP = 82;
    private static final int BOTTOM = 64;

    /** Exact agreement has no logarithm; it is drawn at the lower edge. */
    private static final double FLOOR = 1e-18;

    /** Errors beyond this are drawn at the upper edge. */
    private static final double CEILING = 1e2;

    private static final int DECADES_PER_TICK = 2;
    private static final int LEGEND_STEP = 150;

    private static final String FONT = "font-family=\"Helvetica, Arial, sans-serif\"";

    /** The last ones on top: with long steps complex steps and central differences coincide. */
    private static final List<Method> DRAWN =
            List.of(Method.COMPLEX_STEP, Method.FORWARD, Method.RICHARDSON, Method.CENTRAL);

    private final String title;
    private final Map<Method, List<Sample>> samples;
    private final double shortest;
    private final double longest;
    private final StringBuilder out = new StringBuilder();

    CurvePicture(String title, Map<Method, List<Sample>> samples) {
        this.title = title;
        this.samples = samples;
        this.shortest = samples.values().stream()
                .flatMap(List::stream)
                .mapToDouble(Sample::step)
                .min()
                .orElse(FLOOR);
        this.longest = samples.values().stream()
                .flatMap(List::stream)
                .mapToDouble(Sample::step)
                .max()
                .orElse(1);
    }

    /** Okabe and Ito (2008): told apart by colour-blind readers too. */
    private static String color(Method method) {
        return switch (method) {
            case FORWARD -> "#D55E00";
            case CENTRAL -> "#0072B2";
            case RICHARDSON -> "#009E73";
            case COMPLEX_STEP -> "#000000";
        };
    }

    String svg() {
        line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">",
                WIDTH, HEIGHT, WIDTH, HEIGHT);
        line("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", WIDTH, HEIGHT);
        text(WIDTH / 2.0, 28, "middle", 16, title);
        axes();
        int number = 0;
        for (Method method : DRAWN) {
            List<Sample> points = samples.getOrDefault(method, List.of());
            if (!points.isEmpty()) {
                curve(color(method), points);
                legend(color(method), method.title(), number++);
            }
        }
        line("</svg>");
        return out.toString();
    }

    private void axes() {
        for (int k = exponent(FLOOR); k <= exponent(CEILING); k += DECADES_PER_TICK) {
            double y = y(Math.pow(10, k));
            line("<path d=\"M%.1f %.1f H%d\" stroke=\"#DDDDDD\"/>", (double) LEFT, y, WIDTH - RIGHT);
            if (k == exponent(FLOOR)) {
                text(LEFT - 8.0, y + 4, "end", 13, "none");
            } else {
                power(LEFT - 8.0, y + 4, "end", k);
            }
        }
        for (int k = exponent(longest); k >= exponent(shortest); k -= DECADES_PER_TICK) {
            double x = x(Math.pow(10, k));
            line("<path d=\"M%.1f %d V%d\" stroke=\"#DDDDDD\"/>", x, TOP, HEIGHT - BOTTOM);
            power(x, HEIGHT - BOTTOM + 20.0, "middle", k);
        }
        line("<path d=\"M%d %d V%d H%d\" stroke=\"black\" fill=\"none\"/>", LEFT, TOP, HEIGHT - BOTTOM, WIDTH - RIGHT);
        text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 16.0, "middle", 14, "step h");
        line(
                "<text transform=\"translate(22 %.1f) rotate(-90)\" text-anchor=\"middle\" font-size=\"14\" %s>%s</text>",
                (TOP + HEIGHT - BOTTOM) / 2.0, FONT, "relative error of the derivative");
    }

    private static int exponent(double value) {
        return (int) Math.rint(Math.log10(value));
    }

    private double x(double step) {
        double share = (Math.log10(step) - Math.log10(shortest)) / (Math.log10(longest) - Math.log10(shortest));
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double error) {
        double shown = Math.min(Math.max(error, FLOOR), CEILING);
        double share = (Math.log10(shown) - Math.log10(FLOOR)) / (Math.log10(CEILING) - Math.log10(FLOOR));
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
    }

    private void curve(String color, List<Sample> points) {
        StringBuilder path = new StringBuilder();
        for (Sample point : points) {
            path.append(path.isEmpty() ? "M" : " L").append(at(point));
        }
        line("<path d=\"%s\" stroke=\"%s\" stroke-width=\"2\" fill=\"none\"/>", path, color);
        for (Sample point : points) {
            line(
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\"/>",
                    x(point.step()), y(point.relativeError()), color);
        }
    }

    private String at(Sample point) {
        return String.format(Locale.ROOT, "%.1f %.1f", x(point.step()), y(point.relativeError()));
    }

    private void legend(String color, String name, int number) {
        double x = LEFT + 8.0 + number * LEGEND_STEP;
        double y = TOP - 24.0;
        line("<path d=\"M%.1f %.1f h28\" stroke=\"%s\" stroke-width=\"2\"/>", x, y, color);
        line("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\"/>", x + 14, y, color);
        text(x + 36, y + 5, "start", 14, name);
    }

    private void power(double x, double y, String anchor, int exponent) {
        line(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" font-size=\"13\" %s>1e%d</text>",
                x, y, anchor, FONT, exponent);
    }

    private void text(double x, double y, String anchor, int size, String words) {
        line(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" font-size=\"%d\" %s>%s</text>",
                x,
                y,
                anchor,
                size,
                FONT,
                words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
