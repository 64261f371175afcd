package org.cotangent.ad.transform.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.cotangent.ad.eval.Interpreter;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.ir.Statement.Block;

/**
 * Makes a failing program smaller while it fails in the same way: statements are deleted, unwrapped
 * and given simpler expressions, one change at a time, until no change is possible (Zeller and
 * Hildebrandt, 2002, delta debugging).
 */
final class Shrinker {

    private static final int MAX_ATTEMPTS = 8_000;

    private final Predicate<Sample> fails;
    private Sample best;
    private int attempts;

    private Shrinker(Sample sample, Predicate<Sample> fails) {
        this.best = sample;
        this.fails = fails;
    }

    /** @param fails whether a program that runs shows the failure; exceptions count as not */
    static Sample shrink(Sample sample, Predicate<Sample> fails) {
        Shrinker shrinker = new Shrinker(sample, fails);
        while (shrinker.improve()) {
            // each success starts over, as it may have made room for more
        }
        return shrinker.best;
    }

    private boolean improve() {
        boolean improved = dropCallees();
        for (Procedure procedure : List.copyOf(best.program().procedures())) {
            improved |= improve(procedure.name());
        }
        return improved && attempts < MAX_ATTEMPTS;
    }

    private boolean dropCallees() {
        Program program = best.program();
        for (Procedure callee : program.callees()) {
            List<Procedure> others = new ArrayList<>(program.callees());
            others.remove(callee);
            if (attempt(Program.of(program.entry(), others))) {
                return true;
            }
        }
        return false;
    }

    private boolean improve(String name) {
        boolean improved = false;
        int position = 0;
        while (attempts < MAX_ATTEMPTS) {
            Procedure procedure = best.program().procedure(name);
            int count = Editing.count(procedure.body());
            if (position >= count) {
                return improved;
            }
            if (improveAt(procedure, position)) {
                improved = true;
            } else {
                position++;
            }
        }
        return improved;
    }

    private boolean improveAt(Procedure procedure, int position) {
        Statement statement = Editing.at(procedure.body(), position);
        for (List<Statement> replacement : simpler(statement)) {
            Block body = Editing.replace(procedure.body(), position, replacement);
            if (attempt(replace(best.program(), procedure.withBody(body)))) {
                return true;
            }
        }
        return false;
    }

    static Program replace(Program program, Procedure procedure) {
        List<Procedure> all = new ArrayList<>();
        for (Procedure old : program.procedures()) {
            all.add(old.name().equals(procedure.name()) ? procedure : old);
        }
        return Program.of(all.get(0), all.subList(1, all.size()));
    }

    private boolean attempt(Program program) {
        attempts++;
        Sample candidate = best.withProgram(program);
        try {
            Object[] arguments =
                    candidate.arguments().stream().map(Values::copy).toArray();
            Interpreter.of(program).run(arguments);
            if (fails.test(candidate)) {
                best = candidate;
                return true;
            }
        } catch (RuntimeException | StackOverflowError invalid) {
            return false;
        }
        return false;
    }

    /** Replacements to try, from the most to the least radical. What ends loops and recursions stays. */
    private static List<List<Statement>> simpler(Statement statement) {
        List<List<Statement>> simpler = new ArrayList<>();
        if (!isFuel(statement) && !(statement instanceof Statement.Break)) {
            simpler.add(List.of());
        }
        if (statement instanceof Statement.If branch && !isFuel(branch) && !readsDepth(branch.condition())) {
            simpler.add(branch.then().statements());
            simpler.add(branch.otherwise().statements());
            simpler.add(List.of(new Statement.If(branch.condition(), branch.then(), Block.of())));
        } else if (statement instanceof Statement.For loop) {
            simpler.add(loop.body().statements());
        } else if (statement instanceof Block block) {
            simpler.add(block.statements());
        }
        for (int i = 0; i < Editing.expressions(statement).size(); i++) {
            for (Expr expression : simpler(Editing.expressions(statement).get(i))) {
                if (!isFuel(statement) && !(statement instanceof Statement.While)) {
                    simpler.add(List.of(Editing.withExpression(statement, i, expression)));
                }
            }
        }
        return simpler;
    }

    private static boolean isFuel(Statement statement) {
        return (statement instanceof Statement.Assign assign
                        && assign.target().name().startsWith("fuel"))
                || (statement instanceof Statement.If branch && readsNamed(branch.condition(), "fuel"));
    }

    private static boolean readsDepth(Expr expression) {
        return readsNamed(expression, "depth");
    }

    private static boolean readsNamed(Expr expression, String prefix) {
        java.util.Set<Variable> read = new java.util.HashSet<>();
        Expression.variables(expression, read);
        return read.stream().anyMatch(v -> v.name().startsWith(prefix));
    }

    private static List<Expr> simpler(Expr expression) {
        List<Expr> simpler = new ArrayList<>();
        if (expression instanceof Constant || readsDepth(expression)) {
            return simpler;
        }
        if (expression.type().equals(Type.DOUBLE)) {
            simpler.add(Expr.constant(0.5));
        } else if (expression.type().equals(Type.INT)) {
            simpler.add(Expr.constant(0));
            simpler.add(Expr.constant(1));
        } else if (expression.type().equals(Type.BOOLEAN)) {
            simpler.add(Expr.constant(true));
            simpler.add(Expr.constant(false));
        }
        if (expression instanceof Variable) {
            return simpler;
        }
        List<Expr> operands = Expression.operands(expression);
        for (Expr operand : operands) {
            if (operand.type().equals(expression.type())) {
                simpler.add(operand);
            }
        }
        for (int i = 0; i < operands.size(); i++) {
            Expr operand = operands.get(i);
            for (Expr smaller : simpler(operand)) {
                if (smaller.type().equals(operand.type())) {
                    int[] position = {0};
                    int changed = i;
                    simpler.add(Expression.mapOperands(expression, o -> position[0]++ == changed ? smaller : o));
                }
            }
        }
        return simpler;
    }
}
