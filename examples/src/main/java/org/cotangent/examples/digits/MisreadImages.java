package org.cotangent.examples.digits;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.cotangent.examples.pictures.Picture;

/** The images that a network misread: below each what was said and what is true. */
final class MisreadImages {

    private static final int COLUMNS = 11;
    private static final int PIXEL = 8;
    private static final int TILE = 8 * PIXEL;
    private static final int ACROSS = TILE + 24;
    private static final int DOWN = TILE + 50;
    private static final int MARGIN = 24;
    private static final int TOP = 74;

    private final ReadingTask task;
    private final double[] point;
    private final int[] misread;

    MisreadImages(ReadingTask task, double[] point) {
        this.task = task;
        this.point = point;
        int[] digits = task.others().digits();
        misread = IntStream.range(0, digits.length)
                .filter(i -> task.read(point, i) != digits[i])
                .toArray();
    }

    Picture picture(String name) {
        int rows = (misread.length + COLUMNS - 1) / COLUMNS;
        int width = 2 * MARGIN + COLUMNS * ACROSS - (ACROSS - TILE);
        int height = TOP + rows * DOWN + MARGIN / 2;
        return new Picture(name, width, height, graphics -> paint(graphics, width, height));
    }

    private void paint(Graphics2D graphics, int width, int height) {
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        String title = "What a network misread: " + misread.length + " of "
                + task.others().digits().length + " digits";
        Ink.text(graphics, Font.BOLD, 17, title, MARGIN, 32);
        Ink.text(graphics, Font.PLAIN, 14, "below each what it said and what the writer meant", MARGIN, 54);
        for (int k = 0; k < misread.length; k++) {
            tile(graphics, misread[k], MARGIN + k % COLUMNS * ACROSS, TOP + k / COLUMNS * DOWN);
        }
    }

    private void tile(Graphics2D graphics, int i, int left, int top) {
        Color[] ink = Arrays.stream(task.others().pixels()[i])
                .mapToObj(blackness -> Ink.mix(Color.BLACK, blackness))
                .toArray(Color[]::new);
        Ink.image(graphics, left, top, PIXEL, ink);
        Ink.text(graphics, Font.PLAIN, 13, "said " + task.read(point, i), left, top + TILE + 16);
        Ink.text(graphics, Font.PLAIN, 13, "meant " + task.others().digits()[i], left, top + TILE + 32);
    }
}
