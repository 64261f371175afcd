// A fast Fourier transform in place, with bits reversed by shifts.
// f: 8 in -1..1, 8 in -1..1
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class Fft {
    @Differentiable(wrt = {"re", "im"})
    static double f(double[] re, double[] im) {
        int n = re.length;
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                double t = re[i];
                re[i] = re[j];
                re[j] = t;
                t = im[i];
                im[i] = im[j];
                im[j] = t;
            }
        }
        for (int length = 2; length <= n; length <<= 1) {
            double angle = -2 * Math.PI / length;
            for (int start = 0; start < n; start += length) {
                for (int k = 0; k < length / 2; k++) {
                    double c = Math.cos(angle * k);
                    double s = Math.sin(angle * k);
                    int a = start + k;
                    int b = a + length / 2;
                    double tRe = re[b] * c - im[b] * s;
                    double tIm = re[b] * s + im[b] * c;
                    re[b] = re[a] - tRe;
                    im[b] = im[a] - tIm;
                    re[a] += tRe;
                    im[a] += tIm;
                }
            }
        }
        double power = 0;
        for (int i = 0; i < n; i++) {
            double e = re[i] * re[i] + im[i] * im[i];
            power += e * e * (i + 1);
        }
        return power;
    }
}
