package org.cotangent.codegen.fuzz;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Random jumps out of what surrounds a place, and the labels they need. */
final class Jumps {

    private enum Kind {
        LOOP,
        BLOCK,
        SWITCH
    }

    /** What a jump can lead to. */
    private static final class Target {
        private final String label;
        private final Kind kind;
        private boolean isNamed;

        Target(String label, Kind kind) {
            this.label = label;
            this.kind = kind;
        }
    }

    private final MethodWriter method;
    private Deque<Target> targets = new ArrayDeque<>();
    private Optional<Supplier<String>> leaving = Optional.empty();
    private boolean isHelper;
    private int closed;

    Jumps(MethodWriter method) {
        this.method = method;
    }

    /** Says what returns from the method. */
    void leaveBy(Supplier<String> statement, boolean helper) {
        leaving = Optional.of(statement);
        isHelper = helper;
    }

    /** The loop that a body makes, with its label if something names it. */
    String loop(Supplier<String> loop) {
        return around(Kind.LOOP, loop);
    }

    String block(Supplier<String> block) {
        return around(Kind.BLOCK, block);
    }

    private String around(Kind kind, Supplier<String> inside) {
        Target target = new Target(method.scope.freshName(kind == Kind.LOOP ? "loop" : "region"), kind);
        targets.push(target);
        String text = inside.get();
        targets.pop();
        return target.isNamed || method.scope.chance(5) ? target.label + ":\n" + text : text;
    }

    void enterSwitch() {
        targets.push(new Target("", Kind.SWITCH));
    }

    void leaveSwitch() {
        targets.pop();
    }

    /** Runs what writes a block that no jump may leave. */
    String closed(Supplier<String> block) {
        Deque<Target> outer = targets;
        targets = new ArrayDeque<>();
        closed++;
        String text = block.get();
        closed--;
        targets = outer;
        return text;
    }

    boolean isPossible() {
        return !targets.isEmpty() || closed == 0;
    }

    /** A statement that nothing may follow. */
    String statement() {
        boolean mayReturn = closed == 0 && leaving.isPresent();
        List<Target> all = targets.stream().filter(t -> t.kind != Kind.SWITCH).toList();
        if (mayReturn && (all.isEmpty() || method.scope.chance(method.scope.isInNestedLoop() ? 25 : 15))) {
            noteReturn();
            return leaving.orElseThrow().get();
        }
        if (all.isEmpty()) {
            return method.jumps.fromSwitch();
        }
        Target target = method.scope.pick(all);
        if (target.kind == Kind.BLOCK || method.scope.chance(50)) {
            return jump("break", target, target == targets.peek() && target.kind == Kind.LOOP);
        }
        Target innermost =
                targets.stream().filter(t -> t.kind == Kind.LOOP).findFirst().orElseThrow();
        return jump("continue", target, target == innermost);
    }

    private String fromSwitch() {
        return "break;\n";
    }

    private String jump(String word, Target target, boolean isInnermost) {
        boolean named = !isInnermost || method.scope.chance(15);
        target.isNamed |= named;
        if (word.equals("break")) {
            method.scope.note(isInnermost ? Syntax.BREAK : Syntax.BREAK_LABEL);
        } else {
            method.scope.note(isInnermost ? Syntax.CONTINUE : Syntax.CONTINUE_LABEL);
        }
        return word + (named ? " " + target.label : "") + ";\n";
    }

    private void noteReturn() {
        method.scope.note(Syntax.RETURN_EARLY);
        if (method.scope.isInNestedLoop()) {
            method.scope.note(Syntax.RETURN_IN_NESTED_LOOP);
        }
        if (isHelper && method.scope.isInLoop()) {
            method.scope.note(Syntax.RETURN_IN_HELPER_LOOP);
        }
    }
}
