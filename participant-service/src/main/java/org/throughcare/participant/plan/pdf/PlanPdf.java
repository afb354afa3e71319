package org.throughcare.participant.plan.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.throughcare.participant.plan.PlanCopy;
import org.throughcare.participant.plan.PlanPrint;

/**
 * Prints a copy as PDF/UA: tagged, with title and language, its font embedded, and nothing in it but text. The page is made as a tree of
 * elements, never as markup, so that what people typed stays text; and nothing is fetched from anywhere.
 */
public final class PlanPdf implements PlanPrint {

    /** Comes with PDFBox, and may be embedded. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final float VERSION = 1.7f;
    private static final int REGULAR = 400;

    static {
        // Its progress is told at INFO, line by line for every page
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    @Override
    public byte[] print(PlanCopy copy) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfVersion(VERSION);
        builder.useFont(PlanPdf::font, PlanPage.FONT, REGULAR, FontStyle.NORMAL, true);
        builder.useUriResolver((base, uri) -> null);
        builder.withProducer("Throughcare");
        builder.withW3cDocument(PlanPage.of(copy), "about:blank");
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static InputStream font() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT);
    }
}
