package org.cotangent.codegen.emit;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;

/**
 * What stands for results in a return: the expressions that were assigned to them right before it,
 * so that no local is declared only to be returned.
 */
final class ReturnValues {

    private final Map<Variable, Expr> values = new HashMap<>();
    private final Set<Statement> replaced = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Variable> read = new HashSet<>();

    private ReturnValues() {}

    /** The values for a block that ends with a return; of others, none. */
    static ReturnValues of(List<Statement> statements, Callee self, Declarations declarations) {
        ReturnValues found = new ReturnValues();
        int last = statements.size() - 1;
        if (last < 0 || !(statements.get(last) instanceof Statement.Return)) {
            return found;
        }
        for (int i = last - 1; i >= 0; i--) {
            if (!(statements.get(i) instanceof Statement.Assign assign)
                    || !declarations.zeroedBefore(assign).isEmpty()
                    || !found.take(assign, self)) {
                break;
            }
        }
        return found;
    }

    /** Takes an assignment if its result is handed over once and in the end. */
    private boolean take(Statement.Assign assign, Callee self) {
        Variable target = assign.target();
        List<Variable> results = self.procedure().results();
        long places = results.stream().filter(r -> r == target).count();
        boolean fits = target.type().equals(Type.DOUBLE) || self.isReturned(results.indexOf(target));
        if (places != 1 || !fits || target.type().isArray() || read.contains(target) || values.containsKey(target)) {
            return false;
        }
        values.put(target, assign.value());
        replaced.add(assign);
        read.addAll(Usage.reads(assign.value()));
        return true;
    }

    /** Whether a statement is not to be written, as the return contains its value. */
    boolean replaces(Statement statement) {
        return replaced.contains(statement);
    }

    /** What stands for a result. */
    Expr of(Variable result) {
        return values.getOrDefault(result, result);
    }
}
