package org.cotangent.codegen.parse;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.SimpleTreeVisitor;
import javax.lang.model.element.VariableElement;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Type.Kind;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Reads expressions. What they do besides giving a value (assignments, calls, new arrays) becomes
 * statements before the one that they stand in; Java's order of evaluation is kept.
 */
final class ExpressionReader extends SimpleTreeVisitor<Value, @Nullable Void> {

    private final Reading reading;
    private final Writer writer;
    private final Assignments assignments;
    private final Calls calls;
    private final NewArrays newArrays;
    private final Names names;
    private final SwitchReader switches;

    ExpressionReader(Reading reading, StatementReader statements) {
        this.reading = reading;
        this.writer = reading.writer();
        this.assignments = new Assignments(reading, this);
        this.calls = new Calls(reading, this);
        this.newArrays = new NewArrays(reading, this);
        this.names = new Names(reading, this);
        this.switches = new SwitchReader(reading, this, statements);
    }

    /** Reads an expression that has a value. */
    Value read(Tree tree) {
        return tree.accept(this, null);
    }

    Value.Plain plain(Tree tree) {
        Value value = read(tree);
        if (value instanceof Value.Plain plain) {
            return plain;
        }
        throw reading.refuse(
                Tag.RECORD, tree, "a record stands where a number or an array is expected; use one of its components");
    }

    Expr integer(ExpressionTree tree) {
        Value.Plain value = plain(tree);
        return reading.number(value, Kind.INT, tree).expr();
    }

    Expr condition(ExpressionTree tree) {
        return plain(tree).expr();
    }

    SwitchReader switches() {
        return switches;
    }

    Assignments assignments() {
        return assignments;
    }

    Calls calls() {
        return calls;
    }

    NewArrays newArrays() {
        return newArrays;
    }

    /** Reads expressions from left to right so that later ones do not change what earlier ones gave. */
    Value.Plain before(ExpressionTree first, Tree... later) {
        Value.Plain value = plain(first);
        return Value.of(value.type(), reading.kept("value", value.expr(), later));
    }

    @Override
    protected Value defaultAction(@Nullable Tree node, @Nullable Void none) {
        Tree tree = java.util.Objects.requireNonNull(node);
        throw reading.refuse(
                Tag.UNSUPPORTED,
                tree,
                "\"" + reading.file().text(tree) + "\" is not understood here; write it with operators, calls of"
                        + " static methods and arrays");
    }

    @Override
    public Value visitParenthesized(ParenthesizedTree node, @Nullable Void none) {
        return read(node.getExpression());
    }

    @Override
    public Value visitLiteral(LiteralTree node, @Nullable Void none) {
        if (node.getKind() == Tree.Kind.NULL_LITERAL) {
            throw reading.refuse(Tag.NULL, node, "null is not supported; use an empty array, or a boolean beside it");
        }
        return Literals.of(node.getValue())
                .orElseThrow(() -> reading.refuse(
                        Tag.STRING,
                        node,
                        "strings have no derivative and are understood in messages of exceptions only; pass a number"
                                + " or a boolean instead"));
    }

    @Override
    public Value visitIdentifier(IdentifierTree node, @Nullable Void none) {
        return names.read(node);
    }

    @Override
    public Value visitMemberSelect(MemberSelectTree node, @Nullable Void none) {
        return names.read(node);
    }

    @Override
    public Value visitArrayAccess(ArrayAccessTree node, @Nullable Void none) {
        return place(node).read();
    }

    /** What is assigned to. */
    Place place(ExpressionTree tree) {
        if (tree instanceof ParenthesizedTree parenthesized) {
            return place(parenthesized.getExpression());
        }
        if (tree instanceof ArrayAccessTree access) {
            Value.Plain array = before(access.getExpression(), access.getIndex());
            return new Place.Element(array, integer(access.getIndex()));
        }
        if (tree instanceof IdentifierTree identifier) {
            VariableElement variable = names.variable(identifier);
            if (reading.isLocal(variable) || !variable.getKind().isField()) {
                return new Place.Local(reading.local(variable));
            }
        }
        throw reading.refuse(
                Tag.FIELD,
                tree,
                "\"" + reading.file().text(tree) + "\" is a field and is assigned to; assign to a local variable or"
                        + " to an element of an array that is passed");
    }

    @Override
    public Value visitBinary(BinaryTree node, @Nullable Void none) {
        return switch (node.getKind()) {
            case CONDITIONAL_AND -> lazy(node, Op.AND_ALSO);
            case CONDITIONAL_OR -> lazy(node, Op.OR_ELSE);
            default -> {
                Value.Plain[] operands = new Value.Plain[2];
                Refused.all(
                        () -> operands[0] = before(node.getLeftOperand(), node.getRightOperand()),
                        () -> operands[1] = plain(node.getRightOperand()));
                yield combine(operands[0], operands[1], node.getKind(), node);
            }
        };
    }

    /** The right side is evaluated only if the left side leaves the matter open. */
    private Value lazy(BinaryTree node, Op op) {
        Expr left = condition(node.getLeftOperand());
        Expr[] right = new Expr[1];
        Statement.Block block = writer.collect(() -> right[0] = condition(node.getRightOperand()));
        if (block.isEmpty()) {
            return Value.of(JavaType.Plain.BOOLEAN, Expr.apply(op, left, right[0]));
        }
        Variable both = writer.kept("condition", left);
        Statement.Block then = writer.collect(() -> {
            writer.addAll(block);
            writer.set(both, right[0]);
        });
        writer.add(new Statement.If(op == Op.AND_ALSO ? both : not(both), then, Statement.Block.of()));
        return Value.of(JavaType.Plain.BOOLEAN, both);
    }

    static Expr not(Expr condition) {
        return Expr.apply(Op.NOT, condition);
    }

    /** An operator applied to two values, as Java promotes and rounds. */
    Value.Plain combine(Value.Plain left, Value.Plain right, Tree.Kind operator, Tree tree) {
        if (left.type().isArray() || right.type().isArray()) {
            throw reading.refuse(
                    Tag.ARRAY,
                    tree,
                    "arrays are compared, which has no meaning here; compare their elements or pass a boolean");
        }
        boolean shift = Operators.isShift(operator);
        Kind kind = shift || left.type().kind() == Kind.BOOLEAN
                ? left.type().kind()
                : Conversions.common(left.type().kind(), right.type().kind());
        Op op = Operators.of(operator, kind).orElseThrow(() -> defaultRefusal(tree));
        Expr first = reading.number(left, kind, tree).expr();
        Expr second = kind == Kind.BOOLEAN
                ? right.expr()
                : reading.number(right, kind, tree).expr();
        Expr result = Expr.apply(op, first, second);
        boolean truth = result.type().equals(Type.BOOLEAN);
        if (truth) {
            reading.origin(result, tree);
        }
        if (!truth && kind == Kind.FLOAT) {
            return Value.of(JavaType.Plain.FLOAT, Conversions.rounded(result));
        }
        return Value.of(truth ? JavaType.Plain.BOOLEAN : new JavaType.Plain(kind, 0), result);
    }

    private Refused defaultRefusal(Tree tree) {
        return reading.refuse(
                Tag.UNSUPPORTED,
                tree,
                "\"" + reading.file().text(tree) + "\" has an operator that does not fit its operands");
    }

    @Override
    public Value visitUnary(UnaryTree node, @Nullable Void none) {
        return switch (node.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
                assignments.increment(node, true);
            case UNARY_PLUS -> plain(node.getExpression());
            case UNARY_MINUS -> negated(plain(node.getExpression()));
            case LOGICAL_COMPLEMENT -> Value.of(JavaType.Plain.BOOLEAN, not(condition(node.getExpression())));
            case BITWISE_COMPLEMENT -> {
                Value.Plain value = plain(node.getExpression());
                Op op = value.type().kind() == Kind.LONG ? Op.LONG_COMPLEMENT : Op.INT_COMPLEMENT;
                yield Value.of(value.type(), Expr.apply(op, value.expr()));
            }
            default -> throw defaultRefusal(node);
        };
    }

    private static Value negated(Value.Plain value) {
        Op op = switch (value.type().kind()) {
            case INT -> Op.INT_NEGATE;
            case LONG -> Op.LONG_NEGATE;
            default -> Op.NEGATE;
        };
        return Value.of(value.type(), Expr.apply(op, value.expr()));
    }

    @Override
    public Value visitTypeCast(TypeCastTree node, @Nullable Void none) {
        Value value = read(node.getExpression());
        JavaType target = reading.type(node.getType())
                .flatMap(JavaTypes::of)
                .orElseThrow(() -> reading.refuse(
                        Tag.TYPE, node, "a value is cast to " + node.getType() + ", " + JavaTypes.expected()));
        return reading.converted(value, target, node);
    }

    @Override
    public Value visitConditionalExpression(ConditionalExpressionTree node, @Nullable Void none) {
        Expr condition = condition(node.getCondition());
        Value[] values = new Value[2];
        Statement.Block first = writer.collect(() -> values[0] = read(node.getTrueExpression()));
        Statement.Block second = writer.collect(() -> values[1] = read(node.getFalseExpression()));
        JavaType type = common(values[0].type(), values[1].type());
        if (first.isEmpty() && second.isEmpty() && type instanceof JavaType.Plain plain && !plain.isArray()) {
            return Value.of(
                    plain,
                    Expr.apply(Op.CONDITIONAL, condition, part(values[0], type, node), part(values[1], type, node)));
        }
        Value chosen = Reading.registers("chosen", type);
        writer.add(new Statement.If(
                condition, choice(first, chosen, values[0], node), choice(second, chosen, values[1], node)));
        return chosen;
    }

    private Expr part(Value value, JavaType type, Tree tree) {
        return ((Value.Plain) reading.converted(value, type, tree)).expr();
    }

    private Statement.Block choice(Statement.Block before, Value target, Value value, Tree tree) {
        return writer.collect(() -> {
            writer.addAll(before);
            reading.assign(target, reading.converted(value, target.type(), tree));
        });
    }

    static JavaType common(JavaType first, JavaType second) {
        if (first instanceof JavaType.Plain a && second instanceof JavaType.Plain b && a.isNumber() && b.isNumber()) {
            return new JavaType.Plain(Conversions.common(a.kind(), b.kind()), 0);
        }
        return first;
    }

    @Override
    public Value visitAssignment(AssignmentTree node, @Nullable Void none) {
        return assignments.assign(node, true);
    }

    @Override
    public Value visitCompoundAssignment(CompoundAssignmentTree node, @Nullable Void none) {
        return assignments.compound(node, true);
    }

    @Override
    public Value visitMethodInvocation(MethodInvocationTree node, @Nullable Void none) {
        return calls.call(node).orElseThrow(() -> defaultRefusal(node));
    }

    @Override
    public Value visitNewArray(NewArrayTree node, @Nullable Void none) {
        return newArrays.read(node);
    }

    @Override
    public Value visitNewClass(NewClassTree node, @Nullable Void none) {
        return calls.construct(node);
    }

    @Override
    public Value visitSwitchExpression(SwitchExpressionTree node, @Nullable Void none) {
        return switches.value(node);
    }

    @Override
    public Value visitLambdaExpression(LambdaExpressionTree node, @Nullable Void none) {
        throw reading.refuse(
                Tag.LAMBDA, node, "lambdas are not differentiated; write a loop, or a static method and call it");
    }

    @Override
    public Value visitMemberReference(MemberReferenceTree node, @Nullable Void none) {
        throw reading.refuse(
                Tag.LAMBDA, node, "method references are not differentiated; write a loop, or call the method");
    }

    @Override
    public Value visitInstanceOf(InstanceOfTree node, @Nullable Void none) {
        throw reading.refuse(
                Tag.INSTANCEOF, node, "objects have no type here that could be asked for; pass a number or a boolean");
    }

    /** The value of a constant int expression, if it is one. */
    static java.util.OptionalInt constant(Value.Plain value) {
        return value.type().equals(JavaType.Plain.INT) && value.expr() instanceof Constant constant
                ? java.util.OptionalInt.of((int) constant.integer())
                : java.util.OptionalInt.empty();
    }
}
