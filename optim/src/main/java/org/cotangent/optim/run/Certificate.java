package org.cotangent.optim.run;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known about a converged point beyond its gradient.
 *
 * @param gap the Newton decrement, an estimate of f(x) − f(minimum) nearby; empty if not computed
 * @param curvature the smallest curvature seen, dᵀHd/dᵀd over the directions tried; empty if none
 *     was
 * @param spectrum rank and condition; empty if the method did not look at the whole matrix
 * @param probed along how many directions in which second derivatives vanish the value was seen to rise or stay
 */
public record Certificate(OptionalDouble gap, OptionalDouble curvature, Optional<Spectrum> spectrum, int probed) {

    /** The gradient is all that is known. */
    public static final Certificate FIRST_ORDER =
            new Certificate(OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());

    private static final Spectrum BLANK = new Spectrum(0, 0, Double.NaN);

    /** A certificate of derivatives alone. */
    public Certificate(OptionalDouble gap, OptionalDouble curvature, Optional<Spectrum> spectrum) {
        this(gap, curvature, spectrum, 0);
    }

    /** A certificate of products, which see no rank. */
    public Certificate(OptionalDouble gap, OptionalDouble curvature) {
        this(gap, curvature, Optional.empty());
    }

    /** This one when saved, the saved one when resumed. */
    public Certificate exchange(State state) {
        OptionalDouble exchangedGap = state.optional(gap);
        OptionalDouble exchangedCurvature = state.optional(curvature);
        boolean seen = state.flag(spectrum.isPresent());
        Optional<Spectrum> exchangedSpectrum =
                seen ? Optional.of(spectrum.orElse(BLANK).exchange(state)) : Optional.empty();
        return new Certificate(exchangedGap, exchangedCurvature, exchangedSpectrum, state.integer(probed));
    }

    /** The same with values along flat directions. */
    public Certificate probed(int directions) {
        return new Certificate(gap, curvature, spectrum, directions);
    }

    /** "gap not certified", or the gap, what was seen of negative curvature, rank and condition. */
    public String text() {
        return curvatureText() + spectrum.map(known -> ", " + known.text()).orElse("") + probedText();
    }

    private String probedText() {
        return probed == 0
                ? ""
                : "; the value falls along none of " + Text.count(probed, "direction")
                        + " looked at, to a tenth of the size of the point";
    }

    private String curvatureText() {
        String gapText = gap.isPresent() ? "estimated gap " + Text.of(gap.getAsDouble()) : "gap not certified";
        if (curvature.isEmpty()) {
            return gapText;
        }
        double smallest = curvature.getAsDouble();
        return gapText
                + (smallest < 0
                        ? ", negative curvature " + Text.of(smallest) + " seen"
                        : ", no negative curvature seen");
    }
}
