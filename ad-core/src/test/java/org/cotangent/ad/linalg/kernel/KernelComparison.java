package org.cotangent.ad.linalg.kernel;

import java.util.Random;
import org.cotangent.ad.linalg.kernel.ProductKernel.Block;

/** Compares the kernel in use with sums as they are written, in parts of larger arrays; run as a program too. */
public final class KernelComparison {

    private static final int[] SIZES = {1, 2, 3, 4, 7, 8, 9, 16, 17, 33, 130};

    private KernelComparison() {}

    /** Prints the name of the kernel if it is right. */
    public static void main(String... arguments) {
        ProductKernel kernel = Kernels.chosen();
        double worst = worst(kernel);
        if (worst > 1) {
            throw new AssertionError(kernel.name() + " is wrong by " + worst + " times what rounding explains");
        }
        System.out.print(kernel.name());
    }

    /** The largest error, in units of what rounding explains. */
    static double worst(ProductKernel kernel) {
        Random random = new Random(1);
        double worst = 0;
        for (int m : SIZES) {
            for (int k : SIZES) {
                for (int n : SIZES) {
                    for (int kind = 0; kind < 8; kind++) {
                        worst = Math.max(worst, error(kernel, m, k, n, kind, random));
                    }
                }
            }
        }
        worst = Math.max(worst, error(kernel, 6, 600, 1100, 0, random));
        return Math.max(worst, error(kernel, 6, 600, 1100, 3, random));
    }

    /** @param kind which of A, B, C are transposed */
    private static double error(ProductKernel kernel, int m, int k, int n, int kind, Random random) {
        Block a = block((kind & 1) != 0, m, k, random);
        Block b = block((kind & 2) != 0, k, n, random);
        Block c = block((kind & 4) != 0, m, n, random);
        double[] expected = c.array().clone();
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int p = 0; p < k; p++) {
                    sum += at(a, i, p) * at(b, p, j);
                }
                expected[c.from(i, j).offset()] -= 0.75 * sum;
            }
        }
        kernel.addProduct(-0.75, a, b, m, k, n, c);
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
            // Elements are below 1: each of k additions is off by less than k roundings. Others stay as they were.
            worst = Math.max(worst, Math.abs(expected[i] - c.array()[i]) / ((k + 2.0) * (k + 2.0) * 0x1p-53));
        }
        return worst;
    }

    private static double at(Block block, int i, int j) {
        return block.array()[block.from(i, j).offset()];
    }

    /** A block in the middle of other numbers. */
    private static Block block(boolean transposed, int rows, int columns, Random random) {
        int stride = (transposed ? rows : columns) + 3;
        double[] array = random.doubles((long) ((transposed ? columns : rows) + 2) * stride, -1, 1)
                .toArray();
        return Block.of(transposed, array, stride + 1, stride);
    }
}
