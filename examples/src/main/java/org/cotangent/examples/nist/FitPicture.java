package org.cotangent.examples.nist;

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
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;

/** Data and fitted curve above, residuals below on the same axis, as PNG and SVG. */
final class FitPicture {

    /** Pixels. */
    static final int WIDTH = 1000;

    static final int HEIGHT = 800;

    private static final int RESIDUALS_HEIGHT = 280;

    private final String name;
    private final XYChart curve;
    private final XYChart residuals;

    private FitPicture(String name, XYChart curve, XYChart residuals) {
        this.name = name;
        this.curve = curve;
        this.residuals = residuals;
    }

    /** Whether the fit is a curve: the model has one predictor. */
    static boolean canShow(Dataset data) {
        return data.predictors().size() == 1;
    }

    /**
     * The picture of a fit with one predictor.
     *
     * @throws IllegalArgumentException if there are more
     */
    static FitPicture of(Fit fit) {
        if (!canShow(fit.data())) {
            throw new IllegalArgumentException(fit.data().name() + " has "
                    + fit.data().predictors().size() + " predictors, expected 1; its fit is not a curve");
        }
        FitCharts charts = new FitCharts(fit);
        return new FitPicture(
                fit.data().name(),
                charts.curve(WIDTH, HEIGHT - RESIDUALS_HEIGHT),
                charts.residuals(WIDTH, RESIDUALS_HEIGHT));
    }

    /**
     * Writes name.png and name.svg.
     *
     * @param folder made if missing
     * @return the two files
     * @throws IOException if the folder cannot be made or a file not written
     */
    List<Path> write(Path folder) throws IOException {
        Path png = folder.resolve(name + ".png");
        Path svg = folder.resolve(name + ".svg");
        try {
            Files.createDirectories(folder);
            write(png, this::writePng);
            write(svg, this::writeSvg);
        } catch (IOException e) {
            throw new IOException(
                    "cannot write pictures to folder " + folder + " (" + e + "); choose another by --pictures FOLDER",
                    e);
        }
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

    private void writePng(OutputStream out) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        paint(graphics);
        graphics.dispose();
        ImageIO.write(image, "png", out);
    }

    private void writeSvg(OutputStream out) throws IOException {
        VectorGraphics2D graphics = new VectorGraphics2D();
        paint(graphics);
        Processors.get("svg")
                .getDocument(graphics.getCommands(), new PageSize(WIDTH, HEIGHT))
                .writeTo(out);
    }

    private void paint(Graphics2D graphics) {
        // Otherwise curves snap to whole pixels and look like stairs.
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        AffineTransform corner = graphics.getTransform();
        curve.paint(graphics, curve.getWidth(), curve.getHeight());
        graphics.setTransform(corner);
        graphics.translate(0, curve.getHeight());
        residuals.paint(graphics, residuals.getWidth(), residuals.getHeight());
        graphics.setTransform(corner);
    }
}
