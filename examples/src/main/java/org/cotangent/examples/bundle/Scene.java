package org.cotangent.examples.bundle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.StringTokenizer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.cotangent.examples.bundle.ReprojectionDerivatives.HalfSquaresVariables;

/**
 * Cameras, points and what was seen, in the format of Bundle Adjustment in the Large: three counts, a line for
 * each observation with camera, point, x and y, then nine numbers for each camera and three for each point.
 *
 * @param cameras one a row
 * @param points one a row
 * @param seenBy which camera, for each observation
 * @param shown which point, for each observation
 * @param observed x and y in pixels from the centre of the picture, one observation a row
 */
public record Scene(double[][] cameras, double[][] points, int[] seenBy, int[] shown, double[][] observed) {

    private static final String FILE = "/bundle/dubrovnik-8-1000.txt.gz";
    private static final int CAMERA = 9;
    private static final int POINT = 3;

    /** 1000 points of the old town of Dubrovnik on eight photographs; the README beside it says more. */
    public static Scene dubrovnik() {
        try (InputStream file = Objects.requireNonNull(Scene.class.getResourceAsStream(FILE), FILE + " is missing");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(file), StandardCharsets.US_ASCII))) {
            return of(lines.lines().collect(Collectors.joining("\n")));
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read " + FILE, problem);
        }
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read
     */
    public static Scene read(Path file) throws IOException {
        return of(Files.readString(file));
    }

    private static Scene of(String text) {
        StringTokenizer numbers = new StringTokenizer(text);
        double[][] cameras = new double[Integer.parseInt(numbers.nextToken())][CAMERA];
        double[][] points = new double[Integer.parseInt(numbers.nextToken())][POINT];
        double[][] observed = new double[Integer.parseInt(numbers.nextToken())][2];
        int[] seenBy = new int[observed.length];
        int[] shown = new int[observed.length];
        for (int i = 0; i < observed.length; i++) {
            seenBy[i] = Integer.parseInt(numbers.nextToken());
            shown[i] = Integer.parseInt(numbers.nextToken());
            fill(observed[i], numbers);
        }
        Arrays.stream(cameras).forEach(camera -> fill(camera, numbers));
        Arrays.stream(points).forEach(point -> fill(point, numbers));
        return new Scene(cameras, points, seenBy, shown, observed);
    }

    private static void fill(double[] row, StringTokenizer numbers) {
        Arrays.setAll(row, i -> Double.parseDouble(numbers.nextToken()));
    }

    /** Cameras and points as the flat point of the adjustment: what is to be found. */
    public double[] unknowns() {
        return new HalfSquaresVariables(cameras, points).pack();
    }

    /** The same with the first points only. */
    Scene first(int count) {
        int[] kept = IntStream.range(0, observed.length)
                .filter(i -> shown[i] < count)
                .toArray();
        return new Scene(
                cameras,
                Arrays.copyOf(points, count),
                IntStream.of(kept).map(i -> seenBy[i]).toArray(),
                IntStream.of(kept).map(i -> shown[i]).toArray(),
                IntStream.of(kept).mapToObj(i -> observed[i]).toArray(double[][]::new));
    }

    /** The same scene with what was found. */
    Scene with(double[] unknowns) {
        HalfSquaresVariables found =
                HalfSquaresVariables.unpack(unknowns, cameras.length, CAMERA, points.length, POINT);
        return new Scene(found.cameras(), found.points(), seenBy, shown, observed);
    }

    /** Differences in x and y between where a point should have been seen and where it was, by observation. */
    double[][] residuals() {
        double[][] residuals = new double[observed.length][2];
        for (int i = 0; i < observed.length; i++) {
            Reprojection.residual(cameras[seenBy[i]], points[shown[i]], observed[i], residuals[i]);
        }
        return residuals;
    }
}
