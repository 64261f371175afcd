package org.cotangent.codegen.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** What all methods of one program share: constants, records, helpers, habits of writing. */
final class Surroundings {

    final SplittableRandom random;
    final Set<Syntax> found;
    final int rows;
    final int columns;
    final boolean importsMath;
    final int strictPercent;
    final List<Symbol> constants = new ArrayList<>();
    final List<Structure> structures = new ArrayList<>();
    final List<Helper> helpers = new ArrayList<>();

    Surroundings(SplittableRandom random, Set<Syntax> found) {
        this.random = random;
        this.found = found;
        this.rows = 2 + random.nextInt(2);
        this.columns = 2 + random.nextInt(3);
        this.importsMath = random.nextInt(100) < 10;
        this.strictPercent = random.nextInt(100) < 15 ? 40 : 0;
    }

    /** A method of the program, as yet empty. */
    MethodWriter method() {
        Scope scope = new Scope(random, found, rows, columns);
        constants.forEach(scope::show);
        return new MethodWriter(scope, this);
    }

    Optional<Structure> structure(String name) {
        return structures.stream().filter(s -> s.name().equals(name)).findFirst();
    }
}
