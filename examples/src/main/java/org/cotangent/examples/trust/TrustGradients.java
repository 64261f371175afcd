package org.cotangent.examples.trust;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalDouble;
import org.cotangent.ad.check.CheckReport;
import org.cotangent.ad.check.DerivativeCheck;
import org.cotangent.ad.check.StepCurve;
import org.cotangent.ad.check.StepCurve.Method;
import org.cotangent.ad.expr.Dot;
import org.cotangent.examples.models.SquireTrappGraph;

/**
 * Can I trust this gradient? Checks a derivative written by hand, right and wrong, and the Jacobian of
 * a fit, right and wrong; draws the error of differences against their step, and the expression that
 * exact derivatives are made from.
 */
public final class TrustGradients {

    /** Set by the build, so that pictures land in the same folder wherever Maven is called from. */
    private static final String FOLDER_PROPERTY = "cotangent.pictures";

    private final PrintStream out;
    private final Path folder;

    TrustGradients(PrintStream out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    /** Prints four reports and writes four pictures. */
    public static void main(String[] arguments) throws IOException {
        new TrustGradients(System.out, Path.of(System.getProperty(FOLDER_PROPERTY, "target/pictures"))).run();
    }

    void run() throws IOException {
        squireTrapp();
        thurber();
        SquireTrappGraph graph = new SquireTrappGraph();
        write("expression.svg", new GraphPicture("exp(x) / sqrt(sin(x)^3 + cos(x)^3)", graph.value()).svg());
        write("expression.dot", Dot.of(graph.value()));
    }

    private void squireTrapp() throws IOException {
        heading("The function of Squire and Trapp, derivative by hand");
        out.println(
                DerivativeCheck.of(SquireTrapp.byHand()).at(SquireTrapp.POINT).report());
        heading("The same, with sin and cos exchanged in one place");
        DerivativeCheck wrong = DerivativeCheck.of(SquireTrapp.byHandButWrong()).at(SquireTrapp.POINT);
        out.println(wrong.report());
        write("v-curve-wrong.svg", wrong.curve(0).svg());
        heading("How exact can a difference be?");
        StepCurve curve = DerivativeCheck.of(SquireTrapp.fromGraph())
                .at(SquireTrapp.POINT)
                .curve(0);
        for (Method method : Method.values()) {
            OptionalDouble best = curve.best(method);
            out.printf(Locale.ROOT, "%-13s best relative error %.1e%n", method.title(), best.orElse(Double.NaN));
        }
        write("v-curve.svg", curve.svg());
    }

    private void thurber() {
        heading("Thurber's residuals, Jacobian by hand, around the best fit");
        CheckReport right =
                DerivativeCheck.of(Thurber.byHand()).around(Thurber.certified()).report();
        out.println(right);
        heading("The same, with the inner derivative of the denominator forgotten for b7");
        out.println(DerivativeCheck.of(Thurber.byHandButWrong())
                .around(Thurber.certified())
                .report());
    }

    private void heading(String text) {
        out.println();
        out.println("=== " + text);
        out.println();
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder);
        Path file = Files.writeString(folder.resolve(name), text);
        out.println("Picture: " + file.toAbsolutePath().normalize());
    }
}
