package org.cotangent.codegen.parse;

import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Statement;

/** The static final fields that a method reads and that javac knows no value of: read once, at its beginning. */
final class StaticFields {

    private final Reading reading;
    private final Map<VariableElement, Value> known = new LinkedHashMap<>();
    private final List<Statement> reads = new ArrayList<>();

    StaticFields(Reading reading) {
        this.reading = reading;
    }

    /** What reads the fields, to be put before all else. */
    List<Statement> reads() {
        return List.copyOf(reads);
    }

    Value read(VariableElement field, Tree tree) {
        Value value = known.get(field);
        if (value == null) {
            value = register(field, tree);
            known.put(field, value);
        }
        return value;
    }

    private Value register(VariableElement field, Tree tree) {
        Optional<JavaType.Plain> type = JavaTypes.plain(field.asType());
        if (type.isEmpty()) {
            throw reading.refuse(
                    Tag.STATIC,
                    tree,
                    "static field " + field.getSimpleName() + " is of type " + field.asType()
                            + ", expected a number, a boolean or an array of them; pass it as an argument, or make it"
                            + " in the method");
        }
        if (!field.getModifiers().contains(Modifier.FINAL)) {
            throw reading.refuse(
                    Tag.STATIC,
                    tree,
                    "static field " + field.getSimpleName() + " is not final; pass it as an argument, or make it"
                            + " final");
        }
        if (!reading.session().visibility().of(field)) {
            throw reading.refuse(
                    Tag.STATIC,
                    tree,
                    "static field " + field.getSimpleName() + " has a value that is computed when the program runs, and"
                            + " the class of derivatives cannot see it; leave the word private out, or pass it as an"
                            + " argument");
        }
        Elements elements = reading.session().elements();
        TypeElement owner = (TypeElement) field.getEnclosingElement();
        String name = field.getSimpleName().toString();
        External external = External.pure(name)
                .returns("constant", type.get().register())
                .field(elements.getBinaryName(owner).toString(), name);
        reading.origin(external, tree);
        Variable register = Variable.of(name, type.get().register());
        reads.add(new Statement.Call(List.of(register), external, List.of()));
        return Value.of(type.get(), register);
    }
}
