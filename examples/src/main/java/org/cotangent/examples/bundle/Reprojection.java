package org.cotangent.examples.bundle;

import org.cotangent.ad.annotation.Differentiable;

/**
 * How far what cameras saw is from what they should have seen, in the model of Bundle Adjustment in the Large
 * (Agarwal, Snavely, Seitz and Szeliski, 2010). A camera has nine numbers: rotation as angle times axis (3),
 * translation (3), focal length, two coefficients of radial distortion; it looks along its negative z axis.
 */
public final class Reprojection {

    private static final int TRANSLATION = 3;
    private static final int FOCAL_LENGTH = 6;
    private static final int DISTORTION = 7;

    private Reprojection() {}

    /**
     * Half the sum of squared distances of a whole scene, in pixels.
     *
     * @param cameras one a row
     * @param points one a row
     * @param seenBy which camera, for each observation
     * @param shown which point, for each observation
     * @param observed where the point was seen, one observation a row
     */
    @Differentiable(wrt = {"cameras", "points"})
    public static double halfSquares(
            double[][] cameras, double[][] points, int[] seenBy, int[] shown, double[][] observed) {
        double[] residual = new double[2];
        double sum = 0;
        for (int i = 0; i < observed.length; i++) {
            residual(cameras[seenBy[i]], points[shown[i]], observed[i], residual);
            sum += residual[0] * residual[0] + residual[1] * residual[1];
        }
        return sum / 2;
    }

    /**
     * The distance of one observation in x and y.
     *
     * @param camera nine numbers
     * @param point where it is
     * @param observed where it was seen
     * @param residual receives the distances
     */
    @Differentiable(
            wrt = {"camera", "point"},
            outputs = "residual")
    public static void residual(double[] camera, double[] point, double[] observed, double[] residual) {
        double[] seen = new double[3];
        Rotation.rotate(camera, point, seen);
        for (int i = 0; i < 3; i++) {
            seen[i] += camera[TRANSLATION + i];
        }
        double x = -seen[0] / seen[2];
        double y = -seen[1] / seen[2];
        double squares = x * x + y * y;
        double distortion = 1 + squares * (camera[DISTORTION] + squares * camera[DISTORTION + 1]);
        double scale = camera[FOCAL_LENGTH] * distortion;
        residual[0] = scale * x - observed[0];
        residual[1] = scale * y - observed[1];
    }
}
