package org.cotangent.codegen.processor;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How to try a method of a sample.
 *
 * @param method its name
 * @param recipe how arguments are made, see {@link Recipe}
 * @param remarks what is special about these arguments
 */
record Trial(Source source, String method, String recipe, Set<Remark> remarks) {

    /** What can be special. */
    enum Remark {
        /** The method throws, and so do its derivatives. */
        THROWS,
        /** Only values are compared: they are not finite. */
        NOT_FINITE,
        /** Values are rounded to floats, so that differences tell little. */
        ROUNDED,
        /** An operation has no complex form. */
        NO_COMPLEX,
        /** All first derivatives are 0. */
        FLAT,
        /** The method calls Java code that the interpreter does not know. */
        EXTERNAL,
        /** Derivatives exist only where procedures are put where they are called. */
        INLINED,
        /** The method calls StrictMath, where programs call Math: last bits may differ. */
        STRICT
    }

    private static final Pattern LINE = Pattern.compile("(\\w+): ([^|]*)(?:\\|(.*))?", Pattern.UNICODE_CHARACTER_CLASS);

    /** The trials that the heading of a source asks for. */
    static List<Trial> of(Source source) {
        return source.heading().stream()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(line -> of(source, line))
                .toList();
    }

    private static Trial of(Source source, Matcher line) {
        String remarks = line.group(3);
        return new Trial(
                source,
                line.group(1),
                line.group(2).strip(),
                remarks == null
                        ? Set.of()
                        : Arrays.stream(remarks.split(","))
                                .map(word -> Remark.valueOf(word.strip()
                                        .toUpperCase(java.util.Locale.ROOT)
                                        .replace(' ', '_')))
                                .collect(Collectors.toSet()));
    }

    boolean has(Remark remark) {
        return remarks.contains(remark);
    }

    @Override
    public String toString() {
        return source.name() + "." + method + "(" + recipe + ")";
    }
}
