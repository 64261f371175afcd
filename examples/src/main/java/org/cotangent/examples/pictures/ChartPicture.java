package org.cotangent.examples.pictures;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;

/** Charts below or beside one another, as PNG and SVG. */
public final class ChartPicture {

    private final String name;
    private final boolean beside;
    private final List<XYChart> charts;

    private ChartPicture(String name, boolean beside, XYChart... charts) {
        this.name = name;
        this.beside = beside;
        this.charts = List.of(charts);
    }

    /**
     * One or more charts of the same width, from top to bottom.
     *
     * @param name of the files, without their endings
     */
    public static ChartPicture below(String name, XYChart... charts) {
        return new ChartPicture(name, false, charts);
    }

    /**
     * One or more charts of the same height, from left to right.
     *
     * @param name of the files, without their endings
     */
    public static ChartPicture beside(String name, XYChart... charts) {
        return new ChartPicture(name, true, charts);
    }

    /** What to write. */
    public Picture picture() {
        return new Picture(name, width(), height(), this::paint);
    }

    /**
     * Writes name.png and name.svg.
     *
     * @param folder made if missing
     * @return the two files
     * @throws IOException if the folder cannot be made or a file not written
     */
    public List<Path> write(Path folder) throws IOException {
        return picture().write(folder);
    }

    private int width() {
        IntStream widths = charts.stream().mapToInt(XYChart::getWidth);
        return beside ? widths.sum() : widths.max().orElse(1);
    }

    private int height() {
        IntStream heights = charts.stream().mapToInt(XYChart::getHeight);
        return beside ? heights.max().orElse(1) : heights.sum();
    }

    private void paint(Graphics2D graphics) {
        AffineTransform place = graphics.getTransform();
        for (XYChart chart : charts) {
            // A chart does not clean up after itself.
            graphics.setTransform(place);
            chart.paint(graphics, chart.getWidth(), chart.getHeight());
            place.translate(beside ? chart.getWidth() : 0, beside ? 0 : chart.getHeight());
        }
    }
}
