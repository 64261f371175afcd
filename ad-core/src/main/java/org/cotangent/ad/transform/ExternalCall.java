package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.External.Access;
import org.cotangent.ad.ir.External.Parameter;
import org.cotangent.ad.ir.Position;
import org.cotangent.ad.ir.Rule;
import org.cotangent.ad.ir.Statement;

/** A call of an external routine, seen with what is active where it stands. */
final class ExternalCall {

    private final Statement.Call call;
    private final External external;
    private final Activity activity;
    private final Variants variants;

    private final Optional<Position> position;

    /** @param position where the call stands in the source, if that is known */
    ExternalCall(
            Statement.Call call, External external, Activity activity, Variants variants, Optional<Position> position) {
        this.position = position;
        this.call = call;
        this.external = external;
        this.activity = activity;
        this.variants = variants;
    }

    External external() {
        return external;
    }

    Statement.Call statement() {
        return call;
    }

    List<RuleCall> tangents() {
        return rules(variants.rules(external).tangents());
    }

    List<RuleCall> adjoints() {
        return rules(variants.rules(external).adjoints());
    }

    /** Adjoint rules that the declared tangent rules make. */
    List<RuleCall> turnedTangents() {
        return rules(variants.turnedTangents(external));
    }

    /** Tangent rules that the declared adjoint rules make. */
    List<RuleCall> turnedAdjoints() {
        return rules(variants.turnedAdjoints(external));
    }

    Optional<RuleCall> partial(Parameter parameter) {
        Rule rule = variants.rules(external).partials().get(parameter.name());
        return rule == null ? Optional.empty() : Optional.of(new RuleCall(external, rule, variants));
    }

    private List<RuleCall> rules(List<Rule> rules) {
        return rules.stream().map(r -> new RuleCall(external, r, variants)).toList();
    }

    Expr argument(Parameter parameter) {
        return call.arguments().get(external.parameters().indexOf(parameter));
    }

    boolean isActive(Parameter parameter) {
        return activity.isActive(argument(parameter));
    }

    /** Parameters whose active values the outputs depend on. */
    List<Parameter> inputs() {
        return external.parameters().stream()
                .filter(p -> p.isInput() && isActive(p))
                .toList();
    }

    /** Arrays that are written with active values. */
    List<Parameter> outputs() {
        return external.parameters().stream()
                .filter(p -> p.isOutput() && isActive(p))
                .toList();
    }

    List<Parameter> written() {
        return external.parameters().stream()
                .filter(p -> p.access() != Access.READ)
                .toList();
    }

    /** The register that receives an active result. */
    Optional<Variable> activeResult() {
        return call.results().stream().filter(activity::isActive).findFirst();
    }

    /** The name of the result, for rules. */
    String resultName() {
        return external.results().isEmpty() ? "" : external.results().get(0).name();
    }

    /** Whether rules may give the adjoint of the one real parameter under any name. */
    boolean hasOneReal() {
        return external.parameters().stream()
                        .filter(p -> p.isInput() && p.type().isReal())
                        .count()
                == 1;
    }

    /** Whether active arguments share memory, so that one rule would write it under two names. */
    boolean isShared(Parameter parameter) {
        Object memory = activity.aliases().classOf(argument(parameter));
        return external.parameters().stream()
                        .filter(p -> p.type().isArray()
                                && activity.aliases().classOf(argument(p)).equals(memory))
                        .count()
                > 1;
    }

    /** The value of that name after the call. */
    Optional<Expr> value(String name) {
        for (Parameter parameter : external.parameters()) {
            if (parameter.name().equals(name)) {
                return Optional.of(argument(parameter));
            }
        }
        return name.equals(resultName()) ? Optional.of(call.results().get(0)) : Optional.empty();
    }

    /** The name by which rules know the tangent of a value. */
    String dot(String value) {
        return external.dot(value);
    }

    /** The name by which rules know the adjoint of a value. */
    String bar(String value) {
        return external.bar(value);
    }

    /** The parameter whose tangent goes by that name. */
    Optional<Parameter> ofDot(String name) {
        return of(name, external::dot);
    }

    /** The parameter whose adjoint goes by that name. */
    Optional<Parameter> ofBar(String name) {
        return of(name, external::bar);
    }

    private Optional<Parameter> of(String name, UnaryOperator<String> derived) {
        return external.parameters().stream()
                .filter(p -> name.equals(derived.apply(p.name())))
                .findFirst();
    }

    /** The updated array whose former contents go by that name. */
    Optional<Parameter> before(String name) {
        return of(name, external::before).filter(p -> p.access() == Access.UPDATE);
    }

    boolean isBeforeTaken(Parameter parameter, List<RuleCall> chosen) {
        return parameter.access() == Access.UPDATE
                && chosen.stream().anyMatch(r -> r.takes(external.before(parameter.name())));
    }

    /** The names of parameters, and of the result, that are active. */
    List<String> activeNames(List<Parameter> parameters, boolean withResult) {
        List<String> names =
                new ArrayList<>(parameters.stream().map(Parameter::name).toList());
        if (withResult && activeResult().isPresent()) {
            names.add(resultName());
        }
        return names;
    }

    /** The refusal of a call of which no tangent can be computed. */
    UndifferentiableCallException withoutTangent(String why, String remedy) {
        return refusal(Derivation.Kind.TANGENT, why, remedy);
    }

    /** The refusal of a call of which no adjoint can be computed. */
    UndifferentiableCallException withoutAdjoint(String why, String remedy) {
        return refusal(Derivation.Kind.ADJOINT, why, remedy);
    }

    private UndifferentiableCallException refusal(Derivation.Kind missing, String why, String remedy) {
        List<String> inputs = activeNames(inputs(), false);
        String message = "call of external routine " + external.name()
                + position.map(p -> " at " + p).orElse("") + " cannot be differentiated by " + inputs + ": " + why
                + "; " + remedy + ", or stop the derivative in front of the call";
        return new UndifferentiableCallException(message, external, inputs, missing, why);
    }
}
