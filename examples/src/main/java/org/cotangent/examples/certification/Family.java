package org.cotangent.examples.certification;

/** Which derivatives a method uses. */
enum Family {
    FITS("by residuals and their Jacobian"),
    GRADIENTS("by gradients"),
    CURVATURE("by second derivatives");

    private final String title;

    Family(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
