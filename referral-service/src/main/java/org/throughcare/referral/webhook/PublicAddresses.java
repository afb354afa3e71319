package org.throughcare.referral.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Keeps webhooks from being pointed at what is inside: loopback, private, link-local and shared addresses are refused, when the
 * address is set and again before each message. The JVM keeps a name's address for half a minute, so the one that was looked at is the
 * one that is connected to.
 */
public final class PublicAddresses {

    private final boolean privateToo;

    /** @param privateToo for demonstrations on one machine */
    public PublicAddresses(boolean privateToo) {
        this.privateToo = privateToo;
    }

    /** What came of looking at an address. */
    public enum Verdict {
        FINE,
        MALFORMED,
        INSIDE,
        UNKNOWN_HOST
    }

    public Verdict look(String url) {
        Optional<URI> uri = parsed(url);
        if (uri.isEmpty()) {
            return Verdict.MALFORMED;
        }
        if (privateToo) {
            return Verdict.FINE;
        }
        try {
            for (InetAddress each : InetAddress.getAllByName(uri.get().getHost())) {
                if (inside(each)) {
                    return Verdict.INSIDE;
                }
            }
            return Verdict.FINE;
        } catch (UnknownHostException unknown) {
            return Verdict.UNKNOWN_HOST;
        }
    }

    private Optional<URI> parsed(String url) {
        try {
            URI uri = new URI(url);
            boolean secure = "https".equalsIgnoreCase(uri.getScheme());
            boolean plain = privateToo && "http".equalsIgnoreCase(uri.getScheme());
            return (secure || plain) && uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    static boolean inside(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || address.isMulticastAddress()
                || shared(address.getAddress())
                || wraps(address);
    }

    /** 0.0.0.0/8, 100.64.0.0/10, 192.0.0.0/24, 198.18.0.0/15, 240.0.0.0/4 and fc00::/7. */
    private static boolean shared(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (bytes.length == 4) {
            return first == 0
                    || first >= 240
                    || (first == 100 && (second & 0xc0) == 64)
                    || (first == 192 && second == 0 && bytes[2] == 0)
                    || (first == 198 && (second & 0xfe) == 18);
        }
        return (first & 0xfe) == 0xfc;
    }

    /** An IPv4 address inside an IPv6 one (mapped by the JDK already; NAT64 and 6to4 are not). */
    private static boolean wraps(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return false;
        }
        byte[] bytes = address.getAddress();
        boolean sixToFour = (bytes[0] & 0xff) == 0x20 && (bytes[1] & 0xff) == 0x02;
        boolean nat64 = (bytes[0] & 0xff) == 0 && (bytes[1] & 0xff) == 0x64 && (bytes[2] & 0xff) == 0xff;
        return sixToFour || nat64;
    }
}
