package org.cotangent.examples.pictures;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** The folder in which an example leaves its pictures; prints where they are. */
public final class Gallery {

    /** Set by the build, so that pictures land in the same folder wherever Maven is called from. */
    private static final String FOLDER_PROPERTY = "cotangent.pictures";

    private final PrintStream out;
    private final Path folder;

    /**
     * A gallery that is not the usual one.
     *
     * @param out where the names of files are printed
     * @param folder made if missing
     */
    public Gallery(PrintStream out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    /** The folder that the build names; prints to the standard output. */
    public static Gallery standard() {
        // Pictures are written to files; without this, some systems look for a screen.
        System.setProperty("java.awt.headless", "true");
        return new Gallery(System.out, Path.of(System.getProperty(FOLDER_PROPERTY, "target/pictures")));
    }

    /** Whether pictures can be drawn here; says so if not. */
    public boolean isOpen() {
        boolean open = Fonts.available();
        if (!open) {
            out.println(Fonts.MISSING);
        }
        return open;
    }

    /**
     * Writes a picture and prints where.
     *
     * @throws IOException if it cannot be written
     */
    public void show(Picture picture) throws IOException {
        for (Path file : picture.write(folder)) {
            out.println("Picture: " + file.toAbsolutePath().normalize());
        }
    }
}
