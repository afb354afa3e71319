package org.throughcare.gateway.status;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** How the suite is doing, for programs and for people. Tells nothing about anybody's data. */
@RestController
@RequestMapping("/status")
class StatusController {

    private final SuiteStatus status;

    StatusController(SuiteStatus status) {
        this.status = status;
    }

    /** Each part of the suite, whether it is up, and what is wrong with it. */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    SuiteStatus.Whole json() {
        return status.now();
    }

    /** The same as a page. */
    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    String html() {
        SuiteStatus.Whole whole = status.now();
        StringBuilder rows = new StringBuilder();
        whole.parts()
                .forEach(part -> rows.append("<tr><th scope=\"row\">")
                        .append(escaped(part.name()))
                        .append("</th><td>")
                        .append(escaped(part.state()))
                        .append("</td><td>")
                        .append(escaped(part.version()))
                        .append("</td><td>")
                        .append(escaped(part.detail()))
                        .append("</td></tr>\n"));
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>Throughcare: %1$s</title>
                <meta name="viewport" content="width=device-width, initial-scale=1"></head>
                <body><main><h1>Throughcare is %2$s</h1>
                <table><thead><tr><th scope="col">Part</th><th scope="col">State</th>\
                <th scope="col">Version</th><th scope="col">What is wrong</th></tr></thead>
                <tbody>
                %3$s</tbody></table></main></body></html>
                """.formatted(escaped(whole.state()), whole.state().equals("UP") ? "up" : "not complete", rows);
    }

    private static String escaped(@Nullable String text) {
        return text == null ? "" : HtmlUtils.htmlEscape(text);
    }
}
