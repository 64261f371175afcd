package org.cotangent.examples.pictures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A plot whose SVG is small enough to be kept beside a text: a line is one path of rounded coordinates, and text stays
 * text. (XChart, which draws the other pictures, makes an element of every piece of a line and of every letter.)
 */
public final class Plot {

    private static final int LEFT = 66;
    private static final int RIGHT = 14;
    private static final int TOP = 34;
    private static final int BOTTOM = 50;

    private static final int TICK = 4;
    private static final int LEGEND_LINE = 34;
    private static final int LEGEND_ROW = 18;
    private static final int LEGEND_PADDING = 8;

    /** Of an average letter, as metrics of fonts differ from machine to machine, and those of browsers too. */
    private static final double LETTER_WIDTH = 0.57;

    private static final double MARKER_RADIUS = 2.6;

    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
    private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    private static final Color FRAME = new Color(110, 110, 110);

    /** Where the legend is. */
    public enum Legend {
        LOWER_LEFT(0, 1),
        LOWER_RIGHT(1, 1),
        UPPER_MIDDLE(0.5, 0),
        UPPER_LEFT(0, 0),
        UPPER_RIGHT(1, 0),
        MIDDLE_RIGHT(1, 0.5),
        NONE(0, 0);

        private final double across;
        private final double down;

        Legend(double across, double down) {
            this.across = across;
            this.down = down;
        }
    }

    private record Line(String name, double[] x, double[] y, Color color, BasicStroke stroke, boolean marked) {}

    private record Spot(double x, double y, Color color) {}

    private final String title;
    private final Axis xAxis;
    private final Axis yAxis;
    private final Legend legend;
    private final List<Line> lines = new ArrayList<>();
    private final List<Spot> spots = new ArrayList<>();

    /** An empty plot. */
    public Plot(String title, Axis xAxis, Axis yAxis, Legend legend) {
        this.title = title;
        this.xAxis = xAxis;
        this.yAxis = yAxis;
        this.legend = legend;
    }

    /**
     * Adds a line; what leaves the frame is cut off.
     *
     * @param name in the legend, not there if it is empty
     * @param marked whether every point gets a dot
     */
    public void line(String name, double[] x, double[] y, Color color, BasicStroke stroke, boolean marked) {
        lines.add(new Line(name, x.clone(), y.clone(), color, stroke, marked));
    }

    /** Adds a diamond over everything else. */
    public void spot(double x, double y, Color color) {
        spots.add(new Spot(x, y, color));
    }

    /** Draws the plot within a rectangle. */
    public void paint(Graphics2D graphics, Rectangle place) {
        Rectangle frame =
                new Rectangle(place.x + LEFT, place.y + TOP, place.width - LEFT - RIGHT, place.height - TOP - BOTTOM);
        graphics.setColor(Color.BLACK);
        graphics.setFont(TITLE);
        centred(graphics, title, TITLE, frame.getCenterX(), place.y + TOP - 12);
        graphics.setFont(TEXT);
        axes(graphics, frame);
        Shape before = graphics.getClip();
        graphics.setClip(frame);
        lines.forEach(line -> draw(graphics, frame, line));
        spots.forEach(spot -> draw(graphics, frame, spot));
        graphics.setClip(before);
        graphics.setColor(FRAME);
        graphics.setStroke(new BasicStroke(1));
        graphics.draw(frame);
        legend(graphics, frame);
    }

    /**
     * A picture of plots in rows.
     *
     * @param columns plots in a row
     * @param width of a plot, in pixels
     */
    public static Picture grid(String name, int columns, int width, int height, List<Plot> plots) {
        int rows = (plots.size() + columns - 1) / columns;
        return picture(name, width * columns, height * rows, graphics -> {
            for (int i = 0; i < plots.size(); i++) {
                Rectangle place = new Rectangle(i % columns * width, i / columns * height, width, height);
                plots.get(i).paint(graphics, place);
            }
        });
    }

    private static Picture picture(String name, int width, int height, Consumer<Graphics2D> painter) {
        return new Picture(name, width, height, graphics -> {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setColor(Color.WHITE);
            graphics.fill(new Rectangle(width, height));
            painter.accept(graphics);
        });
    }

    private void axes(Graphics2D graphics, Rectangle frame) {
        graphics.setStroke(new BasicStroke(1));
        int below = frame.y + frame.height;
        for (double tick : xAxis.ticks()) {
            int x = (int) Math.round(frame.x + frame.width * xAxis.share(tick));
            graphics.setColor(FRAME);
            graphics.drawLine(x, below, x, below + TICK);
            graphics.setColor(Color.BLACK);
            centred(graphics, xAxis.label().apply(tick), TEXT, x, below + TICK + 15);
        }
        for (double tick : yAxis.ticks()) {
            int y = (int) Math.round(below - frame.height * yAxis.share(tick));
            graphics.setColor(FRAME);
            graphics.drawLine(frame.x - TICK, y, frame.x, y);
            graphics.setColor(Color.BLACK);
            String label = yAxis.label().apply(tick);
            text(graphics, label, frame.x - TICK - 4 - width(label, TEXT), y + 4);
        }
        centred(graphics, xAxis.title(), TEXT, frame.getCenterX(), below + TICK + 35);
        AffineTransform upright = graphics.getTransform();
        graphics.rotate(-Math.PI / 2, frame.x - LEFT + 14, frame.getCenterY());
        centred(graphics, yAxis.title(), TEXT, frame.x - LEFT + 14, frame.getCenterY());
        graphics.setTransform(upright);
    }

    private void draw(Graphics2D graphics, Rectangle frame, Line line) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < line.x().length; i++) {
            double x = across(frame, line.x()[i]);
            double y = down(frame, line.y()[i]);
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        graphics.setColor(line.color());
        graphics.setStroke(line.stroke());
        graphics.draw(path);
        for (int i = 0; line.marked() && i < line.x().length; i++) {
            dot(graphics, across(frame, line.x()[i]), down(frame, line.y()[i]));
        }
    }

    private static void dot(Graphics2D graphics, double x, double y) {
        graphics.fill(new Ellipse2D.Double(
                tenth(x - MARKER_RADIUS), tenth(y - MARKER_RADIUS), 2 * MARKER_RADIUS, 2 * MARKER_RADIUS));
    }

    private void draw(Graphics2D graphics, Rectangle frame, Spot spot) {
        double x = across(frame, spot.x());
        double y = down(frame, spot.y());
        double size = 2 * MARKER_RADIUS;
        Path2D diamond = new Path2D.Double();
        diamond.moveTo(x, y - size);
        diamond.lineTo(x + size, y);
        diamond.lineTo(x, y + size);
        diamond.lineTo(x - size, y);
        diamond.closePath();
        graphics.setColor(spot.color());
        graphics.fill(diamond);
    }

    private void legend(Graphics2D graphics, Rectangle frame) {
        List<Line> named = lines.stream().filter(line -> !line.name().isEmpty()).toList();
        if (named.isEmpty() || legend == Legend.NONE) {
            return;
        }
        double longest = named.stream()
                .mapToDouble(line -> width(line.name(), TEXT))
                .max()
                .orElseThrow();
        int width = (int) Math.ceil(longest) + LEGEND_LINE + 3 * LEGEND_PADDING;
        int height = named.size() * LEGEND_ROW + LEGEND_PADDING;
        int x = frame.x + LEGEND_PADDING + (int) (legend.across * (frame.width - 2 * LEGEND_PADDING - width));
        int y = frame.y + LEGEND_PADDING + (int) (legend.down * (frame.height - 2 * LEGEND_PADDING - height));
        Rectangle2D box = new Rectangle(x, y, width, height);
        graphics.setColor(Color.WHITE);
        graphics.fill(box);
        graphics.setColor(FRAME);
        graphics.setStroke(new BasicStroke(1));
        graphics.draw(box);
        for (int i = 0; i < named.size(); i++) {
            row(graphics, named.get(i), x + LEGEND_PADDING, y + LEGEND_PADDING / 2 + i * LEGEND_ROW + LEGEND_ROW / 2);
        }
    }

    private static void row(Graphics2D graphics, Line line, int x, int y) {
        graphics.setColor(line.color());
        graphics.setStroke(line.stroke());
        graphics.drawLine(x, y, x + LEGEND_LINE, y);
        if (line.marked()) {
            dot(graphics, x + LEGEND_LINE / 2.0, y);
        }
        graphics.setColor(Color.BLACK);
        text(graphics, line.name(), x + LEGEND_LINE + LEGEND_PADDING, y + 4);
    }

    private double across(Rectangle frame, double number) {
        return tenth(frame.x + frame.width * xAxis.share(number));
    }

    private double down(Rectangle frame, double number) {
        return tenth(frame.y + frame.height * (1 - yAxis.share(number)));
    }

    /** Rounded to a tenth of a pixel, as a third of the size of a picture would be digits that nobody sees. */
    private static double tenth(double pixels) {
        return Math.round(pixels * 10) / 10.0;
    }

    private static double width(String text, Font font) {
        return text.length() * LETTER_WIDTH * font.getSize();
    }

    private static void centred(Graphics2D graphics, String text, Font font, double x, double y) {
        text(graphics, text, x - width(text, font) / 2, y);
    }

    private static void text(Graphics2D graphics, String text, double x, double y) {
        graphics.drawString(text, (float) tenth(x), (float) tenth(y));
    }
}
