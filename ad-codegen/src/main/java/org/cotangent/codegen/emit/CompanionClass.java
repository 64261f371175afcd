package org.cotangent.codegen.emit;

import java.util.List;

/** The class that holds the derivatives of the methods of another. */
public final class CompanionClass {

    private CompanionClass() {}

    /**
     * Writes the class.
     *
     * @param packageName empty for the unnamed package
     * @param simpleName a Java identifier
     * @param reference what Javadoc calls the class of the methods
     * @param functions at least one; if one is public, so is the class
     * @throws IllegalArgumentException if two functions need one name, or one cannot be differentiated
     *     or written, saying why
     */
    public static GeneratedClass of(
            String packageName, String simpleName, String reference, List<FunctionDescriptor> functions) {
        boolean isPublic = functions.stream().anyMatch(FunctionDescriptor::isPublic);
        GeneratedClass target = (isPublic
                        ? GeneratedClass.named(packageName, simpleName)
                        : GeneratedClass.ofPackage(packageName, simpleName))
                .describe("Derivatives of methods of " + reference + ".");
        TakenNames names = new TakenNames(packageName.isEmpty() ? simpleName : packageName + "." + simpleName);
        for (FunctionDescriptor function : functions) {
            names.take(function);
            FunctionWriter.write(function, target);
        }
        return target;
    }
}
