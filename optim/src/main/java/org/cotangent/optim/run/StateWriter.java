package org.cotangent.optim.run;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes fields, each after a letter for its kind. */
final class StateWriter implements State {

    static final char NUMBER = 'd';
    static final char INTEGER = 'i';
    static final char FLAG = 'f';
    static final char TEXT = 't';
    static final char VECTOR = 'v';
    static final char INTEGERS = 'l';

    private final DataOutputStream out;

    StateWriter(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    @Override
    public double number(double value) {
        run(() -> {
            out.writeByte(NUMBER);
            out.writeLong(Double.doubleToRawLongBits(value));
        });
        return value;
    }

    @Override
    public long integer(long value) {
        run(() -> {
            out.writeByte(INTEGER);
            out.writeLong(value);
        });
        return value;
    }

    @Override
    public boolean flag(boolean value) {
        run(() -> {
            out.writeByte(FLAG);
            out.writeBoolean(value);
        });
        return value;
    }

    @Override
    public String text(String value) {
        run(() -> {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            out.writeByte(TEXT);
            out.writeInt(bytes.length);
            out.write(bytes);
        });
        return value;
    }

    @Override
    public void vector(double[] values) {
        run(() -> {
            out.writeByte(VECTOR);
            out.writeInt(values.length);
            for (double value : values) {
                out.writeLong(Double.doubleToRawLongBits(value));
            }
        });
    }

    @Override
    public void vector(long[] values) {
        run(() -> {
            out.writeByte(INTEGERS);
            out.writeInt(values.length);
            for (long value : values) {
                out.writeLong(value);
            }
        });
    }

    @Override
    public double[] array(double[] values) {
        vector(values);
        return values;
    }

    /** What may fail when written to. */
    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private static void run(Writing writing) {
        try {
            writing.run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
