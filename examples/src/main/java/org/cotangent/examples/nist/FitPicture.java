package org.cotangent.examples.nist;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.cotangent.examples.pictures.ChartPicture;

/** Data and fitted curve above, residuals below on the same axis, as PNG and SVG. */
final class FitPicture {

    /** Pixels. */
    static final int WIDTH = 1000;

    static final int HEIGHT = 800;

    private static final int RESIDUALS_HEIGHT = 280;

    private final ChartPicture picture;

    private FitPicture(ChartPicture picture) {
        this.picture = picture;
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
        return new FitPicture(ChartPicture.below(
                fit.data().name(),
                charts.curve(WIDTH, HEIGHT - RESIDUALS_HEIGHT),
                charts.residuals(WIDTH, RESIDUALS_HEIGHT)));
    }

    /**
     * Writes name.png and name.svg.
     *
     * @param folder made if missing
     * @return the two files
     * @throws IOException if the folder cannot be made or a file not written
     */
    List<Path> write(Path folder) throws IOException {
        try {
            return picture.write(folder);
        } catch (IOException e) {
            throw new IOException(
                    "cannot write pictures to folder " + folder + " (" + e + "); choose another by --pictures FOLDER",
                    e);
        }
    }
}
