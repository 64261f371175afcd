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
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.examples.models.NistModel;

/** The 27 problems: which data set is fitted by which model. */
public enum Problem {
    BENNETT5("Bennett5", SHIFTED_POWER, MiscellaneousModels::shiftedPower),
    BOXBOD("BoxBOD", SATURATION, ExponentialModels::saturation),
    CHWIRUT1("Chwirut1", DECAY_OVER_LINE, ExponentialModels::decayOverLine),
    CHWIRUT2("Chwirut2", DECAY_OVER_LINE, ExponentialModels::decayOverLine),
    DANWOOD("DanWood", POWER, MiscellaneousModels::power),
    ECKERLE4("Eckerle4", NORMAL_PEAK, ExponentialModels::normalPeak),
    ENSO("ENSO", THREE_CYCLES, MiscellaneousModels::threeCycles),
    GAUSS1("Gauss1", DECAY_AND_TWO_PEAKS, ExponentialModels::decayAndTwoPeaks),
    GAUSS2("Gauss2", DECAY_AND_TWO_PEAKS, ExponentialModels::decayAndTwoPeaks),
    GAUSS3("Gauss3", DECAY_AND_TWO_PEAKS, ExponentialModels::decayAndTwoPeaks),
    HAHN1("Hahn1", CUBIC_OVER_CUBIC, RationalModels::cubicOverCubic),
    KIRBY2("Kirby2", QUADRATIC_OVER_QUADRATIC, RationalModels::quadraticOverQuadratic),
    LANCZOS1("Lanczos1", THREE_DECAYS, ExponentialModels::threeDecays),
    LANCZOS2("Lanczos2", THREE_DECAYS, ExponentialModels::threeDecays),
    LANCZOS3("Lanczos3", THREE_DECAYS, ExponentialModels::threeDecays),
    MGH09("MGH09", KOWALIK_OSBORNE, RationalModels::kowalikOsborne),
    MGH10("MGH10", THERMISTOR, ExponentialModels::thermistor),
    MGH17("MGH17", TWO_DECAYS, ExponentialModels::twoDecays),
    MISRA1A("Misra1a", SATURATION, ExponentialModels::saturation),
    MISRA1B("Misra1b", INVERSE_SQUARE, MiscellaneousModels::inverseSquare),
    MISRA1C("Misra1c", INVERSE_ROOT, MiscellaneousModels::inverseRoot),
    MISRA1D("Misra1d", HYPERBOLA, MiscellaneousModels::hyperbola),
    NELSON("Nelson", BREAKDOWN, Math::log, (x, y) -> ExponentialModels.breakdown(x.get(0), x.get(1), y)),
    RAT42("Rat42", LOGISTIC, ExponentialModels::logistic),
    RAT43("Rat43", GENERALISED_LOGISTIC, ExponentialModels::generalisedLogistic),
    ROSZMAN1("Roszman1", QUANTUM_DEFECT, MiscellaneousModels::quantumDefect),
    THURBER("Thurber", CUBIC_OVER_CUBIC, RationalModels::cubicOverCubic);

    /** Makes a generated function from data. */
    private interface Binding {
        TwiceDifferentiableVectorFunction of(List<double[]> predictors, double[] response);
    }

    /** The same for models with one predictor, as the generated factories have it. */
    private interface BindingOfOne {
        TwiceDifferentiableVectorFunction of(double[] x, double[] y);
    }

    private final String title;
    private final NistModel model;
    private final DoubleUnaryOperator fitted;
    private final Binding binding;

    Problem(String title, NistModel model, BindingOfOne binding) {
        this(title, model, DoubleUnaryOperator.identity(), (predictors, y) -> binding.of(predictors.get(0), y));
    }

    /** @param fitted what of a response is fitted, such as its logarithm */
    Problem(String title, NistModel model, DoubleUnaryOperator fitted, Binding binding) {
        this.title = title;
        this.model = model;
        this.fitted = fitted;
        this.binding = binding;
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
    public String title() {
        return title;
    }

    /** The data set, read from the class path. */
    public Dataset dataset() {
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

    /** The graph that the derivatives were generated from. */
    NistModel model() {
        return model;
    }

    /** The model minus the observations of a data set, with derivatives. */
    public TwiceDifferentiableVectorFunction residuals(Dataset data) {
        return binding.of(data.predictors(), fittedResponse(data));
    }

    /** The model alone, at predictors of one's choice. */
    TwiceDifferentiableVectorFunction predictions(List<double[]> predictors) {
        return binding.of(predictors, new double[predictors.get(0).length]);
    }

    /** What the model is fitted to: the observations, or what a model says of them, such as their logarithm. */
    double[] fittedResponse(Dataset data) {
        return Arrays.stream(data.response()).map(fitted).toArray();
    }
}
