package org.cotangent.codegen.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be differentiated is refused at its place, all of it at once, with what to do. */
class RejectionsTest {

    private static final Pattern EXPECTED = Pattern.compile("(AD-[A-Z]+) (\\d+): (.*)");

    /** An error that a source must get, as its heading says. */
    private record Expected(String tag, long line, String remedy) {

        static Expected of(String heading) {
            Matcher matcher = EXPECTED.matcher(heading);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(heading + ", expected AD-TAG line: remedy");
            }
            return new Expected(
                    Objects.requireNonNull(matcher.group(1)),
                    Long.parseLong(matcher.group(2)),
                    Objects.requireNonNull(matcher.group(3)));
        }

        boolean matches(Message message) {
            return message.tag().equals(tag)
                    && message.line() == line
                    && message.text().contains(remedy);
        }
    }

    static List<Source> sources() {
        return Source.folder("bad");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sources")
    void refuses(Source source) {
        Compilation compilation = Compilation.of(List.of(new DifferentiableProcessor()), List.of(source));
        List<Expected> expected = source.heading().stream().map(Expected::of).toList();
        for (Expected error : expected) {
            assertThat(compilation.errors()).as(error::toString).anyMatch(error::matches);
        }
        assertThat(compilation.errors()).hasSameSizeAs(expected);
        assertThat(compilation.generated()).isEmpty();
        assertThat(compilation.classFiles()).isEmpty();
    }
}
