package org.cotangent.ad.expr;

/** Writes expressions as Java text, cut off at a length that fits a message. */
final class Printer implements ExprVisitor<String> {

    private static final int MAX_DEPTH = 8;
    private static final int LEAF = 17;

    private final int depth;

    private Printer(int depth) {
        this.depth = depth;
    }

    static String print(Expr expression) {
        return expression.accept(new Printer(0));
    }

    @Override
    public String constant(Constant constant) {
        if (constant.type().isReal()) {
            return Double.toString(constant.real());
        }
        return constant.type().equals(Type.BOOLEAN)
                ? Boolean.toString(constant.integer() != 0)
                : Long.toString(constant.integer());
    }

    @Override
    public String variable(Variable variable) {
        return variable.name();
    }

    @Override
    public String apply(Apply apply) {
        if (depth >= MAX_DEPTH) {
            return "...";
        }
        Object[] texts = new Object[apply.arity()];
        for (int i = 0; i < texts.length; i++) {
            Expr operand = apply.operand(i);
            String text = operand.accept(new Printer(depth + 1));
            int inner = operand instanceof Apply nested && depth + 1 < MAX_DEPTH
                    ? nested.op().notation().precedence()
                    : LEAF;
            texts[i] = apply.op().notation().needsParentheses(inner, i == 0) ? "(" + text + ")" : text;
        }
        return apply.op().text(texts);
    }

    @Override
    public String load(Load load) {
        return load.array().accept(this) + "[" + load.index().accept(this) + "]";
    }

    @Override
    public String length(Length length) {
        return length.array().accept(this) + ".length";
    }

    @Override
    public String graph(GraphNode node) {
        return node.describe();
    }
}
