package io.switchlog.contract;

/**
 * Which command a decision answers. Within a workspace two commands are the same exactly when their causes are equal, so
 * nobody can learn or take another's answer by reusing an id.
 *
 * @param commandType name of the command's type
 * @param subject callSid or agentId that the command was about
 */
public record Cause(String commandId, String commandType, Actor actor, String subject) {

    /** Whether it was a command about a call, so that the subject is a callSid. */
    public boolean concernsCall() {
        return LogCodec.isAboutCall(commandType);
    }
}
