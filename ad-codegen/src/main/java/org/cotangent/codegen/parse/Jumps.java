package org.cotangent.codegen.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.Name;
import org.cotangent.ad.ir.Statement;
import org.jspecify.annotations.Nullable;

/** The loops, switches and labelled statements around what is being read, innermost first. */
final class Jumps {

    /** What a statement that can be left is. */
    enum Kind {
        LOOP,
        SWITCH,
        /** A switch expression, which {@code yield} leaves. */
        VALUE,
        BLOCK
    }

    /**
     * A statement that can be left.
     *
     * @param name its label in Java, if it has one
     * @param leave the label that leaving it breaks
     * @param next how its next turn is reached
     * @param result what receives the value of a switch expression
     */
    record Target(Kind kind, Optional<String> name, String leave, Optional<Statement> next, Optional<Value> result) {}

    private final Deque<Target> targets = new ArrayDeque<>();

    void enter(Target target, Runnable body) {
        targets.push(target);
        try {
            body.run();
        } finally {
            targets.pop();
        }
    }

    Target breakTarget(@Nullable Name label) {
        return label == null
                ? first(t -> t.kind() == Kind.LOOP || t.kind() == Kind.SWITCH)
                : first(t -> t.name().filter(label::contentEquals).isPresent());
    }

    Target continueTarget(@Nullable Name label) {
        return label == null
                ? first(t -> t.kind() == Kind.LOOP)
                : first(t -> t.name().filter(label::contentEquals).isPresent());
    }

    Target yieldTarget() {
        return first(t -> t.kind() == Kind.VALUE);
    }

    private Target first(Predicate<Target> wanted) {
        // javac has checked that there is one.
        return targets.stream().filter(wanted).findFirst().orElseThrow(Refused::new);
    }
}
