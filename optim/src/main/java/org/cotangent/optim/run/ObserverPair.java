package org.cotangent.optim.run;

/** Two observers that both see everything; either may stop the run. */
record ObserverPair(Observer first, Observer second) implements Observer {

    @Override
    public Decision accepted(Iterate iterate) {
        Decision one = first.accepted(iterate);
        Decision other = second.accepted(iterate);
        return one == Decision.STOP ? one : other;
    }

    @Override
    public void stepped(Run<?> run, Iterate iterate) {
        first.stepped(run, iterate);
        second.stepped(run, iterate);
    }
}
