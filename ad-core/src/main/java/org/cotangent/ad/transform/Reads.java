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

/** What an expression reads. Parts shared deep down are visited once; nothing recurses on depth. */
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

    /** What lies deeper is visited with a record of what was seen. */
    private static final int SHALLOW = 4;

    /** Visits the expression and every part of it; parts that are deep down once. */
    static void parts(Expr expression, Consumer<Expr> visit) {
        new Parts(visit).of(expression);
    }

    /** Visits an expression and its parts, outer before inner. */
    static final class Parts implements ExprVisitor<@Nullable Void> {
        private final Consumer<Expr> visit;
        private int depth;
        private Set<Expr> seen = Set.of();
        private boolean deep;

        Parts(Consumer<Expr> visit) {
            this.visit = visit;
        }

        /** Visits one expression; may be called for one after the other. */
        void of(Expr expression) {
            seen = Set.of();
            deep = false;
            expression.accept(this);
        }

        /** Whether the last expression had parts so deep that they were visited only once each. */
        boolean wentDeep() {
            return deep;
        }

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
            if (depth == SHALLOW) {
                return deep(apply);
            }
            visit.accept(apply);
            depth++;
            for (int i = 0; i < apply.arity(); i++) {
                Expr operand = apply.operand(i);
                if (operand instanceof Variable || operand instanceof Constant) {
                    visit.accept(operand);
                } else {
                    operand.accept(this);
                }
            }
            depth--;
            return null;
        }

        @Override
        public @Nullable Void load(Load load) {
            if (depth == SHALLOW) {
                return deep(load);
            }
            visit.accept(load);
            depth++;
            load.array().accept(this);
            load.index().accept(this);
            depth--;
            return null;
        }

        @Override
        public @Nullable Void length(Length length) {
            if (depth == SHALLOW) {
                return deep(length);
            }
            visit.accept(length);
            depth++;
            length.array().accept(this);
            depth--;
            return null;
        }

        private @Nullable Void deep(Expr expression) {
            deep = true;
            if (seen.isEmpty()) {
                seen = Collections.newSetFromMap(new IdentityHashMap<>());
            }
            Deque<Expr> pending = new ArrayDeque<>();
            pending.push(expression);
            while (!pending.isEmpty()) {
                Expr part = pending.pop();
                if (seen.add(part)) {
                    visit.accept(part);
                    part.accept(CHILDREN).forEach(pending::push);
                }
            }
            return null;
        }
    }

    /** Visits every variable read, array references included. */
    static void variables(Expr expression, Consumer<Variable> visit) {
        variables(visit).of(expression);
    }

    /** A visitor of every variable read, for one expression after the other. */
    static Parts variables(Consumer<Variable> visit) {
        return new Parts(part -> {
            if (part instanceof Variable variable) {
                visit.accept(variable);
            }
        });
    }

    static boolean reads(Expr expression, Variable variable) {
        if (!(expression instanceof Apply apply)) {
            return expression == variable
                    || (!(expression instanceof Constant) && any(expression, part -> part == variable));
        }
        for (int i = 0; i < apply.arity(); i++) {
            Expr operand = apply.operand(i);
            boolean leaf = operand instanceof Constant || operand instanceof Variable;
            if (leaf ? operand == variable : any(operand, part -> part == variable)) {
                return true;
            }
        }
        return false;
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
