package io.switchlog.client;

import io.switchlog.contract.LogCodec;
import io.switchlog.contract.Personal;
import io.switchlog.contract.Topics;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.core.JacksonException;

/**
 * Seals what is personal under the caller's own key, and opens it for those who may see it. A caller's key is made at first
 * sight and written to {@link Topics#CALLER_KEYS}, wrapped under the master key; a tombstone there erases the caller, for then
 * nobody can read what was sealed under it.
 *
 * <p>Instances know of each other only by that topic. Two that make a key for one caller at once make two, and both stay
 * valid. What an instance has just sealed it can open once its own tail has come to the key, some milliseconds later.
 */
public final class CallerKeys implements AutoCloseable {

    private final MasterKey masterKey;
    private final CallerKeyRing ring;
    private final LogTail tail;
    private final Appender appender;

    /** Keys made here that the tail has not come to yet, by pseudonym. */
    private final Map<String, CompletableFuture<CallerKey>> created = new ConcurrentHashMap<>();

    /**
     * Prepares; nothing is read before {@link #start}.
     *
     * @param kafkaProperties where the brokers are and how to sign in there
     * @param masterKey 32 bytes, the same in all services and for ever
     */
    public CallerKeys(Map<String, Object> kafkaProperties, byte[] masterKey) {
        this.masterKey = new MasterKey(masterKey);
        this.ring = new CallerKeyRing(this.masterKey);
        this.tail = new LogTail(kafkaProperties, Topics.CALLER_KEYS, TailStart.BEGINNING, this::read);
        this.appender = Appender.atOnce(kafkaProperties, Topics.CALLER_KEYS);
    }

    /** Returns at once. The topic may come later (the engine creates it), and brokers may come and go. */
    public void start() {
        tail.start();
    }

    /** Whether all keys that were there when it started are known, and the tail has not stopped since. */
    public boolean isCaughtUp() {
        return tail.isCaughtUp();
    }

    /** Why the tail has stopped, if it has; a key that another master key has wrapped is such a cause. */
    public Optional<String> failure() {
        return tail.failure();
    }

    /** 32 hex digits that stand for a caller's number wherever callers are compared or searched. */
    public String pseudonymOf(String number) {
        return masterKey.pseudonymOf(number);
    }

    /**
     * Completes once the key it is sealed under is safe in the topic. A new caller's key has to be written first, which
     * fails only when brokers have been away for two minutes: set a time-out.
     */
    public CompletableFuture<Personal> seal(String number, byte[] clear) {
        byte[] content = clear.clone();
        return keyOf(pseudonymOf(number)).thenApply(key -> key.seal(content));
    }

    /** As {@link #seal(String, byte[])}, under the caller's number. */
    public CompletableFuture<Personal> seal(CallerDetails details) {
        return seal(details.number(), LogCodec.mapper().writeValueAsBytes(details));
    }

    /**
     * The clear content; empty when the key was erased or is not there.
     *
     * @throws IllegalArgumentException when the key is there, but the ciphertext was altered
     */
    public Optional<byte[]> open(Personal personal) {
        return ring.find(new CallerKeyName(personal.pseudonym(), personal.keyId()))
                .map(key -> key.open(personal));
    }

    /**
     * As {@link #open}, for what {@link #seal(CallerDetails)} has sealed.
     *
     * @throws IllegalArgumentException when the key is there, but the ciphertext was altered or holds something else
     */
    public Optional<CallerDetails> openCaller(Personal personal) {
        return open(personal).map(CallerKeys::readDetails);
    }

    @Override
    public void close() {
        appender.close();
        tail.close();
    }

    private CompletableFuture<CallerKey> keyOf(String pseudonym) {
        return ring.keyOf(pseudonym).map(CompletableFuture::completedFuture).orElseGet(() -> create(pseudonym));
    }

    private CompletableFuture<CallerKey> create(String pseudonym) {
        CompletableFuture<CallerKey> mine = new CompletableFuture<>();
        CompletableFuture<CallerKey> others = created.putIfAbsent(pseudonym, mine);
        if (others != null) {
            return others;
        }
        CallerKey key = CallerKey.create(masterKey, pseudonym);
        var _ = appender.append(
                        new ProducerRecord<>(Topics.CALLER_KEYS, key.name().recordKey(), key.wrapped()))
                .whenComplete((_, failure) -> {
                    if (failure == null) {
                        mine.complete(key);
                    } else {
                        created.remove(pseudonym, mine);
                        mine.completeExceptionally(failure);
                    }
                });
        return mine;
    }

    private static CallerDetails readDetails(byte[] clear) {
        try {
            return LogCodec.mapper().readValue(clear, CallerDetails.class);
        } catch (JacksonException e) {
            // Without the cause: Jackson's message may quote the content.
            throw new IllegalArgumentException(
                    "ciphertext: holds no caller's details (" + e.getClass().getSimpleName() + ")");
        }
    }

    private void read(ConsumerRecord<String, byte[]> record) {
        CallerKeyName name = CallerKeyName.parse(record.key());
        ring.accept(name, record.value());
        created.remove(name.pseudonym());
    }
}
