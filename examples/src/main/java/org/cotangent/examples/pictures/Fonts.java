package org.cotangent.examples.pictures;

import java.awt.Font;
import java.awt.font.FontRenderContext;

/** Whether text can be drawn: a JDK brings no fonts, and a bare server or container may have none. */
public final class Fonts {

    /** What to tell a user whose machine has none. */
    public static final String MISSING = "No pictures: Java finds no font on this machine."
            + " Install one, on Debian or Ubuntu by: apt-get install fontconfig fonts-dejavu-core";

    private Fonts() {}

    /** Whether Java finds a font. */
    public static boolean available() {
        try {
            new Font(Font.SANS_SERIF, Font.PLAIN, 1).getStringBounds("x", new FontRenderContext(null, true, true));
            return true;
        } catch (InternalError | LinkageError | RuntimeException e) {
            // Which of these depends on the JDK and on what is missing; all of them mean the same.
            return false;
        }
    }
}
