package org.cotangent.codegen.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.SimpleJavaFileObject;

/** A source file in memory. */
final class Source extends SimpleJavaFileObject {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

    private final String name;
    private final String text;

    private Source(String path, String name, String text) {
        super(URI.create("string:///" + path), Kind.SOURCE);
        this.name = name;
        this.text = text;
    }

    /**
     * A file of a text.
     *
     * @param name of the class that the file is named after, without package
     */
    static Source of(String name, String text) {
        Matcher matcher = PACKAGE.matcher(text);
        String folder = matcher.find() ? matcher.group(1).replace('.', '/') + "/" : "";
        return new Source(folder + name + ".java", name, text);
    }

    /** All files of a folder of test resources, by name. */
    static List<Source> folder(String folder) {
        URL url = Objects.requireNonNull(Source.class.getResource("/" + folder), folder);
        try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(Source::read)
                    .toList();
        } catch (IOException | URISyntaxException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Source read(Path file) {
        try {
            String name = String.valueOf(file.getFileName());
            return of(name.substring(0, name.length() - ".java".length()), Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The lines of the comment that the file starts with, without slashes. */
    List<String> heading() {
        return text.lines()
                .takeWhile(line -> line.startsWith("//"))
                .map(line -> line.substring(2).strip())
                .toList();
    }

    String name() {
        return name;
    }

    String text() {
        return text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }

    @Override
    public String toString() {
        return name;
    }
}
