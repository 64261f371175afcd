package org.cotangent.codegen.emit;

import java.util.List;

/** The class that holds the derivatives of the methods of another. */
public final class CompanionClass {

    private final GeneratedClass target;

    private CompanionClass(GeneratedClass target) {
        this.target = target;
    }

    /**
     * A class without methods.
     *
     * @param packageName empty for the unnamed package
     * @param simpleName a Java identifier
     * @param reference what Javadoc calls the class of the methods
     * @param functions what is going to be written; if one is public, so is the class
     * @throws IllegalArgumentException if two functions need one name
     */
    public static CompanionClass of(
            String packageName, String simpleName, String reference, List<FunctionDescriptor> functions) {
        boolean isPublic = functions.stream().anyMatch(FunctionDescriptor::isPublic);
        GeneratedClass target = (isPublic
                        ? GeneratedClass.named(packageName, simpleName)
                        : GeneratedClass.ofPackage(packageName, simpleName))
                .describe("Derivatives of methods of " + reference + ".");
        TakenNames names = new TakenNames(packageName.isEmpty() ? simpleName : packageName + "." + simpleName);
        functions.forEach(function -> target.reserve(names.take(function)));
        return new CompanionClass(target);
    }

    /**
     * Writes the methods of a function.
     *
     * @throws IllegalArgumentException if it cannot be differentiated or written, saying why
     */
    public CompanionClass write(FunctionDescriptor function) {
        FunctionWriter.write(function, target);
        return this;
    }

    /** What was written but will run slowly, with the reason; empty if all is well. */
    public List<String> warnings() {
        return target.warnings();
    }

    /** The text of the class. */
    public String source() {
        return target.source();
    }
}
