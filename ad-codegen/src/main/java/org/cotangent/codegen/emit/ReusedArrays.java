package org.cotangent.codegen.emit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;

/**
 * Finds arrays that an entry procedure makes and that nobody knows when it has ended: the next call
 * may use them again. In a loop the next turn may, if all that refers to the array is one register,
 * assigned there and used in the rest of the block only.
 */
final class ReusedArrays {

    private final Map<Object, Object> parents = new HashMap<>();
    private final Set<Object> escaping = new HashSet<>();
    private final Set<Object> shared = new HashSet<>();
    private final Set<Statement.Allocate> reused = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Statement.Block whole;

    private ReusedArrays(Procedure procedure) {
        this.whole = procedure.body();
        procedure.parameters().forEach(this::escape);
        procedure.results().forEach(this::escape);
        visit(procedure.body());
        find(procedure.body().statements(), false);
    }

    /** @param procedure an entry that does not call itself */
    static Set<Statement.Allocate> of(Procedure procedure) {
        return new ReusedArrays(procedure).reused;
    }

    private void escape(Variable variable) {
        if (variable.type().isArray()) {
            escaping.add(root(variable));
        }
    }

    private void visit(Statement statement) {
        if (statement instanceof Statement.Assign assign
                && assign.target().type().isArray()) {
            union(assign.target(), base(assign.value()));
        } else if (statement instanceof Statement.Store store
                && store.value().type().isArray()) {
            mark(escaping, base(store.value()));
        } else if (statement instanceof Statement.Save save
                && save.value().type().isArray()) {
            union(save.site(), base(save.value()));
            mark(shared, save.site());
        } else if (statement instanceof Statement.Restore restore
                && restore.target().type().isArray()) {
            union(restore.site(), restore.target());
            mark(shared, restore.site());
        } else if (statement instanceof Statement.Call call) {
            visit(call);
        }
        Blocks.of(statement).forEach(block -> block.statements().forEach(this::visit));
    }

    /** A callee may put a row into another of its arguments, give it back, or keep it for its reverse sweep. */
    private void visit(Statement.Call call) {
        List<Expr> arrays =
                call.arguments().stream().filter(a -> a.type().isArray()).toList();
        boolean gives = call.results().stream().anyMatch(r -> r.type().isArray());
        boolean holds = arrays.stream().anyMatch(a -> a.type().rank() > 1);
        for (Expr array : arrays) {
            mark(shared, base(array));
            if (gives || holds) {
                mark(escaping, base(array));
            }
        }
    }

    private static Variable base(Expr array) {
        Expr base = array;
        while (base instanceof Load load) {
            base = load.array();
        }
        return (Variable) base;
    }

    private Object root(Object member) {
        Object root = member;
        for (Object next = parents.get(root); next != null; next = parents.get(root)) {
            root = next;
        }
        return root;
    }

    private void union(Object first, Object second) {
        Object a = root(first);
        Object b = root(second);
        if (a != b) {
            parents.put(a, b);
            move(escaping, a, b);
            move(shared, a, b);
            shared.add(b);
        }
    }

    private static void move(Set<Object> marks, Object from, Object to) {
        if (marks.remove(from)) {
            marks.add(to);
        }
    }

    private void mark(Set<Object> marks, Object member) {
        marks.add(root(member));
    }

    private void find(List<Statement> statements, boolean inLoop) {
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            if (statement instanceof Statement.Allocate allocate && isReusable(allocate)) {
                List<Statement> rest = new ArrayList<>(statements.subList(i, statements.size()));
                if (!inLoop || isOfBlock(allocate.target(), rest)) {
                    reused.add(allocate);
                }
            }
            boolean inner = inLoop || statement instanceof Statement.For || statement instanceof Statement.While;
            Blocks.of(statement).forEach(block -> find(block.statements(), inner));
        }
    }

    private boolean isReusable(Statement.Allocate allocate) {
        Type type = allocate.target().type();
        return type.kind() == Type.Kind.DOUBLE
                && allocate.lengths().size() == type.rank()
                && !escaping.contains(root(allocate.target()));
    }

    /** Whether the only register that refers to the array is assigned here and used in the rest of the block. */
    private boolean isOfBlock(Variable array, List<Statement> rest) {
        return !shared.contains(root(array)) && occurrences(array, List.of(whole)) == occurrences(array, rest);
    }

    /** In how many statements a register occurs, nested ones counted by themselves. */
    private static int occurrences(Variable variable, List<? extends Statement> statements) {
        int count = 0;
        for (Statement statement : statements) {
            List<Statement.Block> blocks = Blocks.of(statement);
            Set<Variable> own =
                    blocks.isEmpty() ? Usage.of(statement, List.of()).all() : head(statement);
            count += own.contains(variable) ? 1 : 0;
            for (Statement.Block block : blocks) {
                count += occurrences(variable, block.statements());
            }
        }
        return count;
    }

    /** What a statement that holds others reads itself. */
    private static Set<Variable> head(Statement statement) {
        Set<Variable> reads = new HashSet<>();
        if (statement instanceof Statement.If branch) {
            reads.addAll(Usage.reads(branch.condition()));
        } else if (statement instanceof Statement.While loop) {
            reads.addAll(Usage.reads(loop.condition()));
        } else if (statement instanceof Statement.For loop) {
            reads.addAll(Usage.reads(loop.from()));
            reads.addAll(Usage.reads(loop.to()));
        }
        return reads;
    }
}
