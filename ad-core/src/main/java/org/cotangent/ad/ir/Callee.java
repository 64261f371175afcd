package org.cotangent.ad.ir;

/** What a {@link Statement.Call} calls: a procedure of the same program, or Java code outside of it. */
public sealed interface Callee permits Callee.Internal, External {

    String name();

    /**
     * A procedure of the program that the call stands in.
     *
     * @param name of the procedure
     */
    record Internal(String name) implements Callee {

        @Override
        public String toString() {
            return name;
        }
    }
}
