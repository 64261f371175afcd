package org.cotangent.ad.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What the wrong derivatives of one claim have in common, which often says what went wrong. */
final class Pattern {

    private static final double CLOSE = 1e-6;
    private static final double NEARLY = 1e-2;
    private static final double LARGEST_FACTOR = 12.5;

    private record Entry(int direction, int row, String name, double claimed, double measured, double bound) {

        double quotient() {
            return claimed / measured;
        }

        double quotientError() {
            return bound / Math.abs(measured);
        }

        double difference() {
            return claimed - measured;
        }

        double relativeError() {
            double error = Math.abs(difference()) / Math.max(Math.abs(claimed), Math.abs(measured));
            return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
        }

        boolean says(double value) {
            return Math.abs(claimed - value) <= bound + CLOSE * Math.abs(value);
        }

        /** Whether there is a derivative to speak of. */
        boolean hasSlope() {
            return Math.abs(measured) > bound;
        }
    }

    private final Comparison comparison;
    private final List<Entry> wrong = new ArrayList<>();
    private final boolean alongVariables;

    Pattern(Comparison comparison, Judgement[][] judgements) {
        this.comparison = comparison;
        List<Entry> along = new ArrayList<>();
        for (int i = 0; i < judgements.length; i++) {
            for (int row = 0; row < judgements[i].length; row++) {
                if (judgements[i][row].verdict() == Verdict.WRONG) {
                    Entry entry = entry(i, row, judgements[i][row].bound());
                    (comparison.directions().get(i).random() ? along : wrong).add(entry);
                }
            }
        }
        this.alongVariables = !wrong.isEmpty();
        if (!alongVariables) {
            wrong.addAll(along);
        }
    }

    private Entry entry(int direction, int row, double bound) {
        return new Entry(
                direction,
                row,
                comparison.name(direction, row),
                comparison.claimed(direction, row),
                comparison.measured(direction, row).value(),
                bound);
    }

    int wrongCount() {
        return wrong.size();
    }

    double largestError() {
        return wrong.stream().mapToDouble(Entry::relativeError).max().orElse(0);
    }

    /** A cause, and whether it would explain everything. */
    private record Cause(BooleanSupplier fits, Supplier<String> text) {}

    /** The first cause that explains all of them. */
    String hint() {
        return Stream.of(special(), indices(), numbers())
                .flatMap(List::stream)
                .filter(cause -> cause.fits().getAsBoolean())
                .findFirst()
                .map(cause -> cause.text().get())
                .orElseGet(this::someTerm);
    }

    private List<Cause> special() {
        return List.of(
                new Cause(
                        () -> !alongVariables,
                        () -> "the products with random directions: those with single variables are right or were not"
                                + " tried, and a product must be linear in its direction"),
                new Cause(
                        () -> all(e -> !Double.isFinite(e.claimed())),
                        () -> "what the derivative divides by, or takes a root, power or logarithm of: it is not finite"
                                + " although the function has a finite slope"),
                new Cause(
                        this::onlyHere,
                        () ->
                                "conditions such as x == ...: a hair beside this point the derivative is right, so the code"
                                        + " treats this very point in another way"),
                new Cause(
                        () -> all(e -> e.hasSlope() && e.says(-e.measured())),
                        () -> "the sign: " + names() + " with the sign flipped would be right"));
    }

    private List<Cause> indices() {
        return List.of(
                new Cause(
                        this::transposed,
                        () ->
                                "rows and columns: the matrix is the transpose of the right one; its element (i, j) is the"
                                        + " derivative of value i by variable j"),
                new Cause(
                        this::exchanged,
                        () -> "the indices: " + wrong.get(0).name() + " and "
                                + wrong.get(1).name() + " are exchanged, each has the value of the other"),
                new Cause(
                        () -> shifted(1) || shifted(-1),
                        () -> "the indices: each element has the value of its neighbour"),
                new Cause(
                        () -> all(e -> e.claimed() == 0 && e.hasSlope()),
                        () -> names() + are()
                                + "0 although the function does change: never set, cleared after it was set, or a term is"
                                + " missing"),
                new Cause(
                        () -> all(e -> !e.hasSlope()),
                        () -> "the indices: " + names()
                                + " should be 0, as the function does not change there; a term may have gone to the wrong"
                                + " place"));
    }

    private List<Cause> numbers() {
        return List.of(
                new Cause(this::byFactor, this::factor),
                new Cause(
                        () -> wrong.size() > 1 && same(Entry::difference, Entry::bound),
                        () -> "a constant: " + names() + " are all off by "
                                + Text.of(wrong.get(0).difference())),
                new Cause(
                        () -> all(e -> other(e).isPresent()),
                        () -> "the indices: " + wrong.get(0).name() + " has the value of "
                                + other(wrong.get(0)).orElseThrow()),
                new Cause(
                        () -> wrong.size() == 1 && offBy(2).isPresent(),
                        () -> "a sign: " + wrong.get(0).name() + " would be right if a term as large as "
                                + offBy(2).orElseThrow() + " in it had the other sign"),
                new Cause(
                        () -> wrong.size() == 1 && offBy(1).isPresent(),
                        () -> "a term: " + wrong.get(0).name() + " is off by exactly " + offBy(1).orElseThrow()
                                + ", so a term is missing or counted twice"),
                new Cause(
                        () -> largestError() < NEARLY,
                        () -> "a constant with too few digits, or a small term that is missing: " + names() + are()
                                + "nearly right"));
    }

    private String someTerm() {
        return "the terms of " + names() + ": " + (wrong.size() == 1 ? "it is" : "they are") + " off by "
                + Text.of(wrong.get(0).difference()) + (wrong.size() == 1 ? "" : " and so on")
                + ", which a term that is missing or counted twice would explain";
    }

    private String are() {
        return wrong.size() == 1 ? " is " : " are ";
    }

    private boolean exchanged() {
        return wrong.size() == 2
                && wrong.get(0).says(wrong.get(1).measured())
                && wrong.get(1).says(wrong.get(0).measured());
    }

    private boolean all(Predicate<Entry> property) {
        return wrong.stream().allMatch(property);
    }

    private boolean onlyHere() {
        return all(entry -> Math.abs(comparison.claimedBeside(entry.direction(), entry.row()) - entry.measured())
                <= entry.bound() + CLOSE * Math.abs(entry.measured()));
    }

    private boolean square() {
        long variables =
                comparison.directions().stream().filter(d -> !d.random()).count();
        return variables == comparison.rows() && variables > 1;
    }

    private boolean transposed() {
        return square()
                && all(e -> e.says(comparison.measured(e.row(), e.direction()).value()));
    }

    /** Whether every wrong one is what another one, at a fixed distance in its row, should be. */
    private boolean shifted(int by) {
        return wrong.size() > 2
                && all(e -> {
                    int neighbour = e.direction() + by;
                    return neighbour >= 0
                            && neighbour < comparison.directions().size()
                            && !comparison.directions().get(neighbour).random()
                            && e.says(comparison.measured(neighbour, e.row()).value());
                });
    }

    /** Whether a number is the same for all, up to its error. */
    private boolean same(ToDoubleFunction<Entry> number, ToDoubleFunction<Entry> error) {
        double first = number.applyAsDouble(wrong.get(0));
        return all(e -> Math.abs(number.applyAsDouble(e) - first)
                <= error.applyAsDouble(e) + error.applyAsDouble(wrong.get(0)) + CLOSE * Math.abs(first));
    }

    /** Several by the same factor, or one by a factor that people forget. */
    private boolean byFactor() {
        Entry first = wrong.get(0);
        return first.hasSlope()
                && same(Entry::quotient, Entry::quotientError)
                && (wrong.size() > 1 || whole(first.quotient()) || whole(1 / first.quotient()) || nearlyOne());
    }

    private static boolean whole(double factor) {
        return Math.abs(factor - Math.rint(factor)) < CLOSE * Math.abs(factor) && Math.abs(factor) < LARGEST_FACTOR;
    }

    private boolean nearlyOne() {
        return Math.abs(wrong.get(0).quotient() - 1) < NEARLY;
    }

    private String factor() {
        double quotient = wrong.get(0).quotient();
        String which = names() + are();
        if (nearlyOne()) {
            return "a constant with too few digits, or a small term that is missing: " + which + Text.of(quotient)
                    + " times what is right";
        }
        return whole(1 / quotient) && !whole(quotient)
                ? "a factor: " + which + "1/" + Text.of(Math.rint(1 / quotient)) + " of what is right"
                : "a factor: " + which + Text.of(whole(quotient) ? Math.rint(quotient) : quotient)
                        + " times what is right";
    }

    /** The name of another derivative of the same value that this one is equal to. */
    private Optional<String> other(Entry entry) {
        for (int i = 0; i < comparison.directions().size(); i++) {
            boolean another =
                    i != entry.direction() && !comparison.directions().get(i).random();
            if (another && entry.says(comparison.measured(i, entry.row()).value())) {
                return Optional.of(comparison.name(i, entry.row()));
            }
        }
        return Optional.empty();
    }

    /** The name of another derivative of the same value that the error is a multiple of. */
    private Optional<String> offBy(int multiple) {
        Entry entry = wrong.get(0);
        for (int i = 0; i < comparison.directions().size(); i++) {
            Measurement other = comparison.measured(i, entry.row());
            double rest = Math.abs(entry.difference()) - multiple * Math.abs(other.value());
            boolean known = Math.abs(other.value()) > multiple * other.bound();
            if (i != entry.direction()
                    && !comparison.directions().get(i).random()
                    && known
                    && Math.abs(rest) <= entry.bound() + CLOSE * Math.abs(entry.difference())) {
                return Optional.of(comparison.name(i, entry.row()));
            }
        }
        return Optional.empty();
    }

    private String names() {
        String first = wrong.get(0).name();
        if (wrong.size() > 2 && all(e -> e.direction() == wrong.get(0).direction())) {
            return "the " + wrong.size() + " derivatives by x["
                    + comparison.directions().get(wrong.get(0).direction()).number() + "]";
        }
        return switch (wrong.size()) {
            case 1 -> first;
            case 2 -> first + " and " + wrong.get(1).name();
            default -> first + ", " + wrong.get(1).name() + " and " + (wrong.size() - 2) + " more";
        };
    }
}
