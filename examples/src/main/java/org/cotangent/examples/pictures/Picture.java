package org.cotangent.examples.pictures;

import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/**
 * Something drawn, as PNG and SVG.
 *
 * @param name of the files, without their endings
 * @param width pixels
 * @param height pixels
 * @param painter draws it
 */
public record Picture(String name, int width, int height, Consumer<Graphics2D> painter) {

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

    private void writePng(OutputStream out) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        paint(graphics);
        graphics.dispose();
        ImageIO.write(image, "png", out);
    }

    private void writeSvg(OutputStream out) throws IOException {
        VectorGraphics2D graphics = new VectorGraphics2D();
        paint(graphics);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Processors.get("svg")
                .getDocument(graphics.getCommands(), new PageSize(width, height))
                .writeTo(written);
        out.write(Svg.tidy(written.toString(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
    }

    private void paint(Graphics2D graphics) {
        // Otherwise curves snap to whole pixels and look like stairs.
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        painter.accept(graphics);
    }
}
