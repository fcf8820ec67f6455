package guance.awsgateway.routes;

import java.util.Set;

/** What a file of routes says of something that is to be found elsewhere, and where it does. */
sealed interface Mention {

    /** {@code routes/}, and its name. */
    String file();

    /** From 1. */
    int line();

    /**
     * A bean.
     *
     * @param method with or without arguments; empty where none is named
     */
    record Bean(String file, int line, String name, String method) implements Mention {}

    /**
     * An endpoint.
     *
     * @param parameters the names of those that stand beside the URI
     * @param consumed whether the route takes from it, and does not send to it
     * @param direct the name where it is a {@code direct} endpoint, else empty
     */
    record Endpoint(
            String file,
            int line,
            String uri,
            Set<String> parameters,
            boolean consumed,
            String direct)
            implements Mention {}

    /** A routeConfiguration that a route takes. */
    record Configuration(String file, int line, String id) implements Mention {}

    /**
     * What is defined here.
     *
     * @param kind route, routeConfiguration or routeTemplate
     */
    record Defined(String file, int line, String kind, String id) implements Mention {}

    /** A text in Camel's simple language. */
    record Simple(String file, int line, String text) implements Mention {}

    /** When quartz fires. */
    record Cron(String file, int line, String text) implements Mention {}

    /** A setting that has no default beside it. */
    record Placeholder(String file, int line, String key) implements Mention {}

    /** What a template is given, which hides a setting of that name in its file. */
    record Parameter(String file, int line, String name) implements Mention {}
}
