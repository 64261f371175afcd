package org.cotangent.examples.bundle;

/** Turning a vector, by the formula of Rodrigues (1840). */
final class Rotation {

    private Rotation() {}

    /**
     * Turns a vector.
     *
     * @param rotation begins with an axis, as long as the angle in radians
     * @param vector to be turned
     * @param rotated receives the turned vector
     */
    static void rotate(double[] rotation, double[] vector, double[] rotated) {
        double a = rotation[0];
        double b = rotation[1];
        double c = rotation[2];
        double x = vector[0];
        double y = vector[1];
        double z = vector[2];
        double cosine = 1;
        double sine = 1;
        double along = 0;
        double squaredAngle = a * a + b * b + c * c;
        if (squaredAngle > 0) {
            double angle = Math.sqrt(squaredAngle);
            cosine = Math.cos(angle);
            sine = Math.sin(angle) / angle;
            along = (a * x + b * y + c * z) * (1 - cosine) / squaredAngle;
        }
        // Without an angle this is the formula to first order, so that the derivatives exist there too.
        rotated[0] = cosine * x + sine * (b * z - c * y) + along * a;
        rotated[1] = cosine * y + sine * (c * x - a * z) + along * b;
        rotated[2] = cosine * z + sine * (a * y - b * x) + along * c;
    }
}
