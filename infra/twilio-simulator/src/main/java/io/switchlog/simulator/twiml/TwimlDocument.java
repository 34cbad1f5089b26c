package io.switchlog.simulator.twiml;

import java.util.List;

/** The verbs of one {@code <Response>}, in their order. */
public record TwimlDocument(List<Verb> verbs) {}
