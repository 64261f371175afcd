package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;

/**
 * What somebody should know before a function is differentiated: where values that have
 * derivatives decide or are cut off, where they go to code that has none, and which variables
 * cannot matter.
 */
public final class Influence {

    /** Something found in a program. */
    public sealed interface Finding {}

    /** A condition of a branch or loop compares values that have derivatives; it has none itself. */
    public record Decision(Expr comparison) implements Finding {}

    /** A value that has a derivative is made an integer, which has none. */
    public record Truncation(Expr conversion) implements Finding {}

    /** A routine without rules takes a value that has a derivative. */
    public record NoRule(External routine) implements Finding {}

    /**
     * The array of a static field may be written, given back, or stand for an array of variables: the
     * field is to stay as it is, and has no derivative.
     */
    public record SharedField(External field) implements Finding {}

    /** A variable that no result depends on. */
    public record NoInfluence(Variable variable) implements Finding {}

    private final Program program;
    private final Program normal;
    private final List<Finding> findings = new ArrayList<>();

    private Influence(Program program) {
        this.program = program;
        this.normal = Masks.checked(program);
    }

    /**
     * Everything found, in the order of the program.
     *
     * @param wrt parameters of the entry to differentiate by
     * @param outputs array parameters of the entry that receive values
     */
    public static List<Finding> of(Program program, Collection<Variable> wrt, Collection<Variable> outputs) {
        Influence influence = new Influence(program);
        influence.visit(wrt);
        wrt.stream()
                .filter(variable -> !influence.reaches(variable, outputs))
                .forEach(variable -> influence.findings.add(new NoInfluence(variable)));
        return List.copyOf(influence.findings);
    }

    private boolean reaches(Variable variable, Collection<Variable> outputs) {
        Procedure entry = normal.entry();
        BitSet mask = Masks.of(entry, List.of(variable));
        Activity activity = Activities.of(normal, mask).of(entry.name(), mask);
        return entry.results().stream().anyMatch(activity::isActive)
                || outputs.stream().anyMatch(activity::isActive);
    }

    private void visit(Collection<Variable> wrt) {
        Activities activities = Activities.of(normal, Masks.of(normal.entry(), wrt));
        for (Procedure procedure : program.procedures()) {
            for (BitSet mask : activities.masks(procedure.name())) {
                Activity activity = activities.of(procedure.name(), mask);
                Walk.statements(procedure.body(), statement -> visit(statement, activity));
                fields(procedure, activity);
            }
        }
    }

    private void fields(Procedure procedure, Activity activity) {
        Set<Object> stored = Usage.stored(procedure.body(), activity);
        Set<Object> given = new HashSet<>();
        procedure.results().stream()
                .filter(r -> r.type().isArray())
                .forEach(r -> given.add(activity.aliases().classOf((Object) r)));
        Walk.statements(procedure.body(), statement -> {
            if (statement instanceof Statement.Call call
                    && call.callee() instanceof External external
                    && external.isField()
                    && external.results().get(0).type().isArray()) {
                Variable array = call.results().get(0);
                Object memory = activity.aliases().classOf((Object) array);
                if (stored.contains(memory) || given.contains(memory) || activity.isActive(array)) {
                    add(new SharedField(external));
                }
            }
        });
    }

    private void visit(Statement statement, Activity activity) {
        if (statement instanceof Statement.If branch) {
            decisions(branch.condition(), activity);
        } else if (statement instanceof Statement.While loop) {
            decisions(loop.condition(), activity);
        } else if (statement instanceof Statement.Call call && call.callee() instanceof External external) {
            external(external, call, activity);
        }
        Walk.expressions(statement, expression -> truncations(expression, activity));
    }

    private void add(Finding finding) {
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }

    private void decisions(Expr condition, Activity activity) {
        Reads.parts(condition, part -> {
            if (part instanceof Apply apply && apply.type().equals(Type.BOOLEAN) && hasActive(apply, activity)) {
                add(new Decision(apply));
            }
        });
    }

    private void truncations(Expr expression, Activity activity) {
        Reads.parts(expression, part -> {
            if (part instanceof Apply apply && apply.type().isInteger() && hasActive(apply, activity)) {
                add(new Truncation(apply));
            }
            if (part instanceof Apply apply && apply.op() == Op.CONDITIONAL) {
                decisions(apply.operand(0), activity);
            }
        });
    }

    private static boolean hasActive(Apply apply, Activity activity) {
        return apply.operands().stream().anyMatch(activity::isActive);
    }

    private void external(External external, Statement.Call call, Activity activity) {
        boolean declared = !external.tangents().isEmpty()
                || !external.adjoints().isEmpty()
                || !external.partials().isEmpty();
        BitSet mask = activity.mask(call);
        boolean active = false;
        for (int i = 0; i < external.parameters().size(); i++) {
            active |= mask.get(i) && external.parameters().get(i).isInput();
        }
        boolean matters = external.results().stream().anyMatch(r -> r.type().isDifferentiable())
                || external.parameters().stream().anyMatch(External.Parameter::isOutput);
        if (active && matters && !declared) {
            add(new NoRule(external));
        }
    }
}
