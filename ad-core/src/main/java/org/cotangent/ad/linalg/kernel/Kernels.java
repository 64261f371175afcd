package org.cotangent.ad.linalg.kernel;

import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Chooses the kernel of all products, once: the one on {@code jdk.incubator.vector} if the program was
 * started with {@code --add-modules jdk.incubator.vector}, else plain Java.
 */
public final class Kernels {

    private static final String VECTORS = "jdk.incubator.vector";
    private static final ProductKernel PLAIN = new PlainKernel();
    private static final ProductKernel CHOSEN = choose();

    private Kernels() {}

    /** The kernel in use. */
    public static ProductKernel chosen() {
        return CHOSEN;
    }

    /** The kernel in plain Java, which gives the same bits everywhere. */
    public static ProductKernel plain() {
        return PLAIN;
    }

    private static ProductKernel choose() {
        if (ModuleLayer.boot().findModule(VECTORS).isEmpty()) {
            return PLAIN;
        }
        try {
            Iterator<ProductKernel> found = ServiceLoader.load(
                            ProductKernel.class, ProductKernel.class.getClassLoader())
                    .iterator();
            return found.hasNext() ? found.next() : PLAIN;
        } catch (ServiceConfigurationError | LinkageError otherVersion) {
            // The incubating module may change from one JDK to the next; plain Java does not.
            return PLAIN;
        }
    }
}
