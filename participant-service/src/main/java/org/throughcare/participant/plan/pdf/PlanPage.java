package org.throughcare.participant.plan.pdf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.plan.Addressees;
import org.throughcare.participant.plan.BackUps;
import org.throughcare.participant.plan.Goal;
import org.throughcare.participant.plan.PlanCopy;
import org.throughcare.participant.plan.PlanVersion;
import org.throughcare.participant.plan.Step;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The page of a copy, in the order in which it is read: what it is, goals and steps, back-ups, whom to call, agreement. */
final class PlanPage {

    static final String FONT = "Liberation Sans";

    /** Large enough to read on paper; levels are told by size, because the font has one weight. */
    private static final String STYLE = """
            @page { size: letter; margin: 20mm }
            body { font-family: 'Liberation Sans'; font-size: 12pt; line-height: 1.45; word-wrap: break-word }
            h1 { font-size: 22pt; font-weight: normal; margin: 0 0 6pt 0 }
            h2 { font-size: 16pt; font-weight: normal; margin: 16pt 0 4pt 0; border-bottom: 1pt solid #000 }
            h3 { font-size: 13.5pt; font-weight: normal; margin: 12pt 0 2pt 0 }
            h1, h2, h3 { page-break-after: avoid }
            p { margin: 3pt 0; white-space: pre-line }
            ul, ol { margin: 3pt 0 3pt 16pt; padding: 0 }
            ol { list-style: none }
            .sign { margin-top: 26pt; border-top: 1pt solid #000; width: 70mm }
            """;

    private final Document document;
    private final Words words;
    private final Element body;

    private PlanPage(Document document, Words words, Element body) {
        this.document = document;
        this.words = words;
        this.body = body;
    }

    static Document of(PlanCopy copy) {
        Document document = empty();
        Words words = Words.in(copy.addressee().language());
        Element html = document.createElement("html");
        html.setAttribute("lang", words.language());
        document.appendChild(html);
        Element head = child(document, html, "head", null);
        child(document, head, "title", words.say("title", copy.addressee().name()));
        Element subject = child(document, head, "meta", null);
        subject.setAttribute("name", "subject");
        subject.setAttribute("content", words.say("subject", copy.version().number()));
        child(document, head, "style", STYLE);
        new PlanPage(document, words, child(document, html, "body", null)).write(copy);
        return document;
    }

    private static Document empty() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void write(PlanCopy copy) {
        PlanVersion version = copy.version();
        add("h1", words.say("title", copy.addressee().name()));
        add("p", words.say("case", copy.addressee().caseNumber()));
        add("p", words.say("version", version.number(), words.day(version.on())));
        changed(version);
        add("h2", words.say("goals"));
        int number = 0;
        for (Goal goal : copy.goals()) {
            goal(goal, ++number);
        }
        if (copy.goals().isEmpty()) {
            add("p", words.say("no-goals"));
        }
        add("h2", words.say("how"));
        add("p", copy.contents().strategy());
        if (!copy.contents().resources().isEmpty()) {
            add("p", words.say("resources"));
            list("ul", copy.contents().resources());
        }
        backUps(copy.contents().backUps());
        call(copy.addressee().worker());
        agreement(version);
    }

    private void changed(PlanVersion version) {
        add("h2", words.say("changed"));
        add("p", version.what());
        if (!version.addsServices().isEmpty()) {
            add("p", words.say("added"));
            list("ul", version.addsServices());
        }
        String justification = version.justification();
        if (justification != null && !justification.isBlank()) {
            add("p", words.say("why", justification));
        }
    }

    private void goal(Goal goal, int number) {
        add("h3", words.say("goal", number, goal.title()));
        LocalDate target = goal.targetDate();
        if (target != null) {
            add("p", words.say("target", words.day(target)));
        }
        add("p", words.say("measure", goal.measure()));
        add("p", words.say("relevance", goal.relevance()));
        add("p", words.say("responsible", goal.responsible()));
        add("p", words.say("steps"));
        List<String> steps = new ArrayList<>();
        goal.steps().forEach(each -> steps.add(step(each, steps.size() + 1)));
        list("ol", steps);
    }

    /** Who does what by when; its number is part of the text, because a list's own would be written before the page's first line. */
    private String step(Step step, int number) {
        StringBuilder line = new StringBuilder(words.say("step", number, step.responsible(), step.what()));
        String to = step.referredTo();
        if (to != null && !to.isBlank()) {
            line.append(' ').append(words.say("step-with", to));
        }
        LocalDate due = step.dueOn();
        if (due != null) {
            line.append(' ').append(words.say("step-by", words.day(due)));
        }
        LocalDate done = step.doneOn();
        if (done != null) {
            line.append(' ').append(words.say("step-done", words.day(done)));
        }
        return line.toString();
    }

    private void backUps(BackUps backUps) {
        add("h2", words.say("back-ups"));
        add("p", words.say("transport", backUps.transport()));
        add("p", words.say("childcare", backUps.childcare()));
    }

    private void call(Addressees.@Nullable Worker worker) {
        add("h2", words.say("call"));
        if (worker == null) {
            add("p", words.say("call-nobody"));
            return;
        }
        add("p", worker.name());
        say("phone", worker.phone());
        say("email", worker.email());
        say("office", worker.office());
    }

    private void say(String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            add("p", words.say(key, value));
        }
    }

    private void agreement(PlanVersion version) {
        add("h2", words.say("agreement"));
        add("p", words.say("agreement-text"));
        String initials = version.initials();
        LocalDate on = version.acknowledgedOn();
        if (initials != null && on != null) {
            add("p", words.say("initialled", initials, words.day(on)));
            return;
        }
        add("p", words.say("initials")).setAttribute("class", "sign");
        add("p", words.say("date")).setAttribute("class", "sign");
    }

    private Element add(String name, String text) {
        return child(document, body, name, text);
    }

    private void list(String kind, List<String> lines) {
        Element list = child(document, body, kind, null);
        lines.forEach(line -> child(document, list, "li", line));
    }

    private static Element child(Document document, Element parent, String name, @Nullable String text) {
        Element element = document.createElement(name);
        if (text != null) {
            element.appendChild(document.createTextNode(text));
        }
        parent.appendChild(element);
        return element;
    }
}
