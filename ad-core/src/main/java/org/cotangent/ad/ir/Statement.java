package org.cotangent.ad.ir;

import java.util.List;
import java.util.Optional;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a {@link Procedure}.
 *
 * <p>Expressions have no side effects but may throw as Java does (index out of bounds, division by
 * zero). {@code &&}, {@code ||} and {@code ?:} evaluate lazily.
 */
public sealed interface Statement {

    <R extends @Nullable Object> R accept(StatementVisitor<R> visitor);

    /** The blocks of statements that it holds: of a block itself, both sides of a branch, the body of a loop, else none. */
    default List<Block> blocks() {
        return List.of();
    }

    /**
     * {@code target = value}: a register, or a reference to an array.
     *
     * @param target of the type of {@code value}
     * @param guarded whether products in this statement's derivative are strong, because the value
     *     may be undefined where its adjoint is 0
     */
    record Assign(Variable target, Expr value, boolean guarded) implements Statement {
        public Assign {
            Types.requireSame("assignment to ", target, target.type(), value.type());
        }

        public Assign(Variable target, Expr value) {
            this(target, value, false);
        }

        /** The same assignment of another value; itself if the value is the same. */
        public Assign withValue(Expr other) {
            return other == value ? this : new Assign(target, other, guarded);
        }

        @Override
        public <R extends @Nullable Object> R accept(StatementVisitor<R> visitor) {
            return visitor.assign(this);
        }
    }

    /** {@code array[index] = value}: an element, or a row reference. A float element takes a rounded value. */
    record Store(Expr array, Expr index, Expr value) implements Statement {
        public Store {
            Types.requireSame("store into ", array, array.type().component(), value.type());
            Types.requireSame("index into ", array, Type.INT, index.type());
        }

        @Override
        public <R extends @Nullable Object> R accept(StatementVisitor<R> visitor) {
            return visitor.store(this);
        }
    }

    /** {@code target = new T[lengths[0]][lengths[1]]...}, filled with zeros; inner lengths may be left out. */
    record Allocate(Variable target, List<Expr> lengths) implements Statement {
        public Allocate {
            lengths = List.copyOf(lengths);
            if (lengths.isEmpty() || lengths.size() > target.type().rank()) {
                throw new IllegalArgumentException("allocation of " + target.type() + " " + target.name() + " with "
                        + lengths.size() + " lengths, expected 1 to the rank of the array");
            }
        }

        @Override
        public <R extends @Nullable Object> R accept(StatementVisitor<R> visitor) {
            return visitor.allocate(this);
        }
    }

    /** Statements in order; {@code break label} leaves them if there is a label. */
    record Block(String label, List<Statement> statements) implements Statement {
        public Block {
            statements = List.copyOf(statements);
        }

        public static Block of(List<Statement> statements) {
            return new Block("", statements);
        }

        public static Block of(Statement... statements) {
            return of(List.of(statements));
        }

        public boolean isEmpty() {
            return statements.isEmpty();
        }

        public boolean isLabelled() {
            return !label.isEmpty();
        }

        @Override
        public List<Block> blocks() {
            return List.of(this);
        }

        @Override
        public <R extends @Nullable Object> R accept(StatementVisitor<R> visitor) {
            return visitor.block(this);
        }
    }

    /** {@code if (condition) then else otherwise}. */
    record If(Expr condition, Block then, Block otherwise) implements Statement {
        public If {
            Types.requireSame("condition ", condition, Type.BOOLEAN, condition.type());
        }

        @Override
        public List<Block> blocks() {
            return List.of(then, otherwise);
        }

        @Override
        public <R extends @Nullable Object> R accept(StatementVisitor<R> visitor) {
            return visitor.branch(this);
        }
    }

    /**
     * A counted loop: {@code for (counter = from; counter < to; counter += step)}, or {@code >} for
     * a negative step. The bounds are evaluated once per turn but must not change in the body; the
     * body must not assign the counter; after the loop the counter is undefined. Bounds stay at
     * least one step away from the ends of int.
     *
     * @param label name for {@code break} and {@code continue}, unique in the procedure
     * @param counter int register
     * @param step not 0
     */
    record For(String label, Variable counter, Expr from, Expr to, int step, Block body) implements Statement {
        public For {
            Types.requireSame("counter ", counter, Type.INT, counter.type());
            Types.requireSame("start of loop ", label, Type.INT, from.type());
            Types.requireSame("end of loop ", label, Type.INT, to.type());
            if (step == 0) {
                throw new IllegalArgumentException("step of loop " + label + " is 0, expected any other int");
            }
        }

        /** The condition under which another turn is made. */
        public Expr condition() {
            return Expr.apply(step > 0 ? Op.INTEGER_LESS : Op.INTEGER_GREATER, counter, to);
        }

        @Override
        public List<Block> blocks() {
            return List.of(body);
        }

        @Override
        public <R extends @Nullable Object> R accept(StatementVisitor<R> visitor) {
            return visitor.count(this);
        }
    }

    /**
     * {@code while (condition) body}.
     *
     * @param label name for {@code break} and {@code continue}, unique in the procedure
     */
    record While(String label, Expr condition, Block body) implements Statement {
        public While {
            Types.requireSame("condition of loop ", label, Type.BOOLEAN, condition.type());
        }

        @Override
        public List<Block> blocks() {
            return List.of(body);
        }

        @Override
        public <R extends @Nullable Object> R accept(StatementVisitor<R> visitor) {
            return visitor.loop(this);
        }
    }

    /** Leaves the enclosing loop or labelled block of that label. */
    record Break(String label) implements Statement {
        @Override
        public <R extends @Nullable Object> R accept(StatementVisitor<R> visitor) {
            return visitor.leave(this);
        }
    }

    /** Goes to the next turn of the enclosing loop of that label. */
    record Continue(String label) implements Statement {
        @Override
        public <R extends @Nullable Object> R accept(StatementVisitor<R> visitor) {
            return visitor.next(this);
        }
    }

    /** Leaves the procedure; its result registers hold the results. */
    record Return() implements Statement {
        @Override
        public <R extends @Nullable Object> R accept(StatementVisitor<R> visitor) {
            return visitor.exit(this);
        }
    }

    /**
     * Throws a Java exception.
     *
     * @param exception its class name, with a constructor taking a message
     * @param pieces texts of the message before, between and behind the values; none for an exception
     *     that is thrown without a message, by a constructor that takes nothing
     * @param values scalars whose values the message tells
     */
    record Throw(String exception, List<String> pieces, List<Expr> values) implements Statement {

        private static final String PLACE = "{}";

        public Throw {
            pieces = List.copyOf(pieces);
            values = List.copyOf(values);
            String message = String.join(PLACE, pieces);
            for (Expr value : values) {
                if (value.type().isArray()) {
                    throw new IllegalArgumentException("message \"" + message + "\" tells " + value + ", a "
                            + value.type() + ", expected a scalar");
                }
            }
            if (pieces.size() != values.size() + 1 && !(pieces.isEmpty() && values.isEmpty())) {
                throw new IllegalArgumentException("message \"" + message + "\" has " + (pieces.size() - 1)
                        + " places, expected one " + PLACE + " for each of " + values);
            }
        }

        /** @param message with {@value #PLACE} for each value, if there are values */
        public Throw(String exception, String message, List<Expr> values) {
            this(
                    exception,
                    values.isEmpty()
                            ? List.of(message)
                            : List.of(message.split(java.util.regex.Pattern.quote(PLACE), -1)),
                    values);
        }

        public Throw(String exception, String message) {
            this(exception, message, List.of());
        }

        /** The message with {@value #PLACE} for each value, for people. */
        public String message() {
            return String.join(PLACE, pieces);
        }

        @Override
        public <R extends @Nullable Object> R accept(StatementVisitor<R> visitor) {
            return visitor.fail(this);
        }
    }

    /**
     * Calls a procedure of the same {@link Program}, or external code: scalars by value, arrays by
     * reference.
     *
     * @param results registers that receive its results; none of them a variable of the arguments
     */
    record Call(List<Variable> results, Callee callee, List<Expr> arguments) implements Statement {
        public Call {
            results = List.copyOf(results);
            arguments = List.copyOf(arguments);
        }

        /** @param procedure the name of a procedure of the same program */
        public Call(List<Variable> results, String procedure, List<Expr> arguments) {
            this(results, new Callee.Internal(procedure), arguments);
        }

        @Override
        public <R extends @Nullable Object> R accept(StatementVisitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /** Keeps a value on the site's tape, a stack. */
    record Save(Site site, Expr value) implements Statement {
        public Save {
            Types.requireSame("save at ", site, site.type(), value.type());
        }

        @Override
        public <R extends @Nullable Object> R accept(StatementVisitor<R> visitor) {
            return visitor.save(this);
        }
    }

    /** Takes the value kept last off the site's tape. */
    record Restore(Site site, Variable target) implements Statement {
        public Restore {
            Types.requireSame("restore at ", site, site.type(), target.type());
        }

        @Override
        public <R extends @Nullable Object> R accept(StatementVisitor<R> visitor) {
            return visitor.restore(this);
        }
    }

    /**
     * A line for the reader of generated code, such as the source statement that the next statement
     * derives from. Derivatives carry it along, so that what fails there can be found in the source.
     *
     * @param position where the source statement stands, if it has one
     */
    record Comment(String text, Optional<Position> position) implements Statement {

        public Comment(String text) {
            this(text, Optional.empty());
        }

        @Override
        public <R extends @Nullable Object> R accept(StatementVisitor<R> visitor) {
            return visitor.comment(this);
        }
    }
}
