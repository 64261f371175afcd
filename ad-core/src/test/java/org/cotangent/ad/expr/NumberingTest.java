package org.cotangent.ad.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberingTest {

    private static final int MANY = 100_000;

    private final Numbering numbering = new Numbering();

    @Test
    void numbersComeInOrder() {
        Variable x = Graph.scalar("x");
        Variable y = Graph.scalar("y");
        assertThat(numbering.of(x)).isZero();
        assertThat(numbering.of(y)).isOne();
        assertThat(numbering.of(x)).isZero();
        assertThat(numbering.size()).isEqualTo(2);
        assertThat(numbering.key(1)).isSameAs(y);
    }

    @Test
    void whatWasNeverNumberedIsNotFound() {
        numbering.of(Graph.scalar("x"));
        assertThat(numbering.find(Graph.scalar("x"))).isEqualTo(Numbering.NONE);
    }

    @Test
    void operationsKeepTheirNumbersAsTheTableGrows() {
        Variable x = Graph.scalar("x");
        List<Expr> keys = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            keys.add(i % 2 == 0 ? x.times(i) : keys.get(i - 1).plus(x));
        }
        requireFound(keys);
    }

    /** With equal hashes a search would take as many steps as there are keys: hours in all. */
    @Test
    void variablesOfOneNameAreFoundByTheirIdentity() {
        List<Expr> keys = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            keys.add(Graph.scalar("x"));
        }
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> requireFound(keys));
    }

    private void requireFound(List<Expr> keys) {
        for (int i = 0; i < keys.size(); i++) {
            assertThat(numbering.of(keys.get(i))).isEqualTo(i);
        }
        for (int i = 0; i < keys.size(); i++) {
            assertThat(numbering.find(keys.get(i))).isEqualTo(i);
        }
    }
}
