package org.cotangent.ad.check;

import java.util.Arrays;
import java.util.function.Consumer;

/** A mistake that people make in derivative code, made on purpose in hand-written code. */
enum PlantedFault {
    SIGN {
        @Override
        void spoil(double[] derivative, int chosen, int columns) {
            derivative[chosen] = -derivative[chosen];
        }
    },
    DROPPED_TERM,
    SWAPPED_INDEX {
        @Override
        void spoil(double[] derivative, int chosen, int columns) {
            int other = (chosen + 1) % derivative.length;
            double kept = derivative[chosen];
            derivative[chosen] = derivative[other];
            derivative[other] = kept;
        }
    },
    TRANSPOSED {
        @Override
        void spoil(double[] derivative, int chosen, int columns) {
            double[] right = derivative.clone();
            Arrays.setAll(derivative, k -> right[k % columns * columns + k / columns]);
        }
    },
    FORGOTTEN_OVERWRITE,
    ONE_PART_IN_TEN_THOUSAND {
        @Override
        void spoil(double[] derivative, int chosen, int columns) {
            derivative[chosen] *= 1 + 1e-4;
        }
    };

    /**
     * Changes a finished derivative.
     *
     * @param chosen element
     * @param columns of the matrix, if it is one
     */
    void spoil(double[] derivative, int chosen, int columns) {}

    /**
     * Runs derivative code with the fault planted.
     *
     * @param out receives the derivative
     * @param chosen which term or element is hit
     */
    void run(Consumer<Sink> code, double[] out, int chosen, int columns) {
        if (this != FORGOTTEN_OVERWRITE) {
            Arrays.fill(out, 0);
        }
        int[] terms = {0};
        code.accept((element, term) -> {
            if (this != DROPPED_TERM || terms[0]++ != chosen) {
                out[element] += term;
            }
        });
        spoil(out, chosen, columns);
    }
}
