package org.cotangent.ad;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.cotangent.ad.eval.CodeTooLargeException;
import org.cotangent.ad.transform.Derivation.Role;

/**
 * Products with many directions at one point, several in each sweep, so that what depends on the
 * point alone is computed once for all of them.
 */
final class Sweeps {

    /** Directions in one sweep. More share more, but code grows, and values no longer stay in registers. */
    static final int WIDTH = 4;

    /** From so many directions on, a wide sweep costs less than one for each. */
    private static final int WORTH = 3;

    private final Lazy<BoundProgram> narrow;
    private final Lazy<Optional<BoundProgram>> wide;
    private final double[] nothing;

    /** Reads the product of a direction from a machine that has run. */
    interface Reader {
        void read(BoundMachine machine, int direction, double[] product);
    }

    /**
     * Sweeps that are prepared when needed.
     *
     * @param narrow carries one direction
     * @param dimension of directions
     * @param programs makes the program that carries a number of directions
     */
    Sweeps(Lazy<BoundProgram> narrow, int dimension, IntFunction<BoundProgram> programs) {
        this.narrow = narrow;
        this.nothing = new double[dimension];
        this.wide = new Lazy<>(() -> {
            try {
                return Optional.of(programs.apply(WIDTH));
            } catch (CodeTooLargeException tooLarge) {
                // One direction may be small enough, and computes the same.
                return Optional.empty();
            }
        });
    }

    /**
     * The products with some directions.
     *
     * @param prepare sets all but the directions; called for each sweep
     * @param read gets a product
     */
    void run(double[][] directions, double[][] products, Consumer<BoundMachine> prepare, Reader read) {
        int next = 0;
        while (directions.length - next >= WORTH && wide.get().isPresent()) {
            int count = Math.min(WIDTH, directions.length - next);
            run(wide.get().get(), directions, products, next, count, prepare, read);
            next += count;
        }
        for (; next < directions.length; next++) {
            run(directions[next], products[next], prepare, read);
        }
    }

    /** The product with one direction. */
    void run(double[] direction, double[] product, Consumer<BoundMachine> prepare, Reader read) {
        BoundProgram program = narrow.get();
        BoundMachine machine = program.borrow();
        prepare.accept(machine);
        machine.setPoint(Role.TANGENT, direction);
        machine.run();
        read.read(machine, 0, product);
        program.giveBack(machine);
    }

    private void run(
            BoundProgram program,
            double[][] directions,
            double[][] products,
            int first,
            int count,
            Consumer<BoundMachine> prepare,
            Reader read) {
        BoundMachine machine = program.borrow();
        prepare.accept(machine);
        for (int i = 0; i < WIDTH; i++) {
            machine.setPoint(Role.TANGENT, i, i < count ? directions[first + i] : nothing);
        }
        machine.run();
        for (int i = 0; i < count; i++) {
            read.read(machine, i, products[first + i]);
        }
        program.giveBack(machine);
    }
}
