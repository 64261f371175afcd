package org.cotangent.ad.expr;

/**
 * How an operation is written in Java.
 *
 * @param template a format with one {@code %s} for each operand
 * @param precedence of Java's operators, higher binds tighter: 16 for calls, 15 unary, 12 for
 *     {@code *}, 11 for {@code +}, 10 shifts, 9 and 8 comparisons, 7 to 5 bits, 4 {@code &&}, 3
 *     {@code ||}, 2 {@code ?:}
 */
public record Notation(String template, int precedence) {

    private static final int CALL = 16;
    private static final int UNARY = 15;
    private static final int CONDITIONAL = 2;

    /** A call {@code Owner.name(...)}; templates of calls hold no operand places. */
    static Notation call(String owner, String name) {
        return new Notation(owner + "." + name, CALL);
    }

    static Notation infix(String symbol, int precedence) {
        return new Notation("%s " + (symbol.equals("%") ? "%%" : symbol) + " %s", precedence);
    }

    static Notation prefix(String symbol) {
        return new Notation(symbol + "%s", UNARY);
    }

    static Notation conditional() {
        return new Notation("%s ? %s : %s", CONDITIONAL);
    }

    /** Whether this is an operator of the language rather than a call. */
    public boolean isOperator() {
        return precedence < CALL;
    }

    /** The text with operands put in; operands already have the parentheses they need. */
    public String text(Object... operands) {
        if (isOperator()) {
            return String.format(template, operands);
        }
        StringBuilder text = new StringBuilder(template).append('(');
        for (int i = 0; i < operands.length; i++) {
            text.append(i == 0 ? "" : ", ").append(operands[i]);
        }
        return text.append(')').toString();
    }

    /**
     * Whether an operand of the given precedence needs parentheses.
     *
     * @param inner precedence of the operand's own operation
     * @param first whether it is the first operand, where operators of equal precedence associate
     */
    public boolean needsParentheses(int inner, boolean first) {
        if (!isOperator()) {
            return false;
        }
        if (precedence == CONDITIONAL) {
            return inner <= precedence;
        }
        return first && precedence != UNARY ? inner < precedence : inner <= precedence;
    }
}
