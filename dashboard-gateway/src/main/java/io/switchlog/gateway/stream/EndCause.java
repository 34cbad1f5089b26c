package io.switchlog.gateway.stream;

/** Why a stream ended. */
enum EndCause {
    /** The browser went away, or did not read for so long that the connection was given up. */
    READER_LEFT,
    /** More events came than were read; the client comes again and resumes. */
    FELL_BEHIND,
    SIGNED_OUT,
    /** The tail has stopped, so there is nothing to tell any more. */
    NOT_UP_TO_DATE,
    SHUTDOWN
}
