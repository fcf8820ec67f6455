package guance.awsgateway.settings;

import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quartz.CronExpression;

/** Quartz cron expressions, with the remedy for those who know Unix crontabs. */
final class Crons {
    private static final Pattern WEEKDAY = Pattern.compile("(?<![/\\d])[0-7](?!\\d)");
    // Quartz 2.5.2 takes them for its own marks of "none" and "all", and so for valid.
    private static final Pattern MARKS = Pattern.compile("(?<!\\d)9[89](?!\\d)");
    private static final String[] WEEKDAYS = {"SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"};
    private static final int DAY_OF_MONTH = 3;
    private static final int DAY_OF_WEEK = 5;

    private Crons() {}

    /**
     * @return the expression with single blanks
     */
    static String parse(String text) {
        String[] fields = text.split("\\s+");
        if (fields.length == 5) {
            throw new WrongValue(unixAdvice(fields));
        }
        if (fields.length != 6 && fields.length != 7) {
            throw new WrongValue(
                    "not a Quartz cron; it has six fields, such as 0 0/5 * * * ? for every 5"
                            + " minutes");
        }
        checkDays(fields);
        String cron = String.join(" ", fields);
        if (MARKS.matcher(String.join(" ", List.of(fields).subList(0, 6))).find()) {
            throw new WrongValue("not a Quartz cron: 98 and 99 are in no field's range");
        }
        problem(cron)
                .ifPresent(
                        problem -> {
                            throw new WrongValue("not a Quartz cron: " + problem);
                        });
        return cron;
    }

    private static void checkDays(String[] fields) {
        String day = fields[DAY_OF_MONTH];
        String weekday = fields[DAY_OF_WEEK];
        if (!day.equals("?") && !weekday.equals("?")) {
            throw new WrongValue(bothDaysAdvice(fields));
        }
        if (day.equals("?") && weekday.equals("?")) {
            throw new WrongValue("only one of day-of-month and day-of-week may be ?");
        }
    }

    private static String unixAdvice(String[] unix) {
        String advice = "five fields are a Unix crontab; Quartz wants ";
        String weekday =
                WEEKDAY.matcher(unix[4])
                        .replaceAll(day -> WEEKDAYS[Integer.parseInt(day.group()) % 7]);
        boolean everyWeekday = weekday.equals("*");
        String cron =
                String.join(
                        " ",
                        "0",
                        fromZero(unix[0]),
                        fromZero(unix[1]),
                        everyWeekday || !unix[2].equals("*") ? unix[2] : "?",
                        unix[3],
                        everyWeekday ? "?" : weekday);
        return problem(cron).isEmpty()
                ? advice + cron
                : advice + "seconds first and one of day-of-month and day-of-week as ?";
    }

    private static String fromZero(String field) {
        return field.startsWith("*/") ? "0" + field.substring(1) : field;
    }

    private static String bothDaysAdvice(String[] fields) {
        String advice = "one of day-of-month and day-of-week must be ?";
        int open = fields[DAY_OF_WEEK].equals("*") ? DAY_OF_WEEK : DAY_OF_MONTH;
        if (!fields[open].equals("*")) {
            return advice;
        }
        String[] remedy = fields.clone();
        remedy[open] = "?";
        return advice + "; write " + String.join(" ", remedy);
    }

    private static Optional<String> problem(String cron) {
        try {
            CronExpression.validateExpression(cron);
            return Optional.empty();
        } catch (ParseException exception) {
            return Optional.of(String.valueOf(exception.getMessage()));
        }
    }
}
