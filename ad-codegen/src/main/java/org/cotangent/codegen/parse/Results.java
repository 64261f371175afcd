package org.cotangent.codegen.parse;

import com.sun.source.tree.ExpressionTree;
import java.util.List;
import javax.lang.model.element.Element;
import org.cotangent.ad.expr.Variable;

/** Where a method's result goes. */
interface Results {

    /** Reads what is returned and puts it where it belongs. */
    void give(ExpressionTree returned, ExpressionReader expressions);

    /** Whether a variable, declared with a new array, is the array that receives the values. */
    boolean isReceived(Element variable);

    /** What such a variable refers to. */
    Value received(Element variable, ExpressionTree created, ExpressionReader expressions);

    /** The registers that hold the result when the procedure ends. */
    List<Variable> registers();

    /** Results in registers, as usual. */
    record InRegisters(Reading reading, List<Value> value) implements Results {

        @Override
        public void give(ExpressionTree returned, ExpressionReader expressions) {
            Value result = value.get(0);
            new Place.Local(result)
                    .write(reading.converted(expressions.read(returned), result.type(), returned), reading.writer());
        }

        @Override
        public boolean isReceived(Element variable) {
            return false;
        }

        @Override
        public Value received(Element variable, ExpressionTree created, ExpressionReader expressions) {
            throw new IllegalStateException("variable " + variable + " receives nothing");
        }

        @Override
        public List<Variable> registers() {
            return value.stream()
                    .flatMap(Value::parts)
                    .map(Variable.class::cast)
                    .toList();
        }
    }
}
