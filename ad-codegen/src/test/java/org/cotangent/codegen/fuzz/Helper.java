package org.cotangent.codegen.fuzz;

import java.util.List;
import java.util.Optional;

/**
 * A method that methods may call.
 *
 * @param call what calls write before the parenthesis
 * @param result the type, {@code void} for nothing
 * @param parameters in order
 * @param depth the position of the parameter that bounds a recursion, −1 if there is none
 * @param given what a given array or record may share memory with, if it has any
 * @param cost statements that one call executes, at most
 * @param stores whether it stores into memory that it is given
 */
record Helper(
        String call,
        String result,
        List<Symbol> parameters,
        int depth,
        Optional<Symbol> given,
        int cost,
        boolean stores) {}
