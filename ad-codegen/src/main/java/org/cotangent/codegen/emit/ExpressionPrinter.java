package org.cotangent.codegen.emit;

import java.util.Map;
import java.util.Optional;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.ExprVisitor;
import org.cotangent.ad.expr.Kernel;
import org.cotangent.ad.expr.Length;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Notation;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;

/**
 * Writes an expression as Java that computes the same bits: same association, the fewest
 * parentheses, and casts only where Java would otherwise compute in a narrower type.
 *
 * <p>Beside an operand that Java takes for a double, integers, whole constants and floats stand as
 * they are, since Java widens them: {@code 2 * x}, {@code h * i}.
 */
final class ExpressionPrinter implements ExprVisitor<Text> {

    /** Operators that bind tighter stay on one line with their operands. */
    private static final int BREAKABLE = 11;

    /** Relations with their opposites; the order of doubles has none, because of NaN. */
    private static final Map<Op, Op> OPPOSITE = Map.of(
            Op.EQUAL, Op.NOT_EQUAL,
            Op.NOT_EQUAL, Op.EQUAL,
            Op.INTEGER_EQUAL, Op.INTEGER_NOT_EQUAL,
            Op.INTEGER_NOT_EQUAL, Op.INTEGER_EQUAL,
            Op.INTEGER_LESS, Op.INTEGER_GREATER_OR_EQUAL,
            Op.INTEGER_GREATER_OR_EQUAL, Op.INTEGER_LESS,
            Op.INTEGER_GREATER, Op.INTEGER_LESS_OR_EQUAL,
            Op.INTEGER_LESS_OR_EQUAL, Op.INTEGER_GREATER);

    private final Names names;

    ExpressionPrinter(Names names) {
        this.names = names;
    }

    /** The value where its own type is expected, such as the right-hand side of an assignment. */
    String value(Expr expression) {
        return widened(expression).orElseGet(() -> text(expression)).code();
    }

    /** The value where it is appended to a string. */
    String appended(Expr expression) {
        Text text = expression.type().isReal() ? real(expression) : text(expression);
        return text.precedence() <= BREAKABLE ? "(" + text.code() + ")" : text.code();
    }

    /** The value where a float is expected. */
    String floating(Expr expression) {
        if (expression instanceof Constant constant && Literals.isWhole(constant.real())) {
            return value(constant);
        }
        return (isFloat(expression) ? text(expression) : text(expression).cast("float", Text.Java.FLOAT)).code();
    }

    Text text(Expr expression) {
        return expression.accept(this);
    }

    static String escaped(String name) {
        return name.replace("$", "$$");
    }

    @Override
    public Text constant(Constant constant) {
        return Text.leaf(Literals.of(constant), Text.Java.of(constant.type()));
    }

    @Override
    public Text variable(Variable variable) {
        return Text.leaf(escaped(names.of(variable)), Text.Java.of(variable.type()));
    }

    @Override
    public Text load(Load load) {
        Type array = load.array().type();
        Text.Java type = array.rank() == 1 ? Text.Java.valueOf(array.kind().name()) : Text.Java.ARRAY;
        return Text.leaf(text(load.array()).code() + "[" + text(load.index()).code() + "]", type);
    }

    @Override
    public Text length(Length length) {
        return Text.leaf(text(length.array()).code() + ".length", Text.Java.INT);
    }

    @Override
    public Text apply(Apply apply) {
        Op op = apply.op();
        if (op == Op.NOT && apply.operand(0) instanceof Apply negated && OPPOSITE.containsKey(negated.op())) {
            return text(Expr.apply(OPPOSITE.get(negated.op()), negated.operand(0), negated.operand(1)));
        }
        if (op == Op.TO_FLOAT) {
            return real(apply.operand(0)).cast("float", Text.Java.FLOAT);
        }
        if (op.arity() == 2 && op.notation().isOperator() && takesReals(op)) {
            return realInfix(apply);
        }
        Text[] operands = new Text[apply.arity()];
        for (int i = 0; i < operands.length; i++) {
            Expr operand = apply.operand(i);
            operands[i] = operand.type().isReal() ? real(operand) : text(operand);
        }
        if (apply.type().equals(Type.LONG)) {
            widenToLong(apply, operands);
        }
        return combined(apply, operands);
    }

    private static boolean takesReals(Op op) {
        return op.kernel() instanceof Kernel.Real2 || op.kernel() instanceof Kernel.Comparison;
    }

    /** Makes Java compute in long where the operands alone would not make it do so. */
    private static void widenToLong(Apply apply, Text[] operands) {
        if (!(apply.op().kernel() instanceof Kernel.Integer2) && !isLongUnary(apply.op())) {
            return;
        }
        boolean call = !apply.op().notation().isOperator();
        boolean shift = apply.op().notation().template().matches("%s (<<|>>>?) %s");
        boolean done = !call && !shift && operands.length == 2 && operands[1].is(Text.Java.LONG);
        for (int i = 0; i < (call ? operands.length : 1); i++) {
            if (!done && operands[i].is(Text.Java.INT)) {
                operands[i] = apply.operand(i) instanceof Constant constant
                        ? Text.leaf(Literals.large(constant.integer()), Text.Java.LONG)
                        : operands[i].cast("long", Text.Java.LONG);
            }
        }
    }

    private static boolean isLongUnary(Op op) {
        return op == Op.LONG_NEGATE || op == Op.LONG_ABS || op == Op.LONG_COMPLEMENT;
    }

    private Text realInfix(Apply apply) {
        Expr a = apply.operand(0);
        Expr b = apply.operand(1);
        boolean strongA = isDouble(a);
        boolean strongB = isDouble(b) || !strongA && b instanceof Constant;
        Text first = strongB ? widened(a).orElseGet(() -> text(a)) : real(a);
        Text second = isDouble(b) || !(strongA || first.is(Text.Java.DOUBLE))
                ? real(b)
                : widened(b).orElseGet(() -> text(b));
        return combined(apply, first, second);
    }

    /** Whether Java takes the text for a double and nothing shorter would do. */
    private boolean isDouble(Expr expression) {
        return widened(expression).isEmpty() && !isFloat(expression);
    }

    private static boolean isFloat(Expr expression) {
        return expression instanceof Apply apply && apply.op() == Op.TO_FLOAT
                || expression instanceof Load load && load.array().type().kind() == Type.Kind.FLOAT;
    }

    /** The real value as an integer that Java widens, if that is shorter. */
    private Optional<Text> widened(Expr expression) {
        if (expression instanceof Constant constant && constant.type().isReal() && Literals.isWhole(constant.real())) {
            return Optional.of(Text.leaf(Literals.integer((int) constant.real()), Text.Java.INT));
        }
        if (expression instanceof Apply apply && (apply.op() == Op.INT_TO_DOUBLE || apply.op() == Op.LONG_TO_DOUBLE)) {
            Text integer = text(apply.operand(0));
            boolean leaf = integer.precedence() >= Text.UNARY;
            return Optional.of(leaf ? integer : Text.leaf("(" + integer.code() + ")", integer.type()));
        }
        return Optional.empty();
    }

    /** The value as an expression that Java takes for a double. */
    private Text real(Expr expression) {
        Text text = text(expression);
        return text.is(Text.Java.FLOAT) ? text.cast("double", Text.Java.DOUBLE) : text;
    }

    private static Text combined(Apply apply, Text... operands) {
        Notation notation = apply.op().notation();
        String[] codes = new String[operands.length];
        for (int i = 0; i < codes.length; i++) {
            boolean parentheses = notation.needsParentheses(operands[i].precedence(), i == 0);
            codes[i] = parentheses ? "(" + operands[i].code() + ")" : operands[i].code();
        }
        return new Text(code(notation, codes), notation.precedence(), Text.Java.of(apply.type()));
    }

    private static String code(Notation notation, String[] operands) {
        String template = notation.template();
        if (!notation.isOperator()) {
            String call = template.replace("Primitives.", "$primitives:T.").replace("Special.", "$special:T.");
            return call + "(" + String.join(",$W", operands) + ")";
        }
        if (notation.precedence() > BREAKABLE || operands.length == 1) {
            return notation.text((Object[]) operands);
        }
        return String.format(template.replaceAll(" (?=[^ ]+ %s)", "\\$W"), (Object[]) operands);
    }
}
