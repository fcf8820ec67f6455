package guance.awsgateway.routes;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ExpressionIllegalSyntaxException;
import org.apache.camel.spi.EndpointUriFactory;
import org.quartz.CronExpression;

/** Looks up what files of routes mention, in a context that is never started. */
final class MentionCheck {

    private final CamelContext context;
    private final Set<String> defined = new HashSet<>();
    private final Set<String> directs = new HashSet<>();
    private final Set<String> parameters = new HashSet<>();
    private final List<RouteProblem> problems = new ArrayList<>();

    private MentionCheck(CamelContext context) {
        this.context = context;
    }

    /**
     * @param called the names of {@code direct} endpoints that beans send to
     */
    static List<RouteProblem> of(CamelContext context, List<Mention> all, Set<String> called) {
        MentionCheck check = new MentionCheck(context);
        all.forEach(check::know);
        all.forEach(check::check);
        called.stream()
                .filter(name -> !check.directs.contains(name))
                .sorted()
                .map(name -> "no route takes from direct:%s any more".formatted(name))
                .forEach(reason -> check.problems.add(new RouteProblem("routes", 0, reason)));
        return check.problems;
    }

    private void know(Mention mention) {
        if (mention instanceof Mention.Defined definition) {
            boolean first = defined.add(definition.kind() + " " + definition.id());
            if (!first) {
                tell(mention, "a second %s %s", definition.kind(), definition.id());
            }
        } else if (mention instanceof Mention.Endpoint endpoint && endpoint.consumed()) {
            directs.add(endpoint.direct());
        } else if (mention instanceof Mention.Parameter parameter) {
            parameters.add(parameter.name());
        }
    }

    private void tell(Mention at, String reason, Object... of) {
        problems.add(new RouteProblem(at.file(), at.line(), reason.formatted(of)));
    }

    private void check(Mention mention) {
        if (mention instanceof Mention.Bean bean) {
            bean(bean);
        } else if (mention instanceof Mention.Endpoint endpoint) {
            endpoint(endpoint);
        } else if (mention instanceof Mention.Simple simple) {
            simple(simple);
        } else if (mention instanceof Mention.Cron cron) {
            cron(cron);
        } else if (mention instanceof Mention.Placeholder placeholder) {
            placeholder(placeholder);
        } else if (mention instanceof Mention.Configuration taken
                && !defined.contains("routeConfiguration " + taken.id())) {
            tell(taken, "there is no routeConfiguration %s", taken.id());
        }
    }

    private void bean(Mention.Bean mention) {
        String method = mention.method().split("\\(", 2)[0].strip();
        Object bean =
                isOpen(mention.name()) ? "" : context.getRegistry().lookupByName(mention.name());
        if (bean == null) {
            tell(mention, "there is no bean %s", mention.name());
        } else if (!isOpen(mention.name() + method) && !method.isEmpty() && !has(bean, method)) {
            tell(mention, "the bean %s has no method %s", mention.name(), method);
        }
    }

    private static boolean has(Object bean, String method) {
        return Stream.of(bean.getClass().getMethods())
                .anyMatch(each -> each.getName().equals(method));
    }

    private void endpoint(Mention.Endpoint mention) {
        String direct = mention.direct();
        if (!direct.isEmpty()) {
            if (!isOpen(direct) && !directs.contains(direct)) {
                tell(mention, "no route takes from direct:%s", direct);
            }
            return;
        }
        String scheme = resolved(mention.uri()).orElse("{{").split("[:?]", 2)[0];
        if (isOpen(scheme)) {
            return;
        }
        if (context.getComponent(scheme) == null) {
            tell(mention, "there is no component %s in lib/", scheme);
        } else {
            unknown(scheme, mention.parameters())
                    .ifPresent(name -> tell(mention, "%s has no parameter %s", scheme, name));
        }
    }

    private Optional<String> unknown(String scheme, Set<String> given) {
        EndpointUriFactory factory =
                context.getCamelContextExtension().getEndpointUriFactory(scheme);
        if (factory == null || factory.isLenientProperties()) {
            return Optional.empty();
        }
        Set<String> prefixes = Set.copyOf(factory.multiValuePrefixes().values());
        return given.stream()
                .filter(name -> !factory.propertyNames().contains(name))
                .filter(name -> prefixes.stream().noneMatch(name::startsWith))
                .findFirst();
    }

    private void simple(Mention.Simple mention) {
        Optional<String> text = resolved(mention.text());
        try {
            text.ifPresent(
                    each -> context.resolveLanguage("simple").createExpression(each).init(context));
        } catch (ExpressionIllegalSyntaxException e) {
            tell(mention, "%s", String.valueOf(e.getMessage()).split("\\n")[0]);
        }
    }

    private void cron(Mention.Cron mention) {
        try {
            Optional<String> text = resolved(mention.text());
            if (text.isPresent()) {
                new CronExpression(text.get());
            }
        } catch (ParseException e) {
            tell(mention, "the cron is none: %s", e.getMessage());
        }
    }

    private void placeholder(Mention.Placeholder mention) {
        String key = mention.key();
        if (!parameters.contains(key) && resolved("{{" + key + "}}").isEmpty()) {
            tell(mention, "there is no setting %s", key);
        }
    }

    /** Empty where it takes what a template is given, or a setting that is not there. */
    private Optional<String> resolved(String text) {
        try {
            return Optional.of(context.resolvePropertyPlaceholders(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What is known as late as it runs. */
    private static boolean isOpen(String text) {
        return text.contains("${") || text.contains("{{");
    }
}
