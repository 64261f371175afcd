package org.cotangent.codegen.emit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotangent.ad.annotation.Form;

/** Which function of a class a name in it comes from, so that no two functions need the same. */
final class TakenNames {

    private final String owner;
    private final Map<String, String> classes = new HashMap<>();
    private final Map<String, String> factories = new HashMap<>();
    private final Map<String, String> methods = new HashMap<>();

    /**
     * The names of a class without functions.
     *
     * @param owner its qualified name
     */
    TakenNames(String owner) {
        this.owner = owner;
    }

    /** The name of the class of a function's objects. */
    static String ofClass(String function) {
        return capitalised(function) + "Function";
    }

    /** The name of the record of a function's variables. */
    static String ofVariables(String function) {
        return capitalised(function) + "Variables";
    }

    private static String capitalised(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /**
     * Takes the names that a function needs.
     *
     * @return those of methods
     * @throws IllegalArgumentException if another function, or the class itself, has one of them
     */
    List<String> take(FunctionDescriptor function) {
        String name = function.name();
        if (factories.containsKey(name)) {
            throw new IllegalArgumentException(
                    "class " + owner + " has two functions named " + name + "; give each a name of its own");
        }
        List<String> types = List.of(ofClass(name), ofVariables(name));
        for (String type : types) {
            if (type.equals(owner.substring(owner.lastIndexOf('.') + 1))) {
                throw new IllegalArgumentException("function " + name + " of class " + owner + " needs a class " + type
                        + " inside it, expected none of its own name; rename one of them");
            }
            requireFree(name, type, classes);
        }
        requireFree(name, name, methods);
        List<String> own = methods(function);
        own.forEach(method -> requireFree(name, method, factories));
        types.forEach(type -> classes.put(type, name));
        factories.put(name, name);
        own.forEach(method -> methods.put(method, name));
        own.add(name);
        return own;
    }

    private void requireFree(String function, String wanted, Map<String, String> taken) {
        String other = taken.get(wanted);
        if (other != null) {
            throw new IllegalArgumentException("functions " + other + " and " + function + " of class " + owner
                    + " both need the name " + wanted + ", expected different ones; rename one of them");
        }
    }

    private static List<String> methods(FunctionDescriptor function) {
        List<String> methods = new ArrayList<>();
        for (Form form : function.forms()) {
            methods.addAll(suffixes(form, function.isVector()));
        }
        methods.replaceAll(suffix -> function.name() + suffix);
        return methods;
    }

    /** A Jacobian takes sweeps along; values may need to be counted. */
    private static List<String> suffixes(Form form, boolean isVector) {
        return switch (form) {
            case VALUE -> isVector ? List.of("Value", "Length") : List.of("Value");
            case GRADIENT -> List.of("Gradient");
            case HESSIAN_VECTOR_PRODUCT -> List.of(isVector ? "WeightedHessianVectorProduct" : "HessianVectorProduct");
            case JVP -> List.of(isVector ? "Jvp" : "Tangent");
            case VJP -> List.of("Vjp");
            case JACOBIAN -> List.of("Jacobian", "Jvp", "Vjp");
        };
    }
}
