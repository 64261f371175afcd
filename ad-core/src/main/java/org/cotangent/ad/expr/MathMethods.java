package org.cotangent.ad.expr;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What each method of {@link Math} (and {@link StrictMath}) is here: an operation of the table, or
 * refused with a reason and a remedy. Operations are found by their Java text, so that only methods
 * without one are listed.
 */
public final class MathMethods {

    /** What a method is: exactly one of {@code op} and {@code refusal} is present. */
    public record Entry(Optional<Op> op, Optional<Refusal> refusal) {}

    /**
     * Why a method is not differentiated.
     *
     * @param reason completes "Math.x ..."
     * @param remedy what to write instead
     */
    public record Refusal(String reason, String remedy) {}

    private static final String NEIGHBOUR = "steps between floating-point numbers, which has no derivative";
    private static final String TABLE = """
            random()                | draws a new number at each call, so that it cannot be run again | draw before and pass the numbers as data
            ulp(double)             | %1$s | multiply by 0x1p-52, or compute it outside of the method
            ulp(float)              | %1$s | multiply by 0x1p-23, or compute it outside of the method
            nextUp(double)          | %1$s | add the distance you mean
            nextUp(float)           | %1$s | add the distance you mean
            nextDown(double)        | %1$s | subtract the distance you mean
            nextDown(float)         | %1$s | subtract the distance you mean
            nextAfter(double,double) | %1$s | add the distance you mean
            nextAfter(float,double) | %1$s | add the distance you mean
            getExponent(float)      | tells the exponent of a float, but floats are kept as doubles here | use Math.getExponent((double) x)
            scalb(float,int)        | rounds to float, but floats are kept as doubles here | use (float) Math.scalb((double) x, n)
            fma(float,float,float)  | rounds to float once, but floats are kept as doubles here | use (float) Math.fma((double) a, b, c)
            round(float)            | rounds to int, which saturates where rounding to long does not | use (int) Math.rint(x)
            clamp(double,double,double) | is not in every Java that Cotangent supports | write Math.max(low, Math.min(x, high))
            clamp(float,float,float) | is not in every Java that Cotangent supports | write Math.max(low, Math.min(x, high))
            clamp(long,int,int)     | is not in every Java that Cotangent supports | write (int) Math.max(low, Math.min(x, high))
            clamp(long,long,long)   | is not in every Java that Cotangent supports | write Math.max(low, Math.min(x, high))
            floorMod(long,int)      | mixes long and int | write (int) Math.floorMod(a, (long) b)
            """.formatted(NEIGHBOUR);

    /** Exact on floats kept as doubles. */
    private static final List<String> SAME_FOR_FLOAT = List.of(
            "abs(double)", "max(double,double)", "min(double,double)", "signum(double)", "copySign(double,double)");

    private static final Map<String, Entry> ENTRIES = entries();
    private static final Map<String, Entry> SPECIAL = operations("Special.");

    private MathMethods() {}

    /**
     * What a method is.
     *
     * @param name such as {@code atan2}
     * @param parameterTypes as declared, such as {@code double, double}
     * @return refused if unknown
     */
    public static Entry of(String name, List<String> parameterTypes) {
        String signature = name + "(" + String.join(",", parameterTypes) + ")";
        return ENTRIES.getOrDefault(
                signature, refused("is not an operation of the representation", "write it with operators and casts"));
    }

    /**
     * What a method of {@link org.cotangent.ad.runtime.Special} is.
     *
     * @param name such as {@code erf}
     * @param parameterTypes as declared, such as {@code double}
     * @return refused if unknown
     */
    public static Entry special(String name, List<String> parameterTypes) {
        String operation = name.equals("log1pexp") ? "softplus" : name;
        return SPECIAL.getOrDefault(
                operation + "(" + String.join(",", parameterTypes) + ")",
                refused("is not an operation of the representation", "write it with those that are"));
    }

    /** All signatures that have an entry, such as {@code atan2(double,double)}. */
    static Map<String, Entry> all() {
        return ENTRIES;
    }

    private static Entry refused(String reason, String remedy) {
        return new Entry(Optional.empty(), Optional.of(new Refusal(reason, remedy)));
    }

    private static Map<String, Entry> entries() {
        Map<String, Entry> entries = new LinkedHashMap<>(operations("Math."));
        for (String signature : SAME_FOR_FLOAT) {
            entries.put(signature.replace("double", "float"), entries.get(signature));
        }
        entries.put("floorDiv(long,int)", entries.get("floorDiv(long,long)"));
        TABLE.lines().map(line -> line.split("\\s*\\|\\s*")).forEach(c -> entries.put(c[0], refused(c[1], c[2])));
        return Map.copyOf(entries);
    }

    /** The operations that are written as calls of the methods of a class. */
    private static Map<String, Entry> operations(String owner) {
        return Arrays.stream(Op.values())
                .filter(op -> op.notation().template().startsWith(owner))
                .collect(Collectors.toMap(
                        op -> signature(op, owner),
                        op -> new Entry(Optional.of(op), Optional.empty()),
                        (first, second) -> first,
                        LinkedHashMap::new));
    }

    private static String signature(Op op, String owner) {
        String types = op.parameterTypes().stream().map(Type::toString).collect(Collectors.joining(","));
        return op.notation().template().substring(owner.length()) + "(" + types + ")";
    }
}
