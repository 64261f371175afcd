package golden;

import org.cotangent.ad.runtime.BooleanTape;
import org.cotangent.ad.runtime.DoubleTape;
import org.cotangent.ad.runtime.Generated;
import org.cotangent.ad.runtime.IntTape;
import org.cotangent.ad.runtime.ReferenceTape;
import org.cotangent.ad.runtime.Workspace;

/**
 * The sample SavesInLoops.
 */
@Generated("org.cotangent.codegen")
@SuppressWarnings("all")
public final class SavesInLoops {
    private SavesInLoops() {
    }

    /**
     * The procedure iteratedSine.
     */
    public static double iteratedSine(double[] x, int turns, double[] xBar, Workspace workspace) {
        DoubleTape yTape = workspace.doubleTape(0);
        IntTape turnsTape = workspace.intTape(0);
        BooleanTape largeTape = workspace.booleanTape(0);
        ReferenceTape xTape = workspace.referenceTape(0);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double y = x[i];
            int yAt = yTape.reserve(0, turns);
            double[] yHeld = yTape.values();
            for (int t = 0; t < turns; t++) {
                yHeld[yAt + t] = y;
                y = Math.sin(y);
            }
            sum += y;
            turnsTape.push(turns + i);
            largeTape.push(y > 0.5);
            xTape.push(x);
        }
        for (int i = x.length - 1; i >= 0; i--) {
            double[] source = (double[]) xTape.pop();
            boolean large = largeTape.pop();
            turns = turnsTape.pop();
            turns -= i;
            double yBar = large ? 1.0 : 2.0;
            int yAt2 = yTape.release(turns - 1, -1);
            double[] yHeld2 = yTape.values();
            for (int t = turns - 1; t >= 0; t--) {
                double y = yHeld2[yAt2 + t];
                yBar *= Math.cos(y);
            }
            xBar[i] = yBar + (source[i] - x[i]);
        }
        return sum;
    }
}
