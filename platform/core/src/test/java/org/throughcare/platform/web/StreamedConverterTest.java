package org.throughcare.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.util.DisconnectedClientHelper;

class StreamedConverterTest {

    private static final class Nowhere extends ServletOutputStream {

        @Override
        public void write(int one) {}

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {}
    }

    private static Throwable failing(boolean committed) {
        HttpServletResponse response = (HttpServletResponse) Proxy.newProxyInstance(
                StreamedConverterTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (_, method, _) -> method.getReturnType() == boolean.class
                        ? (Object) committed
                        : method.getReturnType() == ServletOutputStream.class ? new Nowhere() : null);
        Streamed body = _ -> {
            throw new EOFException("the store's line is gone");
        };
        return catchThrowable(() -> new StreamedConverter()
                .write(body, MediaType.APPLICATION_JSON, new ServletServerHttpResponse(response)));
    }

    @Test
    @DisplayName(
            "what fails in the middle of an answer is not taken for the caller's going away; before it, it is what it is")
    void ours() {
        assertThat(failing(false)).isInstanceOf(EOFException.class);
        assertThat(failing(true)).isInstanceOf(IllegalStateException.class).hasNoCause();
        assertThat(DisconnectedClientHelper.isClientDisconnectedException(failing(true)))
                .isFalse();
    }
}
