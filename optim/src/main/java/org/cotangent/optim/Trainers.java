package org.cotangent.optim;

import java.util.List;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.FiniteSum;
import org.cotangent.ad.function.FisherSum;
import org.cotangent.ad.function.TwiceDifferentiableSum;
import org.cotangent.optim.model.LayeredModel;
import org.cotangent.optim.search.PathSearch;
import org.cotangent.optim.search.StrongWolfe;
import org.cotangent.optim.stochastic.AdaHessian;
import org.cotangent.optim.stochastic.Adafactor;
import org.cotangent.optim.stochastic.Adagrad;
import org.cotangent.optim.stochastic.Adam;
import org.cotangent.optim.stochastic.AdaptiveScaling;
import org.cotangent.optim.stochastic.AmsGrad;
import org.cotangent.optim.stochastic.Batches;
import org.cotangent.optim.stochastic.Estimator;
import org.cotangent.optim.stochastic.FullGradient;
import org.cotangent.optim.stochastic.GradientTransformation;
import org.cotangent.optim.stochastic.Group;
import org.cotangent.optim.stochastic.HessianFree;
import org.cotangent.optim.stochastic.InverseRoot;
import org.cotangent.optim.stochastic.Kfac;
import org.cotangent.optim.stochastic.MiniBatch;
import org.cotangent.optim.stochastic.Momentum;
import org.cotangent.optim.stochastic.NaturalGradient;
import org.cotangent.optim.stochastic.NesterovMomentum;
import org.cotangent.optim.stochastic.RelativeToPoint;
import org.cotangent.optim.stochastic.RmsProp;
import org.cotangent.optim.stochastic.Schedule;
import org.cotangent.optim.stochastic.Shampoo;
import org.cotangent.optim.stochastic.SharpnessAware;
import org.cotangent.optim.stochastic.Svrg;
import org.cotangent.optim.stochastic.Trainer;
import org.cotangent.optim.stochastic.Transformation;
import org.cotangent.optim.stochastic.WeightDecay;

/**
 * The named methods for sums over examples. Each is an immutable object with withers for schedule,
 * transformations, averaging, limits and observers: {@code Trainers.adam(Batches.shuffled(32, 1),
 * 1e-3).epochs(20).minimize(sum, x0)}. Numbers in the comments are the rates that their authors use.
 */
public final class Trainers {

    private Trainers() {}

    /** Gradient steps from batches. */
    public static Trainer<FiniteSum> sgd(Batches batches, double rate) {
        return trainer(batches, rate);
    }

    /** Gradient steps from all examples: an epoch is one update. */
    public static Trainer<FiniteSum> fullGradient(double rate) {
        return trainer(new FullGradient(), rate);
    }

    /** Gradient steps from batches, each with a part of the last step added; 0.9 is usual. */
    public static Trainer<FiniteSum> momentum(Batches batches, double rate, double kept) {
        return trainer(batches, rate, new Momentum(kept));
    }

    /** The same with momentum that looks ahead. */
    public static Trainer<FiniteSum> nesterov(Batches batches, double rate, double kept) {
        return trainer(batches, rate, new NesterovMomentum(kept));
    }

    /** Adagrad: rates that fall where gradients were large. 0.01. */
    public static Trainer<FiniteSum> adagrad(Batches batches, double rate) {
        return trainer(batches, rate, new Adagrad(1e-10));
    }

    /** RMSProp: gradients over their recent size. 0.001. */
    public static Trainer<FiniteSum> rmsProp(Batches batches, double rate) {
        return trainer(batches, rate, new RmsProp(0.9, 1e-8));
    }

    /** Adam: momentum over the recent size of gradients. 0.001. */
    public static Trainer<FiniteSum> adam(Batches batches, double rate) {
        return trainer(batches, rate, Adam.STANDARD);
    }

    /** Adam with decoupled weight decay. 0.001 and 0.01. */
    public static Trainer<FiniteSum> adamW(Batches batches, double rate, double decay) {
        return trainer(batches, rate, Adam.STANDARD, new WeightDecay(decay));
    }

    /** AMSGrad: Adam that converges where Adam may not. 0.001. */
    public static Trainer<FiniteSum> amsGrad(Batches batches, double rate) {
        return trainer(batches, rate, new AmsGrad(0.9, 0.999, 1e-8));
    }

    /** Adafactor with steps relative to the size of each group, and a rate of its own. */
    public static Trainer<FiniteSum> adafactor(Batches batches, Group... groups) {
        return trainer(batches, 1, Adafactor.of(groups), new RelativeToPoint(List.of(groups), 1e-3))
                .schedule(new InverseRoot(0.01));
    }

    /** Shampoo: a matrix for the rows and one for the columns of each group. */
    public static Trainer<FiniteSum> shampoo(Batches batches, double rate, Group... groups) {
        return trainer(batches, rate, Shampoo.of(groups));
    }

    /** AdaHessian: Adam scaled by an estimate of the diagonal of the Hessian. 0.15. */
    public static Trainer<TwiceDifferentiableSum> adaHessian(Batches batches, double rate, long seed) {
        return Trainer.of(
                new MiniBatch(batches), Schedule.constant(rate), List.of(new AdaHessian(0.9, 0.999, 1e-4, seed)));
    }

    /** SVRG: gradient steps from batches that converge at a constant rate, with a full gradient every second epoch. */
    public static Trainer<FiniteSum> svrg(Batches batches, double rate) {
        return trainer(new Svrg(batches, 2), rate);
    }

    /** Sharpness-aware minimization with momentum. Radius 0.05. */
    public static Trainer<FiniteSum> sharpnessAware(Batches batches, double rate, double radius) {
        return trainer(new SharpnessAware(batches, radius), rate, new Momentum(0.9));
    }

    /**
     * Adam's scaling of the full gradient with a line search in place of a rate, for functions whose
     * variables differ much in scale; not for batches.
     */
    public static PathSearch<DifferentiableFunction> adaptiveLineSearch() {
        return PathSearch.of(AdaptiveScaling.STANDARD, new StrongWolfe());
    }

    /** Hessian-free optimization: damped Gauss-Newton steps by conjugate gradients, curvature from batches. */
    public static HessianFree hessianFree(Batches curvature) {
        return HessianFree.of(curvature);
    }

    /**
     * Natural gradient steps, matrix-free, each changing what the model predicts by at most a Kullback-Leibler
     * divergence. Damping 1e-3, 20 products.
     */
    public static Trainer<FisherSum> naturalGradient(Batches batches, double divergence) {
        return naturalGradient(batches, divergence, 1e-3);
    }

    /** The same with another damping: what is added to the diagonal of the Fisher matrix. */
    public static Trainer<FisherSum> naturalGradient(Batches batches, double divergence, double damping) {
        return Trainer.of(
                new MiniBatch(batches), Schedule.constant(1), List.of(new NaturalGradient(damping, 20, divergence)));
    }

    /**
     * K-FAC: natural gradients layer by layer, with momentum, the loss of each batch falling. Damping 0.01; in
     * batches of all examples it takes the fewest updates.
     */
    public static Trainer<LayeredModel> kfac(Batches batches, double damping) {
        return kfac(batches, damping, 1);
    }

    /** K-FAC with curvature from a share of every batch, for long ones: 0.25. */
    public static Trainer<LayeredModel> kfac(Batches batches, double damping, double share) {
        return Trainer.of(new MiniBatch(batches), Schedule.constant(1), List.of(new Kfac(damping, share)));
    }

    private static Trainer<FiniteSum> trainer(Batches batches, double rate, GradientTransformation... chain) {
        return trainer(new MiniBatch(batches), rate, chain);
    }

    private static Trainer<FiniteSum> trainer(
            Estimator<FiniteSum> estimator, double rate, GradientTransformation... chain) {
        return Trainer.of(estimator, Schedule.constant(rate), List.<Transformation<? super FiniteSum>>of(chain));
    }
}
