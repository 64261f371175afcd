package org.cotangent.ad.check;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A function under test, whatever its interface: this is all that the check knows of it. To check
 * another kind of code, such as a rule for one routine, is to describe it by one of these.
 */
interface Subject {

    /** Such as {@code scalar function of 3 variables}. */
    String title();

    /** The number of variables. */
    int dimension();

    /** Whose derivatives are compared with differences. */
    List<Part> parts(double[] x, SplittableRandom random);

    /** Methods that fill arrays and must do so the same way each time. */
    List<Outcome.Method> methods(double[] x, SplittableRandom random);

    /** Identities between derivatives. */
    List<Pairing> pairings(double[] x, SplittableRandom random);

    /** A scalar function with its derivatives along lines, for Taylor's remainders. */
    Slopes slopes(double[] x, SplittableRandom random);

    /** A scalar function along lines: the function itself, or a weighted sum of its values. */
    interface Slopes {

        double value(double[] x);

        double first(double[] x, double[] direction);

        /** Empty if second derivatives are not known. */
        Optional<Double> second(double[] x, double[] direction);
    }
}
