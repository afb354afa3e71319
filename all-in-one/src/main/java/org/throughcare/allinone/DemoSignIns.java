package org.throughcare.allinone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who can sign in here, as the sign-in server has them; none of them is a secret. */
final class DemoSignIns {

    private DemoSignIns() {}

    /** @param what the person's part, in words */
    record SignIn(String username, String password, String name, String what) {}

    static List<SignIn> all() {
        try (InputStream in = Objects.requireNonNull(DemoSignIns.class.getResourceAsStream("/demo-staff.json"))) {
            return JsonMapper.shared()
                    .readTree(in)
                    .valueStream()
                    .map(each ->
                            new SignIn(text(each, "username"), text(each, "password"), text(each, "name"), what(each)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String what(JsonNode each) {
        String username = text(each, "username");
        return switch (username.substring(0, username.indexOf('.'))) {
            case "admin" -> "grantee administrator";
            case "jail" -> "jail case manager";
            case "community" -> "community case manager";
            case "super" -> "supervisor";
            case "monitor" -> "monitor";
            default -> "administrator of another grantee, " + text(each, "grantee");
        };
    }

    private static String text(JsonNode each, String field) {
        return each.path(field).asString("");
    }
}
