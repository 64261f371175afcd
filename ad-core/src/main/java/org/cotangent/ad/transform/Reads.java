package org.cotangent.ad.transform;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.ExprVisitor;
import org.cotangent.ad.expr.Length;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Variable;
import org.jspecify.annotations.Nullable;

/** What an expression reads. Shared parts are visited once; nothing recurses on depth. */
final class Reads {

    private static final ExprVisitor<List<Expr>> CHILDREN = new ExprVisitor<>() {
        @Override
        public List<Expr> constant(Constant constant) {
            return List.of();
        }

        @Override
        public List<Expr> variable(Variable variable) {
            return List.of();
        }

        @Override
        public List<Expr> apply(Apply apply) {
            return apply.operands();
        }

        @Override
        public List<Expr> load(Load load) {
            return List.of(load.array(), load.index());
        }

        @Override
        public List<Expr> length(Length length) {
            return List.of(length.array());
        }
    };

    private Reads() {}

    /** Deeper expressions are visited with a record of what was seen. */
    private static final int SHALLOW = 4;

    /** Visits the expression and every part of it; parts that are deep or shared deep down once. */
    static void parts(Expr expression, Consumer<Expr> visit) {
        if (isShallow(expression, SHALLOW)) {
            shallowParts(expression, visit);
        } else {
            deepParts(expression, visit);
        }
    }

    private static boolean isShallow(Expr expression, int depth) {
        return expression.accept(new Depth(depth));
    }

    private static void shallowParts(Expr expression, Consumer<Expr> visit) {
        expression.accept(new Parts(visit));
    }

    /** Whether nothing lies deeper than so many levels. */
    private record Depth(int levels) implements ExprVisitor<Boolean> {
        @Override
        public Boolean constant(Constant constant) {
            return true;
        }

        @Override
        public Boolean variable(Variable variable) {
            return true;
        }

        @Override
        public Boolean apply(Apply apply) {
            boolean fits = levels > 0;
            for (int i = 0; fits && i < apply.arity(); i++) {
                fits = apply.operand(i).accept(new Depth(levels - 1));
            }
            return fits;
        }

        @Override
        public Boolean load(Load load) {
            Depth below = new Depth(levels - 1);
            return levels > 0 && load.array().accept(below) && load.index().accept(below);
        }

        @Override
        public Boolean length(Length length) {
            return levels > 0 && length.array().accept(new Depth(levels - 1));
        }
    }

    /** Visits an expression and its parts, outer before inner. */
    private record Parts(Consumer<Expr> visit) implements ExprVisitor<@Nullable Void> {
        @Override
        public @Nullable Void constant(Constant constant) {
            visit.accept(constant);
            return null;
        }

        @Override
        public @Nullable Void variable(Variable variable) {
            visit.accept(variable);
            return null;
        }

        @Override
        public @Nullable Void apply(Apply apply) {
            visit.accept(apply);
            for (int i = 0; i < apply.arity(); i++) {
                apply.operand(i).accept(this);
            }
            return null;
        }

        @Override
        public @Nullable Void load(Load load) {
            visit.accept(load);
            load.array().accept(this);
            return load.index().accept(this);
        }

        @Override
        public @Nullable Void length(Length length) {
            visit.accept(length);
            return length.array().accept(this);
        }
    }

    private static void deepParts(Expr expression, Consumer<Expr> visit) {
        Set<Expr> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Expr> pending = new ArrayDeque<>();
        pending.push(expression);
        while (!pending.isEmpty()) {
            Expr part = pending.pop();
            if (seen.add(part)) {
                visit.accept(part);
                part.accept(CHILDREN).forEach(pending::push);
            }
        }
    }

    /** Visits every variable read, array references included. */
    static void variables(Expr expression, Consumer<Variable> visit) {
        parts(expression, part -> {
            if (part instanceof Variable variable) {
                visit.accept(variable);
            }
        });
    }

    static boolean reads(Expr expression, Variable variable) {
        return any(expression, part -> part == variable);
    }

    static boolean any(Expr expression, Predicate<Expr> test) {
        boolean[] found = {false};
        parts(expression, part -> found[0] |= test.test(part));
        return found[0];
    }

    /** The variable that an array expression such as {@code m[i]} starts from. */
    static Variable base(Expr array) {
        Expr base = array;
        while (base instanceof Load load) {
            base = load.array();
        }
        if (base instanceof Variable variable) {
            return variable;
        }
        throw new IllegalArgumentException(
                "array expression " + array + " is neither a variable nor an element; assign it to a register first");
    }
}
