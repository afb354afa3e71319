package org.throughcare.participant.plan.pdf;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The copy's own words, in the participant's language where there are some, in English otherwise. */
final class Words {

    private static final List<String> SPOKEN = List.of("en", "es");

    private final Locale locale;
    private final ResourceBundle bundle;
    private final DateTimeFormatter days;

    private Words(Locale locale) {
        this.locale = locale;
        // The root bundle is English; the machine's own language is nobody's business here
        bundle = ResourceBundle.getBundle(
                "plan/copy",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        days = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    }

    static Words in(Locale wanted) {
        return new Words(SPOKEN.contains(wanted.getLanguage()) ? Locale.of(wanted.getLanguage(), "US") : Locale.US);
    }

    /** As a PDF and a screen reader name it, e.g. {@code es-US}. */
    String language() {
        return locale.toLanguageTag();
    }

    String day(LocalDate day) {
        return days.format(day);
    }

    /** Values go in as they are: numbers without separators, text without any meaning of its own. */
    String say(String key, Object... values) {
        Object[] plain = Arrays.stream(values).map(String::valueOf).toArray();
        return new MessageFormat(bundle.getString(key), locale).format(plain);
    }
}
