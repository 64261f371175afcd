package org.cotangent.optim.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

    @ParameterizedTest
    @CsvSource({
        "8.3e-9, 8.3e-9",
        "1e-8, 1e-8",
        "0.25, 0.25",
        "0, 0",
        "-0.0, 0",
        "12345.678, 12345.7",
        "100, 100",
        "123456, 1.2e5",
        "-4.56e-300, -4.6e-300",
        "NaN, NaN",
        "-Infinity, -Infinity"
    })
    void numbersReadAsAPersonWritesThem(double number, String text) {
        assertThat(Text.of(number)).isEqualTo(text);
    }
}
