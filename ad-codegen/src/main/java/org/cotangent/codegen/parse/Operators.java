package org.cotangent.codegen.parse;

import com.sun.source.tree.Tree;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Type.Kind;

/** Java's operators on two scalars of one kind, as operations. */
final class Operators {

    private static final Map<Tree.Kind, Row> ROWS = new EnumMap<>(Tree.Kind.class);

    /** What an operator is on doubles (floats are rounded afterwards), ints, longs and booleans. */
    private record Row(Optional<Op> real, Optional<Op> integer, Optional<Op> wide, Optional<Op> truth) {}

    static {
        numbers(Tree.Kind.PLUS, Op.ADD, Op.INT_ADD, Op.LONG_ADD);
        numbers(Tree.Kind.MINUS, Op.SUBTRACT, Op.INT_SUBTRACT, Op.LONG_SUBTRACT);
        numbers(Tree.Kind.MULTIPLY, Op.MULTIPLY, Op.INT_MULTIPLY, Op.LONG_MULTIPLY);
        numbers(Tree.Kind.DIVIDE, Op.DIVIDE, Op.INT_DIVIDE, Op.LONG_DIVIDE);
        numbers(Tree.Kind.REMAINDER, Op.REMAINDER, Op.INT_REMAINDER, Op.LONG_REMAINDER);
        numbers(Tree.Kind.LESS_THAN, Op.LESS, Op.INTEGER_LESS, Op.INTEGER_LESS);
        numbers(Tree.Kind.LESS_THAN_EQUAL, Op.LESS_OR_EQUAL, Op.INTEGER_LESS_OR_EQUAL, Op.INTEGER_LESS_OR_EQUAL);
        numbers(Tree.Kind.GREATER_THAN, Op.GREATER, Op.INTEGER_GREATER, Op.INTEGER_GREATER);
        numbers(
                Tree.Kind.GREATER_THAN_EQUAL,
                Op.GREATER_OR_EQUAL,
                Op.INTEGER_GREATER_OR_EQUAL,
                Op.INTEGER_GREATER_OR_EQUAL);
        all(Tree.Kind.EQUAL_TO, Op.EQUAL, Op.INTEGER_EQUAL, Op.INTEGER_EQUAL, Op.BOOLEAN_EQUAL);
        all(Tree.Kind.NOT_EQUAL_TO, Op.NOT_EQUAL, Op.INTEGER_NOT_EQUAL, Op.INTEGER_NOT_EQUAL, Op.EXCLUSIVE_OR);
        discrete(Tree.Kind.AND, Op.INT_AND, Op.LONG_AND, Op.BOTH);
        discrete(Tree.Kind.OR, Op.INT_OR, Op.LONG_OR, Op.EITHER);
        discrete(Tree.Kind.XOR, Op.INT_XOR, Op.LONG_XOR, Op.EXCLUSIVE_OR);
        shift(Tree.Kind.LEFT_SHIFT, Op.INT_SHIFT_LEFT, Op.LONG_SHIFT_LEFT);
        shift(Tree.Kind.RIGHT_SHIFT, Op.INT_SHIFT_RIGHT, Op.LONG_SHIFT_RIGHT);
        shift(Tree.Kind.UNSIGNED_RIGHT_SHIFT, Op.INT_SHIFT_RIGHT_UNSIGNED, Op.LONG_SHIFT_RIGHT_UNSIGNED);
    }

    private Operators() {}

    private static void numbers(Tree.Kind kind, Op real, Op integer, Op wide) {
        ROWS.put(kind, new Row(Optional.of(real), Optional.of(integer), Optional.of(wide), Optional.empty()));
    }

    private static void all(Tree.Kind kind, Op real, Op integer, Op wide, Op truth) {
        ROWS.put(kind, new Row(Optional.of(real), Optional.of(integer), Optional.of(wide), Optional.of(truth)));
    }

    private static void discrete(Tree.Kind kind, Op integer, Op wide, Op truth) {
        ROWS.put(kind, new Row(Optional.empty(), Optional.of(integer), Optional.of(wide), Optional.of(truth)));
    }

    private static void shift(Tree.Kind kind, Op integer, Op wide) {
        ROWS.put(kind, new Row(Optional.empty(), Optional.of(integer), Optional.of(wide), Optional.empty()));
    }

    /** The operation, if there is one for that kind. */
    static Optional<Op> of(Tree.Kind operator, Kind operands) {
        Row row = ROWS.get(operator);
        if (row == null) {
            return Optional.empty();
        }
        return switch (operands) {
            case DOUBLE, FLOAT -> row.real();
            case INT -> row.integer();
            case LONG -> row.wide();
            case BOOLEAN -> row.truth();
        };
    }

    static boolean isShift(Tree.Kind operator) {
        return operator == Tree.Kind.LEFT_SHIFT
                || operator == Tree.Kind.RIGHT_SHIFT
                || operator == Tree.Kind.UNSIGNED_RIGHT_SHIFT;
    }

    /** The operator of a compound assignment, such as {@code +} of {@code +=}. */
    static Tree.Kind ofCompound(Tree.Kind assignment) {
        return switch (assignment) {
            case PLUS_ASSIGNMENT -> Tree.Kind.PLUS;
            case MINUS_ASSIGNMENT -> Tree.Kind.MINUS;
            case MULTIPLY_ASSIGNMENT -> Tree.Kind.MULTIPLY;
            case DIVIDE_ASSIGNMENT -> Tree.Kind.DIVIDE;
            case REMAINDER_ASSIGNMENT -> Tree.Kind.REMAINDER;
            case AND_ASSIGNMENT -> Tree.Kind.AND;
            case OR_ASSIGNMENT -> Tree.Kind.OR;
            case XOR_ASSIGNMENT -> Tree.Kind.XOR;
            case LEFT_SHIFT_ASSIGNMENT -> Tree.Kind.LEFT_SHIFT;
            case RIGHT_SHIFT_ASSIGNMENT -> Tree.Kind.RIGHT_SHIFT;
            case UNSIGNED_RIGHT_SHIFT_ASSIGNMENT -> Tree.Kind.UNSIGNED_RIGHT_SHIFT;
            default -> throw new IllegalArgumentException(assignment + " is no compound assignment");
        };
    }
}
