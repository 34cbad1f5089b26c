package io.switchlog.audit.probe;

/** What Switchlog consists of, as seen by whoever has to find out why a screen is behind. Each builds on those before it. */
enum Layer {
    LOG("The brokers", "#the-log"),
    ENGINE("Who decides", "#the-engine"),
    POSTGRES("The database", "#postgres"),
    PROJECTION("Who writes the read models", "#the-projection"),
    STREAM("Who tells the browsers", "#the-stream");

    private final String what;
    private final String chapter;

    Layer(String what, String chapter) {
        this.what = what;
        this.chapter = chapter;
    }

    String what() {
        return what;
    }

    /** Where to go on reading. */
    String chapter() {
        return "docs/troubleshooting.md" + chapter;
    }
}
