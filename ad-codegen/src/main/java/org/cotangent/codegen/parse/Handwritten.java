package org.cotangent.codegen.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Rule;

/**
 * The routines with derivatives written by hand that methods call. Their rules are read when all that is
 * told by their declarations is known, as a rule may call its own routine.
 */
final class Handwritten {

    private final Session session;
    private final Map<ExecutableElement, List<ExecutableElement>> declarations = new HashMap<>();
    private final Map<ExecutableElement, Optional<Routine>> known = new HashMap<>();
    private final Map<ExecutableElement, Rule> read = new HashMap<>();
    private final Deque<HandwrittenRule> pending = new ArrayDeque<>();
    private final Set<ExecutableElement> methods = new LinkedHashSet<>();

    /** A routine as programs call it, without rules, and its rules. */
    private record Routine(External declaration, List<HandwrittenRule> rules) {}

    Handwritten(Session session) {
        this.session = session;
    }

    /** Whether a method is to be called as it stands, and not read. */
    boolean isRoutine(ExecutableElement method) {
        return !declarations(method).isEmpty();
    }

    private List<ExecutableElement> declarations(ExecutableElement method) {
        return declarations.computeIfAbsent(method, RuleMethods::of);
    }

    /** How to call a routine, told apart from other calls of it; nothing if it is refused, as has been told. */
    Optional<External> call(ExecutableElement routine) {
        return known(routine).map(found -> {
            External external = found.declaration();
            for (HandwrittenRule rule : found.rules()) {
                external = rule.declared(external, () -> Objects.requireNonNull(read.get(rule.method())));
            }
            return external;
        });
    }

    /** Which arguments a routine writes, by position. */
    Optional<Set<Integer>> written(ExecutableElement method) {
        return isRoutine(method) ? known(method).map(found -> written(found.declaration())) : Optional.empty();
    }

    private static Set<Integer> written(External external) {
        return IntStream.range(0, external.parameters().size())
                .filter(i -> external.parameters().get(i).access() != External.Access.READ)
                .boxed()
                .collect(Collectors.toSet());
    }

    private Optional<Routine> known(ExecutableElement routine) {
        Optional<Routine> found = known.get(routine);
        if (found == null) {
            found = declared(routine);
            known.put(routine, found);
        }
        return found;
    }

    private Optional<Routine> declared(ExecutableElement method) {
        methods.add(method);
        Optional<External> external = RoutineSignature.of(method, declarations(method), session);
        if (external.isEmpty()) {
            return Optional.empty();
        }
        List<HandwrittenRule> rules = new ArrayList<>();
        for (ExecutableElement declaration : declarations(method)) {
            RuleSignature.of(declaration, method, external.get(), session.problems())
                    .ifPresent(rule -> add(rule, rules));
        }
        if (rules.size() < declarations(method).size()) {
            return Optional.empty();
        }
        pending.addAll(rules);
        return Optional.of(new Routine(external.get(), rules));
    }

    private void add(HandwrittenRule rule, List<HandwrittenRule> rules) {
        for (HandwrittenRule other : rules) {
            if (rule.isSame(other)) {
                session.problems()
                        .error(
                                Tag.RULE,
                                rule.method(),
                                "rule " + rule.method().getSimpleName() + " gives " + rule.told() + ", as rule "
                                        + other.method().getSimpleName() + " does; leave one of them out");
            }
        }
        rules.add(rule);
    }

    /** Reads the rules of all routines that were found, and of those that rules call. */
    void read() {
        while (!pending.isEmpty()) {
            HandwrittenRule rule = pending.remove();
            RuleReader reader = new RuleReader(rule, session.ofRule());
            reader.read().ifPresent(found -> read.put(rule.method(), found));
            methods.addAll(reader.methods());
        }
    }

    /** Everything that derivatives depend on because of rules: routines, rules, what rules call. */
    Set<ExecutableElement> methods() {
        return methods;
    }
}
