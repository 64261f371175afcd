package org.cotangent.codegen.emit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Callee.Internal;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Splits a procedure too large for HotSpot into several that it compiles. Values that only one part
 * touches are its locals; others live in arrays, loaded at their first use in a part and stored
 * after the last assignment there.
 *
 * @param procedures the procedure itself, then its parts
 * @param scratch arrays of doubles that need not be new for every call, as each element is assigned
 *     before it is read
 */
record Splitting(List<Procedure> procedures, Set<Variable> scratch) {

    /** Loads and stores are not known before the parts are; if those are too large, smaller ones are made. */
    private static final double SHRINKING = 0.8;

    private static final int MIN_PART_BYTES = 50;

    /** The procedure as it is if it is small enough. */
    static Splitting of(Procedure procedure, Budget budget, boolean recursive, Set<String> taken) {
        if (bytes(procedure) <= budget.methodBytes()) {
            return new Splitting(List.of(procedure), Set.of());
        }
        Procedure renamed = Renaming.of(procedure);
        List<Splitting> tried = new ArrayList<>();
        for (int target = budget.partBytes(); target > MIN_PART_BYTES; target = (int) (target * SHRINKING)) {
            Splitting splitting = parts(renamed, target, recursive, taken);
            if (splitting.largest() <= budget.methodBytes()) {
                return splitting;
            }
            tried.add(splitting);
        }
        return leastBad(tried);
    }

    /** Small parts are of no use if something stays too large for HotSpot in spite of them. */
    private static Splitting leastBad(List<Splitting> tried) {
        for (int limit : new int[] {Budget.HOTSPOT_LIMIT, ClassSize.METHOD_LIMIT}) {
            for (Splitting splitting : tried) {
                if (splitting.largest() <= limit) {
                    return splitting;
                }
            }
        }
        return tried.get(tried.size() - 1);
    }

    private int largest() {
        return procedures.stream().mapToInt(Splitting::bytes).max().orElse(0);
    }

    private static int bytes(Procedure procedure) {
        return BytecodeEstimate.method(procedure.parameters())
                .of(procedure.body().statements());
    }

    private static Splitting parts(Procedure procedure, int target, boolean recursive, Set<String> taken) {
        Set<String> names = new HashSet<>(taken);
        int[] number = {0};
        UnaryOperator<String> partName = wanted -> {
            String name;
            do {
                name = procedure.name() + "Part" + ++number[0];
            } while (!names.add(name));
            return name;
        };
        Part root = Partition.of(procedure, target, partName);
        Sharing sharing = Sharing.of(procedure, root);
        List<Procedure> procedures = new ArrayList<>();
        for (Part part : root.all()) {
            List<Statement> body = new ArrayList<>();
            if (part.isRoot()) {
                body.addAll(arrays(sharing));
            }
            boolean leaf = part.inner().isEmpty() && !part.isRoot();
            body.addAll(leaf ? LeafPart.of(part, sharing) : OuterPart.of(part, sharing, procedure.results()));
            procedures.add(new Procedure(
                    part.name(),
                    part.isRoot() ? procedure.parameters() : sharing.needed(part),
                    part.isRoot() ? procedure.results() : List.of(),
                    Statement.Block.of(body)));
        }
        Set<Variable> scratch = new HashSet<>();
        sharing.lengths().keySet().stream()
                .filter(array -> !recursive && array.type().equals(Type.DOUBLES))
                .forEach(scratch::add);
        return new Splitting(List.copyOf(procedures), scratch);
    }

    /** Makes the arrays, and the zeros that registers start with where they may be read unassigned. */
    private static List<Statement> arrays(Sharing sharing) {
        List<Statement> statements = new ArrayList<>();
        sharing.lengths().forEach((array, length) -> {
            statements.add(new Statement.Allocate(array, List.of(Expr.constant(length))));
            int zeros = sharing.zeros(array);
            if (array.type().equals(Type.DOUBLES) && zeros > 0) {
                Variable i = Variable.of("i", Type.INT);
                Statement zero = new Statement.Store(array, i, Expr.constant(0.0));
                statements.add(new Statement.For(
                        "zero", i, Expr.constant(0), Expr.constant(zeros), 1, Statement.Block.of(zero)));
            }
        });
        return statements;
    }

    /** A part that calls others: registers stay in the arrays, where the others find them. */
    private static final class OuterPart extends Copying {

        private final Part part;
        private final Sharing sharing;
        private final List<Variable> results;

        private OuterPart(Part part, Sharing sharing, List<Variable> results) {
            this.part = part;
            this.sharing = sharing;
            this.results = results;
        }

        static List<Statement> of(Part part, Sharing sharing, List<Variable> results) {
            OuterPart outer = new OuterPart(part, sharing, results);
            return outer.copies(part.statements());
        }

        @Override
        Expr read(Expr expression) {
            return Substitution.in(expression, v -> {
                Sharing.Place place = sharing.places().get(v);
                return place == null ? v : place.load();
            });
        }

        @Override
        void written(Variable register) {
            Sharing.Place place = sharing.places().get(register);
            if (place != null) {
                add(new Statement.Store(place.array(), Expr.constant(place.index()), register));
            }
        }

        @Override
        public @Nullable Void exit(Statement.Return exit) {
            for (Variable result : results) {
                Sharing.Place place = sharing.places().get(result);
                if (place != null) {
                    add(new Statement.Assign(result, place.load()));
                }
            }
            return super.exit(exit);
        }

        @Override
        public @Nullable Void call(Statement.Call call) {
            Part inner = call.callee() instanceof Internal callee ? part.inner().get(callee.name()) : null;
            if (inner == null) {
                return super.call(call);
            }
            add(new Statement.Call(List.of(), inner.name(), List.copyOf(sharing.needed(inner))));
            return null;
        }
    }

    /** A part that calls no others: registers are locals between first and last use. */
    private static final class LeafPart {

        static List<Statement> of(Part part, Sharing sharing) {
            Map<Variable, Statement> lastWrites = new HashMap<>();
            for (Statement statement : part.statements()) {
                Usage.of(statement, List.of()).writes().forEach(v -> lastWrites.put(v, statement));
            }
            Set<Variable> present = new HashSet<>();
            List<Statement> out = new ArrayList<>();
            for (Statement statement : part.statements()) {
                Usage usage = Usage.of(statement, List.of());
                for (Variable variable : usage.all()) {
                    Sharing.Place place = sharing.places().get(variable);
                    boolean defined =
                            Blocks.of(statement).isEmpty() && !usage.reads().contains(variable);
                    if (place != null && present.add(variable) && !defined) {
                        out.add(new Statement.Assign(variable, place.load()));
                    }
                }
                out.add(statement);
                for (Variable variable : usage.writes()) {
                    Sharing.Place place = sharing.places().get(variable);
                    if (place != null && lastWrites.get(variable) == statement) {
                        out.add(new Statement.Store(place.array(), Expr.constant(place.index()), variable));
                    }
                }
            }
            return out;
        }
    }
}
