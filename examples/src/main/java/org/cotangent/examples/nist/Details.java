package org.cotangent.examples.nist;

import static org.cotangent.examples.nist.Text.line;

import java.util.List;
import java.util.stream.Collectors;

/** One data set as text: each parameter beside what is certified. */
final class Details {

    private Details() {}

    /** @param fits of one data set, at least one */
    static String of(List<Fit> fits) {
        Dataset data = fits.get(0).data();
        return heading(data) + fits.stream().map(Details::fit).collect(Collectors.joining());
    }

    private static String heading(Dataset data) {
        String predictors = String.join(" and ", data.predictorLabels());
        return line("%s: %s against %s", data.name(), data.responseLabel(), predictors)
                + line(
                        "%d observations, %d parameters: %s",
                        data.observationCount(), data.parameterCount(), data.model());
    }

    private static String fit(Fit fit) {
        Dataset data = fit.data();
        StringBuilder text = new StringBuilder("\n");
        text.append(line("From start %d. %s", fit.start(), fit.result().summary()));
        text.append(line(
                "%4s %20s %18s %7s   %18s %18s %7s",
                "", "fitted", "certified", "digits", "standard deviation", "certified", "digits"));
        for (int j = 0; j < data.parameterCount(); j++) {
            text.append(parameter(fit, j));
        }
        text.append(line(
                "%4s %20.12E %18.10E %7.1f",
                "RSS", fit.result().residualSumOfSquares(), data.residualSumOfSquares(), fit.sumOfSquaresDigits()));
        return text.toString();
    }

    private static String parameter(Fit fit, int j) {
        double value = fit.parameters()[j];
        double deviation = fit.deviations()[j];
        double certified = fit.data().parameters()[j];
        double certifiedDeviation = fit.data().deviations()[j];
        return line(
                "%4s %20.12E %18.10E %7.1f   %18.10E %18.10E %7.1f",
                "b" + (j + 1),
                value,
                certified,
                Digits.of(value, certified),
                deviation,
                certifiedDeviation,
                Digits.of(deviation, certifiedDeviation));
    }
}
