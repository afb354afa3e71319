package org.throughcare.allinone.signin;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Who can sign in. Their passwords are known to all and printed at the start: this is for demonstrations. */
@Component
class DemoStaff implements UserDetailsService {

    /** @param staff the staff member's id at participant-service */
    record Member(String username, String password, String name, String grantee, String staff) {}

    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, String> encoded = new LinkedHashMap<>();

    DemoStaff(SignInSettings settings, JsonMapper json, PasswordEncoder passwords) throws IOException {
        try (InputStream in = settings.staff().getInputStream()) {
            for (Member member : json.readValue(in, Member[].class)) {
                members.put(member.username(), member);
                encoded.put(member.username(), passwords.encode(member.password()));
            }
        }
    }

    Collection<Member> all() {
        return members.values();
    }

    Optional<Member> find(String username) {
        return Optional.ofNullable(members.get(username));
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        String password = encoded.get(username);
        if (password == null) {
            throw new UsernameNotFoundException(username);
        }
        return User.withUsername(username).password(password).build();
    }
}
