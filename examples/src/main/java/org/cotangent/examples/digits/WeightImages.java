package org.cotangent.examples.digits;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.cotangent.examples.pictures.ChartStyle;
import org.cotangent.examples.pictures.Picture;

/** What the regression looks for: the mean image of each digit, and below it the weights that speak for it. */
final class WeightImages {

    private static final int SIDE = 8;
    private static final int PIXEL = 13;
    private static final int TILE = SIDE * PIXEL;
    private static final int GAP = 16;
    private static final int MARGIN = 24;
    private static final int LABEL = 56;
    private static final int TOP = 84;
    private static final int LEGEND = 86;
    private static final int BAR = 260;
    private static final int BAR_HEIGHT = 14;

    private final double[][] means;
    private final double[][] weights;
    private final double largest;

    /**
     * @param images what was learned from
     * @param weights one row for each digit
     */
    WeightImages(DigitImages images, double[][] weights) {
        this.means = means(images, weights.length);
        this.weights = weights;
        this.largest = Arrays.stream(weights)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(1);
    }

    private static double[][] means(DigitImages images, int digits) {
        double[][] means = new double[digits][SIDE * SIDE];
        int[] counts = new int[digits];
        for (int i = 0; i < images.digits().length; i++) {
            counts[images.digits()[i]]++;
            for (int p = 0; p < SIDE * SIDE; p++) {
                means[images.digits()[i]][p] += images.pixels()[i][p];
            }
        }
        for (int k = 0; k < digits; k++) {
            int count = counts[k];
            means[k] = Arrays.stream(means[k]).map(sum -> sum / count).toArray();
        }
        return means;
    }

    Picture picture(String name) {
        int width = 2 * MARGIN + LABEL + weights.length * (TILE + GAP) - GAP;
        return new Picture(name, width, TOP + 2 * TILE + GAP + LEGEND, graphics -> paint(graphics, width));
    }

    private void paint(Graphics2D graphics, int width) {
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, TOP + 2 * TILE + GAP + LEGEND);
        Ink.text(graphics, Font.BOLD, 17, "How softmax regression tells handwritten digits apart", MARGIN, 32);
        label(graphics, TOP, "mean", "image");
        label(graphics, TOP + TILE + GAP, "learned", "weights");
        for (int k = 0; k < weights.length; k++) {
            int left = MARGIN + LABEL + k * (TILE + GAP);
            Ink.text(graphics, Font.BOLD, 16, Integer.toString(k), left + TILE / 2 - 5, TOP - 10);
            Ink.image(graphics, left, TOP, PIXEL, colors(means[k], ink -> Ink.mix(Color.BLACK, ink)));
            Ink.image(graphics, left, TOP + TILE + GAP, PIXEL, colors(weights[k], weight -> shade(weight / largest)));
        }
        legend(graphics, TOP + 2 * TILE + GAP);
    }

    private static void label(Graphics2D graphics, int top, String first, String second) {
        Ink.text(graphics, Font.PLAIN, 14, first, MARGIN - 8, top + TILE / 2 - 4);
        Ink.text(graphics, Font.PLAIN, 14, second, MARGIN - 8, top + TILE / 2 + 14);
    }

    private void legend(Graphics2D graphics, int bottom) {
        int left = MARGIN + LABEL;
        int top = bottom + 30;
        for (int i = 0; i < BAR; i++) {
            graphics.setColor(shade(2.0 * i / (BAR - 1) - 1));
            graphics.fill(new Rectangle2D.Double(left + i, top, 1.5, BAR_HEIGHT));
        }
        graphics.setColor(Color.GRAY);
        graphics.drawRect(left, top, BAR, BAR_HEIGHT);
        Ink.text(graphics, Font.PLAIN, 13, String.format(Locale.ROOT, "−%.1f", largest), left - 4, top + 32);
        Ink.text(graphics, Font.PLAIN, 13, "0", left + BAR / 2 - 4, top + 32);
        Ink.text(graphics, Font.PLAIN, 13, String.format(Locale.ROOT, "+%.1f", largest), left + BAR - 16, top + 32);
        int words = left + BAR + 40;
        Ink.text(graphics, Font.PLAIN, 14, "orange: ink in this pixel speaks for the digit above", words, top + 8);
        Ink.text(graphics, Font.PLAIN, 14, "blue: ink in this pixel speaks against it", words, top + 28);
    }

    private static Color[] colors(double[] numbers, DoubleFunction<Color> color) {
        return Arrays.stream(numbers).mapToObj(color).toArray(Color[]::new);
    }

    /** From blue at -1 by white to vermilion at 1. */
    private static Color shade(double value) {
        return value < 0 ? Ink.mix(ChartStyle.BLUE, -value) : Ink.mix(ChartStyle.VERMILION, value);
    }
}
