package org.cotangent.optim.search;

/** The formula of Hager and Zhang (2005), equations 1.3 to 1.6. */
final class HagerZhangBeta {

    /** η of equation 1.6. */
    private static final double TRUNCATION = 0.01;

    private HagerZhangBeta() {}

    static double of(Beta.Turn turn) {
        double curvature = turn.directionTimesChange();
        double beta =
                (turn.nextTimesChange() - 2 * turn.changeSquare() * turn.nextTimesDirection() / curvature) / curvature;
        double gradient = Math.min(TRUNCATION, Math.sqrt(turn.square()));
        return Math.max(beta, -1 / (Math.sqrt(turn.directionSquare()) * gradient));
    }
}
