package io.switchlog.audit.probe;

import java.util.Locale;

/**
 * What was found out about a layer.
 *
 * @param detail for people
 */
record Finding(Layer layer, State state, String detail) {

    enum State {
        OK,
        BROKEN,
        /** It builds on one that is broken. */
        NOT_LOOKED_AT
    }

    static Finding ok(Layer layer, String detail) {
        return new Finding(layer, State.OK, detail);
    }

    static Finding broken(Layer layer, String detail) {
        return new Finding(layer, State.BROKEN, detail);
    }

    static Finding notLookedAt(Layer layer, Layer broken) {
        return new Finding(layer, State.NOT_LOOKED_AT, "for the " + name(broken) + " is broken");
    }

    boolean isBroken() {
        return state == State.BROKEN;
    }

    String text() {
        String word =
                switch (state) {
                    case OK -> "ok";
                    case BROKEN -> "BROKEN";
                    case NOT_LOOKED_AT -> "not looked at";
                };
        return "%-11s %-13s  %s".formatted(name(layer), word, detail);
    }

    static String name(Layer layer) {
        return layer.name().toLowerCase(Locale.ROOT);
    }
}
