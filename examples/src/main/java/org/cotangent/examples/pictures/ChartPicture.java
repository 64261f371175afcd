package org.cotangent.examples.pictures;

import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
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

    /**
     * Writes name.png and name.svg.
     *
     * @param folder made if missing
     * @return the two files
     * @throws IOException if the folder cannot be made or a file not written
     */
    public List<Path> write(Path folder) throws IOException {
        Path png = folder.resolve(name + ".png");
        Path svg = folder.resolve(name + ".svg");
        Files.createDirectories(folder);
        write(png, this::writePng);
        write(svg, this::writeSvg);
        return List.of(png, svg);
    }

    private interface Format {
        void write(OutputStream out) throws IOException;
    }

    private static void write(Path file, Format format) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            format.write(out);
        }
    }

    private int width() {
        IntStream widths = charts.stream().mapToInt(XYChart::getWidth);
        return beside ? widths.sum() : widths.max().orElse(1);
    }

    private int height() {
        IntStream heights = charts.stream().mapToInt(XYChart::getHeight);
        return beside ? heights.max().orElse(1) : heights.sum();
    }

    private void writePng(OutputStream out) throws IOException {
        BufferedImage image = new BufferedImage(width(), height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        paint(graphics);
        graphics.dispose();
        ImageIO.write(image, "png", out);
    }

    private void writeSvg(OutputStream out) throws IOException {
        VectorGraphics2D graphics = new VectorGraphics2D();
        paint(graphics);
        Processors.get("svg")
                .getDocument(graphics.getCommands(), new PageSize(width(), height()))
                .writeTo(out);
    }

    private void paint(Graphics2D graphics) {
        // Otherwise curves snap to whole pixels and look like stairs.
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        AffineTransform place = graphics.getTransform();
        for (XYChart chart : charts) {
            // A chart does not clean up after itself.
            graphics.setTransform(place);
            chart.paint(graphics, chart.getWidth(), chart.getHeight());
            place.translate(beside ? chart.getWidth() : 0, beside ? 0 : chart.getHeight());
        }
    }
}
