package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.List;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Simplification;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;

/** The adjoint statements of one assignment in three-address form. */
final class Accumulation {

    private static final Expr ZERO = Expr.constant(0.0);

    private final Shadows bars;
    private final Activity activity;

    Accumulation(Shadows bars, Activity activity) {
        this.bars = bars;
        this.activity = activity;
    }

    /** Adds to the adjoint of a leaf: {@code leafBar += contribution}. */
    List<Statement> add(Expr leaf, Expr contribution) {
        List<Statement> statements = new ArrayList<>(1);
        add(leaf, contribution, statements);
        return statements;
    }

    private void add(Expr leaf, Expr contribution, List<Statement> statements) {
        if (!activity.isActive(leaf) || contribution.equals(ZERO)) {
            return;
        }
        if (leaf instanceof Load load) {
            Expr bar = bars.ofArray(load.array());
            Expr sum = Simplification.sum(bar.at(load.index()), contribution);
            statements.add(new Statement.Store(bar, load.index(), sum));
        } else {
            Variable bar = bars.of((Variable) leaf);
            statements.add(new Statement.Assign(bar, Simplification.sum(bar, contribution)));
        }
    }

    /**
     * The adjoint of {@code target = value}: every leaf of the value receives its share of the
     * target's adjoint, which becomes what the value's own use of the target leaves, mostly 0.
     *
     * @param last whether nothing reads that adjoint any more, so that it need not become 0
     */
    List<Statement> of(Statement.Assign assign, boolean last) {
        Variable bar = bars.of(assign.target());
        Expr own = ZERO;
        List<Statement> statements = new ArrayList<>(3);
        for (Partials.Share share : shares(assign, bar)) {
            if (share.operand() == assign.target()) {
                own = share.value();
            } else {
                add(share.operand(), share.value(), statements);
            }
        }
        if (own != bar && !(last && own == ZERO)) {
            statements.add(new Statement.Assign(bar, own));
        }
        return statements;
    }

    private List<Partials.Share> shares(Statement.Assign assign, Variable bar) {
        if (!(assign.value() instanceof Apply apply)) {
            return List.of(new Partials.Share(assign.value(), bar));
        }
        boolean strong = assign.guarded() || apply.op().isStrong();
        List<Partials.Share> shares = Partials.of(assign, apply, activity);
        shares.replaceAll(share -> new Partials.Share(
                share.operand(),
                strong
                        ? Simplification.strongProduct(bar, share.value())
                        : Simplification.product(bar, share.value())));
        return shares;
    }
}
