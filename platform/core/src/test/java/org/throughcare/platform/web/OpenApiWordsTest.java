package org.throughcare.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The OpenAPI description speaks the field's words")
class OpenApiWordsTest {

    private static final String CUSTODY = "org.throughcare.participant.custody.web.CustodyController.ReleaseRequest";
    private static final String PLAN = "org.throughcare.participant.plan.web.PlanController.OutcomeRequest";
    private static final String PLANS_GOAL = "org.throughcare.participant.plan.web.GoalRequest";
    private static final String ASSESSMENT =
            "org.throughcare.participant.assessment.web.AssessmentController.OutcomeRequest";

    @Test
    @DisplayName("a schema goes by its own name, with that of what it is part of where two would be one")
    void names() {
        assertThat(SchemaNames.shortest(List.of(CUSTODY, PLAN, PLANS_GOAL, ASSESSMENT, "Problem")))
                .isEqualTo(Map.of(
                        CUSTODY, "ReleaseRequest",
                        PLAN, "PlanOutcomeRequest",
                        PLANS_GOAL, "GoalRequest",
                        ASSESSMENT, "AssessmentOutcomeRequest"));
    }

    @Test
    @DisplayName("what would still be the name of something else keeps its own in full")
    void stillTheSame() {
        assertThat(SchemaNames.shortest(List.of("a.web.Problem", "b.web.Problem", "Problem")))
                .isEmpty();
        assertThat(SchemaNames.shortest(List.of("a.Caseload.Place", "b.Site.Place", "Place")))
                .isEqualTo(Map.of("a.Caseload.Place", "CaseloadPlace", "b.Site.Place", "SitePlace"));
    }

    @Test
    @DisplayName("whatever refers to a schema goes by its new name, however deep it lies")
    void references() {
        Schema<Object> step = new Schema<>();
        step.set$ref("#/components/schemas/" + PLANS_GOAL);
        Schema<Object> steps = new Schema<>();
        steps.setItems(step);
        Schema<Object> plan = new Schema<>();
        plan.addProperty("steps", steps);
        Schema<Object> sent = new Schema<>();
        sent.set$ref("#/components/schemas/" + PLAN);
        OpenAPI api = new OpenAPI()
                .components(new Components().addSchemas(PLAN, plan).addSchemas(PLANS_GOAL, new Schema<>()))
                .paths(new Paths()
                        .addPathItem(
                                "/plan",
                                new PathItem()
                                        .put(new Operation()
                                                .requestBody(new RequestBody()
                                                        .content(new Content()
                                                                .addMediaType(
                                                                        "application/json",
                                                                        new MediaType().schema(sent)))))));

        SchemaNames.shorten(api);

        assertThat(api.getComponents().getSchemas()).containsOnlyKeys("OutcomeRequest", "GoalRequest");
        assertThat(step.get$ref()).isEqualTo("#/components/schemas/GoalRequest");
        assertThat(sent.get$ref()).isEqualTo("#/components/schemas/OutcomeRequest");
    }

    @Test
    @DisplayName("Javadoc becomes Markdown, a paragraph on a line")
    void markdown() {
        assertThat(JavadocInMarkdown.markdown("The record's\n own <code>id</code>.\n\n <p>404 when\n a &lt; b.</p>"))
                .isEqualTo("The record's own `id`.\n\n404 when a < b.");
        assertThat(JavadocInMarkdown.markdown(null)).isEmpty();
    }
}
