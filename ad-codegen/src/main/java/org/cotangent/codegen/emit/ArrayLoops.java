package org.cotangent.codegen.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.cotangent.ad.expr.Type;

/** Writes what is done to arrays of any rank, a row at a time. */
final class ArrayLoops {

    private final Code code;
    private final Names names;
    private final List<String> wanted;
    private final List<String> indices;
    private int around;

    private ArrayLoops(Code code, Names names, List<String> wanted, List<String> indices) {
        this.code = code;
        this.names = names;
        this.wanted = wanted;
        this.indices = indices;
    }

    /**
     * Loops in a method.
     *
     * @param names of its locals
     */
    static ArrayLoops of(Code code, Names names) {
        return of(code, names, "i", "j", "k");
    }

    /**
     * Loops in a method.
     *
     * @param names of its locals
     * @param wanted three names for indices, which are made different from others
     */
    static ArrayLoops of(Code code, Names names, String... wanted) {
        return new ArrayLoops(code, names, List.of(wanted), new ArrayList<>());
    }

    /** The same loops in another part of the method. */
    ArrayLoops in(Code other) {
        return new ArrayLoops(other, names, wanted, indices);
    }

    /** Copies a part of a flat array into an array. */
    void fromFlat(String flat, String offset, String array, Type type, Shape shape) {
        rows(array, type, shape, offset, (row, start) -> {
            if (type.kind() == Type.Kind.FLOAT) {
                elements(shape, k -> row + "[" + k + "] = (float) " + flat + "[" + plus(start, k) + "]");
            } else {
                arraycopy(flat, start, row, "0", shape.columns());
            }
        });
    }

    /** Copies an array into a part of a flat array. */
    void toFlat(String array, Type type, Shape shape, String flat, String offset) {
        rows(array, type, shape, offset, (row, start) -> {
            if (type.kind() == Type.Kind.FLOAT) {
                elements(shape, k -> flat + "[" + plus(start, k) + "] = " + row + "[" + k + "]");
            } else {
                arraycopy(row, "0", flat, start, shape.columns());
            }
        });
    }

    /** Copies an array of doubles into one whose rows have the same lengths. */
    void copy(String from, String to, int rank) {
        String index = "";
        for (int level = 0; level < rank - 1; level++) {
            String i = index(level);
            code.open("for (int " + i + " = 0; " + i + " < " + from + index + ".length; " + i + "++)");
            index += "[" + i + "]";
        }
        arraycopy(from + index, "0", to + index, "0", from + index + ".length");
        close(rank - 1);
    }

    /** Sets all elements of an array of doubles to 0. */
    void zero(String array, int rank) {
        String index = "";
        for (int level = 0; level < rank - 1; level++) {
            String i = index(level);
            code.open("for (int " + i + " = 0; " + i + " < " + array + index + ".length; " + i + "++)");
            index += "[" + i + "]";
        }
        code.statement("$arrays:T.fill(" + array + index + ", 0.0)");
        close(rank - 1);
    }

    /**
     * Loops over the rows of an array.
     *
     * @param visit takes Java text of a row and of where it starts in the flat array
     */
    void rows(String array, Type type, Shape shape, String offset, BiConsumer<String, String> visit) {
        String row = array;
        String number = "";
        for (int level = 0; level < type.rank() - 1; level++) {
            String i = index(level);
            String extent = shape.extents().get(level);
            code.open("for (int " + i + " = 0; " + i + " < " + extent + "; " + i + "++)");
            row += "[" + i + "]";
            number = number.isEmpty() ? i : "(" + number + " * " + extent + " + " + i + ")";
        }
        around += type.rank() - 1;
        visit.accept(row, number.isEmpty() ? offset : plus(offset, number + " * " + shape.columns()));
        around -= type.rank() - 1;
        close(type.rank() - 1);
    }

    private void elements(Shape shape, UnaryOperator<String> statement) {
        String k = index(2);
        code.open("for (int " + k + " = 0; " + k + " < " + shape.columns() + "; " + k + "++)");
        code.statement(statement.apply(k));
        code.close();
    }

    private void arraycopy(String from, String fromOffset, String to, String toOffset, String length) {
        code.statement(
                "System.arraycopy(" + from + ",$W" + fromOffset + ",$W" + to + ",$W" + toOffset + ",$W" + length + ")");
    }

    private void close(int loops) {
        for (int i = 0; i < loops; i++) {
            code.close();
        }
    }

    static String plus(String first, String second) {
        return first.equals("0") ? second : second.equals("0") ? first : first + " + " + second;
    }

    /** The index of a loop inside of those that are visited now. */
    private String index(int level) {
        while (indices.size() <= around + level) {
            indices.add(ExpressionPrinter.escaped(names.free(wanted.get(indices.size() % wanted.size()))));
        }
        return indices.get(around + level);
    }
}
