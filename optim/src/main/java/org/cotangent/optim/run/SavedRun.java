package org.cotangent.optim.run;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.UUID;

/**
 * The form of a saved run: eight letters, the version of the format, then blocks with check sums
 * that hold the {@link Identity} and the state.
 */
final class SavedRun {

    private static final byte[] MAGIC = "COTANRUN".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;

    private SavedRun() {}

    /** Writes a run; the stream is flushed and stays open. */
    static void write(Identity identity, Stateful run, OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.write(MAGIC);
        data.writeInt(VERSION);
        CheckedBlocks.Writer blocks = new CheckedBlocks.Writer(data);
        StateWriter state = new StateWriter(blocks);
        try {
            identity.exchange(state);
            state.part("run", run);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        blocks.end();
        data.flush();
    }

    /** Writes beside the file and moves there, so that at any moment the file is whole, old or new. */
    static void write(Identity identity, Stateful run, Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Path beside = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (FileChannel channel =
                    FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                BufferedOutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
                write(identity, run, out);
                out.flush();
                // Or a crash of the machine could keep the new name and lose the content.
                channel.force(true);
            }
            move(beside, target);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Reads a run into one that was begun in the same way.
     *
     * @throws SavedRunException if the bytes are no run that this version can read
     * @throws IllegalArgumentException if the run is of another method or dimension
     */
    static void read(InputStream in, Identity expected, Stateful run) throws IOException {
        DataInputStream data = new DataInputStream(in);
        requireFormat(data);
        CheckedBlocks.Reader blocks = new CheckedBlocks.Reader(data);
        StateReader state = new StateReader(blocks);
        try {
            expected.require(expected.exchange(state));
            state.part("run", run);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        } catch (MismatchedState mismatch) {
            throw new SavedRunException(mismatch.getMessage()
                    + "; the file was written by another version of this library, start the run again");
        }
        blocks.requireEnd();
    }

    /** Reads a whole file. */
    static void read(Path file, Identity expected, Stateful run) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            read(in, expected, run);
            if (in.read() >= 0) {
                throw new SavedRunException(
                        "the file " + file + " goes on after the end of the run; pass a file that was saved by a run");
            }
        }
    }

    private static void requireFormat(DataInputStream data) throws IOException {
        byte[] magic = data.readNBytes(MAGIC.length);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new SavedRunException("the data begin with \"" + printable(magic) + "\", expected \""
                    + printable(MAGIC) + "\" as in every saved run; pass a file that was saved by a run");
        }
        byte[] number = data.readNBytes(Integer.BYTES);
        if (number.length < Integer.BYTES) {
            throw CheckedBlocks.cutOff();
        }
        int version = ByteBuffer.wrap(number).getInt();
        if (version != VERSION) {
            throw new SavedRunException("the saved run has format version " + version + ", expected " + VERSION
                    + "; resume it with the version of this library that wrote it");
        }
    }

    private static String printable(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII).replaceAll("[^ -~]", "?");
    }
}
