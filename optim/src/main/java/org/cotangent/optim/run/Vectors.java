package org.cotangent.optim.run;

/** The vector operations that optimizers are made of. */
public final class Vectors {

    private Vectors() {}

    /** aᵀb. */
    public static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** ‖a‖, also where the squares overflow or underflow. */
    public static double norm(double[] a) {
        double square = dot(a, a);
        // Outside this range squares lose digits: 2^±960, well inside 2^±1022.
        if (square > 0x1p-960 && square < 0x1p960) {
            return Math.sqrt(square);
        }
        double largest = largest(a);
        if (largest == 0 || !Double.isFinite(largest)) {
            return largest;
        }
        double sum = 0;
        for (double entry : a) {
            sum += (entry / largest) * (entry / largest);
        }
        return largest * Math.sqrt(sum);
    }

    /** a² / divisor, also where the square overflows or underflows. */
    public static double squareOver(double a, double divisor) {
        double square = a * a;
        return square > 0x1p-960 && square < 0x1p960 ? square / divisor : a * (a / divisor);
    }

    /** ‖a‖² / divisor, also where the square overflows or underflows. */
    public static double squareOver(double[] a, double divisor) {
        double square = dot(a, a);
        return square > 0x1p-960 && square < 0x1p960 ? square / divisor : squareOver(norm(a), divisor);
    }

    /** max |aᵢ|, NaN if one of them is. */
    public static double largest(double[] a) {
        double largest = 0;
        for (double entry : a) {
            largest = Math.max(largest, Math.abs(entry));
        }
        return largest;
    }

    /** ‖a − b‖, also where the squares overflow or underflow. */
    public static double distance(double[] a, double[] b) {
        double square = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = a[i] - b[i];
            square += difference * difference;
        }
        if (square > 0x1p-960 && square < 0x1p960) {
            return Math.sqrt(square);
        }
        double[] difference = new double[a.length];
        sum(a, -1, b, difference);
        return norm(difference);
    }

    /** b += factor · a. */
    public static void addScaled(double factor, double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            b[i] += factor * a[i];
        }
    }

    /** sum = a + factor · b. */
    public static void sum(double[] a, double factor, double[] b, double[] sum) {
        for (int i = 0; i < a.length; i++) {
            sum[i] = a[i] + factor * b[i];
        }
    }

    /** a *= factor. */
    public static void scale(double factor, double[] a) {
        for (int i = 0; i < a.length; i++) {
            a[i] *= factor;
        }
    }

    /** Whether every entry is finite. */
    public static boolean isFinite(double[] a) {
        double sum = 0;
        for (double entry : a) {
            // 0 · x is NaN exactly for the entries looked for, and branch-free.
            sum += 0 * entry;
        }
        return sum == 0;
    }
}
