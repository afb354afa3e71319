package org.throughcare.platform;

import java.net.URI;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a secret that is none: one that is empty, or stands as examples and templates have it. A deployment that was never
 * given secrets of its own must not start. The refusals name the setting and never repeat its value.
 */
public final class TrueSecret {

    /** Compared without case and punctuation. */
    private static final Set<String> PLACEHOLDERS = Set.of(
            "admin",
            "changeit",
            "changethis",
            "default",
            "dummy",
            "example",
            "fillin",
            "guest",
            "insecure",
            "none",
            "null",
            "password",
            "placeholder",
            "secret",
            "tbd",
            "test",
            "todo",
            "undefined");

    private static final Pattern BEGINNING = Pattern.compile("(changeme|replaceme|replacewith|your|putyour|enter).*");
    private static final Pattern LEFT_OPEN = Pattern.compile("<.*>|\\$\\{.*}|\\{\\{.*}}");
    private static final Pattern ONE_CHARACTER = Pattern.compile("(.)\\1{2,}");
    private static final int KEY_BYTES = 32;

    private TrueSecret() {}

    /**
     * The same value.
     *
     * @param setting as operators know it, e.g. {@code SYSTEM_CLIENT_SECRET (throughcare.security.client-secret)}
     * @throws UnsafeSetting when it is empty or a placeholder
     */
    public static String required(String setting, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new UnsafeSetting(setting + " is not set; give it a random value of your own.");
        }
        if (isPlaceholder(value)) {
            throw new UnsafeSetting(setting + " is still a placeholder; give it a random value of your own.");
        }
        return value;
    }

    /**
     * The 32 bytes that a key holds.
     *
     * @throws UnsafeSetting when it is empty, not 32 bytes in base64, or 32 bytes that everybody can guess
     */
    public static byte[] key(String setting, @Nullable String value) {
        required(setting, value == null ? null : value.strip());
        byte[] key;
        try {
            key = Base64.getDecoder().decode(String.valueOf(value).strip());
        } catch (IllegalArgumentException notBase64) {
            throw new UnsafeSetting(setting + " is not base64; 32 random bytes in base64 are needed.");
        }
        if (key.length != KEY_BYTES) {
            throw new UnsafeSetting(setting + " must be 32 bytes (256 bits) in base64, not " + key.length + " bytes.");
        }
        boolean oneByte = true;
        for (byte each : key) {
            oneByte &= each == key[0];
        }
        if (oneByte) {
            throw new UnsafeSetting(setting + " is one byte repeated; 32 random bytes in base64 are needed.");
        }
        return key;
    }

    /**
     * The same address.
     *
     * @throws UnsafeSetting when it names a user whose password is empty or a placeholder, or has a broker on another machine
     *     reached by the user that every broker knows
     */
    public static String inAddress(String setting, String address) {
        int scheme = address.indexOf("://");
        if (scheme < 0) {
            return address;
        }
        int end = address.indexOf('/', scheme + 3);
        String authority = address.substring(scheme + 3, end < 0 ? address.length() : end);
        int at = authority.lastIndexOf('@');
        if (at < 0) {
            if (address.startsWith("amqp") && !isLoopback(address)) {
                throw new UnsafeSetting(
                        setting + " names no user, so the broker's own guest would be used; add user and password.");
            }
            return address;
        }
        String login = authority.substring(0, at);
        if (login.indexOf(':') >= 0) {
            required("the password in " + setting, login.substring(login.indexOf(':') + 1));
        }
        return address;
    }

    private static boolean isLoopback(String address) {
        try {
            String host = URI.create(address).getHost();
            return host != null && (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]"));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static boolean isPlaceholder(String value) {
        String said = value.strip();
        String plain = said.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return PLACEHOLDERS.contains(plain)
                || BEGINNING.matcher(plain).matches()
                || LEFT_OPEN.matcher(said).matches()
                || ONE_CHARACTER.matcher(said).matches();
    }
}
