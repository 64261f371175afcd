package org.cotangent.codegen.emit;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads from a class file what HotSpot and the format limit.
 *
 * @param constants entries of the constant pool
 * @param codeBytes bytecode of each method, by name
 */
record ClassFile(int constants, Map<String, Integer> codeBytes) {

    static ClassFile of(byte[] bytes) {
        try {
            return read(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassFile read(DataInputStream in) throws IOException {
        in.skipNBytes(8);
        int constants = in.readUnsignedShort();
        Map<Integer, String> texts = texts(in, constants);
        in.skipNBytes(6);
        in.skipNBytes(2L * in.readUnsignedShort());
        members(in, texts);
        return new ClassFile(constants, members(in, texts));
    }

    private static Map<Integer, String> texts(DataInputStream in, int count) throws IOException {
        Map<Integer, String> texts = new HashMap<>();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts.put(i, in.readUTF());
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++;
                }
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                default -> in.skipNBytes(4);
            }
        }
        return texts;
    }

    private static Map<String, Integer> members(DataInputStream in, Map<Integer, String> texts) throws IOException {
        Map<String, Integer> code = new LinkedHashMap<>();
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            in.skipNBytes(2);
            String name = texts.get(in.readUnsignedShort());
            in.skipNBytes(2);
            int attributes = in.readUnsignedShort();
            for (int k = 0; k < attributes; k++) {
                boolean isCode = "Code".equals(texts.get(in.readUnsignedShort()));
                int length = in.readInt();
                byte[] content = in.readNBytes(length);
                if (isCode) {
                    code.put(name, new DataInputStream(new ByteArrayInputStream(content, 4, 4)).readInt());
                }
            }
        }
        return code;
    }
}
