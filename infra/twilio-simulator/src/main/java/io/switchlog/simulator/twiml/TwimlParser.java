package io.switchlog.simulator.twiml;

import io.switchlog.simulator.webhook.Endpoint;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads TwiML. Elements that the simulator does not model are faults rather than silence, so that a test sees them;
 * unknown attributes, such as the voice of a {@code <Say>}, change nothing that we can observe and are passed over.
 */
public final class TwimlParser {
    /** Twilio's limit of a TwiML document (error 11750). */
    private static final int MAX_CHARACTERS = 64 * 1024;

    /** {@code <Dial>} takes no more nouns of {@code <Client>} (Twilio, "TwiML voice: Client"). */
    private static final int MAX_CLIENTS = 10;

    /** Characters in a client's identity, at most. */
    private static final int MAX_IDENTITY = 256;

    private static final Duration MIN_DIAL_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration MAX_DIAL_TIMEOUT = Duration.ofMinutes(10);

    private TwimlParser() {}

    /** Parses a document that came from {@code url}, or from a REST request when that is null. */
    public static TwimlDocument parse(String twiml, @Nullable URI url) throws TwimlFault {
        if (twiml.length() > MAX_CHARACTERS) {
            throw new TwimlFault(TwimlFault.BODY_TOO_LARGE, "The document has more than 64 KiB");
        }
        TwimlElement response = new TwimlElement(root(twiml), url);
        if (!response.name().equals("Response")) {
            throw new TwimlFault(TwimlFault.DOCUMENT_PARSE, "The root element is not <Response>");
        }
        List<Verb> verbs = new ArrayList<>();
        for (TwimlElement element : response.children()) {
            verbs.add(verb(element));
        }
        return new TwimlDocument(List.copyOf(verbs));
    }

    private static Element root(String twiml) throws TwimlFault {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new InputSource(new StringReader(twiml))).getDocumentElement();
        } catch (SAXException e) {
            throw new TwimlFault(TwimlFault.DOCUMENT_PARSE, "Not the XML of a TwiML document: " + e.getMessage());
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("The JDK's parser reads strings, without document types", e);
        }
    }

    private static Verb verb(TwimlElement element) throws TwimlFault {
        return switch (element.name()) {
            case "Say" -> new Verb.Say(element.text(), element.number("loop", 1));
            case "Play" -> new Verb.Play(element.text(), element.number("loop", 1));
            case "Pause" -> new Verb.Pause(element.seconds("length", 1));
            case "Dial" -> dial(element);
            case "Record" -> recordVoice(element);
            case "Redirect" -> new Verb.Redirect(element.endpointOrDocument(element.text(), "method"));
            case "Hangup" -> new Verb.Hangup();
            default -> throw unmodelled(element);
        };
    }

    private static Verb dial(TwimlElement element) throws TwimlFault {
        List<DialledIdentity> clients = new ArrayList<>();
        for (TwimlElement noun : element.children()) {
            if (!noun.name().equals("Client")) {
                throw unmodelled(noun);
            }
            clients.add(client(noun));
        }
        if (clients.isEmpty() || clients.size() > MAX_CLIENTS) {
            throw new TwimlFault(TwimlFault.SCHEMA, "<Dial> takes 1 to 10 nouns of <Client>, not " + clients.size());
        }
        Duration timeout = element.seconds("timeout", 30);
        return new Verb.Dial(
                List.copyOf(clients),
                element.endpoint("action", "method"),
                timeout.compareTo(MIN_DIAL_TIMEOUT) < 0
                        ? MIN_DIAL_TIMEOUT
                        : timeout.compareTo(MAX_DIAL_TIMEOUT) > 0 ? MAX_DIAL_TIMEOUT : timeout,
                element.flag("answerOnBridge", false),
                Optional.of(element.text("callerId", ""))
                        .filter(callerId -> !callerId.isEmpty())
                        .orElse(null));
    }

    private static DialledIdentity client(TwimlElement noun) throws TwimlFault {
        Map<String, String> parameters = new LinkedHashMap<>();
        String identity = noun.children().isEmpty() ? noun.text() : "";
        for (TwimlElement child : noun.children()) {
            switch (child.name()) {
                case "Identity" -> identity = child.text();
                case "Parameter" -> parameters.put(child.text("name", ""), child.text("value", ""));
                default -> throw unmodelled(child);
            }
        }
        if (identity.isEmpty() || identity.length() > MAX_IDENTITY) {
            throw noun.invalid("identity");
        }
        return new DialledIdentity(
                identity,
                parameters,
                noun.endpoint("url", "method"),
                noun.endpoint("statusCallback", "statusCallbackMethod"),
                noun.names("statusCallbackEvent", ProgressEvent.class, ProgressEvent.COMPLETED));
    }

    private static Verb recordVoice(TwimlElement element) throws TwimlFault {
        Endpoint transcribeCallback = element.endpoint("transcribeCallback", "transcribeCallbackMethod");
        boolean transcribes = element.flag("transcribe", transcribeCallback != null);
        return new Verb.RecordVoice(
                element.endpointOrDocument(element.text("action", ""), "method"),
                element.seconds("timeout", 5),
                element.seconds("maxLength", 3600),
                element.text("finishOnKey", "1234567890*#"),
                element.endpoint("recordingStatusCallback", "recordingStatusCallbackMethod"),
                element.names("recordingStatusCallbackEvent", RecordingEvent.class, RecordingEvent.COMPLETED),
                transcribes ? transcribeCallback : null);
    }

    private static TwimlFault unmodelled(TwimlElement element) {
        return new TwimlFault(TwimlFault.SCHEMA, "<" + element.name() + "> is not modelled here");
    }
}
