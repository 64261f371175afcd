package org.cotangent.ad.expr;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes expressions as Java text, cut off at a depth and a number of nodes that fit a message. */
final class Printer implements ExprVisitor<String>, GraphVisitor<String> {

    private static final int MAX_DEPTH = 8;
    private static final int MAX_NODES = 100;
    private static final int MAX_PARTS = 6;
    private static final int LEAF = 17;
    private static final String CUT = "...";

    /** From i to z. */
    private static final int LETTERS = 18;

    private final Map<Variable, String> names = new IdentityHashMap<>();
    private int depth;
    private int nodes;
    private int indices;

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
        return names.getOrDefault(variable, variable.name());
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
        if (load.array() instanceof View column && column.kind() == View.Kind.COLUMN) {
            return primary(column.array()) + "[" + inner(load.index()) + ", "
                    + inner(column.parameters().get(0)) + "]";
        }
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
    public String view(View node) {
        String array = node.kind() == View.Kind.MATRIX ? inner(node.array()) : primary(node.array());
        List<Expr> p = node.parameters();
        return switch (node.kind()) {
            case SLICE -> array + "[" + ranges(node) + "]";
            case TRANSPOSE -> array + ".transpose()";
            case ROW -> array + "[" + inner(p.get(0)) + ", *]";
            case COLUMN -> array + "[*, " + inner(p.get(0)) + "]";
            case REPEATED_ROW -> "row(" + array + ")";
            case REPEATED_COLUMN -> "column(" + array + ")";
            case DIAGONAL -> "diagonal(" + array + ")";
            case GATHER -> array + "[" + inner(p.get(0)) + "]";
            case GATHERED_ROWS -> array + "[" + inner(p.get(0)) + ", *]";
            case GATHERED_COLUMNS -> array + "[*, " + inner(p.get(0)) + "]";
            case PICKED_FROM_ROWS -> array + "[each row, " + inner(p.get(0)) + "]";
            case PICKED_FROM_COLUMNS -> array + "[" + inner(p.get(0)) + ", each column]";
            case MATRIX -> node.array() instanceof Variable ? array : "matrix(" + array + ")";
            case FLAT -> "flat(" + array + ")";
        };
    }

    private String ranges(View slice) {
        List<String> ranges = new ArrayList<>();
        for (int k = 0; k < slice.shape().size(); k++) {
            Expr from = slice.parameters().get(k);
            ranges.add(inner(from) + " to " + inner(from.plus(slice.shape().get(k))));
        }
        return String.join(", ", ranges);
    }

    @Override
    public String join(Join node) {
        String shown =
                node.operands().stream().limit(MAX_PARTS).map(this::inner).collect(Collectors.joining(", "));
        String parts = node.operands().size() > MAX_PARTS ? shown + ", " + CUT : shown;
        if (node.shape().size() == 1) {
            return "[" + parts + "]";
        }
        return (node.axis() == 0 ? "above(" : "beside(") + parts + ")";
    }

    @Override
    public String reduction(Reduction node) {
        if (node.array() instanceof Table table && node.shape().isEmpty()) {
            return node.name() + "(" + indexed(table) + ")";
        }
        return node.name() + "(" + along(node) + inner(node.array()) + ")";
    }

    private static String along(Reduction node) {
        if (node.shape().isEmpty()) {
            return "";
        }
        return node.axes().contains(1) ? "each row of " : "each column of ";
    }

    @Override
    public String scan(Scan node) {
        String along = node.shape().size() == 1 ? "" : node.axis() == 1 ? "each row of " : "each column of ";
        return node.name() + "(" + along + inner(node.array()) + ")";
    }

    @Override
    public String product(Product node) {
        return primary(node.left()) + ".dot(" + inner(node.right()) + ")";
    }

    @Override
    public String table(Table node) {
        return "[" + indexed(node) + "]";
    }

    private String indexed(Table node) {
        List<String> ranges = new ArrayList<>();
        for (int k = 0; k < node.bound().size(); k++) {
            String extent = inner(node.shape().get(k));
            ranges.add(named(node.bound().get(k)) + " < " + extent);
        }
        String text = String.join(", ", ranges) + ": " + inner(node.element());
        indices -= node.bound().size();
        return text;
    }

    /** Indices are called i, j, k ... from the outside to the inside. */
    private String named(Variable index) {
        String letter = String.valueOf((char) ('i' + indices % LETTERS));
        names.put(index, letter);
        indices++;
        return letter;
    }

    @Override
    public String application(Application node) {
        String shown = node.operands().stream().map(this::inner).collect(Collectors.joining(", "));
        return node.function().name() + "(" + shown + ")";
    }

    @Override
    public String fold(Fold node) {
        String initial = inner(node.initial());
        String turns = inner(node.turns());
        String text = "fold(" + named(node.index()) + " < " + turns + ", "
                + node.state().name() + " = " + initial + ": " + inner(node.next()) + ")";
        indices--;
        return text;
    }
}
