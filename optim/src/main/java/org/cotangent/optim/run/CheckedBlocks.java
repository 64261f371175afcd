package org.cotangent.optim.run;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32C;

/**
 * Bytes in blocks, each followed by the check sum of all bytes so far, so that damage is found
 * before a byte of it is used and files of any size pass through little memory. An empty block ends
 * them.
 */
final class CheckedBlocks {

    private static final int CAPACITY = 1 << 16;

    private CheckedBlocks() {}

    static SavedRunException cutOff() {
        return new SavedRunException("the saved run ends too early, expected more data; it was cut off,"
                + " resume an older file or start the run again");
    }

    /** Fills blocks. */
    static final class Writer extends OutputStream {

        private final DataOutputStream out;
        private final CRC32C sum = new CRC32C();
        private final byte[] block = new byte[CAPACITY];
        private int size;

        Writer(DataOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            if (size == CAPACITY) {
                writeBlock();
            }
            block[size++] = (byte) value;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int done = 0;
            while (done < length) {
                if (size == CAPACITY) {
                    writeBlock();
                }
                int count = Math.min(length - done, CAPACITY - size);
                System.arraycopy(bytes, offset + done, block, size, count);
                size += count;
                done += count;
            }
        }

        /** Writes what is left, and the end. */
        void end() throws IOException {
            if (size > 0) {
                writeBlock();
            }
            writeBlock();
        }

        private void writeBlock() throws IOException {
            sum.update(block, 0, size);
            out.writeInt(size);
            out.write(block, 0, size);
            out.writeInt((int) sum.getValue());
            size = 0;
        }
    }

    /** Hands out the bytes of blocks whose check sums are right. */
    static final class Reader extends InputStream {

        private final DataInputStream in;
        private final CRC32C sum = new CRC32C();
        private final byte[] block = new byte[CAPACITY];
        private int size;
        private int next;
        private boolean ended;

        Reader(DataInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            return available(1) == 0 ? -1 : block[next++] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = available(length);
            System.arraycopy(block, next, bytes, offset, count);
            next += count;
            return count == 0 && length > 0 ? -1 : count;
        }

        private int available(int wanted) throws IOException {
            if (next == size && !ended && wanted > 0) {
                readBlock();
            }
            return Math.min(wanted, size - next);
        }

        private void readBlock() throws IOException {
            try {
                int length = in.readInt();
                if (length < 0 || length > CAPACITY) {
                    throw damaged("a block of " + length + " bytes", "0 to " + CAPACITY);
                }
                in.readFully(block, 0, length);
                sum.update(block, 0, length);
                int stated = in.readInt();
                if (stated != (int) sum.getValue()) {
                    throw damaged(
                            "the check sum " + Integer.toHexString((int) sum.getValue()),
                            Integer.toHexString(stated) + " as stated");
                }
                size = length;
                next = 0;
                ended = length == 0;
            } catch (EOFException end) {
                throw cutOff();
            }
        }

        /** Refuses bytes that nothing asked for. */
        void requireEnd() throws IOException {
            if (read() >= 0) {
                throw new SavedRunException("the saved run holds more than expected;"
                        + " it was written by another version of this library, start the run again");
            }
        }

        private static SavedRunException damaged(String found, String expected) {
            return new SavedRunException("the saved run has " + found + ", expected " + expected
                    + "; it is damaged, resume an older file or start the run again");
        }
    }
}
