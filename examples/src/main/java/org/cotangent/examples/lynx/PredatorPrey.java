package org.cotangent.examples.lynx;

import org.cotangent.ad.annotation.Differentiable;

/**
 * The equations of Lotka (1925) and Volterra (1926): hares multiply at rate α and are eaten at rate βv by v
 * lynxes; lynxes die at rate γ and multiply at rate δu if there are u hares to eat. The six parameters are α, β,
 * γ, δ and the hares and lynxes of the first year.
 */
final class PredatorPrey {

    private PredatorPrey() {}

    /**
     * Logarithms of computed over counted animals, hares and lynxes in turn.
     *
     * @param parameters length 6
     * @param hares counted, year after year
     * @param lynxes counted, year after year
     * @param residuals receives 2 for each year
     */
    @Differentiable(wrt = "parameters", outputs = "residuals")
    static void residuals(double[] parameters, double[] hares, double[] lynxes, double[] residuals) {
        double[] animals = {parameters[4], parameters[5]};
        double step = 0.1;
        for (int year = 0; year < hares.length; year++) {
            if (year > 0) {
                step = DormandPrince.advance(animals, parameters, 1, step);
            }
            residuals[2 * year] = Math.log(animals[0] / hares[year]);
            residuals[2 * year + 1] = Math.log(animals[1] / lynxes[year]);
        }
    }

    /**
     * What changes in a year.
     *
     * @param animals hares and lynxes
     * @param parameters length 6
     * @param rates receives the change of both
     */
    static void rates(double[] animals, double[] parameters, double[] rates) {
        rates[0] = (parameters[0] - parameters[1] * animals[1]) * animals[0];
        rates[1] = (parameters[3] * animals[0] - parameters[2]) * animals[1];
    }
}
