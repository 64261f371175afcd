package org.cotangent.examples.pictures;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a written SVG lacks: few digits, a font that exists on other machines, and the same text on every run. */
final class Svg {

    /** A hundredth of a pixel is enough. */
    private static final Pattern DIGITS = Pattern.compile("(\\d\\.\\d\\d)\\d+");

    private static final Pattern FONT = Pattern.compile("font-family:&quot;.*?&quot;;");

    /** Numbered by the writer with hash codes. */
    private static final Pattern CLIP = Pattern.compile("clip-?\\d+");

    private Svg() {}

    static String tidy(String svg) {
        String rounded = DIGITS.matcher(svg).replaceAll("$1");
        String readable = FONT.matcher(rounded).replaceAll("font-family:sans-serif;");
        Map<String, String> names = new LinkedHashMap<>();
        return CLIP.matcher(readable)
                .replaceAll(clip -> Matcher.quoteReplacement(
                        names.computeIfAbsent(clip.group(), id -> "clip" + (names.size() + 1))));
    }
}
