package org.cotangent.ad.transform.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.ir.Statement.Assign;
import org.cotangent.ad.ir.Statement.Store;

/** Random statements that move references to arrays. */
final class References {

    private References() {}

    /** @param mixing whether memory of different arrays may be mixed; a recursion could not tell its callers */
    static List<Statement> random(Scope scope, Expressions expressions, boolean mixing) {
        int choice = scope.random.nextInt(100);
        if (choice < 35) {
            return rowReference(scope, expressions);
        } else if (choice < 65) {
            return rowSwap(scope, expressions);
        } else if (choice < 85) {
            return bufferSwap(scope, mixing);
        }
        return mixing ? mixed(scope, expressions) : List.of();
    }

    /** {@code row = m[i]}. */
    private static List<Statement> rowReference(Scope scope, Expressions expressions) {
        Optional<Variable> matrix = scope.pick(Scope.MATRIX);
        if (matrix.isEmpty()) {
            return List.of();
        }
        scope.note(Construct.ROW_REFERENCE);
        Expr row = matrix.get().at(expressions.index(matrix.get(), scope.rows));
        Optional<Variable> old = scope.chance(40) ? sharing(scope, matrix.get()) : Optional.empty();
        Variable target = old.orElseGet(() -> scope.declare("row", Scope.DOUBLES));
        scope.share(target, row);
        return List.of(new Assign(target, row));
    }

    private static Optional<Variable> sharing(Scope scope, Variable array) {
        return scope.any(scope.all(Scope.DOUBLES).stream()
                .filter(v -> !scope.isFrozen(v) && scope.memory(v) == scope.memory(array))
                .toList());
    }

    /** {@code t = m[i]; m[i] = m[j]; m[j] = t}. */
    private static List<Statement> rowSwap(Scope scope, Expressions expressions) {
        Optional<Variable> matrix = scope.pick(Scope.MATRIX);
        if (matrix.isEmpty()) {
            return List.of();
        }
        scope.note(Construct.ROW_SWAP);
        Variable m = matrix.get();
        Expr i = expressions.index(m, scope.rows);
        Expr j = expressions.index(m, scope.rows);
        Variable row = scope.declare("row", Scope.DOUBLES);
        scope.share(row, m);
        return List.of(new Assign(row, m.at(i)), new Store(m, i, m.at(j)), new Store(m, j, row));
    }

    /** {@code t = a; a = b; b = t}. */
    private static List<Statement> bufferSwap(Scope scope, boolean mixing) {
        List<Variable> all = new ArrayList<>(scope.all(scope.chance(70) ? Scope.DOUBLES : Scope.MATRIX));
        all.removeIf(scope::isFrozen);
        Optional<Variable> a = scope.any(all);
        Optional<Variable> b =
                scope.any(all.stream().filter(v -> v != a.orElse(v)).toList());
        if (b.isEmpty() || a.isEmpty() || (!mixing && scope.memory(a.get()) != scope.memory(b.get()))) {
            return List.of();
        }
        scope.note(Construct.BUFFER_SWAP);
        Variable kept = scope.declare("kept", a.get().type());
        scope.share(kept, a.get());
        scope.share(a.get(), b.get());
        return List.of(new Assign(kept, a.get()), new Assign(a.get(), b.get()), new Assign(b.get(), kept));
    }

    /** {@code m[i] = x}, or a new matrix made of rows of others. */
    private static List<Statement> mixed(Scope scope, Expressions expressions) {
        Optional<Variable> row = scope.pick(Scope.DOUBLES);
        Optional<Variable> matrix = scope.pick(Scope.MATRIX);
        if (row.isEmpty()) {
            return List.of();
        }
        if (matrix.isPresent() && scope.chance(50)) {
            scope.note(Construct.ROW_OF_ANOTHER_ARRAY);
            scope.share(matrix.get(), row.get());
            return List.of(new Store(matrix.get(), expressions.index(matrix.get(), scope.rows), row.get()));
        }
        scope.note(Construct.RAGGED_MATRIX);
        List<Statement> made = new ArrayList<>();
        Variable ragged = Variable.of(scope.name("ragged"), Scope.MATRIX);
        made.add(new Statement.Allocate(ragged, List.of(Expr.constant(scope.rows))));
        for (int i = 0; i < scope.rows; i++) {
            Expr part = expressions.row().orElseThrow();
            scope.share(ragged, part);
            made.add(new Store(ragged, Expr.constant(i), part));
        }
        scope.show(ragged);
        return made;
    }
}
