package guance.awsgateway.templates;

/** What people read, in both languages. */
record Text(String en, String zh) {

    static final Text NONE = new Text("", "");

    Text {
        if (en == null || zh == null) {
            throw new IllegalArgumentException("say it in both languages: " + en + " / " + zh);
        }
    }

    String in(Language language) {
        return switch (language) {
            case EN -> en;
            case ZH -> zh;
        };
    }
}
