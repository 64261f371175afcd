package org.cotangent.codegen.fuzz;

/** Indents Java that is broken into lines. */
final class Indentation {

    private Indentation() {}

    static String of(String text) {
        StringBuilder indented = new StringBuilder();
        int depth = 0;
        for (String line : text.split("\n", -1)) {
            String stripped = line.strip();
            int closing = stripped.startsWith("}") ? 1 : 0;
            if (!stripped.isEmpty()) {
                indented.append("    ".repeat(Math.max(0, depth - closing))).append(stripped);
            }
            indented.append('\n');
            depth += count(stripped, '{') - count(stripped, '}');
        }
        return indented.toString().stripTrailing() + "\n";
    }

    private static int count(String text, char wanted) {
        return (int) text.chars().filter(c -> c == wanted).count();
    }
}
