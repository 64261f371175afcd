package org.cotangent.ad.expr;

import java.util.List;
import java.util.stream.Collectors;

/** Writes expressions as Java text, cut off at a depth and a number of nodes that fit a message. */
final class Printer implements ExprVisitor<String>, GraphVisitor<String> {

    private static final int MAX_DEPTH = 8;
    private static final int MAX_NODES = 100;
    private static final int MAX_PARTS = 6;
    private static final int LEAF = 17;
    private static final String CUT = "...";

    private int depth;
    private int nodes;

    static String print(Expr expression) {
        return expression.accept(new Printer());
    }

    private String inner(Expr expression) {
        if (depth >= MAX_DEPTH || nodes >= MAX_NODES) {
            return CUT;
        }
        depth++;
        nodes++;
        String text = expression.accept(this);
        depth--;
        return text;
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
        return operation(apply.op(), apply.operands());
    }

    private String operation(Op op, List<Expr> operands) {
        Object[] texts = new Object[operands.size()];
        for (int i = 0; i < texts.length; i++) {
            Expr operand = operands.get(i);
            String text = inner(operand);
            int inner = text.equals(CUT) ? LEAF : precedence(operand);
            texts[i] = op.notation().needsParentheses(inner, i == 0) ? "(" + text + ")" : text;
        }
        return op.text(texts);
    }

    private static int precedence(Expr expression) {
        if (expression instanceof Apply apply) {
            return apply.op().notation().precedence();
        }
        return expression instanceof Elementwise map ? map.op().notation().precedence() : LEAF;
    }

    /** An operand that something is appended to. */
    private String primary(Expr expression) {
        String text = inner(expression);
        boolean operator = precedence(expression) < LEAF - 1 && !text.equals(CUT);
        return operator ? "(" + text + ")" : text;
    }

    @Override
    public String load(Load load) {
        return primary(load.array()) + "[" + inner(load.index()) + "]";
    }

    @Override
    public String length(Length length) {
        return primary(length.array()) + ".length";
    }

    @Override
    public String graph(GraphNode node) {
        return node.accept((GraphVisitor<String>) this);
    }

    @Override
    public String elementwise(Elementwise node) {
        return operation(node.op(), node.operands());
    }

    @Override
    public String slice(Slice node) {
        return primary(node.array()) + "[" + inner(node.from()) + " to "
                + inner(node.from().plus(node.count())) + "]";
    }

    @Override
    public String join(Join node) {
        String shown =
                node.operands().stream().limit(MAX_PARTS).map(this::inner).collect(Collectors.joining(", "));
        return "[" + shown + (node.operands().size() > MAX_PARTS ? ", " + CUT + "]" : "]");
    }

    @Override
    public String reduction(Reduction node) {
        return node.name() + "(" + inner(node.array()) + ")";
    }
}
