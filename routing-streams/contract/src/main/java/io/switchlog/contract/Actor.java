package io.switchlog.contract;

/**
 * Who asked for something: the scope within which a command's id is unique, and what the record later says of who did it.
 *
 * @param kind on whose behalf the command was appended
 * @param id the agent's id (for agents and operators, the one who is signed in), or the name of the system part
 */
public record Actor(Kind kind, String id) {

    /** The phone network, as told by its webhooks. */
    public static final Actor TWILIO = new Actor(Kind.TWILIO, "twilio");

    /** The engine itself, when a timer is due. */
    public static final Actor ENGINE = new Actor(Kind.SYSTEM, "engine");

    /** Part of Switchlog that carries out decisions over Twilio's REST interface. */
    public static final Actor CALL_CONTROL = new Actor(Kind.SYSTEM, "call-control");

    public enum Kind {
        TWILIO,
        AGENT,
        OPERATOR,
        SYSTEM
    }

    public static Actor agent(String agentId) {
        return new Actor(Kind.AGENT, agentId);
    }

    public static Actor operator(String agentId) {
        return new Actor(Kind.OPERATOR, agentId);
    }
}
