package org.throughcare.acceptance.operator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughcare.acceptance.client.Access;
import org.throughcare.acceptance.client.Answer;
import org.throughcare.acceptance.client.Machine;
import org.throughcare.acceptance.client.NotAsExpected;

/** Operators' routes of the four services, through the gateway. */
final class Asking {

    static final List<String> SERVICES = List.of("participant", "notes", "scheduling", "referral");

    private final Access access;
    private final @Nullable String wanted;
    private final Map<String, Machine> machines = new HashMap<>();
    private @Nullable String chosen;

    Asking(Access access, @Nullable String grantee) {
        this.access = access;
        this.wanted = grantee;
    }

    /** @throws NotAsExpected when there is no such service */
    static String known(String service) {
        String name = service.endsWith("-service") ? service.substring(0, service.lastIndexOf('-')) : service;
        if (!SERVICES.contains(name)) {
            throw new NotAsExpected(
                    "there is no service \"" + service + "\"; they are " + String.join(", ", SERVICES) + ".");
        }
        return name;
    }

    /** Of the grantee that was named, or the only one. */
    Answer get(String service, String path) {
        return get(service, path, grantee());
    }

    Answer get(String service, String path, @Nullable String grantee) {
        return machine(grantee).get(at(service, path)).ok();
    }

    Answer post(String service, String path) {
        return machine(grantee()).post(at(service, path), "").ok();
    }

    Answer delete(String service, String path) {
        return machine(grantee())
                .send("DELETE", at(service, path), null, Map.of())
                .ok();
    }

    /** One for each grantee, so that its token serves all that is asked. */
    private Machine machine(@Nullable String grantee) {
        return machines.computeIfAbsent(
                Objects.requireNonNullElse(grantee, ""), of -> Machine.operator(access, grantee));
    }

    /** Those that were asked for: the one that was named, or all. */
    List<String> grantees() {
        List<String> all = new ArrayList<>();
        get("participant", "grantees", null)
                .rows()
                .forEach(each -> all.add(each.path("id").asString()));
        if (wanted == null) {
            return all;
        }
        if (!all.contains(wanted)) {
            throw new NotAsExpected("there is no grantee \"" + wanted + "\"; they are "
                    + all.stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        return List.of(wanted);
    }

    /** @throws NotAsExpected when there are several and none was named */
    String grantee() {
        String one = chosen;
        if (one == null) {
            List<String> all = grantees();
            if (all.size() != 1) {
                throw new NotAsExpected("say which grantee: --grantee=" + String.join(" or --grantee=", all));
            }
            one = all.getFirst();
            chosen = one;
        }
        return one;
    }

    private static String at(String service, String path) {
        return "/api/" + service + "/operations/" + path;
    }
}
