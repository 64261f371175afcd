package org.cotangent.examples.nist;

import java.util.Locale;

/** Text that is the same on every machine, whatever its language. */
@SuppressWarnings("AnnotateFormatMethod") // The annotation would be a dependency.
final class Text {

    private Text() {}

    /** A formatted line with its end, without blanks before it. */
    static String line(String format, Object... values) {
        return format(format, values).stripTrailing() + "\n";
    }

    static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
