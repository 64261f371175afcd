package org.cotangent.optim.run;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Reads what {@link StateWriter} wrote, and tells where something else was written than is asked for. */
final class StateReader implements State {

    private static final Map<Character, String> KINDS = Map.of(
            StateWriter.NUMBER, "a number",
            StateWriter.INTEGER, "an integer",
            StateWriter.FLAG, "a flag",
            StateWriter.TEXT, "a text",
            StateWriter.VECTOR, "a vector",
            StateWriter.INTEGERS, "a vector of integers");

    /** Texts are names and reasons; a longer one is no text of this library. */
    private static final int LONGEST_TEXT = 1 << 16;

    /** Arrays of unknown length grow with the bytes that are really there. */
    private static final int FIRST_CAPACITY = 1 << 16;

    private final DataInputStream in;

    StateReader(InputStream in) {
        this.in = new DataInputStream(in);
    }

    @Override
    public double number(double value) {
        return read(() -> {
            expect(StateWriter.NUMBER);
            return Double.longBitsToDouble(in.readLong());
        });
    }

    @Override
    public long integer(long value) {
        return read(() -> {
            expect(StateWriter.INTEGER);
            return in.readLong();
        });
    }

    @Override
    public boolean flag(boolean value) {
        return read(() -> {
            expect(StateWriter.FLAG);
            return in.readBoolean();
        });
    }

    @Override
    public String text(String value) {
        return read(() -> {
            expect(StateWriter.TEXT);
            int length = in.readInt();
            if (length < 0 || length > LONGEST_TEXT) {
                throw new MismatchedState("a text of " + length + " bytes", "at most " + LONGEST_TEXT);
            }
            return new String(in.readNBytes(length), StandardCharsets.UTF_8);
        });
    }

    @Override
    public void vector(double[] values) {
        read(() -> {
            expectVector(StateWriter.VECTOR, values.length);
            for (int i = 0; i < values.length; i++) {
                values[i] = Double.longBitsToDouble(in.readLong());
            }
            return values;
        });
    }

    @Override
    public void vector(long[] values) {
        read(() -> {
            expectVector(StateWriter.INTEGERS, values.length);
            for (int i = 0; i < values.length; i++) {
                values[i] = in.readLong();
            }
            return values;
        });
    }

    @Override
    public double[] array(double[] values) {
        return read(() -> {
            expect(StateWriter.VECTOR);
            int length = in.readInt();
            if (length < 0) {
                throw new MismatchedState("an array of length " + length, "at least 0");
            }
            double[] read = values.length == length ? values : new double[Math.min(length, FIRST_CAPACITY)];
            for (int i = 0; i < length; i++) {
                if (i == read.length) {
                    read = Arrays.copyOf(read, (int) Math.min(length, 2L * read.length));
                }
                read[i] = Double.longBitsToDouble(in.readLong());
            }
            return read;
        });
    }

    private void expectVector(char kind, int length) throws IOException {
        expect(kind);
        int found = in.readInt();
        if (found != length) {
            throw new MismatchedState("a vector of length " + found, "length " + length);
        }
    }

    private void expect(char kind) throws IOException {
        char found = (char) in.readUnsignedByte();
        if (found != kind) {
            throw new MismatchedState(
                    KINDS.getOrDefault(found, "an unknown kind of field, code " + (int) found),
                    KINDS.getOrDefault(kind, ""));
        }
    }

    /** What may fail when read from. */
    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
