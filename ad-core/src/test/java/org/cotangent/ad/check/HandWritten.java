package org.cotangent.ad.check;

import static java.lang.Math.cos;
import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.lang.Math.pow;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/** Twenty gradients, fifteen Jacobians and fifteen Hessian-vector products, derived and written by hand. */
final class HandWritten {

    /** Derivative code: x, a direction (of HVPs only), where terms go. */
    @FunctionalInterface
    interface Code {
        void write(double[] x, double[] v, Sink out);
    }

    /** Derivative code without direction. */
    @FunctionalInterface
    interface FirstOrder {
        void write(double[] x, Sink out);
    }

    record Scalar(String name, int n, ToDoubleFunction<double[]> value, FirstOrder gradient) {
        @Override
        public String toString() {
            return name;
        }
    }

    record Vector(String name, int n, int m, FirstOrder values, FirstOrder jacobian) {
        @Override
        public String toString() {
            return name;
        }
    }

    record Twice(Scalar scalar, Code product) {
        @Override
        public String toString() {
            return scalar.name();
        }
    }

    private HandWritten() {}

    static final Scalar ROSENBROCK =
            new Scalar("Rosenbrock", 2, x -> 100 * sq(x[1] - x[0] * x[0]) + sq(1 - x[0]), (x, g) -> {
                g.add(0, -400 * x[0] * (x[1] - x[0] * x[0]));
                g.add(0, -2 * (1 - x[0]));
                g.add(1, 200 * (x[1] - x[0] * x[0]));
            });

    static final Scalar HIMMELBLAU =
            new Scalar("Himmelblau", 2, x -> sq(x[0] * x[0] + x[1] - 11) + sq(x[0] + x[1] * x[1] - 7), (x, g) -> {
                double a = x[0] * x[0] + x[1] - 11;
                double b = x[0] + x[1] * x[1] - 7;
                g.add(0, 4 * x[0] * a);
                g.add(0, 2 * b);
                g.add(1, 2 * a);
                g.add(1, 4 * x[1] * b);
            });

    static final Scalar BOOTH =
            new Scalar("Booth", 2, x -> sq(x[0] + 2 * x[1] - 7) + sq(2 * x[0] + x[1] - 5), (x, g) -> {
                double a = x[0] + 2 * x[1] - 7;
                double b = 2 * x[0] + x[1] - 5;
                g.add(0, 2 * a);
                g.add(0, 4 * b);
                g.add(1, 4 * a);
                g.add(1, 2 * b);
            });

    static final Scalar CAMEL = new Scalar(
            "six-hump camel",
            2,
            x -> (4 - 2.1 * sq(x[0]) + pow(x[0], 4) / 3) * sq(x[0]) + x[0] * x[1] + (4 * sq(x[1]) - 4) * sq(x[1]),
            (x, g) -> {
                g.add(0, 8 * x[0] - 8.4 * pow(x[0], 3));
                g.add(0, 2 * pow(x[0], 5));
                g.add(0, x[1]);
                g.add(1, x[0]);
                g.add(1, 16 * pow(x[1], 3) - 8 * x[1]);
            });

    static final Scalar STYBLINSKI_TANG =
            new Scalar("Styblinski-Tang", 4, x -> sum(x, t -> (pow(t, 4) - 16 * t * t + 5 * t) / 2), (x, g) -> {
                for (int i = 0; i < 4; i++) {
                    g.add(i, 2 * pow(x[i], 3));
                    g.add(i, -16 * x[i]);
                    g.add(i, 2.5);
                }
            });

    static final Scalar RASTRIGIN =
            new Scalar("Rastrigin", 3, x -> 30 + sum(x, t -> t * t - 10 * cos(2 * Math.PI * t)), (x, g) -> {
                for (int i = 0; i < 3; i++) {
                    g.add(i, 2 * x[i]);
                    g.add(i, 20 * Math.PI * sin(2 * Math.PI * x[i]));
                }
            });

    static final Scalar ZAKHAROV =
            new Scalar("Zakharov", 3, x -> sum(x, t -> t * t) + sq(ramp(x)) + sq(sq(ramp(x))), (x, g) -> {
                for (int i = 0; i < 3; i++) {
                    double slope = 0.5 * (i + 1);
                    g.add(i, 2 * x[i]);
                    g.add(i, 2 * ramp(x) * slope);
                    g.add(i, 4 * pow(ramp(x), 3) * slope);
                }
            });

    static final Scalar DIXON_PRICE = new Scalar(
            "Dixon-Price",
            3,
            x -> sq(x[0] - 1) + 2 * sq(2 * x[1] * x[1] - x[0]) + 3 * sq(2 * x[2] * x[2] - x[1]),
            (x, g) -> {
                double a = 2 * x[1] * x[1] - x[0];
                double b = 2 * x[2] * x[2] - x[1];
                g.add(0, 2 * (x[0] - 1));
                g.add(0, -4 * a);
                g.add(1, 16 * a * x[1]);
                g.add(1, -6 * b);
                g.add(2, 24 * b * x[2]);
            });

    static final Scalar ENTROPY = new Scalar("entropy", 4, x -> sum(x, t -> t * log(t)), (x, g) -> {
        for (int i = 0; i < 4; i++) {
            g.add(i, log(x[i]));
            g.add(i, 1);
        }
    });

    static final Scalar BARRIER = new Scalar(
            "log barrier",
            3,
            x -> x[0] + 2 * x[1] - x[2] - 0.1 * sum(x, Math::log) - log(9 - sum(x, t -> t)),
            (x, g) -> {
                double slack = 9 - sum(x, t -> t);
                for (int i = 0; i < 3; i++) {
                    g.add(i, i == 0 ? 1 : i == 1 ? 2 : -1);
                    g.add(i, -0.1 / x[i]);
                    g.add(i, 1 / slack);
                }
            });

    static final Scalar LOGISTIC =
            new Scalar("logistic loss", 3, x -> log(1 + exp(-margin(x))) + 0.05 * sum(x, t -> t * t), (x, g) -> {
                double weight = -1 / (1 + exp(margin(x)));
                g.add(0, weight * 1.5);
                g.add(1, weight * -0.7);
                g.add(2, weight * 2.2);
                for (int i = 0; i < 3; i++) {
                    g.add(i, 0.1 * x[i]);
                }
            });

    static final Scalar LOG_SUM_EXP = new Scalar("log-sum-exp", 4, x -> log(sum(x, Math::exp)), (x, g) -> {
        for (int i = 0; i < 4; i++) {
            g.add(i, exp(x[i]) / sum(x, Math::exp));
        }
    });

    static final Scalar SPRINGS = new Scalar(
            "chain of springs",
            4,
            x -> sq(x[0] - 0.3) + 3 * sq(x[1] - x[0]) + 5 * pow(x[2] - x[1], 4) + sq(x[3] - x[2]),
            (x, g) -> {
                g.add(0, 2 * (x[0] - 0.3));
                g.add(0, -6 * (x[1] - x[0]));
                g.add(1, 6 * (x[1] - x[0]));
                g.add(1, -20 * pow(x[2] - x[1], 3));
                g.add(2, 20 * pow(x[2] - x[1], 3));
                g.add(2, -2 * (x[3] - x[2]));
                g.add(3, 2 * (x[3] - x[2]));
            });

    static final Scalar POWELL = new Scalar(
            "Powell's singular function",
            4,
            x -> sq(x[0] + 10 * x[1]) + 5 * sq(x[2] - x[3]) + pow(x[1] - 2 * x[2], 4) + 10 * pow(x[0] - x[3], 4),
            (x, g) -> {
                g.add(0, 2 * (x[0] + 10 * x[1]));
                g.add(0, 40 * pow(x[0] - x[3], 3));
                g.add(1, 20 * (x[0] + 10 * x[1]));
                g.add(1, 4 * pow(x[1] - 2 * x[2], 3));
                g.add(2, 10 * (x[2] - x[3]));
                g.add(2, -8 * pow(x[1] - 2 * x[2], 3));
                g.add(3, -10 * (x[2] - x[3]));
                g.add(3, -40 * pow(x[0] - x[3], 3));
            });

    static final Scalar WOOD = new Scalar(
            "Wood",
            4,
            x -> 100 * sq(x[1] - x[0] * x[0])
                    + sq(1 - x[0])
                    + 90 * sq(x[3] - x[2] * x[2])
                    + sq(1 - x[2])
                    + 19.8 * (x[1] - 1) * (x[3] - 1),
            (x, g) -> {
                g.add(0, -400 * x[0] * (x[1] - x[0] * x[0]));
                g.add(0, -2 * (1 - x[0]));
                g.add(1, 200 * (x[1] - x[0] * x[0]));
                g.add(1, 19.8 * (x[3] - 1));
                g.add(2, -360 * x[2] * (x[3] - x[2] * x[2]));
                g.add(2, -2 * (1 - x[2]));
                g.add(3, 180 * (x[3] - x[2] * x[2]));
                g.add(3, 19.8 * (x[1] - 1));
            });

    static final Scalar BEALE = new Scalar(
            "Beale",
            2,
            x -> sq(1.5 - x[0] + x[0] * x[1])
                    + sq(2.25 - x[0] + x[0] * sq(x[1]))
                    + sq(2.625 - x[0] + x[0] * pow(x[1], 3)),
            (x, g) -> {
                double[] constants = {1.5, 2.25, 2.625};
                for (int k = 1; k <= 3; k++) {
                    double residual = constants[k - 1] - x[0] + x[0] * pow(x[1], k);
                    g.add(0, 2 * residual * (pow(x[1], k) - 1));
                    g.add(1, 2 * residual * x[0] * k * pow(x[1], k - 1));
                }
            });

    static final Scalar GRIEWANK = new Scalar(
            "Griewank", 2, x -> 1 + (sq(x[0]) + sq(x[1])) / 4000 - cos(x[0]) * cos(x[1] / sqrt(2)), (x, g) -> {
                g.add(0, x[0] / 2000);
                g.add(0, sin(x[0]) * cos(x[1] / sqrt(2)));
                g.add(1, x[1] / 2000);
                g.add(1, cos(x[0]) * sin(x[1] / sqrt(2)) / sqrt(2));
            });

    static final Scalar LENNARD_JONES =
            new Scalar("Lennard-Jones pair", 3, x -> 4 * (pow(distance(x), -12) - pow(distance(x), -6)), (x, g) -> {
                double r = distance(x);
                for (int i = 0; i < 3; i++) {
                    g.add(i, -48 * pow(r, -14) * x[i]);
                    g.add(i, 24 * pow(r, -8) * x[i]);
                }
            });

    static final Scalar NORMAL = new Scalar(
            "normal likelihood",
            2,
            x -> 3 * log(x[1]) + (sq(1.2 - x[0]) + sq(0.4 - x[0]) + sq(2 - x[0])) / (2 * sq(x[1])),
            (x, g) -> {
                g.add(0, -(3.6 - 3 * x[0]) / sq(x[1]));
                g.add(1, 3 / x[1]);
                g.add(1, -(sq(1.2 - x[0]) + sq(0.4 - x[0]) + sq(2 - x[0])) / pow(x[1], 3));
            });

    static final Scalar RAYLEIGH = new Scalar(
            "Rayleigh quotient", 3, x -> (sq(x[0]) + 2 * sq(x[1]) + 5 * sq(x[2])) / sum(x, t -> t * t), (x, g) -> {
                double square = sum(x, t -> t * t);
                double quotient = (sq(x[0]) + 2 * sq(x[1]) + 5 * sq(x[2])) / square;
                double[] eigenvalues = {1, 2, 5};
                for (int i = 0; i < 3; i++) {
                    g.add(i, 2 * eigenvalues[i] * x[i] / square);
                    g.add(i, -2 * quotient * x[i] / square);
                }
            });

    static final Scalar[] GRADIENTS = {
        ROSENBROCK, HIMMELBLAU, BOOTH, CAMEL, STYBLINSKI_TANG, RASTRIGIN, ZAKHAROV, DIXON_PRICE, ENTROPY, BARRIER,
        LOGISTIC, LOG_SUM_EXP, SPRINGS, POWELL, WOOD, BEALE, GRIEWANK, LENNARD_JONES, NORMAL, RAYLEIGH
    };

    static final Twice[] PRODUCTS = {
        new Twice(ROSENBROCK, (x, v, p) -> {
            p.add(0, (1200 * sq(x[0]) - 400 * x[1] + 2) * v[0]);
            p.add(0, -400 * x[0] * v[1]);
            p.add(1, -400 * x[0] * v[0]);
            p.add(1, 200 * v[1]);
        }),
        new Twice(HIMMELBLAU, (x, v, p) -> {
            p.add(0, (12 * sq(x[0]) + 4 * x[1] - 42) * v[0]);
            p.add(0, 4 * (x[0] + x[1]) * v[1]);
            p.add(1, 4 * (x[0] + x[1]) * v[0]);
            p.add(1, (12 * sq(x[1]) + 4 * x[0] - 26) * v[1]);
        }),
        new Twice(BOOTH, (x, v, p) -> {
            p.add(0, 10 * v[0]);
            p.add(0, 8 * v[1]);
            p.add(1, 8 * v[0]);
            p.add(1, 10 * v[1]);
        }),
        new Twice(CAMEL, (x, v, p) -> {
            p.add(0, (8 - 25.2 * sq(x[0]) + 10 * pow(x[0], 4)) * v[0]);
            p.add(0, v[1]);
            p.add(1, v[0]);
            p.add(1, (48 * sq(x[1]) - 8) * v[1]);
        }),
        new Twice(STYBLINSKI_TANG, (x, v, p) -> {
            for (int i = 0; i < 4; i++) {
                p.add(i, 6 * sq(x[i]) * v[i]);
                p.add(i, -16 * v[i]);
            }
        }),
        new Twice(RASTRIGIN, (x, v, p) -> {
            for (int i = 0; i < 3; i++) {
                p.add(i, 2 * v[i]);
                p.add(i, 40 * sq(Math.PI) * cos(2 * Math.PI * x[i]) * v[i]);
            }
        }),
        new Twice(ZAKHAROV, (x, v, p) -> {
            double along = 0.5 * v[0] + v[1] + 1.5 * v[2];
            for (int i = 0; i < 3; i++) {
                p.add(i, 2 * v[i]);
                p.add(i, (2 + 12 * sq(ramp(x))) * 0.5 * (i + 1) * along);
            }
        }),
        new Twice(DIXON_PRICE, (x, v, p) -> {
            p.add(0, 6 * v[0]);
            p.add(0, -16 * x[1] * v[1]);
            p.add(1, -16 * x[1] * v[0]);
            p.add(1, (96 * sq(x[1]) - 16 * x[0] + 6) * v[1]);
            p.add(1, -24 * x[2] * v[2]);
            p.add(2, -24 * x[2] * v[1]);
            p.add(2, (144 * sq(x[2]) - 24 * x[1]) * v[2]);
        }),
        new Twice(ENTROPY, (x, v, p) -> {
            for (int i = 0; i < 4; i++) {
                p.add(i, v[i] / x[i]);
            }
        }),
        new Twice(BARRIER, (x, v, p) -> {
            double slack = 9 - sum(x, t -> t);
            for (int i = 0; i < 3; i++) {
                p.add(i, 0.1 * v[i] / sq(x[i]));
                p.add(i, (v[0] + v[1] + v[2]) / sq(slack));
            }
        }),
        new Twice(LOGISTIC, (x, v, p) -> {
            double e = exp(margin(x));
            double along = e / sq(1 + e) * (1.5 * v[0] - 0.7 * v[1] + 2.2 * v[2]);
            p.add(0, along * 1.5);
            p.add(1, along * -0.7);
            p.add(2, along * 2.2);
            for (int i = 0; i < 3; i++) {
                p.add(i, 0.1 * v[i]);
            }
        }),
        new Twice(LOG_SUM_EXP, (x, v, p) -> {
            double all = sum(x, Math::exp);
            double mean = 0;
            for (int i = 0; i < 4; i++) {
                mean += exp(x[i]) / all * v[i];
            }
            for (int i = 0; i < 4; i++) {
                p.add(i, exp(x[i]) / all * v[i]);
                p.add(i, -exp(x[i]) / all * mean);
            }
        }),
        new Twice(SPRINGS, (x, v, p) -> {
            double stiff = 60 * sq(x[2] - x[1]);
            p.add(0, 8 * v[0]);
            p.add(0, -6 * v[1]);
            p.add(1, -6 * v[0]);
            p.add(1, (6 + stiff) * v[1]);
            p.add(1, -stiff * v[2]);
            p.add(2, -stiff * v[1]);
            p.add(2, (stiff + 2) * v[2]);
            p.add(2, -2 * v[3]);
            p.add(3, -2 * v[2]);
            p.add(3, 2 * v[3]);
        }),
        new Twice(GRIEWANK, (x, v, p) -> {
            double c = cos(x[0]) * cos(x[1] / sqrt(2));
            double s = -sin(x[0]) * sin(x[1] / sqrt(2)) / sqrt(2);
            p.add(0, (1 / 2000.0 + c) * v[0]);
            p.add(0, s * v[1]);
            p.add(1, s * v[0]);
            p.add(1, (1 / 2000.0 + c / 2) * v[1]);
        }),
        new Twice(NORMAL, (x, v, p) -> {
            double squares = sq(1.2 - x[0]) + sq(0.4 - x[0]) + sq(2 - x[0]);
            double mixed = 2 * (3.6 - 3 * x[0]) / pow(x[1], 3);
            p.add(0, 3 / sq(x[1]) * v[0]);
            p.add(0, mixed * v[1]);
            p.add(1, mixed * v[0]);
            p.add(1, (3 * squares / pow(x[1], 4) - 3 / sq(x[1])) * v[1]);
        })
    };

    static final Vector[] JACOBIANS = {
        new Vector(
                "polar coordinates",
                2,
                2,
                (x, y) -> {
                    y.add(0, x[0] * cos(x[1]));
                    y.add(1, x[0] * sin(x[1]));
                },
                (x, j) -> {
                    j.add(0, cos(x[1]));
                    j.add(1, -x[0] * sin(x[1]));
                    j.add(2, sin(x[1]));
                    j.add(3, x[0] * cos(x[1]));
                }),
        new Vector(
                "spherical coordinates",
                3,
                3,
                (x, y) -> {
                    y.add(0, x[0] * sin(x[1]) * cos(x[2]));
                    y.add(1, x[0] * sin(x[1]) * sin(x[2]));
                    y.add(2, x[0] * cos(x[1]));
                },
                (x, j) -> {
                    j.add(0, sin(x[1]) * cos(x[2]));
                    j.add(1, x[0] * cos(x[1]) * cos(x[2]));
                    j.add(2, -x[0] * sin(x[1]) * sin(x[2]));
                    j.add(3, sin(x[1]) * sin(x[2]));
                    j.add(4, x[0] * cos(x[1]) * sin(x[2]));
                    j.add(5, x[0] * sin(x[1]) * cos(x[2]));
                    j.add(6, cos(x[1]));
                    j.add(7, -x[0] * sin(x[1]));
                }),
        new Vector(
                "Freudenstein-Roth",
                2,
                2,
                (x, y) -> {
                    y.add(0, -13 + x[0] + ((5 - x[1]) * x[1] - 2) * x[1]);
                    y.add(1, -29 + x[0] + ((x[1] + 1) * x[1] - 14) * x[1]);
                },
                (x, j) -> {
                    j.add(0, 1);
                    j.add(1, 10 * x[1]);
                    j.add(1, -3 * sq(x[1]) - 2);
                    j.add(2, 1);
                    j.add(3, 3 * sq(x[1]) + 2 * x[1]);
                    j.add(3, -14);
                }),
        new Vector(
                "Lotka-Volterra",
                2,
                2,
                (x, y) -> {
                    y.add(0, 1.1 * x[0] - 0.4 * x[0] * x[1]);
                    y.add(1, 0.1 * x[0] * x[1] - 0.4 * x[1]);
                },
                (x, j) -> {
                    j.add(0, 1.1);
                    j.add(0, -0.4 * x[1]);
                    j.add(1, -0.4 * x[0]);
                    j.add(2, 0.1 * x[1]);
                    j.add(3, 0.1 * x[0]);
                    j.add(3, -0.4);
                }),
        new Vector(
                "Lorenz",
                3,
                3,
                (x, y) -> {
                    y.add(0, 10 * (x[1] - x[0]));
                    y.add(1, x[0] * (28 - x[2]) - x[1]);
                    y.add(2, x[0] * x[1] - 8 * x[2] / 3);
                },
                (x, j) -> {
                    j.add(0, -10);
                    j.add(1, 10);
                    j.add(3, 28);
                    j.add(3, -x[2]);
                    j.add(4, -1);
                    j.add(5, -x[0]);
                    j.add(6, x[1]);
                    j.add(7, x[0]);
                    j.add(8, -8 / 3.0);
                }),
        new Vector(
                "robot arm",
                2,
                2,
                (x, y) -> {
                    y.add(0, 2 * cos(x[0]) + cos(x[0] + x[1]));
                    y.add(1, 2 * sin(x[0]) + sin(x[0] + x[1]));
                },
                (x, j) -> {
                    j.add(0, -2 * sin(x[0]));
                    j.add(0, -sin(x[0] + x[1]));
                    j.add(1, -sin(x[0] + x[1]));
                    j.add(2, 2 * cos(x[0]));
                    j.add(2, cos(x[0] + x[1]));
                    j.add(3, cos(x[0] + x[1]));
                }),
        new Vector(
                "exponential fit",
                2,
                5,
                (x, y) -> {
                    for (int i = 0; i < 5; i++) {
                        y.add(i, x[0] * exp(-x[1] * i) - 1.0 / (i + 1));
                    }
                },
                (x, j) -> {
                    for (int i = 0; i < 5; i++) {
                        j.add(2 * i, exp(-x[1] * i));
                        j.add(2 * i + 1, -i * x[0] * exp(-x[1] * i));
                    }
                }),
        new Vector(
                "Kowalik-Osborne",
                4,
                3,
                (x, y) -> {
                    for (int i = 0; i < 3; i++) {
                        double u = 1.0 / (i + 1);
                        y.add(i, x[0] * (u * u + u * x[1]) / (u * u + u * x[2] + x[3]));
                    }
                },
                (x, j) -> {
                    for (int i = 0; i < 3; i++) {
                        double u = 1.0 / (i + 1);
                        double below = u * u + u * x[2] + x[3];
                        j.add(4 * i, (u * u + u * x[1]) / below);
                        j.add(4 * i + 1, x[0] * u / below);
                        j.add(4 * i + 2, -x[0] * (u * u + u * x[1]) * u / sq(below));
                        j.add(4 * i + 3, -x[0] * (u * u + u * x[1]) / sq(below));
                    }
                }),
        new Vector(
                "Broyden's tridiagonal system",
                4,
                4,
                (x, y) -> {
                    for (int i = 0; i < 4; i++) {
                        y.add(i, (3 - 2 * x[i]) * x[i] + 1 - (i > 0 ? x[i - 1] : 0) - (i < 3 ? 2 * x[i + 1] : 0));
                    }
                },
                (x, j) -> {
                    for (int i = 0; i < 4; i++) {
                        j.add(5 * i, 3 - 4 * x[i]);
                        if (i > 0) {
                            j.add(5 * i - 1, -1);
                        }
                        if (i < 3) {
                            j.add(5 * i + 1, -2);
                        }
                    }
                }),
        new Vector(
                "softmax",
                3,
                3,
                (x, y) -> {
                    for (int i = 0; i < 3; i++) {
                        y.add(i, exp(x[i]) / sum(x, Math::exp));
                    }
                },
                (x, j) -> {
                    double all = sum(x, Math::exp);
                    for (int i = 0; i < 3; i++) {
                        j.add(4 * i, exp(x[i]) / all);
                        for (int k = 0; k < 3; k++) {
                            j.add(3 * i + k, -exp(x[i] + x[k]) / sq(all));
                        }
                    }
                }),
        new Vector(
                "Michaelis-Menten",
                2,
                4,
                (x, y) -> {
                    for (int i = 0; i < 4; i++) {
                        y.add(i, x[0] * (i + 1) / (x[1] + i + 1));
                    }
                },
                (x, j) -> {
                    for (int i = 0; i < 4; i++) {
                        j.add(2 * i, (i + 1) / (x[1] + i + 1));
                        j.add(2 * i + 1, -x[0] * (i + 1) / sq(x[1] + i + 1));
                    }
                }),
        new Vector(
                "pendulum with friction",
                2,
                2,
                (x, y) -> {
                    y.add(0, x[1]);
                    y.add(1, -9.81 * sin(x[0]) - 0.2 * x[1] * x[1]);
                },
                (x, j) -> {
                    j.add(1, 1);
                    j.add(2, -9.81 * cos(x[0]));
                    j.add(3, -0.4 * x[1]);
                }),
        new Vector(
                "cross product",
                6,
                3,
                (x, y) -> {
                    for (int i = 0; i < 3; i++) {
                        int k = (i + 1) % 3;
                        int l = (i + 2) % 3;
                        y.add(i, x[k] * x[3 + l] - x[l] * x[3 + k]);
                    }
                },
                (x, j) -> {
                    for (int i = 0; i < 3; i++) {
                        int k = (i + 1) % 3;
                        int l = (i + 2) % 3;
                        j.add(6 * i + k, x[3 + l]);
                        j.add(6 * i + l, -x[3 + k]);
                        j.add(6 * i + 3 + l, x[k]);
                        j.add(6 * i + 3 + k, -x[l]);
                    }
                }),
        new Vector(
                "normalised vector",
                3,
                3,
                (x, y) -> {
                    for (int i = 0; i < 3; i++) {
                        y.add(i, x[i] / distance(x));
                    }
                },
                (x, j) -> {
                    double r = distance(x);
                    for (int i = 0; i < 3; i++) {
                        j.add(4 * i, 1 / r);
                        for (int k = 0; k < 3; k++) {
                            j.add(3 * i + k, -x[i] * x[k] / pow(r, 3));
                        }
                    }
                }),
        new Vector(
                "perspective",
                3,
                2,
                (x, y) -> {
                    y.add(0, 800 * x[0] / x[2] + 320);
                    y.add(1, 800 * x[1] / x[2] + 240);
                },
                (x, j) -> {
                    j.add(0, 800 / x[2]);
                    j.add(2, -800 * x[0] / sq(x[2]));
                    j.add(4, 800 / x[2]);
                    j.add(5, -800 * x[1] / sq(x[2]));
                })
    };

    private static double sq(double t) {
        return t * t;
    }

    private static double sum(double[] x, DoubleUnaryOperator of) {
        double sum = 0;
        for (double t : x) {
            sum += of.applyAsDouble(t);
        }
        return sum;
    }

    private static double ramp(double[] x) {
        return 0.5 * x[0] + x[1] + 1.5 * x[2];
    }

    private static double margin(double[] x) {
        return 1.5 * x[0] - 0.7 * x[1] + 2.2 * x[2];
    }

    private static double distance(double[] x) {
        return sqrt(sum(x, t -> t * t));
    }
}
