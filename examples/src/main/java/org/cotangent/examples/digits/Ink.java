package org.cotangent.examples.digits;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** Draws images of digits and words beside them. */
final class Ink {

    private static final int SIDE = 8;

    private static final int WHITE = 255;

    private Ink() {}

    /** Squares in a grid of 8 by 8, with a frame, on a white ground. */
    static void image(Graphics2D graphics, int left, int top, int square, Color[] colors) {
        for (int p = 0; p < SIDE * SIDE; p++) {
            if (!colors[p].equals(Color.WHITE)) {
                graphics.setColor(colors[p]);
                graphics.fill(
                        new Rectangle2D.Double(left + p % SIDE * square, top + p / SIDE * square, square, square));
            }
        }
        graphics.setColor(Color.GRAY);
        graphics.drawRect(left, top, SIDE * square, SIDE * square);
    }

    static void text(Graphics2D graphics, int style, int size, String text, int x, int y) {
        graphics.setFont(new Font(Font.SANS_SERIF, style, size));
        graphics.setColor(Color.BLACK);
        graphics.drawString(text, x, y);
    }

    /** From white at 0 to the colour at 1. */
    static Color mix(Color color, double share) {
        return new Color(
                channel(color.getRed(), share), channel(color.getGreen(), share), channel(color.getBlue(), share));
    }

    private static int channel(int value, double share) {
        return (int) Math.round(WHITE + share * (value - WHITE));
    }
}
