package org.throughcare.platform.backup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A command line: words, {@code --name} and {@code --name=value}. */
record Request(List<String> words, Map<String, String> options) {

    private static final Set<String> WITH_VALUE = Set.of("grantee", "service", "confirm", "by");
    private static final Set<String> ALONE = Set.of("replace", "stopped");

    /** @throws CannotBeDone when an option is not known or has no value */
    static Request of(String... arguments) {
        List<String> words = new ArrayList<>();
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String each = arguments[i];
            if (!each.startsWith("--")) {
                words.add(each);
                continue;
            }
            int equals = each.indexOf('=');
            String name = equals < 0 ? each.substring(2) : each.substring(2, equals);
            if (ALONE.contains(name) && equals < 0) {
                options.put(name, "");
            } else if (WITH_VALUE.contains(name) && equals >= 0) {
                options.put(name, each.substring(equals + 1));
            } else if (WITH_VALUE.contains(name) && i + 1 < arguments.length) {
                options.put(name, arguments[++i]);
            } else {
                throw new CannotBeDone("\"" + each + "\" is not something that is understood here.");
            }
        }
        return new Request(List.copyOf(words), Map.copyOf(options));
    }

    boolean is(String... beginning) {
        return words.size() >= beginning.length
                && words.subList(0, beginning.length).equals(List.of(beginning));
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    /** @throws CannotBeDone with the usage when there are more or fewer words */
    String word(int place, int of, String usage) {
        if (words.size() != of) {
            throw new CannotBeDone(usage);
        }
        return words.get(place);
    }
}
