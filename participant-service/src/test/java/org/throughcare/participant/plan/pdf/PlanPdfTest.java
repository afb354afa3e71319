package org.throughcare.participant.plan.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.plan.Addressees;
import org.throughcare.participant.plan.BackUps;
import org.throughcare.participant.plan.Goal;
import org.throughcare.participant.plan.PlanContents;
import org.throughcare.participant.plan.PlanCopy;
import org.throughcare.participant.plan.PlanVersion;
import org.throughcare.participant.plan.Step;

class PlanPdfTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Addressees.Worker JIA =
            new Addressees.Worker("Jia Lindqvist", "555-0101", null, "Room 3, Alder Street");

    private static Goal goal(int priority, String title, String step) {
        return new Goal(
                "g-" + priority,
                title,
                "30 hours a week",
                List.of(new Step(
                        "st",
                        step,
                        "Jia Lindqvist",
                        Step.Delivery.REFERRED,
                        "County clerk",
                        DAY.plusDays(14),
                        null,
                        null)),
                "it feeds the family",
                DAY.plusDays(180),
                "Darnell",
                priority,
                Goal.State.OPEN,
                null,
                null);
    }

    private static PlanCopy copy(
            Locale language, @Nullable String initials, Addressees.@Nullable Worker worker, Goal... goals) {
        PlanVersion version = new PlanVersion(
                "v",
                2,
                DAY,
                "Forklift licence added",
                List.of("Forklift licence"),
                "the warehouse asks for it",
                "n-1",
                "w-1",
                initials,
                initials == null ? null : DAY.plusDays(1),
                initials != null,
                null);
        PlanContents contents = new PlanContents(
                "Licence first",
                List.of("Job center", "Library"),
                new BackUps("Bus 14", "Grandmother"),
                List.of(goals));
        return new PlanCopy(
                new Addressees.Addressee("Darnell Whitfield", "ABC-2345", language, worker), version, contents);
    }

    private interface Reading {
        void of(PDDocument document) throws IOException;
    }

    private static void reads(PlanCopy copy, Reading reading) {
        try (PDDocument document = Loader.loadPDF(new PlanPdf().print(copy))) {
            reading.of(document);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }

    private static List<String> tags(PDStructureNode node) {
        List<String> tags = new ArrayList<>();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                tags.add(element.getStructureType());
                tags.addAll(tags(element));
            }
        }
        return tags;
    }

    @Test
    @DisplayName("N3 the copy is a tagged PDF with title and language, and its headings come in order")
    void accessible() {
        reads(copy(Locale.ENGLISH, null, JIA, goal(1, "Warehouse work", "Order the birth certificate")), document -> {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-US");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("My plan: Darnell Whitfield");
            assertThat(document.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .as("readers show the title")
                    .isTrue();
            assertThat(document.getDocumentInformation().getSubject()).isEqualTo("My plan, version 2");
            assertThat(new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .as("says that it is PDF/UA")
                    .contains("pdfuaid");
            List<String> tags = tags(document.getDocumentCatalog().getStructureTreeRoot());
            assertThat(tags).contains("P", "L", "LI");
            assertThat(tags.stream().filter(t -> t.matches("H[1-6]")))
                    .as("what is new, goals with one goal, how, back-ups, whom to call, agreement")
                    .containsExactly("H1", "H2", "H2", "H3", "H2", "H2", "H2", "H2");
        });
    }

    @Test
    @DisplayName("N3 there is no image of text in the copy, and its font is embedded")
    void textOnly() {
        reads(copy(Locale.ENGLISH, null, JIA, goal(1, "Warehouse work", "Order the birth certificate")), document -> {
            for (PDPage page : document.getPages()) {
                PDResources resources = page.getResources();
                assertThat(resources.getXObjectNames()).isEmpty();
                for (COSName name : resources.getFontNames()) {
                    assertThat(resources.getFont(name).isEmbedded()).isTrue();
                }
                assertThat(StreamSupport.stream(resources.getFontNames().spliterator(), false))
                        .isNotEmpty();
            }
        });
    }

    @Test
    @DisplayName(
            "N3 H6 Y13 it holds, in this order: goals by priority with who does what by when, back-ups, whom to call, initials")
    void order() {
        PlanCopy copy = copy(
                Locale.ENGLISH,
                null,
                JIA,
                goal(2, "A room of my own", "Ask Harbor House"),
                goal(1, "Warehouse work", "Order the birth certificate"));
        reads(
                copy,
                document -> assertThat(text(document))
                        .containsSubsequence(
                                "ABC-2345",
                                "Version 2, made on March 2, 2026",
                                "Forklift licence",
                                "the warehouse asks for it",
                                "Goal 1: Warehouse work",
                                "August 29, 2026",
                                "30 hours a week",
                                "it feeds the family",
                                "1. Jia Lindqvist: Order the birth certificate. With: County clerk. By March 16, 2026.",
                                "Goal 2: A room of my own",
                                "Licence first",
                                "Library",
                                "Bus 14",
                                "Grandmother",
                                "Jia Lindqvist",
                                "Phone: 555-0101",
                                "Room 3, Alder Street",
                                "My initials",
                                "Date"));
    }

    @Test
    @DisplayName("N3 a version that has its initials shows them and their date instead of a place for them")
    void initialled() {
        reads(
                copy(Locale.ENGLISH, "DW", null, goal(1, "Work", "Walk there")),
                document -> assertThat(text(document))
                        .contains("Initials: DW. Date: March 3, 2026.", "Ask at the job center")
                        .doesNotContain("My initials"));
    }

    @Test
    @DisplayName("N3 the copy speaks the participant's language where the suite does, and English otherwise")
    void languages() {
        reads(copy(Locale.of("es", "MX"), null, JIA, goal(1, "Trabajo", "Ir allí")), document -> {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("es-US");
            assertThat(text(document)).contains("Mis metas", "Teléfono: 555-0101", "2 de marzo de 2026");
        });
        reads(copy(Locale.KOREAN, null, JIA, goal(1, "Work", "Walk there")), document -> {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-US");
            assertThat(text(document)).contains("My goals");
        });
    }

    @Test
    @DisplayName("N3 what people typed stays text: markup, entities, patterns and letters of other scripts")
    void typed() {
        String nasty = "</p><script>x</script><img src='file:///etc/passwd'/> &amp; {0} %s ]]> Öztürk 工";
        reads(
                copy(Locale.ENGLISH, null, JIA, goal(1, nasty, "<link rel='attachment' href='file:///etc/passwd'/>")),
                document -> {
                    assertThat(text(document))
                            .contains("</p><script>x</script><img src='file:///etc/passwd'/> &amp; {0} %s ]]> Öztürk")
                            .contains("<link rel='attachment' href='file:///etc/passwd'/>");
                    assertThat(document.getDocumentCatalog().getNames() == null
                                    || document.getDocumentCatalog().getNames().getEmbeddedFiles() == null)
                            .as("nothing was attached")
                            .isTrue();
                });
    }
}
