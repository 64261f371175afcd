package org.cotangent.optim.run;

import java.util.function.Supplier;

/**
 * Tells the function of a saved run from others by its value and gradient at one point. A name
 * would not: the same class with other data is another function. Values that come with a gradient
 * may differ from those alone in the last bit, so both ways of computing them are tried.
 */
final class Fingerprint {

    private final Evaluation saved;

    /** The mark of the function behind an evaluated point. */
    Fingerprint(Evaluation saved) {
        this.saved = saved;
    }

    void require(Supplier<? extends MovableEvaluation> blanks) {
        MovableEvaluation gradientFirst = again(blanks);
        gradientFirst.gradient();
        if (agrees(gradientFirst)) {
            return;
        }
        MovableEvaluation valueFirst = again(blanks);
        valueFirst.value();
        if (!agrees(valueFirst)) {
            throw new IllegalArgumentException(difference(valueFirst)
                    + "; resume with the function that the run was started for, which must give the same bits for the"
                    + " same point, or start a new run there");
        }
    }

    private MovableEvaluation again(Supplier<? extends MovableEvaluation> blanks) {
        MovableEvaluation evaluation = blanks.get();
        System.arraycopy(saved.point(), 0, evaluation.overwrite(), 0, saved.point().length);
        return evaluation;
    }

    private boolean agrees(Evaluation other) {
        return same(other.value(), saved.value()) && firstDifference(other) < 0;
    }

    private int firstDifference(Evaluation other) {
        for (int i = 0; i < saved.gradient().length; i++) {
            if (!same(other.gradient()[i], saved.gradient()[i])) {
                return i;
            }
        }
        return -1;
    }

    private String difference(Evaluation other) {
        int i = firstDifference(other);
        return i < 0
                ? "at the saved point the function has the value " + other.value() + ", expected " + saved.value()
                : "at the saved point the gradient has the entry " + other.gradient()[i] + " at " + i + ", expected "
                        + saved.gradient()[i];
    }

    private static boolean same(double a, double b) {
        return Double.doubleToLongBits(a) == Double.doubleToLongBits(b);
    }
}
