package org.cotangent.codegen.processor;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What javac said, and where.
 *
 * @param tag such as AD-TRY; empty if the text starts with none
 * @param file simple name of the source file; empty if the message is about none
 */
record Message(Diagnostic.Kind kind, String tag, String file, long line, long column, String text) {

    private static final Pattern TAG = Pattern.compile("\\[(AD-[A-Z0-9-]+)]");

    static Message of(Diagnostic<? extends JavaFileObject> diagnostic) {
        String text = diagnostic.getMessage(Locale.ROOT);
        Matcher tag = TAG.matcher(text);
        JavaFileObject source = diagnostic.getSource();
        return new Message(
                diagnostic.getKind(),
                tag.find() ? Objects.requireNonNull(tag.group(1)) : "",
                source == null ? "" : source.getName().replaceAll(".*/", ""),
                diagnostic.getLineNumber(),
                diagnostic.getColumnNumber(),
                text);
    }

    boolean isError() {
        return kind == Diagnostic.Kind.ERROR;
    }

    /** Whether it is neither an error nor a remark that asks for nothing. */
    boolean isWarning() {
        return kind == Diagnostic.Kind.WARNING || kind == Diagnostic.Kind.MANDATORY_WARNING;
    }

    @Override
    public String toString() {
        return kind + " " + file + ":" + line + ":" + column + " " + text;
    }
}
