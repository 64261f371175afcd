package org.cotangent.ad.runtime;

/**
 * Bessel functions of orders 0 and 1 up to {@value #END}, by Taylor series around their zeros, so
 * that they keep their digits where they vanish (Harrison, "Fast and accurate Bessel function
 * computation", ARITH 2009). The zeros of one are the extrema of the other, up to the term J₁(x)/x,
 * so that one list serves both.
 */
final class BesselNearZeros {

    /** Beyond this the asymptotic expansions have more digits than doubles. */
    static final double END = 50;

    /** Below this the series around 0 is used, above it the nearest row of the tables. */
    private static final double START = 1.2;

    /** Terms of a series, enough for the largest distance 1.22 from a zero. */
    private static final int TERMS = 24;

    /** Zeros of J₀ as sums of two doubles, and J₁ there (Abramowitz and Stegun, table 9.5, with more digits). */
    private static final double[][] ZEROS_0 = {
        {2.404825557695773, -1.176691651530894e-16, 0.5191474972894667},
        {5.520078110286311, 8.088597146146722e-17, -0.34026480655836816},
        {8.653727912911013, -2.92812607320779e-16, 0.27145229992838193},
        {11.791534439014281, 2.812956912778735e-16, -0.23245983136472478},
        {14.930917708487787, -7.070514505983074e-16, 0.20654643307799603},
        {18.071063967910924, -9.658048089426209e-16, -0.18772880304043943},
        {21.21163662987926, 4.947077428784068e-16, 0.17326589422922986},
        {24.352471530749302, 9.169067133951066e-16, -0.16170155068925002},
        {27.493479132040253, 1.6191941793302084e-15, 0.15218121377059454},
        {30.634606468431976, -5.390359852115135e-16, -0.1441659776863732},
        {33.77582021357357, 1.454224241250595e-15, 0.13729694340850299},
        {36.917098353664045, -9.276489358569364e-16, -0.13132462666866793},
        {40.05842576462824, -2.6782651477149736e-16, 0.12606949712727342},
        {43.19979171317673, 8.55713303876733e-16, -0.12139862477175015},
        {46.341188371661815, -9.07797413846536e-16, 0.11721119889066538},
        {49.482609897397815, 2.382582551864974e-15, -0.1134291926164298}
    };

    /** Zeros of J₁ as sums of two doubles, and J₀ there. */
    private static final double[][] ZEROS_1 = {
        {3.8317059702075125, -1.5269184090088067e-16, -0.402759395702553},
        {7.015586669815619, -9.414165653410389e-17, 0.30011575252613254},
        {10.173468135062722, 4.482162274768888e-16, -0.2497048770578432},
        {13.323691936314223, 2.600408064718813e-16, 0.21835940724787295},
        {16.470630050877634, -1.619019544798128e-15, -0.1964653714686572},
        {19.615858510468243, -1.004445634526616e-15, 0.18006337534431555},
        {22.760084380592772, -4.925749373614922e-16, -0.16718460047381806},
        {25.903672087618382, 4.894530726419825e-16, 0.15672498625285222},
        {29.046828534916855, -2.799892014010185e-16, -0.14801110997277755},
        {32.189679910974405, -1.5481609125503839e-15, 0.14060579818398225},
        {35.33230755008387, -3.2611649318496424e-15, -0.1342112403100007},
        {38.474766234771614, 7.193676286738655e-16, 0.12861662207206995},
        {41.61709421281445, 5.700452680227534e-16, -0.12366796076983713},
        {44.75931899765282, 2.3276041019911167e-15, 0.11924981201068947},
        {47.90146088718545, -3.46654782460118e-15, -0.11527369412016795},
        {51.04353518357151, 2.7050774005019414e-15, 0.1116704968592113}
    };

    private static final BesselNearZeros J0 = new BesselNearZeros(0);
    private static final BesselNearZeros J1 = new BesselNearZeros(1);

    /** Centres in ascending order, twofold. */
    private final double[][] centres = new double[2 * ZEROS_0.length][];

    /** Coefficients around each centre, lowest power first. */
    private final double[][] series = new double[2 * ZEROS_0.length][];

    private BesselNearZeros(int order) {
        for (int i = 0; i < ZEROS_0.length; i++) {
            double[] zero = ZEROS_0[i];
            double[] next = ZEROS_1[i];
            centres[2 * i] = zero;
            centres[2 * i + 1] = next;
            series[2 * i] =
                    order == 0 ? taylor(0, zero[0], 0, -zero[2]) : taylor(1, zero[0], zero[2], -zero[2] / zero[0]);
            series[2 * i + 1] = order == 0 ? taylor(0, next[0], next[2], 0) : taylor(1, next[0], 0, next[2]);
        }
    }

    /** The coefficients around z from the first two, by Bessel's equation (DLMF 10.2.1). */
    private static double[] taylor(int order, double z, double value, double slope) {
        double[] c = new double[TERMS];
        c[0] = value;
        c[1] = slope;
        for (int n = 0; n + 2 < TERMS; n++) {
            double sum = z * (n + 1) * (2 * n + 1) * c[n + 1] + (n * n + z * z - order * order) * c[n];
            sum += (n >= 1 ? 2 * z * c[n - 1] : 0) + (n >= 2 ? c[n - 2] : 0);
            c[n + 2] = -sum / (z * z * (n + 2) * (n + 1));
        }
        return c;
    }

    /** J of order 0 or 1 at 0 &lt;= x &lt; {@link #END}. */
    static double of(int order, double x) {
        if (x < START) {
            return around0(order, x);
        }
        return (order == 0 ? J0 : J1).aroundNearest(x);
    }

    /** Σ (−x²/4)ᵏ / (k! (k + order)!) · (x/2)^order (DLMF 10.2.2). */
    private static double around0(int order, double x) {
        double t = -x * x / 4;
        double sum = 1;
        for (int k = TERMS / 2; k >= 1; k--) {
            sum = Math.fma(t / (k * (k + order)), sum, 1);
        }
        return order == 0 ? sum : x / 2 * sum;
    }

    private double aroundNearest(double x) {
        int nearest = 0;
        while (nearest + 1 < centres.length && x > (centres[nearest][0] + centres[nearest + 1][0]) / 2) {
            nearest++;
        }
        double h = (x - centres[nearest][0]) - centres[nearest][1];
        double[] c = series[nearest];
        double sum = 0;
        for (int n = TERMS - 1; n >= 1; n--) {
            sum = Math.fma(sum, h, c[n]);
        }
        return Math.fma(sum, h, c[0]);
    }
}
