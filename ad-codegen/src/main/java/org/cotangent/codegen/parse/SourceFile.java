package org.cotangent.codegen.parse;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import org.cotangent.ad.ir.Position;

/** A source file, for comments that quote it and messages that point into it. */
final class SourceFile {

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final CharSequence text;

    private SourceFile(CompilationUnitTree unit, SourcePositions positions, CharSequence text) {
        this.unit = unit;
        this.positions = positions;
        this.text = text;
    }

    static SourceFile of(CompilationUnitTree unit, Trees trees) {
        CharSequence text;
        try {
            text = unit.getSourceFile().getCharContent(true);
        } catch (IOException unreadable) {
            // Only comments are lost: javac has read the file before.
            text = "";
        }
        return new SourceFile(unit, trees.getSourcePositions(), text);
    }

    CompilationUnitTree unit() {
        return unit;
    }

    /** The text of a part of the file, on one line. */
    String text(Tree tree) {
        long start = positions.getStartPosition(unit, tree);
        long end = positions.getEndPosition(unit, tree);
        if (start < 0 || end < start || end > text.length()) {
            return tree.toString().strip().replaceAll("\\s+", " ");
        }
        return text.subSequence((int) start, (int) end).toString().strip().replaceAll("\\s+", " ");
    }

    Position position(Tree tree) {
        long start = positions.getStartPosition(unit, tree);
        String path = unit.getSourceFile().getName();
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return new Position(name, start < 0 ? 0 : (int) unit.getLineMap().getLineNumber(start));
    }
}
