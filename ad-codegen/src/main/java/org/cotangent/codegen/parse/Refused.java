package org.cotangent.codegen.parse;

/**
 * Ends the reading of a statement that was refused. The reason is among the problems already; the
 * next statement is read nevertheless, so that all of them are told at once.
 */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    Refused() {
        super("refused; the reason is among the problems", null, false, false);
    }
}
