package org.cotangent.codegen.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Random uses of records: components, new ones, choices between two. */
final class RecordTerms {

    /** A path to a component. */
    private record Path(Term term, String type, Symbol base) {}

    private final MethodWriter method;

    RecordTerms(MethodWriter method) {
        this.method = method;
    }

    /** A component of a type, of a record or of a record in it. */
    Optional<Term> component(String type) {
        return method.scope
                .any(paths().stream().filter(p -> p.type().equals(type)).toList())
                .map(Path::term);
    }

    Optional<ArrayTerms.Part> array() {
        return method.scope
                .any(paths().stream().filter(p -> p.type().equals("double[]")).toList())
                .map(p -> new ArrayTerms.Part(p.term(), p.base()));
    }

    private List<Path> paths() {
        List<Path> paths = new ArrayList<>();
        for (Structure structure : method.surroundings.structures) {
            for (Symbol symbol : method.scope.all(structure.name())) {
                add(paths, symbol.term(), structure, symbol);
            }
        }
        return paths;
    }

    private void add(List<Path> paths, Term record, Structure structure, Symbol base) {
        for (Structure.Component component : structure.components()) {
            Term term = Term.variable(record.at(Term.PRIMARY) + "." + component.name() + "()");
            Optional<Structure> inner = method.surroundings.structure(component.type());
            if (inner.isPresent()) {
                add(paths, term, inner.get(), base);
            } else {
                paths.add(new Path(term, component.type(), base));
            }
        }
    }

    /** An expression that creates a record; the arrays it holds share memory with a variable. */
    Optional<Term> created(Structure structure, Symbol holder) {
        List<Term> arguments = new ArrayList<>();
        for (Structure.Component component : structure.components()) {
            Optional<Term> argument = argument(component.type(), holder);
            if (argument.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(argument.get());
        }
        return Optional.of(Term.call("new " + structure.name(), 0, arguments.toArray(new Term[0])));
    }

    private Optional<Term> argument(String type, Symbol holder) {
        if (type.equals("double")) {
            return Optional.of(method.reals.limited(1));
        } else if (type.equals("int")) {
            return Optional.of(method.integers.integer(1));
        } else if (type.equals("double[]")) {
            return array(holder);
        }
        Structure inner = method.surroundings.structure(type).orElseThrow();
        if (!inner.hasArray() && method.scope.has(type) && method.scope.chance(50)) {
            return method.scope.pick(type).map(Symbol::term);
        }
        return created(inner, holder);
    }

    private Optional<Term> array(Symbol holder) {
        if (method.scope.chance(40)) {
            return Optional.of(Term.primary("new double[" + method.scope.columns + "]", 0));
        }
        Optional<ArrayTerms.Part> part = method.arrays.row();
        part.ifPresent(p -> holder.share(p.base()));
        return part.map(ArrayTerms.Part::term);
    }

    /** A statement that declares or assigns a record. */
    String statement() {
        Optional<Structure> structure = method.scope.any(method.surroundings.structures);
        if (structure.isEmpty()) {
            return method.assignments.accumulate();
        }
        method.scope.note(Syntax.RECORD_LOCAL);
        String type = structure.get().name();
        Optional<Symbol> target = method.scope.target(type);
        if (target.isPresent() && method.scope.chance(50)) {
            return reassigned(structure.get(), target.get());
        }
        Symbol fresh = new Symbol(method.scope.freshName("pair"), type, true, 0, Optional.empty());
        Optional<Term> value = value(structure.get(), fresh);
        if (value.isEmpty()) {
            return method.assignments.accumulate();
        }
        method.scope.show(fresh);
        return method.assignments.declared(fresh, value.get());
    }

    private String reassigned(Structure structure, Symbol target) {
        return value(structure, target)
                .map(value -> target.name + " = " + value.text() + ";\n")
                .orElseGet(method.assignments::accumulate);
    }

    private Optional<Term> value(Structure structure, Symbol holder) {
        int choice = method.scope.random.nextInt(100);
        Optional<Symbol> other = method.scope.pick(structure.name());
        if (choice < 15 && other.isPresent()) {
            holder.share(other.get());
            return other.map(Symbol::term);
        } else if (choice < 30 && other.isPresent()) {
            holder.share(other.get());
            Optional<Term> made = created(structure, holder);
            return made.map(
                    m -> method.conditions.condition(1).choose(other.get().term(), m));
        } else if (choice < 50) {
            Optional<Term> given = method.calls.giving(structure.name(), holder);
            if (given.isPresent()) {
                return given;
            }
        }
        return created(structure, holder);
    }
}
