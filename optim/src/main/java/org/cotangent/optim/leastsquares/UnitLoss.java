package org.cotangent.optim.leastsquares;

/** The losses of scale 1, by the formulas of Ceres Solver and SciPy's least_squares. */
enum UnitLoss implements Loss {
    SQUARES {
        @Override
        public double value(double square) {
            return square;
        }

        @Override
        public double slope(double square) {
            return 1;
        }

        @Override
        public double curvature(double square) {
            return 0;
        }
    },
    HUBER {
        @Override
        public double value(double square) {
            return square <= 1 ? square : 2 * Math.sqrt(square) - 1;
        }

        @Override
        public double slope(double square) {
            return square <= 1 ? 1 : 1 / Math.sqrt(square);
        }

        @Override
        public double curvature(double square) {
            return square <= 1 ? 0 : -0.5 / (square * Math.sqrt(square));
        }
    },
    SOFT_L1 {
        @Override
        public double value(double square) {
            // 2 (√(1 + s) − 1) without the cancellation for small s.
            return 2 * square / (Math.sqrt(1 + square) + 1);
        }

        @Override
        public double slope(double square) {
            return 1 / Math.sqrt(1 + square);
        }

        @Override
        public double curvature(double square) {
            return -0.5 / ((1 + square) * Math.sqrt(1 + square));
        }
    },
    CAUCHY {
        @Override
        public double value(double square) {
            return Math.log1p(square);
        }

        @Override
        public double slope(double square) {
            return 1 / (1 + square);
        }

        @Override
        public double curvature(double square) {
            return -1 / ((1 + square) * (1 + square));
        }
    },
    ARCTAN {
        @Override
        public double value(double square) {
            return Math.atan(square);
        }

        @Override
        public double slope(double square) {
            return 1 / (1 + square * square);
        }

        @Override
        public double curvature(double square) {
            double slope = slope(square);
            return -2 * square * slope * slope;
        }
    },
    TUKEY {
        @Override
        public double value(double square) {
            // (1 − (1 − s)³) / 3, multiplied out.
            return square <= 1 ? square * (1 - square * (1 - square / 3)) : 1.0 / 3;
        }

        @Override
        public double slope(double square) {
            return square <= 1 ? (1 - square) * (1 - square) : 0;
        }

        @Override
        public double curvature(double square) {
            return square <= 1 ? -2 * (1 - square) : 0;
        }
    }
}
