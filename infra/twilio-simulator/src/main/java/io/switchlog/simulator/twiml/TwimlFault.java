package io.switchlog.simulator.twiml;

/** TwiML that Twilio would not run: the caller would hear of an application error. */
public final class TwimlFault extends Exception {
    private static final long serialVersionUID = 1L;

    /** Twilio's error and warning dictionary: "Invalid URL format". */
    public static final int INVALID_URL = 11100;
    /** "HTTP retrieval failure". */
    public static final int HTTP_RETRIEVAL = 11200;
    /** "HTTP connection failure". */
    public static final int HTTP_CONNECTION = 11205;
    /** "TwiML response body too large". */
    public static final int BODY_TOO_LARGE = 11750;
    /** "Document parse failure". */
    public static final int DOCUMENT_PARSE = 12100;
    /** "Schema validation": an element, attribute or value that does not belong there. */
    public static final int SCHEMA = 12200;
    /** "Invalid Content-Type". */
    public static final int CONTENT_TYPE = 12300;

    private final int code;

    public TwimlFault(int code, String message) {
        super(message);
        this.code = code;
    }

    /** The code in Twilio's error and warning dictionary, sent as {@code ErrorCode} to the fallback URL. */
    public int code() {
        return code;
    }
}
