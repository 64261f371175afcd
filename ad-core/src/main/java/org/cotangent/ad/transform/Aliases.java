package org.cotangent.ad.transform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Site;
import org.cotangent.ad.ir.Statement;

/**
 * Which array variables of a procedure may reach the same memory: classes of a union-find over
 * reference assignments, stores of rows, reference tapes and calls (Steensgaard, 1996, without
 * fields). A matrix and its rows are one class.
 */
final class Aliases {

    private final Map<Object, Object> parents = new HashMap<>();
    private final Map<Object, Object> classes = new HashMap<>();

    /** @param memory how calls join arguments and results, and tapes join procedures */
    static Aliases of(Procedure procedure, Memory memory) {
        Aliases aliases = apart(procedure, memory);
        for (Variable parameter : procedure.parameters()) {
            memory.overlaps(parameter).forEach(other -> aliases.union(parameter, other));
        }
        return aliases;
    }

    /** The classes that a call makes whose arguments are different arrays. */
    static Aliases apart(Procedure procedure, Memory memory) {
        Aliases aliases = new Aliases();
        Walk.statements(procedure.body(), statement -> aliases.add(statement, memory));
        return aliases;
    }

    private void add(Statement statement, Memory memory) {
        if (statement instanceof Statement.Assign assign
                && assign.target().type().isArray()) {
            union(assign.target(), Reads.base(assign.value()));
        } else if (statement instanceof Statement.Store store
                && store.value().type().isArray()) {
            union(Reads.base(store.array()), Reads.base(store.value()));
        } else if (statement instanceof Statement.Save save
                && save.value().type().isArray()) {
            union(save.site(), Reads.base(save.value()));
        } else if (statement instanceof Statement.Restore restore
                && restore.target().type().isArray()) {
            union(restore.site(), restore.target());
            memory.carried(restore.site()).forEach(variable -> union(restore.site(), variable));
        } else if (statement instanceof Statement.Call call) {
            join(call, memory.of(call.callee()));
        }
    }

    private void join(Statement.Call call, Effects effects) {
        Map<Integer, Object> first = new HashMap<>();
        List<Expr> arguments = call.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).type().isArray()) {
                join(first, effects.parameterClass(i), Reads.base(arguments.get(i)));
            }
        }
        for (int i = 0; i < call.results().size(); i++) {
            if (call.results().get(i).type().isArray()) {
                join(first, effects.resultClass(i), call.results().get(i));
            }
        }
    }

    private void join(Map<Integer, Object> first, int group, Object member) {
        Object other = first.putIfAbsent(group, member);
        if (other != null) {
            union(other, member);
        }
    }

    /**
     * The class of an array variable or of a reference site: an object that is equal to no other
     * class and to no variable, so that analyses can put both into one set.
     */
    Object classOf(Object member) {
        return classes.computeIfAbsent(root(member), absent -> new Object());
    }

    private Object root(Object member) {
        Object root = member;
        for (Object next = parents.get(root); next != null; next = parents.get(root)) {
            root = next;
        }
        Object walk = member;
        while (walk != root) {
            Object next = parents.put(walk, root);
            walk = next == null ? root : next;
        }
        return root;
    }

    /** The class of the memory that an array expression refers to. */
    Object classOf(Expr array) {
        return classOf((Object) Reads.base(array));
    }

    Object classOf(Site site) {
        return classOf((Object) site);
    }

    private void union(Object a, Object b) {
        Object rootA = root(a);
        Object rootB = root(b);
        if (rootA != rootB) {
            parents.put(rootA, rootB);
        }
    }
}
