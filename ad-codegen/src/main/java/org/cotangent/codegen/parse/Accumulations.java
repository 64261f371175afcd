package org.cotangent.codegen.parse;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Length;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;

/** Tells which arrays a procedure does nothing with but add to their elements. */
final class Accumulations {

    private final Variable array;
    private boolean other;

    private Accumulations(Variable array) {
        this.array = array;
    }

    /** The names of parameters out of some that are assigned, read, passed on or referred to. */
    static Set<String> notAdded(Procedure procedure, Set<String> names) {
        Set<String> found = new HashSet<>();
        for (Variable parameter : procedure.parameters()) {
            if (names.contains(parameter.name())) {
                Accumulations uses = new Accumulations(parameter);
                Copying.walk(procedure.body(), uses::visit);
                if (uses.other) {
                    found.add(parameter.name());
                }
            }
        }
        return found;
    }

    private void visit(Statement statement) {
        if (statement instanceof Statement.Store store && base(store.array()) == array) {
            store(store);
        } else {
            expressions(statement).forEach(this::read);
        }
    }

    private static List<Expr> expressions(Statement statement) {
        if (statement instanceof Statement.Assign assign) {
            return List.of(assign.value());
        }
        if (statement instanceof Statement.Store store) {
            return List.of(store.array(), store.index(), store.value());
        }
        if (statement instanceof Statement.Allocate allocate) {
            return allocate.lengths();
        }
        if (statement instanceof Statement.Call call) {
            return call.arguments();
        }
        if (statement instanceof Statement.Throw failure) {
            return failure.values();
        }
        if (statement instanceof Statement.If branch) {
            return List.of(branch.condition());
        }
        if (statement instanceof Statement.For loop) {
            return List.of(loop.from(), loop.to());
        }
        return statement instanceof Statement.While loop ? List.of(loop.condition()) : List.of();
    }

    private void store(Statement.Store store) {
        indices(store.array());
        read(store.index());
        Expr element = store.array().at(store.index());
        boolean adds = store.value() instanceof Apply sum
                && (sum.op() == Op.ADD || sum.op() == Op.SUBTRACT)
                && sum.operand(0).equals(element);
        if (adds) {
            read(((Apply) store.value()).operand(1));
        } else {
            other = true;
        }
    }

    private void indices(Expr place) {
        if (place instanceof Load load) {
            indices(load.array());
            read(load.index());
        }
    }

    private static Expr base(Expr place) {
        return place instanceof Load load ? base(load.array()) : place;
    }

    /** Notes a use as a value; lengths may be read. */
    private void read(Expr expression) {
        if (expression == array) {
            other = true;
        } else if (expression instanceof Length length) {
            indices(length.array());
        } else if (expression instanceof Load load) {
            read(load.array());
            read(load.index());
        } else if (expression instanceof Apply apply) {
            List<Expr> operands = apply.operands();
            operands.forEach(this::read);
        }
    }
}
