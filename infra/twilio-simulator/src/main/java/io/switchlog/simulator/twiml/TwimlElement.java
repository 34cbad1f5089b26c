package io.switchlog.simulator.twiml;

import io.switchlog.simulator.webhook.Endpoint;
import io.switchlog.simulator.webhook.WebhookMethod;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * One element with its attributes read as what they mean.
 *
 * @param base the URL of the document, against which relative URLs are resolved; null for TwiML handed over by REST
 */
record TwimlElement(Element element, @Nullable URI base) {

    String name() {
        return element.getTagName();
    }

    String text() {
        return element.getTextContent().strip();
    }

    /** The child elements; text between them is ignored. */
    List<TwimlElement> children() {
        List<TwimlElement> children = new ArrayList<>();
        NodeList nodes = element.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i).getNodeType() == Node.ELEMENT_NODE) {
                children.add(new TwimlElement((Element) nodes.item(i), base));
            }
        }
        return children;
    }

    String text(String attribute, String otherwise) {
        return element.hasAttribute(attribute) ? element.getAttribute(attribute).strip() : otherwise;
    }

    boolean flag(String attribute, boolean otherwise) throws TwimlFault {
        String value = text(attribute, Boolean.toString(otherwise));
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid(attribute);
        };
    }

    int number(String attribute, int otherwise) throws TwimlFault {
        String value = text(attribute, Integer.toString(otherwise));
        if (!value.matches("\\d{1,6}")) {
            throw invalid(attribute);
        }
        return Integer.parseInt(value);
    }

    Duration seconds(String attribute, int otherwise) throws TwimlFault {
        return Duration.ofSeconds(number(attribute, otherwise));
    }

    /** A list of names with spaces between them, such as {@code statusCallbackEvent}. */
    <E extends Enum<E>> Set<E> names(String attribute, Class<E> type, E otherwise) throws TwimlFault {
        Set<E> names = new LinkedHashSet<>();
        for (String name : text(attribute, otherwise.name()).split("\\s+", -1)) {
            try {
                names.add(Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_')));
            } catch (IllegalArgumentException e) {
                throw invalid(attribute);
            }
        }
        return names;
    }

    /** The URL in {@code attribute} with the method in {@code methodAttribute}, or null when there is no such URL. */
    @Nullable
    Endpoint endpoint(String attribute, String methodAttribute) throws TwimlFault {
        String url = text(attribute, "");
        return url.isEmpty() ? null : endpoint(absolute(url), methodAttribute);
    }

    /** Like {@link #endpoint}, but an absent URL is that of the document itself. */
    Endpoint endpointOrDocument(String url, String methodAttribute) throws TwimlFault {
        return endpoint(absolute(url), methodAttribute);
    }

    private Endpoint endpoint(URI url, String methodAttribute) throws TwimlFault {
        return switch (text(methodAttribute, "POST")) {
            case "GET" -> new Endpoint(url, WebhookMethod.GET);
            case "POST" -> new Endpoint(url, WebhookMethod.POST);
            default -> throw invalid(methodAttribute);
        };
    }

    private URI absolute(String url) throws TwimlFault {
        try {
            // The JDK resolves an empty reference to the directory; RFC 3986, 5.2.2 means the document itself.
            URI absolute = base == null ? URI.create(url) : url.isEmpty() ? base : base.resolve(url);
            if (absolute.isAbsolute() && absolute.getHost() != null) {
                return absolute;
            }
        } catch (IllegalArgumentException e) {
            throw new TwimlFault(TwimlFault.INVALID_URL, "<" + name() + "> has a malformed URL");
        }
        throw new TwimlFault(TwimlFault.INVALID_URL, "<" + name() + "> has a relative URL in a document without one");
    }

    TwimlFault invalid(String attribute) {
        return new TwimlFault(TwimlFault.SCHEMA, "<" + name() + "> has an invalid " + attribute);
    }
}
