package org.cotangent.ad.eval;

/** Says that a program is not compiled, as that would take too long or not fit a class. */
public final class CodeTooLargeException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /** @param message the size found, what is allowed, and what to do */
    public CodeTooLargeException(String message) {
        super(message);
    }
}
