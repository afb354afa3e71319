package org.throughcare.acceptance.client;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.CookieStore;
import java.net.HttpCookie;
import java.net.URI;
import java.util.List;

/** Keeps cookies as browsers do: a loopback address, or a name under localhost, is secure enough for secure cookies. */
final class BrowserCookies implements CookieStore {

    private final CookieStore kept = new CookieManager().getCookieStore();

    static CookieManager manager() {
        return new CookieManager(new BrowserCookies(), CookiePolicy.ACCEPT_ALL);
    }

    @Override
    public void add(URI from, HttpCookie cookie) {
        String host = from.getHost();
        if ("127.0.0.1".equals(host) || "localhost".equals(host) || host.endsWith(".localhost")) {
            cookie.setSecure(false);
        }
        cookie.setVersion(0);
        kept.add(from, cookie);
    }

    @Override
    public List<HttpCookie> get(URI to) {
        return kept.get(to);
    }

    @Override
    public List<HttpCookie> getCookies() {
        return kept.getCookies();
    }

    @Override
    public List<URI> getURIs() {
        return kept.getURIs();
    }

    @Override
    public boolean remove(URI uri, HttpCookie cookie) {
        return kept.remove(uri, cookie);
    }

    @Override
    public boolean removeAll() {
        return kept.removeAll();
    }
}
