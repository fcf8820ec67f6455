package guance.awsgateway.operations.page;

import guance.awsgateway.operations.Job;
import guance.awsgateway.operations.RunRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Answers what is under {@code /api/}: what is asked for by GET, and actions by POST. */
public final class Api {

    private static final Pattern RUN = Pattern.compile("/api/runs/([\\w.-]{1,200})");
    private static final int RUNS = 500;
    private static final int APIS = 1_000;

    private final Sources from;
    private final Status status;
    private final Traffic traffic;
    private final Letters letters;
    private final Actions actions;
    private final Clock clock;

    Api(
            Sources from,
            Status status,
            Traffic traffic,
            Letters letters,
            Actions actions,
            Clock clock) {
        this.from = from;
        this.status = status;
        this.traffic = traffic;
        this.letters = letters;
        this.actions = actions;
        this.clock = clock;
    }

    /**
     * @throws RefusedRequestException for what there is not
     */
    public Answer answer(Asked asked) throws Exception {
        if (!asked.isRead()) {
            return actions.answer(asked);
        }
        Query query = Query.of(asked.query());
        return switch (asked.path()) {
            case "/api/status" -> Answer.json(status.now());
            case "/api/runs" -> Answer.json(Map.of("runs", runs(query)));
            case "/api/apis" -> Answer.json(apis(query));
            case "/api/dead-letters" -> Answer.json(Map.of("dead_letters", letters.rows()));
            default -> Answer.json(run(asked.path()));
        };
    }

    /** Newest first. */
    private List<RunRow> runs(Query query) throws RefusedRequestException {
        Optional<String> target = target(query);
        Optional<String> job = query.get("job");
        if (job.isPresent()) {
            Actions.job(job.get());
        }
        boolean problems = query.get("problems").filter("true"::equals).isPresent();
        int limit = query.limit(50, RUNS);
        return runs(run -> !problems || !run.outcome().equals("ok"), limit)
                .filter(run -> target.isEmpty() || run.target().equals(target.get()))
                .filter(run -> job.isEmpty() || run.job().equals(job.get()))
                .sorted(Comparator.comparing(RunRow::startedAt).reversed())
                .limit(limit)
                .toList();
    }

    private Optional<String> target(Query query) throws RefusedRequestException {
        Optional<String> target = query.get("target");
        if (target.isPresent()) {
            actions.target(target.get());
        }
        return target;
    }

    /**
     * @param most of each target and job
     */
    private Stream<RunRow> runs(Predicate<RunRecord> which, int most) {
        return from.targets().all().stream()
                .flatMap(
                        target ->
                                Stream.of(Job.values())
                                        .flatMap(
                                                job ->
                                                        from.records().of(target.id(), job).stream()
                                                                .filter(which)
                                                                .limit(most)
                                                                .map(
                                                                        r ->
                                                                                RunRow.of(
                                                                                        target, job,
                                                                                        r))));
    }

    private Map<String, Object> run(String path) throws RefusedRequestException {
        Matcher matcher = RUN.matcher(path);
        if (!matcher.matches()) {
            throw new RefusedRequestException(404, "there is no such path; see the README");
        }
        RunRow run =
                runs(each -> each.id().equals(matcher.group(1)), 1)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new RefusedRequestException(
                                                404, "no run of that id is kept; see /api/runs"));
        return Map.of(
                "run", run, "log", from.log().apply(run.id()).stream().map(LogRow::of).toList());
    }

    private Map<String, Object> apis(Query query) throws RefusedRequestException {
        Instant now = clock.instant();
        Optional<String> search = query.get("search").map(text -> text.toLowerCase(Locale.ROOT));
        Optional<String> target = target(query);
        List<SeenApi> matching =
                traffic.apis().stream()
                        .filter(api -> target.isEmpty() || api.target().id().equals(target.get()))
                        .filter(api -> search.isEmpty() || api.matches(search.get()))
                        .sorted(SeenApi.BUSIEST)
                        .toList();
        List<ApiRow> shown =
                matching.stream()
                        .limit(query.limit(100, APIS))
                        .map(api -> ApiRow.of(api, now))
                        .toList();
        return Map.of(
                "apis", shown,
                "matching", matching.size(),
                "total", traffic.apis().size(),
                "left_out", traffic.leftOut());
    }
}
