package org.cotangent.ad.expr;

/**
 * How an operation computes its value, by the types it takes and gives. Integers of every width
 * travel sign-extended in a {@code long}, booleans as 0 and 1.
 */
public sealed interface Kernel {

    /** The number of operands. */
    int arity();

    /** double to double. */
    @FunctionalInterface
    interface Unary {
        double of(double a);
    }

    /** (double, double) to double. */
    @FunctionalInterface
    interface Binary {
        double of(double a, double b);
    }

    /** (double, double, double) to double. */
    @FunctionalInterface
    interface Ternary {
        double of(double a, double b, double c);
    }

    /** integer to integer. */
    @FunctionalInterface
    interface IntegerUnary {
        long of(long a);
    }

    /** (integer, integer) to integer. */
    @FunctionalInterface
    interface IntegerBinary {
        long of(long a, long b);
    }

    /** (double, double) to boolean. */
    @FunctionalInterface
    interface Relation {
        boolean of(double a, double b);
    }

    /** double to integer. */
    @FunctionalInterface
    interface ToInteger {
        long of(double a);
    }

    /** integer to double. */
    @FunctionalInterface
    interface ToReal {
        double of(long a);
    }

    /** (double, integer) to double. */
    @FunctionalInterface
    interface Mixed {
        double of(double a, long b);
    }

    /** A function of one double. */
    record Real1(Unary value) implements Kernel {
        @Override
        public int arity() {
            return 1;
        }
    }

    /** A function of two doubles. */
    record Real2(Binary value) implements Kernel {
        @Override
        public int arity() {
            return 2;
        }
    }

    /** A function of three doubles. */
    record Real3(Ternary value) implements Kernel {
        @Override
        public int arity() {
            return 3;
        }
    }

    /** A function of one integer. */
    record Integer1(IntegerUnary value) implements Kernel {
        @Override
        public int arity() {
            return 1;
        }
    }

    /** A function of two integers. */
    record Integer2(IntegerBinary value) implements Kernel {
        @Override
        public int arity() {
            return 2;
        }
    }

    /** A comparison of two doubles. */
    record Comparison(Relation value) implements Kernel {
        @Override
        public int arity() {
            return 2;
        }
    }

    /** A conversion of a double to an integer. */
    record Truncation(ToInteger value) implements Kernel {
        @Override
        public int arity() {
            return 1;
        }
    }

    /** A conversion of an integer to a double. */
    record Widening(ToReal value) implements Kernel {
        @Override
        public int arity() {
            return 1;
        }
    }

    /** A function of a double and an integer. */
    record RealInteger(Mixed value) implements Kernel {
        @Override
        public int arity() {
            return 2;
        }
    }

    /** No kernel: operands are evaluated as needed, by whoever evaluates. */
    record Lazy(int arity) implements Kernel {}
}
