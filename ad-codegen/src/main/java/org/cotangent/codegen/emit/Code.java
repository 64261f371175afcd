package org.cotangent.codegen.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.ir.External;

/** The body of a method while it is written, line by line. */
final class Code {

    private static final String RUNTIME = "org.cotangent.ad.runtime";
    static final ClassName WORKSPACE = ClassName.get(RUNTIME, "Workspace");
    static final ClassName POOL = ClassName.get(RUNTIME, "WorkspacePool");

    /** The types that bodies refer to, under the names they are referred to by. */
    private static final Map<String, Object> TYPES = Map.ofEntries(
            Map.entry("primitives", ClassName.get(RUNTIME, "Primitives")),
            Map.entry("special", ClassName.get(RUNTIME, "Special")),
            Map.entry("arrays", ClassName.get(Arrays.class)),
            Map.entry("objects", ClassName.get(Objects.class)),
            Map.entry("doubleTape", ClassName.get(RUNTIME, "DoubleTape")),
            Map.entry("longTape", ClassName.get(RUNTIME, "LongTape")),
            Map.entry("intTape", ClassName.get(RUNTIME, "IntTape")),
            Map.entry("booleanTape", ClassName.get(RUNTIME, "BooleanTape")),
            Map.entry("referenceTape", ClassName.get(RUNTIME, "ReferenceTape")),
            Map.entry("workspace", WORKSPACE),
            Map.entry("pool", POOL),
            Map.entry("checks", ClassName.get("org.cotangent.ad.function", "Checks")));

    /** Characters of a comment on one line, which the indentation comes before. */
    private static final int COMMENT_WIDTH = 85;

    private final CodeBlock.Builder block = CodeBlock.builder();
    private final Map<String, Object> types = new HashMap<>(TYPES);

    /** A statement without its semicolon; long ones are broken where {@code $W} stands. */
    void statement(String text) {
        block.addNamed("$[" + text + ";\n$]", types);
    }

    void comment(String text) {
        for (String line : text.split("\\R", -1)) {
            String indent = "";
            String rest = line.replace("\\u", "\\ u").strip();
            // A backslash before u starts an escape even inside a comment.
            while (rest.length() > COMMENT_WIDTH && rest.lastIndexOf(' ', COMMENT_WIDTH) > 0) {
                int space = rest.lastIndexOf(' ', COMMENT_WIDTH);
                block.add("// $L$L\n", indent, rest.substring(0, space));
                rest = rest.substring(space + 1);
                indent = "    ";
            }
            block.add("// $L$L\n", indent, rest);
        }
    }

    /** A line as it is. */
    void line(String text) {
        block.addNamed(text + "\n", types);
    }

    void open(String head) {
        block.addNamed("$[" + head + " {\n$]$>", types);
    }

    void between(String middle) {
        block.addNamed("$<} " + middle + " {\n$>", types);
    }

    void close() {
        block.add("$<}\n");
    }

    /**
     * The method of an external routine, ready to be put into a line.
     *
     * @throws IllegalArgumentException if none is declared
     */
    String method(External external) {
        External.Method method = external.method()
                .orElseThrow(() -> new IllegalArgumentException("external routine " + external.name()
                        + " is known as a function object only, which generated code cannot hold; name a static"
                        + " method that does the same, with method(class, name), or interpret the program"));
        return type(method.type()) + "." + method.name();
    }

    /** The class of a binary name, ready to be put into a line. */
    String type(String binaryName) {
        String key = "class" + binaryName.replace('.', '_').replace('$', '_');
        types.put(key, className(binaryName));
        return "$" + key + ":T";
    }

    /** The class of a binary name such as {@code com.acme.Outer$Inner}. */
    static ClassName className(String binaryName) {
        int dot = binaryName.lastIndexOf('.');
        String[] simple = binaryName.substring(dot + 1).split("\\$", -1);
        return ClassName.get(
                dot < 0 ? "" : binaryName.substring(0, dot), simple[0], Arrays.copyOfRange(simple, 1, simple.length));
    }

    /** Adds all lines of another body. */
    void append(Code other) {
        block.add(other.build());
    }

    CodeBlock build() {
        return block.build();
    }

    /** A string literal, ready to be put into a line. */
    static String literal(String text) {
        return ExpressionPrinter.escaped(CodeBlock.of("$S", text).toString());
    }

    static TypeName type(Type type) {
        TypeName name = switch (type.kind()) {
            case BOOLEAN -> TypeName.BOOLEAN;
            case INT -> TypeName.INT;
            case LONG -> TypeName.LONG;
            case FLOAT -> TypeName.FLOAT;
            case DOUBLE -> TypeName.DOUBLE;
        };
        for (int i = 0; i < type.rank(); i++) {
            name = ArrayTypeName.of(name);
        }
        return name;
    }
}
