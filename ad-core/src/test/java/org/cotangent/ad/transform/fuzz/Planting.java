package org.cotangent.ad.transform.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.ir.Statement.Block;

/** Changes one randomly chosen place of a program; programs without such a place stay as they are. */
final class Planting {

    private record Place(Procedure procedure, int position) {}

    private Planting() {}

    /** Replaces one statement. */
    static Program one(
            Program program,
            SplittableRandom random,
            Function<Statement, Boolean> fits,
            Function<Statement, List<Statement>> change) {
        List<Place> places = new ArrayList<>();
        for (Procedure procedure : program.procedures()) {
            List<Statement> all = Editing.all(procedure.body());
            for (int i = 0; i < all.size(); i++) {
                if (fits.apply(all.get(i))) {
                    places.add(new Place(procedure, i));
                }
            }
        }
        if (places.isEmpty()) {
            return program;
        }
        Place place = places.get(random.nextInt(places.size()));
        Block body = place.procedure().body();
        Statement old = Editing.at(body, place.position());
        Block changed = Editing.replace(body, place.position(), change.apply(old));
        return Shrinker.replace(program, place.procedure().withBody(changed));
    }

    /** Replaces two statements that stand next to each other. */
    static Program pair(
            Program program,
            SplittableRandom random,
            BiFunction<Statement, Statement, Boolean> fits,
            BiFunction<Statement, Statement, List<Statement>> change) {
        List<Statement> found = new ArrayList<>();
        for (Procedure procedure : program.procedures()) {
            pairs(procedure.body(), fits, found);
        }
        if (found.isEmpty()) {
            return program;
        }
        int chosen = random.nextInt(found.size() / 2) * 2;
        Statement first = found.get(chosen);
        Statement second = found.get(chosen + 1);
        List<Statement> replacement = change.apply(first, second);
        return all(program, s -> s == first ? replacement : s == second ? List.of() : List.of(s));
    }

    private static void pairs(Block block, BiFunction<Statement, Statement, Boolean> fits, List<Statement> found) {
        for (int i = 0; i < block.statements().size(); i++) {
            Statement statement = block.statements().get(i);
            boolean plain = Editing.blocks(statement).isEmpty();
            if (plain && i > 0 && fits.apply(block.statements().get(i - 1), statement)) {
                found.add(block.statements().get(i - 1));
                found.add(statement);
            }
            Editing.blocks(statement).forEach(b -> pairs(b, fits, found));
        }
    }

    /** Replaces every statement. */
    static Program all(Program program, Function<Statement, List<Statement>> change) {
        List<Procedure> changed = new ArrayList<>();
        for (Procedure procedure : program.procedures()) {
            changed.add(procedure.withBody(Editing.map(procedure.body(), change)));
        }
        return Program.of(changed.get(0), changed.subList(1, changed.size()));
    }
}
