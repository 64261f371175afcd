package org.cotangent.examples.bundle;

import org.cotangent.ad.annotation.Differentiable;

/**
 * The bundle adjustment problem of ADBench (Šrajer, Kukelova and Fitzgibbon, 2018): an observation is a weighted
 * distance in the picture, and the weights are unknowns that residuals of their own hold at 1. Each residual
 * depends on few of all unknowns, so derivatives are taken of one observation at a time: the blocks of a sparse
 * Jacobian.
 */
public final class AdbenchBundle {

    private static final int CENTRE = 3;
    private static final int FOCAL_LENGTH = 6;
    private static final int PRINCIPAL_POINT = 7;
    private static final int DISTORTION = 9;

    private AdbenchBundle() {}

    /**
     * The weighted distance from a feature to where the camera sees the point.
     *
     * @param camera rotation as angle times axis (3), centre (3), focal length, principal point (2), two
     *     coefficients of radial distortion
     * @param point where it is
     * @param weight of the observation
     * @param feature where it was seen
     * @param residual receives the two residuals
     */
    @Differentiable(
            wrt = {"camera", "point", "weight"},
            outputs = "residual")
    public static void reprojection(
            double[] camera, double[] point, double weight, double[] feature, double[] residual) {
        double[] offset = new double[3];
        double[] seen = new double[3];
        for (int i = 0; i < 3; i++) {
            offset[i] = point[i] - camera[CENTRE + i];
        }
        Rotation.rotate(camera, offset, seen);
        double x = seen[0] / seen[2];
        double y = seen[1] / seen[2];
        double squares = x * x + y * y;
        double distortion = 1 + camera[DISTORTION] * squares + camera[DISTORTION + 1] * squares * squares;
        double scale = camera[FOCAL_LENGTH] * distortion;
        residual[0] = weight * (scale * x + camera[PRINCIPAL_POINT] - feature[0]);
        residual[1] = weight * (scale * y + camera[PRINCIPAL_POINT + 1] - feature[1]);
    }

    /** What holds a weight at 1. */
    @Differentiable
    public static double weightResidual(double weight) {
        return 1 - weight * weight;
    }
}
