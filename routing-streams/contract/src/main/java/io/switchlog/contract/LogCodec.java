package io.switchlog.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Commands and events as JSON. Unknown fields are ignored, since a newer version may have written them; a missing one that
 * is required makes the record malformed.
 */
public final class LogCodec {

    /** Version of every type as written today. A type whose fields change their meaning gets a new one, and a reader for both. */
    static final int VERSION = 1;

    /** Twilio's identities, the longest ids that we are given, have at most so many characters. */
    private static final int LONGEST_ID = 256;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            // What is nearly right is wrong: an enum's ordinal, say, would mean something else once the enum has grown.
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private static final Map<String, Class<? extends Command>> COMMANDS = leaves(Command.class);
    private static final Map<String, Class<? extends Event>> EVENTS = leaves(Event.class);

    /** The names of those whose subject is a call. */
    private static final Set<String> ABOUT_CALLS = COMMANDS.entrySet().stream()
            .filter(command -> Arrays.stream(command.getValue().getRecordComponents())
                    .anyMatch(component -> component.getName().equals("callSid")))
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet());

    private static final TypeReference<CommandJson<JsonNode>> COMMAND = new TypeReference<>() {};
    private static final TypeReference<EventJson<JsonNode>> EVENT = new TypeReference<>() {};

    private LogCodec() {}

    /** The mapper of the log, for those who show or store the same types elsewhere. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    public static byte[] encode(CommandMessage message) {
        return MAPPER.writeValueAsBytes(new CommandJson<>(
                message.command().getClass().getSimpleName(),
                VERSION,
                message.workspace(),
                message.commandId(),
                message.actor(),
                message.command()));
    }

    public static byte[] encode(EventMessage message) {
        return MAPPER.writeValueAsBytes(new EventJson<>(
                message.event().getClass().getSimpleName(),
                VERSION,
                message.workspace(),
                message.sequence(),
                message.previousHash(),
                message.rulesVersion(),
                message.cause(),
                message.position(),
                message.size(),
                message.at(),
                message.event()));
    }

    /**
     * Reads a command.
     *
     * @throws MalformedRecordException when the bytes are no command that this version knows
     */
    public static CommandMessage decodeCommand(byte @Nullable [] bytes) {
        CommandJson<JsonNode> json = read(bytes, COMMAND);
        Command command = data(json.type, json.version, json.data, COMMANDS);
        if (!WorkspacePartition.isValidName(json.workspace)) {
            throw new MalformedRecordException("workspace: expected lower-case letters, digits and hyphens");
        }
        requireShort("commandId", json.commandId);
        requireShort("actor.id", json.actor.id());
        requireShort("data: the call's or agent's id", command.subject());
        return new CommandMessage(json.workspace, json.commandId, json.actor, command);
    }

    /** Every answer to a command repeats these, and an answer that no broker takes would stop the partition. */
    private static void requireShort(String field, String id) {
        if (id.length() > LONGEST_ID) {
            throw new MalformedRecordException(field + ": expected at most " + LONGEST_ID + " characters");
        }
    }

    /**
     * Reads an event.
     *
     * @throws MalformedRecordException when the bytes are no event that this version knows
     */
    public static EventMessage decodeEvent(byte @Nullable [] bytes) {
        EventJson<JsonNode> json = read(bytes, EVENT);
        Event event = data(json.type, json.version, json.data, EVENTS);
        return new EventMessage(
                json.workspace,
                json.sequence,
                json.previousHash,
                json.rulesVersion,
                json.cause,
                json.position,
                json.size,
                json.at,
                event);
    }

    /**
     * Reads an event's content where it is kept without its envelope, as {@link #mapper} writes it.
     *
     * @param type the name of the event's type
     * @throws MalformedRecordException when it is no event that this version knows
     */
    public static Event decodeContent(String type, String json) {
        try {
            return data(type, VERSION, MAPPER.readTree(json), EVENTS);
        } catch (JacksonException e) {
            throw new MalformedRecordException("not JSON (" + whereAndWhat(e) + ")");
        }
    }

    static Map<String, Class<? extends Command>> commandTypes() {
        return COMMANDS;
    }

    static Map<String, Class<? extends Event>> eventTypes() {
        return EVENTS;
    }

    static boolean isAboutCall(String commandType) {
        return ABOUT_CALLS.contains(commandType);
    }

    private static <T> T data(String type, int version, JsonNode data, Map<String, Class<? extends T>> types) {
        Class<? extends T> known = types.get(type);
        if (known == null) {
            throw new MalformedRecordException("type: unknown");
        }
        if (version != VERSION) {
            throw new MalformedRecordException("version: " + version + " of " + type + " is unknown");
        }
        try {
            return RequiredFields.check(MAPPER.treeToValue(data, known), "data");
        } catch (JacksonException e) {
            throw new MalformedRecordException("data: not a " + type + " (" + whereAndWhat(e) + ")");
        }
    }

    private static <T> T read(byte @Nullable [] bytes, TypeReference<T> envelope) {
        if (bytes == null) {
            throw new MalformedRecordException("the record has no value");
        }
        try {
            return RequiredFields.check(MAPPER.readValue(bytes, envelope), "");
        } catch (JacksonException e) {
            // Jackson's own message may quote the bytes, and they may be personal.
            throw new MalformedRecordException("not the JSON of an envelope (" + whereAndWhat(e) + ")");
        }
    }

    /** The path holds names of our own fields alone. */
    private static String whereAndWhat(JacksonException e) {
        String path = e.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        String what = e.getClass().getSimpleName();
        return path.isEmpty() ? what : path + ": " + what;
    }

    @SuppressWarnings("unchecked") // A permitted subclass of T extends T.
    private static <T> Map<String, Class<? extends T>> leaves(Class<T> sealed) {
        Map<String, Class<? extends T>> found = new HashMap<>();
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            if (permitted.isRecord()) {
                found.put(permitted.getSimpleName(), (Class<? extends T>) permitted);
            } else {
                found.putAll(leaves((Class<? extends T>) permitted));
            }
        }
        return Map.copyOf(found);
    }

    private record CommandJson<D>(String type, int version, String workspace, String commandId, Actor actor, D data) {}

    private record EventJson<D>(
            String type,
            int version,
            String workspace,
            long sequence,
            String previousHash,
            int rulesVersion,
            Cause cause,
            int position,
            int size,
            Instant at,
            D data) {}
}
