package org.cotangent.codegen.processor;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Position;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.transform.Derivatives;
import org.cotangent.codegen.parse.ParsedMethod;
import org.cotangent.codegen.parse.Problem;
import org.cotangent.codegen.parse.Tag;

/** Tells which values the reverse sweep of a method's derivative keeps, and why: what makes it slow. */
final class Kept {

    private final Set<String> lines = new LinkedHashSet<>();
    private Optional<Position> position = Optional.empty();

    private Kept() {}

    /** A note with a line for each value that is kept. */
    static Problem of(ParsedMethod parsed, List<Variable> active) {
        Program function = parsed.inlined();
        Program derivative = parsed.output().isPresent()
                ? Derivatives.vjp(
                                function, active, List.of(parsed.output().get().variable()))
                        .program()
                : Derivatives.gradient(function, active).program();
        Kept kept = new Kept();
        for (Procedure procedure : derivative.procedures()) {
            kept.visit(procedure.body(), 0);
        }
        String name = "the reverse sweep of " + parsed.method().getSimpleName();
        String text =
                kept.lines.isEmpty() ? name + " keeps nothing" : name + " keeps:\n" + String.join("\n", kept.lines);
        return new Problem(Tag.KEPT, false, text, new Problem.AtElement(parsed.method()));
    }

    private void visit(Statement statement, int loops) {
        if (statement instanceof Statement.Comment comment && comment.position().isPresent()) {
            position = comment.position();
        } else if (statement instanceof Statement.Save save) {
            lines.add("    " + line(save, loops));
        }
        boolean isLoop = statement instanceof Statement.For || statement instanceof Statement.While;
        for (Statement.Block block : statement.blocks()) {
            block.statements().forEach(inner -> visit(inner, isLoop ? loops + 1 : loops));
        }
    }

    private String line(Statement.Save save, int loops) {
        String often = loops == 0
                ? "once"
                : loops == 1 ? "in each turn of a loop" : "in each turn of " + loops + " nested loops";
        return position.map(Position::toString).orElse("before the first statement") + ": "
                + save.site().name() + " (" + save.site().type() + "), " + often + ", " + why(save);
    }

    private static String why(Statement.Save save) {
        if (save.site().type().isArray()) {
            return "because the variable refers to another array later";
        }
        return save.site().type().isReal()
                ? "because it is overwritten later, and a derivative needs the value it had"
                : "because the way back depends on it: a branch, a number of turns, or an index";
    }
}
