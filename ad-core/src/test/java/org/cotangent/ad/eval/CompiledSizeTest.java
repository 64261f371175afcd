package org.cotangent.ad.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HotSpot never compiles a method of 8,000 bytes of bytecode or more; the loops must stay below. */
class CompiledSizeTest {

    private static final int HUGE_METHOD_LIMIT = 8000;

    @ParameterizedTest
    @ValueSource(classes = {RealLoop.class, ComplexLoop.class, Runs.class, Rare.class, References.class})
    void methodsAreSmallEnoughForTheCompiler(Class<?> type) throws IOException {
        assertThat(codeSizes(type))
                .isNotEmpty()
                .allSatisfy((method, size) -> assertThat(size).isLessThan(HUGE_METHOD_LIMIT));
    }

    /** Bytes of bytecode by name of the method (Java Virtual Machine Specification, chapter 4). */
    private static Map<String, Integer> codeSizes(Class<?> type) throws IOException {
        try (InputStream file = Objects.requireNonNull(type.getResourceAsStream(type.getSimpleName() + ".class"));
                DataInputStream in = new DataInputStream(file)) {
            in.skipBytes(8);
            String[] constants = constants(in);
            in.skipBytes(6);
            in.skipBytes(2 * in.readUnsignedShort());
            members(in, constants);
            return members(in, constants);
        }
    }

    private static Map<String, Integer> members(DataInputStream in, String[] constants) throws IOException {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            in.skipBytes(2);
            String name = constants[in.readUnsignedShort()] + constants[in.readUnsignedShort()];
            int attributes = in.readUnsignedShort();
            for (int a = 0; a < attributes; a++) {
                boolean code = "Code".equals(constants[in.readUnsignedShort()]);
                int length = in.readInt();
                byte[] content = in.readNBytes(length);
                if (code) {
                    sizes.put(name, java.nio.ByteBuffer.wrap(content).getInt(4));
                }
            }
        }
        return sizes;
    }

    private static String[] constants(DataInputStream in) throws IOException {
        String[] constants = new String[in.readUnsignedShort()];
        for (int i = 1; i < constants.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> constants[i] = in.readUTF();
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipBytes(4);
                case 5, 6 -> {
                    in.skipBytes(8);
                    i++;
                }
                case 7, 8, 16, 19, 20 -> in.skipBytes(2);
                case 15 -> in.skipBytes(3);
                default -> throw new IOException("constant pool tag is " + tag + ", expected one of the specification");
            }
        }
        return constants;
    }
}
