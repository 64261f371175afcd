package org.cotangent.codegen.parse;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The array that a vector function returns, made a parameter that receives it. A method that makes
 * one array and returns that works in the parameter directly; else what is returned is copied.
 */
final class ReturnedArray implements Results {

    private final BlockTree body;
    private final Reading reading;
    private final Variable output;
    private final Optional<Element> received;
    private final Set<Variable> kept;
    private Optional<Expr> length;

    private ReturnedArray(
            BlockTree body, Reading reading, Variable output, Optional<Element> received, Set<Variable> kept) {
        this.body = body;
        this.reading = reading;
        this.length = ReturnedElements.count(body, reading);
        this.output = output;
        this.received = received;
        this.kept = kept;
    }

    /**
     * @param body of the method
     * @param name of the output where the method has none for it
     * @param kept parameters that the method does not assign, by which a length can be told beforehand
     */
    static ReturnedArray of(BlockTree body, Reading reading, String name, Set<Variable> kept) {
        Optional<Element> received = onlyReturned(body, reading);
        String chosen = received.map(e -> e.getSimpleName().toString()).orElse(name);
        return new ReturnedArray(
                body,
                reading,
                Variable.of(chosen, JavaType.Plain.DOUBLE.register().array()),
                received,
                kept);
    }

    Variable output() {
        return output;
    }

    /** How many values there are, if that can be told before the method runs. */
    Optional<Expr> length() {
        return length;
    }

    /** The variable that every return gives, if it is declared at the top with a new array and never assigned. */
    private static Optional<Element> onlyReturned(BlockTree body, Reading reading) {
        Set<Optional<Element>> returned = new HashSet<>();
        body.accept(new Returns(reading, returned), null);
        if (returned.size() != 1) {
            return Optional.empty();
        }
        return returned.iterator().next().filter(element -> isMadeHere(element, body, reading));
    }

    private static boolean isMadeHere(Element element, BlockTree body, Reading reading) {
        for (StatementTree statement : body.getStatements()) {
            if (statement instanceof VariableTree variable
                    && reading.element(variable).filter(element::equals).isPresent()) {
                return variable.getInitializer() instanceof NewArrayTree made
                        && made.getInitializers() == null
                        && made.getDimensions().size() == 1
                        && !Scan.of(body, reading).assigned().contains(element);
            }
        }
        return false;
    }

    private static final class Returns extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final Reading reading;
        private final Set<Optional<Element>> returned;

        Returns(Reading reading, Set<Optional<Element>> returned) {
            this.reading = reading;
            this.returned = returned;
        }

        @Override
        public @Nullable Void visitReturn(ReturnTree node, @Nullable Void none) {
            returned.add(
                    node.getExpression() instanceof IdentifierTree name ? reading.element(name) : Optional.empty());
            return null;
        }

        @Override
        public @Nullable Void visitLambdaExpression(LambdaExpressionTree node, @Nullable Void none) {
            return null;
        }
    }

    @Override
    public boolean isReceived(Element variable) {
        return received.filter(variable::equals).isPresent();
    }

    @Override
    public Value received(Element variable, ExpressionTree created, ExpressionReader expressions) {
        ExpressionTree dimension = ((NewArrayTree) created).getDimensions().get(0);
        Expr count = reading.writer().fixed("length", expressions.integer(dimension));
        length = new ToldLength(body, reading, expressions, kept).of(dimension);
        requireLength(count);
        reading.writer()
                .count(
                        "i",
                        output.length(),
                        i -> reading.writer().add(new Statement.Store(output, i, Expr.constant(0.0))));
        return Value.of(new JavaType.Plain(JavaType.Plain.DOUBLE.kind(), 1), output);
    }

    @Override
    public void give(ExpressionTree returned, ExpressionReader expressions) {
        if (received.isPresent()) {
            return;
        }
        Value.Plain value = expressions.plain(returned);
        Expr array = value.expr() instanceof Variable
                ? value.expr()
                : reading.writer().kept("array", value.expr());
        requireLength(array.length());
        reading.writer()
                .count("i", output.length(), i -> reading.writer().add(new Statement.Store(output, i, array.at(i))));
    }

    private void requireLength(Expr count) {
        requireLength(reading.writer(), output, count);
    }

    /** Makes sure that an array that receives values has room for all of them, and no more. */
    static void requireLength(Writer writer, Variable output, Expr count) {
        Expr differs = Expr.apply(Op.INTEGER_NOT_EQUAL, output.length(), count);
        Statement.Throw failure = new Statement.Throw(
                "java.lang.IllegalArgumentException",
                output.name() + " has length {}, expected {} (number of values)",
                List.of(output.length(), count));
        writer.add(new Statement.If(differs, Statement.Block.of(failure), Statement.Block.of()));
    }

    @Override
    public List<Variable> registers() {
        return List.of();
    }
}
