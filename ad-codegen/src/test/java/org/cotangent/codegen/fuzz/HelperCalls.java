package org.cotangent.codegen.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Random calls from one method. No two arrays of a call share memory unless nothing is stored. */
final class HelperCalls {

    private final MethodWriter method;
    private Optional<Helper> self = Optional.empty();

    HelperCalls(MethodWriter method) {
        this.method = method;
    }

    /** Says that the method calls itself, which restricts what else it may call. */
    void recurse(Helper helper) {
        self = Optional.of(helper);
    }

    boolean isRecursive() {
        return self.isPresent();
    }

    /** A call that gives a scalar, if there is a helper that may be called here. */
    Optional<Term> expression(String type) {
        Optional<Helper> helper = method.scope.any(affordable(type).stream()
                .filter(h -> method.scope.mayHaveEffects() || !h.stores())
                .toList());
        Optional<Term> call = helper.flatMap(h -> call(h, Optional.empty()));
        call.ifPresent(c -> method.scope.note(Syntax.HELPER_IN_EXPRESSION));
        return call.map(c -> c.bounded(Term.LIMIT));
    }

    /** A call that gives an array or record to a variable. */
    Optional<Term> giving(String type, Symbol receiver) {
        return method.scope.any(affordable(type)).flatMap(h -> call(h, Optional.of(receiver)));
    }

    /** A call as a statement, whose result is not used. */
    Optional<String> statement() {
        Optional<Helper> helper = method.scope.any(affordable("void"));
        return helper.or(() -> method.scope.any(affordable("double")))
                .flatMap(h -> call(h, Optional.empty()))
                .map(call -> call.text() + ";\n");
    }

    private List<Helper> affordable(String type) {
        return method.surroundings.helpers.stream()
                .filter(h -> h.result().equals(type) && method.scope.affords(h.cost()))
                .filter(h -> !isRecursive() || h.given().isEmpty())
                .toList();
    }

    Optional<Term> call(Helper helper, Optional<Symbol> receiver) {
        return call(helper, receiver, Term.of(method.scope.random.nextInt(4)));
    }

    private Optional<Term> call(Helper helper, Optional<Symbol> receiver, Term depth) {
        List<Term> arguments = new ArrayList<>();
        Set<Symbol> memories = new HashSet<>();
        Map<Symbol, Symbol> first = new HashMap<>();
        boolean mayOverlap = !helper.stores() && receiver.isEmpty();
        for (int i = 0; i < helper.parameters().size(); i++) {
            Symbol parameter = helper.parameters().get(i);
            Optional<ArrayTerms.Part> part = i == helper.depth()
                    ? Optional.of(new ArrayTerms.Part(depth, parameter))
                    : argument(parameter.type, mayOverlap ? Set.of() : memories, helper.stores());
            if (part.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(part.get().term());
            if (holdsMemory(parameter.type)) {
                memories.add(part.get().base().memory());
                share(helper, parameter, receiver, part.get().base(), first);
            }
        }
        note(helper);
        return Optional.of(Term.call(helper.call(), Term.LIMIT, arguments.toArray(new Term[0])));
    }

    private static void share(
            Helper helper, Symbol parameter, Optional<Symbol> receiver, Symbol base, Map<Symbol, Symbol> first) {
        Symbol other = first.putIfAbsent(parameter.memory(), base);
        if (other != null) {
            base.share(other);
        }
        boolean shared =
                helper.given().filter(g -> g.memory() == parameter.memory()).isPresent();
        if (shared && receiver.isPresent()) {
            receiver.get().share(base);
        }
    }

    private boolean holdsMemory(String type) {
        return type.endsWith("[]")
                || method.surroundings
                        .structure(type)
                        .filter(Structure::hasArray)
                        .isPresent();
    }

    private Optional<ArrayTerms.Part> argument(String type, Set<Symbol> excluded, boolean written) {
        if (holdsMemory(type)) {
            for (int attempt = 0; attempt < 4; attempt++) {
                Optional<ArrayTerms.Part> found = memory(type);
                boolean refused =
                        written && found.filter(f -> f.base().isReadOnly()).isPresent();
                if (found.isPresent()
                        && !refused
                        && !excluded.contains(found.get().base().memory())) {
                    return found;
                }
            }
            return Optional.empty();
        }
        Symbol nothing = new Symbol("", type, false, 0, Optional.empty());
        return Optional.of(new ArrayTerms.Part(scalar(type, nothing), nothing));
    }

    private Optional<ArrayTerms.Part> memory(String type) {
        return switch (type) {
            case "double[]" -> method.arrays.row();
            case "double[][]" -> method.arrays.matrix();
            default -> method.scope.pick(type).map(s -> new ArrayTerms.Part(s.term(), s));
        };
    }

    private Term scalar(String type, Symbol nothing) {
        return switch (type) {
            case "double" -> method.reals.limited(1);
            case "float" -> method.floats.limited(1);
            case "int" -> method.integers.integer(1);
            case "long" -> method.integers.longInteger(1);
            case "boolean" -> method.conditions.condition(0);
            default -> {
                Optional<Symbol> variable = method.scope.pick(type);
                Structure structure = method.surroundings.structure(type).orElseThrow();
                yield variable.isPresent() && method.scope.chance(60)
                        ? variable.get().term()
                        : method.records.created(structure, nothing).orElseThrow();
            }
        };
    }

    /** The call of the method by itself, one level deeper, as a statement or part of one. */
    Optional<Term> recursion(Term depth) {
        return self.flatMap(helper -> call(helper, Optional.empty(), depth));
    }

    private void note(Helper helper) {
        method.scope.charge(helper.cost());
        method.scope.note(Syntax.HELPER);
        if (method.scope.isInLoop()) {
            method.scope.note(Syntax.HELPER_IN_LOOP);
        }
        if (helper.stores()) {
            method.statements.noteStore();
            method.scope.note(Syntax.HELPER_WRITES_ARRAY);
        }
        if (helper.parameters().stream()
                .anyMatch(p -> method.surroundings.structure(p.type).isPresent())) {
            method.scope.note(Syntax.HELPER_TAKES_RECORD);
        }
    }
}
