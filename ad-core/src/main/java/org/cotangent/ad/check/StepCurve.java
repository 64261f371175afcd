package org.cotangent.ad.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The error of differences against their step, for one derivative: the V-curve. Long steps suffer
 * from truncation, short ones from rounding; between them lies the best step, and its error is what
 * differences can tell at all. If all methods stay on one level, far above rounding, whatever the
 * step, then the derivative they are compared with is wrong.
 */
public final class StepCurve {

    /** A way of taking differences. */
    public enum Method {
        /** (f(x + h) − f(x)) / h. */
        FORWARD("forward"),
        /** (f(x + h) − f(x − h)) / 2h. */
        CENTRAL("central"),
        /** (4 c(h/2) − c(h)) / 3, c by central differences. */
        RICHARDSON("Richardson"),
        /** Im f(x + ih) / h, for functions that can be evaluated at complex points. */
        COMPLEX_STEP("complex step");

        private final String title;

        Method(String title) {
            this.title = title;
        }

        /** As in a legend. */
        public String title() {
            return title;
        }
    }

    /**
     * One quotient.
     *
     * @param step h
     * @param derivative the quotient
     * @param relativeError of the quotient as an approximation of the reference
     */
    public record Sample(double step, double derivative, double relativeError) {}

    private final String title;
    private final double reference;
    private final Map<Method, List<Sample>> samples;

    private StepCurve(String title, double reference, Map<Method, List<Sample>> samples) {
        this.title = title;
        this.reference = reference;
        this.samples = samples;
    }

    /**
     * @param title of the picture
     * @param reference what quotients are compared with
     * @param quotients for each method and step; NaN where there is none
     */
    static StepCurve of(String title, double reference, List<Double> steps, Map<Method, List<Double>> quotients) {
        Map<Method, List<Sample>> samples = new TreeMap<>();
        quotients.forEach((method, values) -> {
            List<Sample> list = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                if (Double.isFinite(values.get(i))) {
                    list.add(new Sample(
                            steps.get(i), values.get(i), Math.abs(values.get(i) - reference) / Math.abs(reference)));
                }
            }
            samples.put(method, List.copyOf(list));
        });
        return new StepCurve(title, reference, Collections.unmodifiableMap(samples));
    }

    /** The derivative that quotients are compared with: the claimed one. */
    public double reference() {
        return reference;
    }

    /** Quotients by method, longest step first; methods that cannot be used are missing. */
    public Map<Method, List<Sample>> samples() {
        return samples;
    }

    /** The smallest relative error of a method at any step; empty if the method cannot be used. */
    public OptionalDouble best(Method method) {
        return samples.getOrDefault(method, List.of()).stream()
                .mapToDouble(Sample::relativeError)
                .min();
    }

    /** A picture of all methods, as the text of an SVG file; both axes are logarithmic. */
    public String svg() {
        return new CurvePicture(title, samples).svg();
    }
}
