package org.throughcare.allinone.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The log-in form: labelled, usable by keyboard and screen reader, without scripts. */
@RestController
class LogInPage {

    private static final String STYLE = """
            body { font-family: system-ui, sans-serif; font-size: 1.125rem; line-height: 1.5; margin: 0; color: #1b1b1b; }
            main { max-width: 26rem; margin: 4rem auto; padding: 0 1rem; }
            label { display: block; margin-top: 1.25rem; font-weight: 600; }
            input { width: 100%; box-sizing: border-box; font: inherit; padding: .5rem; border: 1px solid #565c65; }
            button { margin-top: 1.75rem; font: inherit; font-weight: 600; padding: .65rem 1.5rem; border: 0;
              border-radius: .25rem; background: #005ea2; color: #fff; }
            :focus-visible { outline: .25rem solid #2491ff; outline-offset: 0; }
            [role=alert] { border-left: .5rem solid #b50909; background: #f4e3db; padding: .75rem 1rem; }
            """;

    @GetMapping(path = "/sign-in.css", produces = "text/css")
    String style() {
        return STYLE;
    }

    @GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE)
    String form(
            CsrfToken csrf,
            @RequestParam(required = false) @Nullable String wrong,
            @RequestParam(required = false) @Nullable String wait) {
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%sSign in - Throughcare</title><link rel="stylesheet" href="/sign-in.css"></head>
                <body><main>
                <h1>Sign in to Throughcare</h1>
                %s<form method="post" action="/login">
                <input type="hidden" name="%s" value="%s">
                <label for="username">User name</label>
                <input id="username" name="username" autocomplete="username" autocapitalize="none" required autofocus>
                <label for="password">Password</label>
                <input id="password" name="password" type="password" autocomplete="current-password" required>
                <button type="submit">Sign in</button>
                </form></main></body></html>
                """.formatted(
                        wrong == null && wait == null ? "" : "Error: ",
                        alert(wrong, wait),
                        HtmlUtils.htmlEscape(csrf.getParameterName()),
                        HtmlUtils.htmlEscape(csrf.getToken()));
    }

    private static String alert(@Nullable String wrong, @Nullable String wait) {
        if (wait != null) {
            return "<p role=\"alert\">Too many wrong passwords. Wait a quarter of an hour, then try again.</p>\n";
        }
        return wrong == null ? "" : "<p role=\"alert\">The user name or the password is not right. Try again.</p>\n";
    }
}
