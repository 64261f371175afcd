package org.cotangent.codegen.emit;

import java.util.List;
import org.cotangent.ad.ir.Statement;

/** Statements that throw, their messages in pieces that fit a line. */
final class ThrowText {

    /** Longest piece of a message on one line. */
    private static final int MESSAGE_PIECE = 70;

    private ThrowText() {}

    static String of(Statement.Throw failure, ExpressionPrinter expressions) {
        List<String> pieces = failure.pieces();
        if (pieces.isEmpty()) {
            return "throw new " + failure.exception() + "()";
        }
        StringBuilder message = new StringBuilder(message(pieces.get(0)));
        for (int i = 0; i < failure.values().size(); i++) {
            String value = expressions.appended(failure.values().get(i));
            message.append("$W+ ").append(value);
            if (!pieces.get(i + 1).isEmpty()) {
                message.append("$W+ ").append(message(pieces.get(i + 1)));
            }
        }
        return "throw new " + failure.exception() + "($Z" + message + ")";
    }

    private static String message(String text) {
        StringBuilder pieces = new StringBuilder();
        int from = 0;
        while (text.length() - from > MESSAGE_PIECE) {
            int space = text.lastIndexOf(' ', from + MESSAGE_PIECE);
            if (space <= from) {
                break;
            }
            pieces.append(Code.literal(text.substring(from, space + 1))).append("$W+ ");
            from = space + 1;
        }
        return pieces.append(Code.literal(text.substring(from))).toString();
    }
}
