package org.cotangent.examples.digits;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Images and labels in the format of the MNIST files: IDX, zipped. */
final class IdxImages {

    private static final int IMAGES = 2051;
    private static final int LABELS = 2049;
    private static final double WHITE = 255;

    private IdxImages() {}

    static DigitImages read(Path images, Path labels) throws IOException {
        return new DigitImages(pixels(images), digits(labels));
    }

    private static double[][] pixels(Path file) throws IOException {
        try (DataInputStream in = open(file, IMAGES)) {
            double[][] pixels = new double[in.readInt()][];
            int size = in.readInt() * in.readInt();
            for (int i = 0; i < pixels.length; i++) {
                byte[] image = in.readNBytes(size);
                pixels[i] = new double[size];
                Arrays.setAll(pixels[i], j -> (image[j] & 0xff) / WHITE);
            }
            return pixels;
        }
    }

    private static int[] digits(Path file) throws IOException {
        try (DataInputStream in = open(file, LABELS)) {
            byte[] labels = in.readNBytes(in.readInt());
            int[] digits = new int[labels.length];
            Arrays.setAll(digits, i -> labels[i]);
            return digits;
        }
    }

    private static DataInputStream open(Path file, int magic) throws IOException {
        DataInputStream in = new DataInputStream(new GZIPInputStream(Files.newInputStream(file)));
        int found = in.readInt();
        if (found != magic) {
            throw new IOException(file + " begins with " + found + ", expected " + magic);
        }
        return in;
    }
}
