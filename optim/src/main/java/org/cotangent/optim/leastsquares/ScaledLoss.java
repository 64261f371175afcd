package org.cotangent.optim.leastsquares;

import java.util.Objects;

/**
 * c² ρ(s / c²): a loss whose bend is at residuals of size c, and that equals the square for much
 * smaller ones.
 *
 * @param unit the loss of scale 1
 * @param scale c, positive
 */
record ScaledLoss(Loss unit, double scale) implements Loss {

    ScaledLoss {
        Objects.requireNonNull(unit, "loss is null, expected one such as Loss.huber(1.345)");
        if (!(scale > 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException("scale of the loss is " + scale
                    + ", expected a positive finite number: the size of residuals that begin to count less");
        }
    }

    @Override
    public double value(double square) {
        return scale * scale * unit.value(square / (scale * scale));
    }

    @Override
    public double slope(double square) {
        return unit.slope(square / (scale * scale));
    }

    @Override
    public double curvature(double square) {
        return unit.curvature(square / (scale * scale)) / (scale * scale);
    }
}
