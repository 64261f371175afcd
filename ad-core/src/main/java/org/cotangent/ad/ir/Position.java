package org.cotangent.ad.ir;

/**
 * A place in a source file, for messages.
 *
 * @param file its name
 * @param line from 1
 */
public record Position(String file, int line) {

    /** As stack traces have it: {@code Model.java:12}. */
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
