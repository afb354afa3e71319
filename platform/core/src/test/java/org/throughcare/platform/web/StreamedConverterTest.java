package org.throughcare.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.util.DisconnectedClientHelper;

class StreamedConverterTest {

    private static Throwable failing(boolean committed) {
        HttpServletResponse response = (HttpServletResponse) Proxy.newProxyInstance(
                StreamedConverterTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (_, method, _) -> method.getReturnType() == boolean.class ? committed : null);
        Streamed body = _ -> {
            throw new IOException("the store's line is gone", new EOFException());
        };
        return catchThrowable(() -> new StreamedConverter()
                .write(body, MediaType.APPLICATION_JSON, new ServletServerHttpResponse(response)));
    }

    @Test
    @DisplayName(
            "what fails in the middle of an answer is not taken for the caller's going away; before it, it is what it is")
    void ours() {
        assertThat(DisconnectedClientHelper.isClientDisconnectedException(failing(false)))
                .as("as the framework sees it by itself")
                .isTrue();
        Throwable middle = failing(true);
        assertThat(DisconnectedClientHelper.isClientDisconnectedException(middle))
                .isFalse();
        assertThat(middle).hasMessageContaining("the store's line is gone");
    }
}
