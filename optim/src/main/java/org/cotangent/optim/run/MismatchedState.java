package org.cotangent.optim.run;

/** Unwinds from an exchange that meets something else than it asked for. It never leaves the reading of a file. */
final class MismatchedState extends RuntimeException {

    MismatchedState(String found, String expected) {
        super("the state holds " + found + ", expected " + expected, null, false, false);
    }
}
