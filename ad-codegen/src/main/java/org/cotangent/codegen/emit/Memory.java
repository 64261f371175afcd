package org.cotangent.codegen.emit;

import java.util.Map;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Site;
import org.cotangent.ad.ir.Statement;

/**
 * What a method takes from its workspace.
 *
 * @param tapes the locals that hold the tapes of sites
 * @param arrays the numbers of arrays that are not made anew
 * @param reused the numbers of arrays that are not made anew either, but filled with zeros
 */
record Memory(Map<Site, String> tapes, Map<Variable, Integer> arrays, Map<Statement.Allocate, Integer> reused) {}
