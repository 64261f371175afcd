package org.cotangent.ad.eval;

/** The registers of one running procedure. */
final class Activation {

    final Body body;
    final double[] reals;
    /** Imaginary parts of {@link #reals}; empty in the real domain. */
    final double[] imaginaries;

    final long[] integers;
    /** Arrays; null until assigned, and then their use fails as in Java. */
    final Object[] references;
    /** Arrays of imaginary parts of {@link #references}; empty in the real domain. */
    final Object[] shadows;

    Activation(Body body, boolean complex) {
        this.body = body;
        reals = body.reals.clone();
        imaginaries = new double[complex ? reals.length : 0];
        integers = body.integers.clone();
        references = new Object[body.references];
        shadows = new Object[complex ? references.length : 0];
    }

    /** Sets registers that may be read before they are assigned to 0. */
    @SuppressWarnings("NullAway") // see the field
    void clear() {
        for (int register : body.zeroReals) {
            reals[register] = 0;
        }
        for (int register : body.zeroIntegers) {
            integers[register] = 0;
        }
        for (int register : body.zeroReferences) {
            references[register] = null;
        }
        if (shadows.length > 0 || imaginaries.length > 0) {
            clearShadows();
        }
    }

    @SuppressWarnings("NullAway") // see the field
    private void clearShadows() {
        for (int register : body.zeroReals) {
            imaginaries[register] = 0;
        }
        for (int register : body.zeroReferences) {
            shadows[register] = null;
        }
    }
}
