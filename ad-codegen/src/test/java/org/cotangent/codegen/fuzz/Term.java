package org.cotangent.codegen.fuzz;

/**
 * A Java expression. A real one lies in [−bound, bound] if its variables keep their promise, so that
 * random programs neither overflow nor leave the domains of their operations.
 *
 * @param text without parentheses around it
 * @param level how tightly its outermost operator binds
 * @param bound of its magnitude, where it is real
 */
record Term(String text, int level, double bound) {

    /** What every real variable and array element keeps within, nearly. */
    static final double LIMIT = 3;

    static final int ASSIGNMENT = 1;
    static final int CHOICE = 2;
    static final int OR = 3;
    static final int AND = 4;
    static final int BIT_OR = 5;
    static final int BIT_XOR = 6;
    static final int BIT_AND = 7;
    static final int EQUALITY = 8;
    static final int RELATION = 9;
    static final int SHIFT = 10;
    static final int SUM = 11;
    static final int PRODUCT = 12;
    static final int UNARY = 14;
    static final int PRIMARY = 16;

    static Term primary(String text, double bound) {
        return new Term(text, PRIMARY, bound);
    }

    static Term variable(String text) {
        return primary(text, LIMIT);
    }

    static Term of(double value) {
        return new Term(Double.toString(value), value < 0 ? UNARY : PRIMARY, Math.abs(value));
    }

    static Term of(int value) {
        return new Term(Integer.toString(value), value < 0 ? UNARY : PRIMARY, Math.abs((double) value));
    }

    static Term call(String method, double bound, Term... arguments) {
        StringBuilder text = new StringBuilder(method).append('(');
        for (int i = 0; i < arguments.length; i++) {
            text.append(i == 0 ? "" : ", ").append(arguments[i].text());
        }
        return primary(text.append(')').toString(), bound);
    }

    /** A left-associative operator between two operands. */
    static Term binary(Term a, String operator, Term b, int level, double bound) {
        return new Term(a.at(level) + " " + operator + " " + b.at(level + 1), level, bound);
    }

    /** The text as an operand where nothing looser than a level may stand. */
    String at(int wanted) {
        return level >= wanted ? text : "(" + text + ")";
    }

    Term bounded(double other) {
        return new Term(text, level, other);
    }

    Term enclosed() {
        return primary("(" + text + ")", bound);
    }

    Term plus(Term other) {
        return binary(this, "+", other, SUM, bound + other.bound);
    }

    Term minus(Term other) {
        return binary(this, "-", other, SUM, bound + other.bound);
    }

    Term times(Term other) {
        return binary(this, "*", other, PRODUCT, bound * other.bound);
    }

    Term times(double factor) {
        return of(factor).times(this);
    }

    Term over(Term other, double leastMagnitude) {
        return binary(this, "/", other, PRODUCT, bound / leastMagnitude);
    }

    Term negated() {
        String operand = at(UNARY);
        return new Term((operand.startsWith("-") ? "- " : "-") + operand, UNARY, bound);
    }

    Term cast(String type) {
        return new Term("(" + type + ") " + at(UNARY), UNARY, bound);
    }

    Term relation(String operator, Term other) {
        return binary(this, operator, other, RELATION, 1);
    }

    Term equality(String operator, Term other) {
        return binary(this, operator, other, EQUALITY, 1);
    }

    Term and(Term other) {
        return binary(this, "&&", other, AND, 1);
    }

    Term or(Term other) {
        return binary(this, "||", other, OR, 1);
    }

    Term not() {
        return new Term("!" + at(UNARY), UNARY, 1);
    }

    /** This condition choosing between two values. */
    Term choose(Term then, Term otherwise) {
        String text = at(OR) + " ? " + then.at(CHOICE) + " : " + otherwise.at(CHOICE);
        return new Term(text, CHOICE, Math.max(then.bound, otherwise.bound));
    }

    Term at(Term index) {
        return variable(at(PRIMARY) + "[" + index.text() + "]");
    }

    Term length() {
        return primary(at(PRIMARY) + ".length", 10);
    }
}
