package org.cotangent.examples.nist;

import static org.cotangent.examples.models.NistModel.*;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import org.cotangent.ad.Data;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.examples.models.NistModel;

/** The 27 problems: which data set is fitted by which model. */
enum Problem {
    BENNETT5("Bennett5", SHIFTED_POWER),
    BOXBOD("BoxBOD", SATURATION),
    CHWIRUT1("Chwirut1", DECAY_OVER_LINE),
    CHWIRUT2("Chwirut2", DECAY_OVER_LINE),
    DANWOOD("DanWood", POWER),
    ECKERLE4("Eckerle4", NORMAL_PEAK),
    ENSO("ENSO", THREE_CYCLES),
    GAUSS1("Gauss1", DECAY_AND_TWO_PEAKS),
    GAUSS2("Gauss2", DECAY_AND_TWO_PEAKS),
    GAUSS3("Gauss3", DECAY_AND_TWO_PEAKS),
    HAHN1("Hahn1", CUBIC_OVER_CUBIC),
    KIRBY2("Kirby2", QUADRATIC_OVER_QUADRATIC),
    LANCZOS1("Lanczos1", THREE_DECAYS),
    LANCZOS2("Lanczos2", THREE_DECAYS),
    LANCZOS3("Lanczos3", THREE_DECAYS),
    MGH09("MGH09", KOWALIK_OSBORNE),
    MGH10("MGH10", THERMISTOR),
    MGH17("MGH17", TWO_DECAYS),
    MISRA1A("Misra1a", SATURATION),
    MISRA1B("Misra1b", INVERSE_SQUARE),
    MISRA1C("Misra1c", INVERSE_ROOT),
    MISRA1D("Misra1d", HYPERBOLA),
    NELSON("Nelson", BREAKDOWN, Math::log),
    RAT42("Rat42", LOGISTIC),
    RAT43("Rat43", GENERALISED_LOGISTIC),
    ROSZMAN1("Roszman1", QUANTUM_DEFECT),
    THURBER("Thurber", CUBIC_OVER_CUBIC);

    private final String title;
    private final NistModel model;
    private final DoubleUnaryOperator fitted;

    Problem(String title, NistModel model) {
        this(title, model, DoubleUnaryOperator.identity());
    }

    /** @param fitted what of a response is fitted, such as its logarithm */
    Problem(String title, NistModel model, DoubleUnaryOperator fitted) {
        this.title = title;
        this.model = model;
        this.fitted = fitted;
    }

    /**
     * The problem of that name, whatever the case of its letters.
     *
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    static Problem named(String name) {
        return Arrays.stream(values())
                .filter(problem -> problem.title.equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no data set is called \"" + name
                        + "\", expected one of "
                        + Arrays.stream(values()).map(Problem::title).collect(Collectors.joining(", "))));
    }

    /** NIST's name. */
    String title() {
        return title;
    }

    /** The data set, read from the class path. */
    Dataset dataset() {
        String resource = "/nist/" + title + ".dat";
        try (InputStream in = Problem.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        "resource " + resource + " is missing, expected it on the class path; build the module again");
            }
            return DatFile.parse(title, new String(in.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + resource, e);
        }
    }

    /** The model minus the observations of a data set, with derivatives. */
    TwiceDifferentiableVectorFunction residuals(Dataset data) {
        return bind(Arrays.stream(data.response()).map(fitted).toArray(), data.predictors());
    }

    /** The model alone, at predictors of one's choice. */
    TwiceDifferentiableVectorFunction predictions(List<double[]> predictors) {
        return bind(new double[predictors.get(0).length], predictors);
    }

    private TwiceDifferentiableVectorFunction bind(double[] response, List<double[]> predictors) {
        Data[] data = new Data[1 + predictors.size()];
        data[0] = Data.of(model.response(), response);
        for (int j = 0; j < predictors.size(); j++) {
            data[1 + j] = Data.of(model.predictors().get(j), predictors.get(j));
        }
        return Differentiation.of(model.residuals(), model.parameters(), data);
    }
}
